import PhraseCompletion
import Testing

@Suite struct SuggestionTests {
    private let normal = "The lungs are clear. The heart is normal in size.\nNo acute disease."

    private func model(_ reports: [String]) -> PhraseModel {
        PhraseModel(learning: reports.map { ($0, .own) })
    }

    private func texts(_ model: PhraseModel, after text: String, limit: Int = 5) -> [String] {
        model.suggestions(after: text, limit: limit).map(\.text)
    }

    @Test func nothingLearnedProposesNothing() {
        #expect(PhraseModel().suggestions(after: "The", limit: 5).isEmpty)
        #expect(model([]).suggestions(after: "", limit: 5).isEmpty)
        #expect(model([normal]).suggestions(after: "", limit: 0).isEmpty)
    }

    @Test func aKnownReportIsProposedExactly() {
        let reader = model(Array(repeating: normal, count: 20))
        #expect(texts(reader, after: "").first == normal)
        #expect(texts(reader, after: "The lu").first == String(normal.dropFirst(6)))
        #expect(texts(reader, after: "The lungs are clear.").first == String(normal.dropFirst(20)))
        #expect(texts(reader, after: normal).isEmpty)
    }

    @Test func aWordIsFoundWhateverItsCapitals() {
        let reader = model(Array(repeating: normal, count: 20))
        #expect(texts(reader, after: "the lun").first?.hasPrefix("gs are clear") == true)
    }

    @Test func anUnknownWordDoesNoHarm() {
        let reader = model(Array(repeating: normal, count: 20))
        #expect(texts(reader, after: "Qwxyz. The lungs are").first?.hasPrefix(" clear") == true)
        #expect(texts(reader, after: "Qwxyz").isEmpty)
    }

    @Test func bothWaysAtAForkAreProposed() {
        let reports = (0..<40).map {
            "The lungs are \($0 % 2 == 0 ? "clear without infiltrate" : "hyperinflated today")."
        }
        let found = texts(model(reports), after: "The lungs are ")
        #expect(found.contains { $0.hasPrefix("clear without infiltrate") })
        #expect(found.contains { $0.hasPrefix("hyperinflated today") })
    }

    @Test func theImpressionFollowsTheFindings() {
        let reports = (0..<60).map { number in
            number % 2 == 0
                ? "Heart normal. Lungs clear. Bones intact.\nImpression: normal chest."
                : "Heart enlarged. Effusion seen. Bones intact.\nImpression: decompensated failure."
        }
        let reader = model(reports)
        let normal = texts(reader, after: "Heart normal. Lungs clear. Bones intact.\nImpression:", limit: 1)
        let failing = texts(reader, after: "Heart enlarged. Effusion seen. Bones intact.\nImpression:", limit: 1)
        #expect(normal.first?.contains("normal chest") == true)
        #expect(failing.first?.contains("decompensated failure") == true)
    }

    @Test func aSentenceAlreadySaidGivesWay() {
        let reports = (0..<30).map { number in
            "\(["Alpha first", "Beta", "Gamma"][number % 3]). No pleural effusion. Heart normal in size."
        }
        let first = texts(model(reports), after: "No pleural effusion. Heart normal in size. Delta.", limit: 1)
        #expect(first.first?.contains("No pleural effusion") != true)
    }

    @Test func theReadersOwnWordsWeighMost() {
        var both = PhraseModel()
        for _ in 0..<10 { both.learn("Lungs: clear as glass here", source: .own) }
        for _ in 0..<10 { both.learn("Lungs: unremarkable today again", source: .library) }
        #expect(texts(both, after: "Lungs:", limit: 1).first?.hasPrefix(" clear as glass") == true)
    }

    @Test func whatWasPassedOverMakesRoom() {
        var reports: [String] = []
        for word in ["clear and expanded", "cloudy and small", "crowded at bases", "chronic in change"] {
            for _ in 0..<(word.hasPrefix("clear") ? 40 : 10) { reports.append("The lungs are \(word) today.") }
        }
        let reader = model(reports)
        let shown = texts(reader, after: "The lungs are ", limit: 1)
        let next = texts(reader, after: "The lungs are c", limit: 1)
        #expect(shown.first?.hasPrefix("clear") == true)
        #expect(next.first?.hasPrefix("lear") == false)
    }

    @Test func wordsEndWhereTheKeyForOneWordStops() throws {
        let reader = model(Array(repeating: normal, count: 20))
        let suggestion = try #require(reader.suggestions(after: "The", limit: 1).first)
        let words = suggestion.wordEnds.map { String(suggestion.text[..<$0]) }
        #expect(suggestion.firstWord == " lungs")
        #expect(Array(words.prefix(4)) == [" lungs", " lungs are", " lungs are clear.", " lungs are clear. The"])
        #expect(suggestion.wordEnds.last == suggestion.text.endIndex)
    }

    @Test func probabilitiesAreProbabilities() {
        let reports = (0..<60).map { "Word\(["a", "b", "c", "d", "e", "f"][$0 % 6]) follows here. End." }
        for text in ["", "W", "Wordb", "Wordb follows", "Wordc follows here."] {
            let found = model(reports).suggestions(after: text, limit: 9)
            #expect(found.allSatisfy { $0.probability > 0 && $0.probability <= 1 })
            let apart = found.filter { one in
                !found.contains { $0.text != one.text && one.text.hasPrefix($0.text) }
            }
            #expect(apart.reduce(0) { $0 + $1.probability } <= 1.001)
        }
    }

    @Test func aSuggestionIsNeverEmptyOrDouble() {
        let reports = (0..<50).map { "The \(["a", "b"][$0 % 2]) is \(["c", "d", "e"][$0 % 3])." }
        let reader = model(reports)
        for text in ["", "T", "The", "The ", "The a", "The a is", "The a is "] {
            let found = texts(reader, after: text, limit: 9)
            #expect(found.allSatisfy { !$0.isEmpty })
            #expect(Set(found).count == found.count)
        }
    }
}
