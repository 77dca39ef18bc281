import Foundation

/// A file of the repository, as the rules read it.
struct SourceFile {
    /// From the top of the repository: `Sources/Sync/Outbox.swift`.
    let path: String
    let lines: [String]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var trimmed = lines
        if trimmed.last == "" { trimmed.removeLast() }
        lineCount = trimmed.count
    }

    let lineCount: Int

    /// `Sync` for `Sources/Sync/Outbox.swift`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// The lines without comments, so that a rule may be named in one.
    var code: [String] { lines.map(SourceFile.withoutComment) }

    static func withoutComment(_ line: String) -> String {
        if line.drop(while: { $0 == " " }).hasPrefix("//") { return "" }
        guard let comment = line.range(of: " // ") else { return line }
        return String(line[..<comment.lowerBound])
    }

    /// The modules a file imports, with their line numbers from 1, whatever stands before `import`.
    var imports: [(line: Int, module: String)] {
        let pattern =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+|public\s+|internal\s+|package\s+|private\s+|fileprivate\s+)*import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
        return code.enumerated().compactMap { index, line in
            guard let match = try? pattern.firstMatch(in: line) else { return nil }
            return (index + 1, String(match.1))
        }
    }
}

/// The files of the repository this test was built from.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources = files(under: "Sources", withExtension: "swift")

    static func files(under folder: String, withExtension wanted: String?) -> [SourceFile] {
        let base = root.appendingPathComponent(folder).resolvingSymlinksInPath().path
        guard let walk = FileManager.default.enumerator(atPath: base) else { return [] }
        let names = walk.compactMap { $0 as? String }.filter { name in
            wanted.map { name.hasSuffix("." + $0) } ?? true
        }
        return names.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: base + "/" + name, encoding: .utf8) else { return nil }
            return SourceFile(path: folder + "/" + name, text: text)
        }
    }

    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    }
}
