import Foundation

/// A string literal of a Swift source, its interpolations turned into `%1`, `%2`, as the catalogue's keys have them.
struct Literal: Hashable {
    var file: String
    var line: Int
    var key: String
    /// Whether it stands behind one of the names under which the command line's parser takes its help.
    var isHelp = false

    /// Whether a reader would read it: at least two letters side by side.
    var hasWords: Bool { key.contains(/[A-Za-z]{2}/) }
}

/// Finds the string literals of a Swift source. It knows comments, multi-line literals, escapes and literals inside
/// interpolations; not raw literals, of which the screens have none.
struct LiteralScanner {
    private let characters: [Character]
    private let file: String
    private var at = 0
    private var line = 1
    private var found: [Literal] = []

    static func literals(in text: String, file: String) -> [Literal] {
        var scanner = LiteralScanner(characters: Array(text), file: file)
        scanner.scan()
        return scanner.found
    }

    private init(characters: [Character], file: String) {
        self.characters = characters
        self.file = file
    }

    private func isAt(_ text: String) -> Bool {
        let wanted = Array(text)
        return at + wanted.count <= characters.count && Array(characters[at..<at + wanted.count]) == wanted
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where at < characters.count {
            if characters[at] == "\n" { line += 1 }
            at += 1
        }
    }

    private mutating func scan() {
        while at < characters.count {
            if isAt("//") {
                while at < characters.count, characters[at] != "\n" { step() }
            } else if characters[at] == "\"" {
                literal()
            } else {
                step()
            }
        }
    }

    private mutating func literal() {
        let quote = isAt("\"\"\"") ? "\"\"\"" : "\""
        let start = line
        let begin = at
        var key = ""
        var places = 0
        step(quote.count)
        while at < characters.count, !isAt(quote) {
            if isAt("\\(") {
                places += 1
                key += "%\(places)"
                interpolation()
            } else if characters[at] == "\\" {
                key += String(characters[at..<min(at + 2, characters.count)])
                step(2)
            } else {
                key.append(characters[at])
                step()
            }
        }
        step(quote.count)
        found.append(
            Literal(
                file: file, line: start, key: key.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\"),
                isHelp: isHelp(begin)))
    }

    private func isHelp(_ begin: Int) -> Bool {
        let before = String(characters[..<begin].suffix(60)).trimmingCharacters(in: .whitespacesAndNewlines)
        return ["help:", "abstract:", "discussion:", "commandName:"].contains { before.hasSuffix($0) }
    }

    private mutating func interpolation() {
        step(2)
        var depth = 1
        while at < characters.count, depth > 0 {
            switch characters[at] {
            case "\"": literal()
            case "(":
                depth += 1
                step()
            case ")":
                depth -= 1
                step()
            default: step()
            }
        }
    }
}

/// The repository's sources.
enum Sources {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    /// The literals of all Swift files below a folder of `Sources`, or in one file.
    static func literals(in folder: String) throws -> [Literal] {
        let place = root.appendingPathComponent(folder)
        let paths = FileManager.default.subpaths(atPath: place.path) ?? []
        let files = folder.hasSuffix(".swift") ? [place] : paths.map { place.appendingPathComponent($0) }
        return try files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.flatMap { file in
            LiteralScanner.literals(
                in: try String(contentsOf: file, encoding: .utf8),
                file: file.path.replacing(root.path + "/", with: ""))
        }
    }
}
