import Foundation
import TOMLKit
import Wording

/// What is wrong in a configuration, theme or keymap file: what, where, what to do.
struct FileProblem: Error, Hashable, CustomStringConvertible {
    var file: String
    var line: Int?
    var what: Wording

    /// `config.toml:12: server.name is empty`
    var wording: Wording { Wording(verbatim: "\(file)\(line.map { ":\($0)" } ?? ""): ") + what }

    var description: String { wording.english }
}

/// A parsed TOML file that knows the lines of its keys, for messages.
struct TOMLDocument {
    let file: String
    let root: [String: Any]
    private let lines: [Substring]

    /// Larger files are refused before they are parsed.
    private static let largest = 1 << 20

    init(file: String, text: String) throws(FileProblem) {
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.utf8.count <= TOMLDocument.largest else {
            throw FileProblem(file: file, line: nil, what: "is larger than 1 MiB")
        }
        if let line = TOMLDocument.impossibleHeader(in: text) {
            throw FileProblem(file: file, line: line, what: "a table's name cannot begin so")
        }
        do {
            // toml++ parses and converts; plain dictionaries are what the readers below walk.
            let json = try TOMLTable(string: text).convert(to: .json)
            root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        } catch let error as TOMLParseError {
            throw FileProblem(file: file, line: error.source.begin.line, what: Wording(verbatim: error.description))
        } catch {
            throw FileProblem(file: file, line: nil, what: "cannot be read as TOML")
        }
    }

    /// The line of a table header whose name begins with what no key begins with: toml++ ends the program over it.
    private static func impossibleHeader(in text: String) -> Int? {
        let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
        let index = lines.firstIndex { line in
            let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard rest.first == UInt8(ascii: "[") else { return false }
            let name = rest.drop { $0 == UInt8(ascii: "[") || $0 == 0x20 || $0 == 0x09 }
            guard let first = name.first else { return false }
            let scalar = Unicode.Scalar(first)
            return !(scalar.properties.isAlphabetic && scalar.isASCII) && !"0123456789-_\"'+.]{#\r".utf8.contains(first)
        }
        return index.map { $0 + 1 }
    }

    init(path: String) throws(FileProblem) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileProblem(file: path, line: nil, what: "cannot be read")
        }
        try self.init(file: path, text: String(decoding: data, as: UTF8.self))
    }

    /// The line, from 1, that sets `key` below the header of `table`.
    func line(of key: String, in table: String) -> Int? {
        var isInside = false
        for (index, line) in lines.enumerated() {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("[") {
                isInside = text.dropFirst().prefix { $0 != "]" }.filter { $0 != "\"" && $0 != " " } == table
            } else if isInside, text.prefix(while: { $0 != "=" && $0 != " " }).filter({ $0 != "\"" }) == key {
                return index + 1
            }
        }
        return nil
    }

    /// A problem at the line that sets `key`, in the `occurrence`th table that has it.
    func problem(_ what: Wording, key: String, occurrence: Int = 0) -> FileProblem {
        let setting = lines.indices.filter { index in
            let line = lines[index].drop { $0 == " " || $0 == "\t" }
            let name = line.prefix { $0 != "=" && $0 != " " && $0 != "]" && $0 != "." }
            return name.filter { $0 != "\"" && $0 != "[" } == key
        }
        let index = setting.indices.contains(occurrence) ? setting[occurrence] : setting.last
        return FileProblem(file: file, line: index.map { $0 + 1 }, what: what)
    }
}

/// Reads the keys of one table, and knows at the end which it was not asked for.
struct TOMLReader {
    let document: TOMLDocument
    let table: [String: Any]
    let name: String
    let occurrence: Int
    private var asked: Set<String> = []

    init(_ document: TOMLDocument, table: [String: Any], name: String, occurrence: Int = 0) {
        self.document = document
        self.table = table
        self.name = name
        self.occurrence = occurrence
    }

    mutating func text(_ key: String) throws(FileProblem) -> String? { try value(key, "text in quotes") }

    mutating func number(_ key: String, in range: ClosedRange<Int>) throws(FileProblem) -> Int? {
        guard let number: Int = try value(key, "a whole number") else { return nil }
        guard range.contains(number) else {
            throw problem("\(name).\(key) must be from \(range.lowerBound) to \(range.upperBound)", key)
        }
        return number
    }

    mutating func texts(_ key: String) throws(FileProblem) -> [String]? { try value(key, "a list of texts") }

    mutating func flag(_ key: String) throws(FileProblem) -> Bool? { try value(key, "true or false") }

    mutating func required(_ key: String) throws(FileProblem) -> String {
        guard let text = try text(key), !text.isEmpty else {
            throw document.problem("\(name).\(key) is missing", key: name, occurrence: occurrence)
        }
        return text
    }

    private mutating func value<Value>(_ key: String, _ kind: Wording) throws(FileProblem) -> Value? {
        asked.insert(key)
        guard let found = table[key] else { return nil }
        guard let value = found as? Value else { throw problem("\(name).\(key) must be \(kind)", key) }
        return value
    }

    func problem(_ what: Wording, _ key: String) -> FileProblem {
        document.problem(what, key: key, occurrence: occurrence)
    }

    /// A misspelled key does nothing; so it is an error.
    func finish() throws(FileProblem) {
        guard let stray = table.keys.filter({ !asked.contains($0) }).sorted().first else { return }
        throw problem("\(name).\(stray) is not a setting; it knows \(asked.sorted().joined(separator: ", "))", stray)
    }
}
