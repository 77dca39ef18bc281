/// Several statements the reader often writes one after the other, as a macro.
public struct SuggestedMacro: Sendable, Equatable {
    /// Two letters, after the dot.
    public let name: String
    public let text: String

    /// The dot, the name and Tab.
    public var keys: Int { name.count + 2 }
}

extension Habits {
    /// At most `limit` blocks of two to five statements that recur in `reports` and would save most; no block within a
    /// better one that is about as frequent.
    public static func suggestedMacros(from reports: [String], limit: Int = 40) -> [SuggestedMacro] {
        var counts: [String: (count: Int, statements: Int)] = [:]
        for report in reports {
            let characters = Array(report)
            let statements = Statement.all(in: report)
            for start in statements.indices {
                for end in statements.indices where end > start && end < start + 5 {
                    let text = String(characters[statements[start].range.lowerBound..<statements[end].range.upperBound])
                    counts[text] = (counts[text, default: (0, 0)].count + 1, end - start + 1)
                }
            }
        }
        let ranked = counts.filter { $0.value.count > 2 && $0.value.statements > 2 }
            .map { (text: $0.key, gain: $0.value.count * ($0.value.statements * 2 - 4), count: $0.value.count) }
            .sorted { ($1.gain, $0.text) < ($0.gain, $1.text) }
        var chosen: [(text: String, count: Int)] = []
        for block in ranked.prefix(400) where chosen.count < limit {
            let isPart = chosen.contains { $0.text.contains(block.text) && $0.count * 2 > block.count }
            if !isPart { chosen.append((block.text, block.count)) }
        }
        return zip(names, chosen).map { SuggestedMacro(name: $0, text: $1.text) }
    }

    private static let names: [String] = {
        let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        return letters.flatMap { first in letters.map { first + $0 } }
    }()
}
