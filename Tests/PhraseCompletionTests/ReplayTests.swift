import ReportCorpus
import Testing

@testable import PhraseCompletion

/// The optimum is an optimum: judged by trying every way, and against the plain model.
@Suite struct ReplayTests {
    private func suggestion(_ text: String) -> Suggestion {
        let firstWordEnd = text.dropFirst().firstIndex(of: " ") ?? text.endIndex
        return Suggestion(
            text: text, probability: 0.5, wordEnds: [firstWordEnd, text.endIndex], plain: [])
    }

    /// The fewest keys by trying all ways from `rest` on.
    private func bruteForce(_ text: String, from position: Int, _ offers: [[String]], countingAlt: Bool) -> Int {
        let characters = Array(text)
        guard position < characters.count else { return 0 }
        var best = 1 + bruteForce(text, from: position + 1, offers, countingAlt: countingAlt)
        for (rank, offer) in offers[position].enumerated() where String(characters[position...]).hasPrefix(offer) {
            let keys = rank > 0 && countingAlt ? 2 : 1
            let after = bruteForce(text, from: position + offer.count, offers, countingAlt: countingAlt)
            best = min(best, keys + after)
            guard rank == 0 else { continue }
            let word = String(suggestion(offer).firstWord)
            best = min(best, 1 + bruteForce(text, from: position + word.count, offers, countingAlt: countingAlt))
        }
        return best
    }

    @Test func theOptimumIsWhatTryingAllWaysFinds() {
        var dice = Dice(seed: 2)
        for _ in 0..<120 {
            let text = String((0..<9).map { _ in "ab ".randomElement(using: &dice) ?? "a" })
            let offers = (0..<9).map { position in
                (0..<3).map { _ in
                    let right = String(text.dropFirst(position).prefix(Int.random(in: 1...5, using: &dice)))
                    return Bool.random(using: &dice) ? right : "b" + right
                }
            }
            let graph = KeyGraph(text) { before in offers[before.count].map(suggestion) }
            for alt in [false, true] {
                let expected = bruteForce(text, from: 0, offers, countingAlt: alt)
                #expect(graph.fewestKeys(countingAlt: alt) == expected)
            }
        }
    }

    @Test func withoutSuggestionsEveryCharacterIsAKey() {
        let text = "Lungs clear.\r\nNo é👨‍👩‍👧 effusion."
        #expect(KeyGraph(text) { _ in [] }.fewestKeys() == text.count)
        #expect(KeyGraph("") { _ in [] }.fewestKeys() == 0)
    }

    @Test func factorIsTheGeometricMean() throws {
        let factor = try #require(
            Factor([(characters: 100, keys: 10), (characters: 100, keys: 40), (characters: 0, keys: 5)]))
        #expect(abs(factor.mean - 5) < 1e-9)
        #expect(factor.interval.contains(5))
        #expect(abs(factor.ofTotals - 4) < 1e-9)
        let one = try #require(Factor([(characters: 30, keys: 0)]))
        #expect(abs(one.mean - 30) < 1e-9)
        #expect(Factor([(characters: Int, keys: Int)]()) == nil)
    }

    @Test func logarithmsAreRight() {
        for value in [0.001, 0.5, 1, 1.7, 2, 10, 259] {
            #expect(abs(NaturalLogarithm.exponential(NaturalLogarithm.of(value)) - value) < 1e-9 * max(value, 1))
            #expect(
                abs(Double(Logarithm.binary(Float(value))) - NaturalLogarithm.of(value) / NaturalLogarithm.of(2)) < 5e-3
            )
            #expect(abs(Logarithm.power(Logarithm.binary(Float(value))) / Float(value) - 1) < 1e-2)
        }
        #expect(abs(NaturalLogarithm.of(10) - 2.302585092994046) < 1e-12)
    }

    @Test func completionBeatsThePlainModel() throws {
        var corpus = Corpus(seed: 41, readers: 4)
        let learned = corpus.reports(60)
        let written = corpus.reports(2)
        let plain = PlainNGram(learning: learned)
        let model = PhraseModel(learning: learned.map { ($0, .own) })
        let replay = KeystrokeReplay(
            templates: Habits.suggestedTemplates(from: learned, limit: 3), macros: Habits.suggestedMacros(from: learned)
        )
        let before = written.map { replay.result(of: $0, suggest: plain.suggestions) }
        let after = written.map { text in
            var session = PhraseSession(model)
            return replay.result(of: text) { session.suggestions(after: $0, limit: 5) }
        }
        let old = try #require(Factor(before.map { ($0.characters, $0.keys) }))
        let new = try #require(Factor(after.map { ($0.characters, $0.keys) }))
        #expect(new.mean > old.mean * 1.2, "plain \(old.mean), ours \(new.mean)")
        #expect(after.allSatisfy { $0.keys <= $0.keysCountingAlt && $0.keysWithTemplates <= $0.keys })
    }
}

@Suite struct HabitsTests {
    @Test func statementsAreSentencesAndHeadings() {
        let report = "FINDINGS:\nHeart normal. 1.5 cm nodule.\n\n1. No change. 2. Follow up"
        let statements = Statement.all(in: report)
        #expect(
            statements.map(\.text) == [
                "FINDINGS:", "Heart normal.", "1.5 cm nodule.", "1. No change.", "2. Follow up",
            ])
        #expect(statements.map(\.text).indices.allSatisfy { !statements[$0].text.isEmpty })
        #expect(statements.map { $0.text + $0.separator }.joined() == report)
        #expect(Statement.all(in: " \n ").isEmpty)
    }

    private func keys(_ template: String, _ report: String) -> Int {
        TemplateUse(Statement.all(in: template), Statement.all(in: report)).fewestKeys { statements, _ in
            statements.reduce(0) { $0 + $1.text.count }
        }
    }

    @Test func anUntouchedTemplateCostsNothing() {
        #expect(keys("A a. B b. C c.", "A a. B b. C c.") == 0)
    }

    @Test func editingATemplateCostsNavigationAndTyping() {
        // Tab, Tab, type over.
        #expect(keys("A a. B b. C c.", "A a. B b. Xyz.") == 2 + 4)
        // Tab, delete, and the rest stays.
        #expect(keys("A a. B b. C c.", "A a. C c.") == 2)
        // End, type behind the first.
        #expect(keys("A a. B b.", "A a. New one. B b.") == 1 + 8)
        // Delete all three, with Tab between.
        #expect(keys("A a. B b. C c.", "") == 5)
    }

    @Test func macrosAreFrequentBlocks() {
        let block = "Lungs clear. Heart normal. No effusion."
        let macros = Habits.suggestedMacros(from: (0..<10).map { block + " Case \($0) differs." })
        #expect(macros.map(\.text).contains(block))
        #expect(Set(macros.map(\.name)).count == macros.count)
        #expect(macros.allSatisfy { $0.keys == 4 })
    }
}

/// No text crashes it, and what it says can always be inserted.
@Suite struct FuzzTests {
    @Test func anyTextMayBeLearnedAndWritten() {
        var dice = Dice(seed: 99)
        var model = PhraseModel()
        for round in 0..<60 {
            model.learn(dice.text(length: Int.random(in: 0...40, using: &dice)), source: .own)
            if round % 20 == 0 { model.consolidate() }
            let text = dice.text(length: Int.random(in: 0...30, using: &dice))
            for suggestion in model.suggestions(after: text, limit: 9) {
                #expect(!suggestion.text.isEmpty)
                #expect(suggestion.wordEnds.last == suggestion.text.endIndex)
                #expect(suggestion.plain.allSatisfy { $0.range.upperBound <= suggestion.text.endIndex })
            }
        }
    }

    @Test func learnedOddTextsAreWrittenAgain() {
        var dice = Dice(seed: 100)
        let texts = (0..<8).map { _ in dice.text(length: 25) }
        let model = PhraseModel(learning: texts.flatMap { [($0, .own), ($0, .own)] })
        for text in texts {
            var session = PhraseSession(model)
            #expect(KeyGraph(text) { session.suggestions(after: $0, limit: 3) }.fewestKeys() <= text.count)
        }
    }

    @Test func hugeWordsAndLinesAreNoTrouble() {
        var model = PhraseModel()
        model.learn(String(repeating: "x", count: 900))
        model.learn(String(repeating: "no ", count: 600))
        model.learn(String(repeating: "\n", count: 400))
        model.consolidate()
        for text in [String(repeating: "x", count: 800), String(repeating: "no ", count: 100), "no", "\n"] {
            _ = model.suggestions(after: text, limit: 9)
        }
    }
}

@Suite struct CorpusTests {
    @Test func theSameSeedGivesTheSameReports() {
        var (one, other, third) = (Corpus(seed: 1), Corpus(seed: 1), Corpus(seed: 2))
        let reports = one.reports(20)
        #expect(reports == other.reports(20))
        #expect(reports != third.reports(20))
    }

    @Test func reportsAreAboutAsLongAsRealOnes() {
        var corpus = Corpus(seed: 8)
        let lengths = corpus.reports(100).map(\.count)
        #expect((200...320).contains(lengths.reduce(0, +) / lengths.count))
    }

    @Test func noPatternIsLeftUnfilled() {
        var corpus = Corpus(seed: 9)
        for report in corpus.reports(60) {
            #expect(!report.contains { "{}|".contains($0) }, "\(report)")
            #expect(!report.contains("  "))
        }
    }
}
