/// A whole report that the reader writes again and again, as the text of a personal template.
public struct SuggestedTemplate: Sendable, Equatable {
    public let text: String
    public let statements: [Statement]

    init(_ text: String) {
        self.text = text
        statements = Statement.all(in: text)
    }
}

public enum Habits {
    /// At most `limit` templates which together would have saved most in `reports`; the most useful first.
    ///
    /// Templates are reports of the reader in which every statement recurs in another report, so that nothing of one
    /// patient's gets into a template. Chosen one after the other (greedy k-medoids) by the keys they save, estimated
    /// without completion, on a sample of the reports.
    public static func suggestedTemplates(from reports: [String], limit: Int = 9) -> [SuggestedTemplate] {
        let sample = every(reports, most: 500).map { Statement.all(in: $0) }
        let candidates = candidates(in: reports).map { SuggestedTemplate($0) }
        var cheapest = sample.map { $0.reduce(0) { $0 + typedKeys($1) } }
        let costs = candidates.map { candidate in
            sample.map { TemplateUse(candidate.statements, $0).fewestKeys { typed($0, $1) } + TemplateUse.keysToChoose }
        }
        var chosen: [SuggestedTemplate] = []
        while chosen.count < limit {
            let savings = costs.map { cost in zip(cost, cheapest).reduce(0) { $0 + max(0, $1.1 - $1.0) } }
            guard let best = savings.indices.max(by: { savings[$0] < savings[$1] }), savings[best] > 0 else { break }
            cheapest = zip(cheapest, costs[best]).map { min($0.0, $0.1) }
            chosen.append(candidates[best])
        }
        return chosen
    }

    private static func typed(_ statements: ArraySlice<Statement>, _ isWhole: Bool) -> Int {
        statements.reduce(0) { $0 + typedKeys($1) }
    }

    /// With completion a usual statement takes a key or two, another about a sixth of its length.
    private static func typedKeys(_ statement: Statement) -> Int { 1 + statement.text.count / 12 }

    /// Reports of recurrent statements alone, the most frequent first, then others spread evenly.
    private static func candidates(in reports: [String]) -> [String] {
        var seen: [String: Int] = [:]
        let split = reports.map { Statement.all(in: $0).map(\.text) }
        for statements in split { for text in Set(statements) { seen[text, default: 0] += 1 } }
        var counts: [String: Int] = [:]
        for (report, statements) in zip(reports, split) where statements.count > 1 {
            if statements.allSatisfy({ seen[$0, default: 0] > 1 }) { counts[report, default: 0] += 1 }
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return Array(ranked.prefix(80)) + every(Array(ranked.dropFirst(80)), most: 120)
    }

    private static func every(_ reports: [String], most: Int) -> [String] {
        let step = max(1, (reports.count + most - 1) / most)
        return stride(from: 0, to: reports.count, by: step).map { reports[$0] }
    }
}
