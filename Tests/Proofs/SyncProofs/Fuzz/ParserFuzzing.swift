import Foundation

/// The parsers under test, for a fuzzer that brings its own inputs.
public enum ParserFuzzing {
    public static var names: [String] { FuzzTarget.all.map(\.name) + ["planted-crash", "planted-loss"] }

    /// What does not hold of an input, by a parser's name; `nil` when all does.
    public static func check(_ name: String) -> @Sendable ([UInt8]) -> String? {
        guard let target = FuzzTarget.named(name) else { return { _ in "there is no parser called \(name)" } }
        return { input in target.check(input) }
    }

    /// Fills an empty or missing folder.
    public static func writeSeeds(of name: String, to folder: String) {
        let files = FileManager.default
        guard (try? files.contentsOfDirectory(atPath: folder))?.isEmpty ?? true else { return }
        try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (index, seed) in (FuzzTarget.named(name)?.seeds() ?? []).enumerated() {
            try? Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(index)"))
        }
    }
}
