/// Every way to write one text with the suggestions shown on the way.
///
/// Positions are characters (what one key types, or one line break); the suggestions at a position depend on the text
/// before it alone, so a way is a path from the first position to the last.
public struct KeyGraph: Sendable {
    /// A suggestion, or its first word, that the text really goes on with.
    public struct Shortcut: Sendable, Equatable {
        public var end: Int
        public var keys = 1
        /// 1 for what Tab or the key for one word takes; 2 for another of the list where Alt and the digit count as two.
        public var keysCountingAlt: Int
    }

    public let characterCount: Int
    /// For each position: what may be taken there.
    public private(set) var shortcuts: [[Shortcut]]

    /// - Parameter suggest: suggestions after the text before a position.
    public init(_ text: String, suggest: (Substring) -> [Suggestion]) {
        var positions: [Int: Int] = [:]
        var offset = 0
        for (position, character) in text.enumerated() {
            positions[offset] = position
            offset += String(character).utf8.count
        }
        characterCount = text.count
        positions[offset] = characterCount
        let bytes = Array(text.utf8)
        shortcuts = []
        var start = 0
        for index in text.indices {
            let found = suggest(text[..<index])
            shortcuts.append(Self.shortcuts(found, in: bytes, from: start, positions))
            start += String(text[index]).utf8.count
        }
    }

    private static func shortcuts(
        _ suggestions: [Suggestion], in bytes: [UInt8], from start: Int, _ positions: [Int: Int]
    ) -> [Shortcut] {
        var found: [Shortcut] = []
        for (rank, suggestion) in suggestions.enumerated() {
            let phrases =
                rank == 0
                ? [Array(suggestion.text.utf8), Array(suggestion.firstWord.utf8)] : [Array(suggestion.text.utf8)]
            for phrase in phrases where bytes[start...].starts(with: phrase) {
                guard let end = positions[start + phrase.count] else { continue }
                found.append(Shortcut(end: end, keysCountingAlt: rank == 0 ? 1 : 2))
            }
        }
        return found
    }

    /// Adds a macro: from `start` its name, its dot and Tab write everything up to `end`.
    public mutating func addMacro(from start: Int, to end: Int, keys: Int) {
        shortcuts[start].append(Shortcut(end: end, keys: keys, keysCountingAlt: keys))
    }

    /// The fewest keys from `start` to each position from there to `end`; index 0 is `start` itself.
    ///
    /// - Parameter countingAlt: whether Alt with a digit counts as two keys.
    public func fewestKeys(from start: Int, to end: Int, countingAlt: Bool = false) -> [Int] {
        var fewest = [Int](repeating: .max, count: end - start + 1)
        fewest[0] = 0
        for position in start..<end {
            let here = fewest[position - start]
            fewest[position + 1 - start] = min(fewest[position + 1 - start], here + 1)
            for shortcut in shortcuts[position] where shortcut.end <= end {
                let keys = countingAlt ? shortcut.keysCountingAlt : shortcut.keys
                fewest[shortcut.end - start] = min(fewest[shortcut.end - start], here + keys)
            }
        }
        return fewest
    }

    /// The fewest keys for the whole text.
    public func fewestKeys(countingAlt: Bool = false) -> Int {
        fewestKeys(from: 0, to: characterCount, countingAlt: countingAlt)[characterCount]
    }
}
