/// The judge to beat: a plain model of five tokens with one greedy phrase, as in the published work.
///
/// The next token is the most frequent one after the longest context (at most four tokens) that was seen; the phrase goes
/// on like that while its probability stays at a half or more. Within a word the most frequent word with these letters is
/// proposed. Eng & Eisner, RadioGraphics 2004;24:1493, with 5 for their 3 tokens.
public struct PlainNGram: Sendable {
    private var next: [[TokenID]: [TokenID: Int32]] = [:]
    private var vocabulary = Vocabulary()
    private static let order = 5

    public init(learning reports: some Sequence<String>) {
        for report in reports {
            let bytes = Array(report.utf8)
            var tokens: [TokenID] = [.reportStart]
            for range in Tokens.ranges(in: bytes) { tokens.append(vocabulary.learn(Array(bytes[range]))) }
            tokens.append(.reportStart)
            for position in 1..<tokens.count {
                for length in 0...min(Self.order - 1, position) {
                    next[Array(tokens[position - length..<position]), default: [:]][tokens[position], default: 0] += 1
                }
            }
        }
    }

    /// One suggestion or none.
    public func suggestions(after text: some StringProtocol) -> [Suggestion] {
        let bytes = Array(text.utf8)
        let ranges = Tokens.ranges(in: bytes)
        var context: [TokenID] = [.reportStart] + ranges.dropLast().map { vocabulary.number(of: Array(bytes[$0])) }
        let partial = ranges.last.map { Array(bytes[$0]) } ?? []
        var phrase: [TokenID] = []
        var probability: Float = 1
        while phrase.count < 60,
            let (token, share) = mostFrequent(after: context, partial: phrase.isEmpty ? partial : [])
        {
            if phrase.count > 1 || (phrase.count == 1 && vocabulary.length(of: phrase[0]) > partial.count) {
                guard probability * share >= 0.5 else { break }
            }
            guard token != .reportStart else { break }
            probability *= share
            phrase.append(token)
            context.append(token)
        }
        let writer = SuggestionWriter(vocabulary: vocabulary)
        return [writer.suggestion(tokens: phrase, typed: partial.count, withSpace: false, probability: probability)]
            .compactMap(\.self)
    }

    private func mostFrequent(after context: [TokenID], partial: [UInt8]) -> (TokenID, Float)? {
        for length in stride(from: min(Self.order - 1, context.count), through: 0, by: -1) {
            guard let counts = next[Array(context.suffix(length))] else { continue }
            let fitting = counts.filter {
                partial.isEmpty || ($0.key != .reportStart && vocabulary.begins($0.key, with: partial))
            }
            let all = fitting.values.reduce(0, +)
            if let best = fitting.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
                return (best.key, Float(best.value) / Float(all))
            }
        }
        return nil
    }
}
