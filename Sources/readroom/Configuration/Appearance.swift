import CDefaults
import Foundation
import Screens
import Terminal
import Wording

/// Themes and keymaps: the embedded ones, and the reader's own beside the configuration.
enum Appearance {
    static func theme(_ name: String, _ paths: Paths) throws(FileProblem) -> Theme {
        let own = paths.theme(name)
        if FileManager.default.fileExists(atPath: own) { return try theme(TOMLDocument(path: own)) }
        guard let text = embedded("Themes/\(name).toml") else {
            let known = embeddedNames("Themes/").joined(separator: ", ")
            throw FileProblem(file: own, line: nil, what: "is not there, and readroom brings only \(known)")
        }
        return try theme(TOMLDocument(file: "Themes/\(name).toml", text: text))
    }

    /// The built-in themes and the reader's own, by name.
    static func themeNames(_ paths: Paths) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: paths.configuration + "/themes")) ?? []
        let own = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
        return Set(embeddedNames("Themes/") + own).sorted()
    }

    private static func theme(_ document: TOMLDocument) throws(FileProblem) -> Theme {
        var tables: [String: [String: Theme.Value]] = [:]
        for (role, value) in document.root {
            guard let table = value as? [String: Any] else {
                throw document.problem("\(role) must be a table of a role", key: role)
            }
            for (key, value) in table { tables[role, default: [:]][key] = Theme.Value(toml: value) }
        }
        do throws(ThemeError) {
            return try Theme(tables: tables)
        } catch {
            // The first problem is enough: a theme is read again after it is mended.
            let problem = error.problems[0]
            let words = Wording(verbatim: problem.place + ": ") + Wording(recognised: problem.sentence)
            let line = problem.key.flatMap { document.line(of: $0, in: problem.role) }
            guard let line else { throw document.problem(words, key: problem.role) }
            throw FileProblem(file: document.file, line: line, what: words)
        }
    }

    /// A built-in keymap, and over it the reader's own.
    static func keymap(_ name: String, _ paths: Paths) throws(FileProblem) -> Keymap {
        guard let text = embedded("Keymaps/\(name).toml") else {
            let known = embeddedNames("Keymaps/").joined(separator: ", ")
            throw FileProblem(file: "[screen] keymap", line: nil, what: "\(name) is not built in; there are \(known)")
        }
        let base = try bindings(TOMLDocument(file: "Keymaps/\(name).toml", text: text))
        guard FileManager.default.fileExists(atPath: paths.keymapFile) else { return try keymap([:], over: base, nil) }
        let document = try TOMLDocument(path: paths.keymapFile)
        return try keymap(bindings(document), over: base, document)
    }

    static func bindings(_ document: TOMLDocument) throws(FileProblem) -> Keymap.Bindings {
        var bindings: Keymap.Bindings = [:]
        for (context, value) in document.root {
            guard let table = value as? [String: Any] else {
                throw document.problem("\(context) must be a table of a screen", key: context)
            }
            for (command, keys) in table {
                guard let keys = keys as? [String] else {
                    throw document.problem(
                        "\(context).\(command) must be a list of keys, as [\"F12\", \"C-x s\"]", key: command)
                }
                bindings[context, default: [:]][command] = keys
            }
        }
        return bindings
    }

    private static func keymap(
        _ bindings: Keymap.Bindings, over base: Keymap.Bindings, _ document: TOMLDocument?
    ) throws(FileProblem) -> Keymap {
        let (keymap, problems) = Keymap.reading(bindings, over: base)
        guard !problems.isEmpty else { return keymap }
        guard let document else {
            throw FileProblem(
                file: "the built-in keymap", line: nil,
                what: Wording(verbatim: problems[0].path + " ") + problems[0].what)
        }
        // All at once: whoever mends a keymap wants to see what else is wrong with it.
        let lines = problems.map { problem in
            let other = problem.other.flatMap { line(of: $0, document) }.map { " (line \($0))" as Wording } ?? ""
            return FileProblem(
                file: document.file, line: line(of: problem.path, document),
                what: Wording(verbatim: problem.path + " ") + problem.what + other)
        }
        let more = lines.dropFirst().map { Wording(verbatim: "\n") + $0.wording }
        throw FileProblem(file: document.file, line: lines[0].line, what: more.reduce(lines[0].what, +))
    }

    /// `worklist.filter` stands below `[worklist]`; a table alone is its header's line.
    private static func line(of path: String, _ document: TOMLDocument) -> Int? {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return document.problem("", key: path).line }
        return document.line(of: parts[1], in: parts[0])
    }

    /// A file of the repository that is built into the program.
    static func embedded(_ name: String) -> String? {
        for index in 0..<cd_count() where cd_name(index).map({ String(cString: $0) }) == name {
            return String(decoding: UnsafeBufferPointer(start: cd_bytes(index), count: cd_length(index)), as: UTF8.self)
        }
        return nil
    }

    static func embeddedNames(_ prefix: String) -> [String] {
        (0..<cd_count()).compactMap { cd_name($0).map { String(cString: $0) } }.filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count).prefix { $0 != "." }) }.sorted()
    }
}

extension Theme.Value {
    fileprivate init(toml value: Any) {
        switch value {
        case let number as NSNumber where number.isBoolean: self = .flag(number.boolValue)
        case let number as Int: self = .number(number)
        default: self = .text("\(value)")
        }
    }
}

extension NSNumber {
    /// JSON's true and false arrive as numbers of one byte.
    fileprivate var isBoolean: Bool { objCType.pointee == CChar(UInt8(ascii: "c")) }
}
