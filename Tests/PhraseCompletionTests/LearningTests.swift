import ReportCorpus
import Testing

@testable import PhraseCompletion

@Suite struct LearningTests {
    private static let reports: [String] = {
        var corpus = Corpus(seed: 11, readers: 3)
        return corpus.reports(24)
    }()

    private static let moments: [String] = {
        var corpus = Corpus(seed: 12, readers: 3)
        return (corpus.reports(1) + reports.suffix(1)).flatMap { text in
            stride(from: 0, to: text.count, by: 17).map { String(text.prefix($0)) }
        }
    }()

    @Test func learningOneByOneEqualsLearningAtOnce() {
        var slow = PhraseModel()
        for report in Self.reports { slow.learn(report) }
        slow.consolidate()
        let fast = PhraseModel(learning: Self.reports.map { ($0, .own) })
        for text in Self.moments {
            #expect(slow.suggestions(after: text, limit: 5) == fast.suggestions(after: text, limit: 5))
        }
    }

    @Test func whatIsNotYetInOrderIsKnownAlready() {
        var model = PhraseModel(learning: Self.reports.prefix(14).map { ($0, .own) })
        for report in Self.reports.dropFirst(14) { model.learn(report) }
        #expect(model.unconsolidatedTokens > 0)
        let whole = PhraseModel(learning: Self.reports.map { ($0, .own) })
        for text in Self.moments {
            let one = model.suggestions(after: text, limit: 1).first
            let other = whole.suggestions(after: text, limit: 1).first
            #expect(abs((one?.probability ?? 0) - (other?.probability ?? 0)) < 0.01)
        }
    }

    @Test func answersDoNotDependOnWhatWasAskedBefore() {
        let model = PhraseModel(learning: Self.reports.map { ($0, .own) })
        let text = Self.reports[7].prefix(70)
        var typing = PhraseSession(model)
        var jumping = PhraseSession(model)
        let forward = text.indices.map { typing.suggestions(after: text[..<$0], limit: 4) }
        let backward = text.indices.reversed().map { jumping.suggestions(after: text[..<$0], limit: 4) }
        #expect(forward == backward.reversed())
    }

    @Test func theOrderIsSorted() {
        var index = ReportIndex()
        for report in Self.reports { index.append(report, source: .own) }
        index.consolidate()
        #expect(Set(index.order).count == index.tokens.count)
        let suffixes = index.order.map { place in
            Array((index.tokens[Int(place)...] + [.reportStart]).prefix(SuffixOrder.depth)).untilNextReport
        }
        #expect(zip(suffixes, suffixes.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    }

    @Test func everyContextIsFoundByBisection() {
        var index = ReportIndex()
        for report in Self.reports { index.append(report, source: .own) }
        index.consolidate()
        var dice = Dice(seed: 3)
        for _ in 0..<60 {
            let place = Int.random(in: 0..<index.tokens.count - 4, using: &dice)
            let pattern = index.tokens[place..<place + 3]
            guard !pattern.dropFirst().contains(.reportStart) else { continue }
            let last = pattern[place + 2]
            let found = index.places(after: pattern.dropLast(), next: last..<last + 1).map { Int(index.order[$0]) }
            let all = index.tokens.indices.filter { index.tokens[$0...].starts(with: pattern) }
            #expect(found.sorted() == all)
        }
    }

    @Test func escapesAreLearnedFromEnoughReports() {
        var corpus = Corpus(seed: 5, readers: 2)
        let model = PhraseModel(learning: corpus.reports(40).map { ($0, .own) })
        #expect(model.escapes != EscapeTable())
        #expect(model.escapes.escapes.allSatisfy { $0 == -1 || (0...1).contains($0) })
    }
}

extension [TokenID] {
    /// Up to the end of the report they begin in.
    fileprivate var untilNextReport: [TokenID] {
        guard let end = dropFirst().firstIndex(of: .reportStart) else { return self }
        return Array(self[...end])
    }
}
