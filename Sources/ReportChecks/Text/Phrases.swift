/// Phrases of one or more words and what they stand for. `*` at a word's end stands for any ending.
struct Phrases<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var words: [(text: String, isStem: Bool)]
        var value: Value
    }

    struct Match: Sendable {
        var range: Range<Int>
        var value: Value
    }

    /// By the first three letters of the first word.
    private var index: [UInt32: [Entry]] = [:]

    /// Each text holds phrases separated by `|`.
    init(_ table: [(String, Value)]) {
        for (text, value) in table {
            for phrase in text.split(separator: "|") { add(phrase, value) }
        }
        for key in index.keys { index[key]?.sort { $0.words.count > $1.words.count } }
    }

    private mutating func add(_ phrase: Substring, _ value: Value) {
        let words = phrase.split(separator: " ").map { word -> (text: String, isStem: Bool) in
            let isStem = word.last == "*"
            return (Folding.word(isStem ? word.dropLast() : word), isStem)
        }
        guard let first = words.first else { return }
        index[Token.key(of: first.text), default: []].append(Entry(words: words, value: value))
    }

    /// The longest phrase that begins at a token.
    func match(_ tokens: [Token], at start: Int) -> Match? {
        guard tokens[start].kind == .word else { return nil }
        // The longest come first.
        let fitting = index[tokens[start].key]?.first { fits($0, tokens, start) }
        return fitting.map { Match(range: start..<(start + $0.words.count), value: $0.value) }
    }

    private func fits(_ entry: Entry, _ tokens: [Token], _ start: Int) -> Bool {
        guard start + entry.words.count <= tokens.count else { return false }
        for (offset, word) in entry.words.enumerated() {
            let token = tokens[start + offset]
            guard token.kind == .word else { return false }
            if word.isStem ? !token.text.hasPrefix(word.text) : token.text != word.text { return false }
        }
        return true
    }

    /// All phrases, none overlapping, from left to right.
    func matches(in tokens: [Token]) -> [Match] {
        var found: [Match] = []
        var index = 0
        while index < tokens.count {
            if let match = match(tokens, at: index) {
                found.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    func occurs(in tokens: [Token]) -> Bool { tokens.indices.contains { match(tokens, at: $0) != nil } }
}
