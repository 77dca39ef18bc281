import Testing

@testable import Screens

@Suite struct ReportChangesTests {
    @Test func sentencesEndAtStopsAndLineEnds() {
        #expect(
            ReportChanges.sentences(of: "Nodule of 1.5 cm. Stable.\nNo effusion\n\n  New line!")
                == ["Nodule of 1.5 cm.", "Stable.", "No effusion", "New line!"])
        #expect(ReportChanges.sentences(of: " \n ").isEmpty)
    }

    @Test func whatStaysStaysInItsOrder() {
        #expect(
            ReportChanges.changes(
                from: "Lungs clear. Small effusion. Heart normal.", to: "Lungs  clear. Heart normal. Line in situ.")
                == [
                    .same("Lungs clear."), .gone("Small effusion."), .same("Heart normal."), .new("Line in situ."),
                ])
        #expect(ReportChanges.changes(from: "", to: "A. B.") == [.new("A."), .new("B.")])
        #expect(ReportChanges.changes(from: "A.", to: "") == [.gone("A.")])
    }

    /// A text made to be expensive costs a moment, not the program.
    @Test func longTextsAreNotComparedSentenceBySentence() {
        let long = (0..<2000).map { "s\($0)." }.joined(separator: " ")
        #expect(ReportChanges.changes(from: long, to: long).count == 4000)
    }
}
