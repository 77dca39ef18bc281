import ReportCorpus
import Testing

@testable import PhraseCompletion

/// Sides, numbers and negations are always marked, and one patient's particulars never proposed to another.
@Suite struct SafetyTests {
    private func marked(_ suggestion: Suggestion) -> [String] {
        suggestion.plain.map { "\($0.kind) \(suggestion.text[$0.range])" }
    }

    @Test func everySideNumberAndNegationIsMarked() throws {
        let report = "A 7 mm nodule in the left base without effusion, not seen on two views."
        let model = PhraseModel(learning: Array(repeating: (report, .own), count: 20))
        let suggestion = try #require(model.suggestions(after: "A", limit: 1).first)
        #expect(suggestion.text == report.dropFirst())
        #expect(marked(suggestion) == ["number 7", "side left", "negation without", "negation not", "number two"])
    }

    @Test func aWordBegunIsMarkedInItsRest() throws {
        let model = PhraseModel(learning: Array(repeating: ("Opacity in the right lung.", .own), count: 20))
        let suggestion = try #require(model.suggestions(after: "Opacity in the ri", limit: 1).first)
        #expect(suggestion.text == "ght lung.")
        #expect(marked(suggestion) == ["side ght"])
    }

    @Test(arguments: [
        ("links", PlainPart.Kind.side), ("rechtsseitig", .side), ("Bilateral", .side), ("LEFT", .side),
        ("kein", .negation),
        ("Keine", .negation), ("ohne", .negation), ("isn't", .negation), ("No", .negation), ("free", .negation),
        ("T12", .number), ("1.7", .number), ("zwei", .number), ("third", .number), ("²", .number),
    ])
    func decidingWordsAreKnown(word: String, kind: PlainPart.Kind) {
        #expect(PlainWords.kind(of: word) == kind)
    }

    @Test(arguments: ["lungs", "normal", "noted", "nodule", "thorax", "Herz", "the", "."])
    func otherWordsAreNotMarked(word: String) {
        #expect(PlainWords.kind(of: word) == nil)
    }

    @Test func noMarkIsEverMissing() {
        var corpus = Corpus(seed: 21, readers: 4)
        let model = PhraseModel(learning: corpus.reports(30).map { ($0, .own) })
        let text = corpus.report().prefix(90)
        var session = PhraseSession(model)
        for index in text.indices {
            for suggestion in session.suggestions(after: text[..<index], limit: 9) {
                let marks = suggestion.plain.map(\.range)
                #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
                for word in suggestion.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).dropFirst()
                where PlainWords.kind(of: String(word)) != nil {
                    #expect(
                        marks.contains { $0.overlaps(word.startIndex..<word.endIndex) }, "\(word) in \(suggestion.text)"
                    )
                }
            }
        }
    }

    @Test func aNameOrDateOfOneReportIsNotProposed() {
        var reports = (0..<30).map { _ in "Comparison with the study of today. Lungs clear." }
        reports.append("Comparison with Annabel Zwickel born 12/03/1961, number 4711. Lungs clear.")
        let model = PhraseModel(learning: reports.map { ($0, .own) })
        let moments = [
            "", "Comparison", "Comparison with", "Comparison with A", "Comparison with Annabel",
            "Comparison with Annabel Z",
            "Comparison with Annabel Zwickel born", "Comparison with Annabel Zwickel born ", "born 1", "number",
            "number 4",
        ]
        for text in moments {
            for suggestion in model.suggestions(after: text, limit: 9) {
                for secret in ["nnabel", "wickel", "12", "03", "1961", "4711", "711"] {
                    #expect(!suggestion.text.contains(secret), "\(suggestion.text) after \(text)")
                }
            }
        }
    }

    @Test func whatTwoReportsSayIsNoSecret() {
        let reports = [
            "Nodule of 12 mm seen by Dr Zwickel.", "Nodule of 12 mm seen by Dr Zwickel.", "Lungs clear.",
            "Lungs clear.",
        ]
        let model = PhraseModel(learning: reports.map { ($0, .own) })
        #expect(
            model.suggestions(after: "Nodule of", limit: 3).contains { $0.text.contains("12 mm seen by Dr Zwickel") })
    }

    @Test func suggestedTemplatesHoldNothingOfOnePatient() {
        var reports = Array(repeating: "Lungs clear. Heart normal. No effusion.", count: 20)
        reports += Array(repeating: "Lungs clear. Heart enlarged. Small effusion.", count: 10)
        reports.append("Lungs clear. Heart normal. Seen with Ms Zwickel.")
        let templates = Habits.suggestedTemplates(from: reports)
        #expect(templates.map(\.text).sorted() == Array(Set(reports.prefix(30))).sorted())
    }
}
