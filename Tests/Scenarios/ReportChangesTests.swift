import Radiology
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

    private func report(_ number: Int, _ sections: [ReportSection]) -> PriorReport {
        let study = StudyInstanceUID(rawValue: "1.2.3")!
        return PriorReport(
            document: DocumentReference(
                study: study, series: SeriesInstanceUID(rawValue: "1.2.3.\(number)")!,
                instance: SOPInstanceUID(rawValue: "1.2.3.\(number).1")!),
            title: "Report", sections: sections)
    }

    /// An addendum adds to what stands; it does not take the report away.
    @Test func anAddendumIsWhatChanged() throws {
        let study = Study(
            uid: StudyInstanceUID(rawValue: "1.2.3")!,
            patient: Patient(identifier: PatientIdentifier(id: PatientID(rawValue: "P")!), name: nil))
        let whole = report(1, [ReportSection(title: "Impression", text: "Pneumonia.")])
        let one = report(2, [ReportSection(title: "Addendum", text: "Seen by the ward.")])
        let told = ReportSection(title: "Communication", text: "Critical finding: pneumothorax.")
        let other = report(3, [ReportSection(title: "Addendum", text: "Drain placed."), told])
        let newer = try #require(ReportChanges.Standing(study, [other, one, whole]))
        let older = try #require(ReportChanges.Standing(study, [one, whole]))
        let changes = ReportChanges(older: older, newer: newer).sections
        #expect(changes.map(\.title) == ["Impression", "Addendum", "Communication"])
        #expect(changes[0].changes == [.same("Pneumonia.")])
        #expect(changes[1].changes == [.same("Seen by the ward."), .new("Drain placed.")])
    }
}
