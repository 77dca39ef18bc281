import Radiology
import ReportTemplates
import Testing

@testable import Workstation

@Suite struct StudyTests {
    private static func attribute(_ depth: Int, _ keyword: String, _ value: String) -> MetadataAttribute {
        MetadataAttribute(depth: depth, tag: "(0000,0000)", keyword: keyword, value: value)
    }

    private func opened() -> WorkstationState {
        var state = Fixture.state()
        let row = Fixture.row(1)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: [row], offset: 0, total: 1))))
        _ = state.update(.worklist(.studyChosen))
        var bundle = Fixture.bundle(1)
        bundle.detail.attributes = [
            Self.attribute(0, "Modality", "CT"), Self.attribute(0, "OuterSequence", "1 item"),
            Self.attribute(1, "InnerSequence", "1 item"), Self.attribute(2, "CodeValue", "36643-5"),
            Self.attribute(1, "Beside", "x"), Self.attribute(0, "PatientName", "Doe^Jane"),
        ]
        _ = state.update(.study(.opened(bundle, reporting: false)))
        _ = state.update(.study(.metadataToggled))
        return state
    }

    private func keywords(_ state: WorkstationState) -> [String] {
        state.study?.tree.map(\.attribute.keyword) ?? []
    }

    @Test func aClosedSequenceHidesWhatIsInIt() {
        var state = opened()
        #expect(keywords(state).count == 6)
        _ = state.update(.study(.attributeSelected(2, top: 0)))
        _ = state.update(.study(.sequenceToggled))
        #expect(keywords(state) == ["Modality", "OuterSequence", "InnerSequence", "Beside", "PatientName"])
        // On a line inside a sequence it is the sequence that closes.
        _ = state.update(.study(.attributeSelected(3, top: 0)))
        _ = state.update(.study(.sequenceToggled))
        #expect(keywords(state) == ["Modality", "OuterSequence", "PatientName"])
        #expect(state.study?.selectedAttribute == 1)
        _ = state.update(.study(.sequenceToggled))
        #expect(keywords(state).count == 5)
    }

    @Test func aSearchShowsWhatLeadsToIt() {
        var state = opened()
        _ = state.update(.study(.attributeSelected(1, top: 0)))
        _ = state.update(.study(.sequenceToggled))
        _ = state.update(.study(.metadataSearched("36643")))
        // What is closed does not hide what is searched for.
        #expect(keywords(state) == ["OuterSequence", "InnerSequence", "CodeValue"])
        #expect(state.study?.attributes.map(\.keyword) == ["CodeValue"])
        _ = state.update(.study(.metadataSearched("nothing like it")))
        #expect(keywords(state).isEmpty)
    }

    @Test func aValueIsCopiedAndPutIntoItsOwnReportOnly() {
        var state = opened()
        _ = state.update(.study(.attributeSelected(3, top: 0)))
        #expect(state.update(.study(.valueCopied)) == [.copy("36643-5", what: "CodeValue")])
        _ = state.update(.study(.opened(Fixture.bundle(1), reporting: true)))
        _ = state.update(.editor(.valuePasted))
        #expect(state.editor?.draft.text.contains("36643-5") == true)
        // Another study's report does not take it.
        _ = state.update(.editor(.putAside))
        let row = Fixture.row(2)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: [row], offset: 0, total: 1))))
        _ = state.update(.worklist(.reportChosen))
        _ = state.update(.study(.opened(Fixture.bundle(2), reporting: true)))
        let before = state.editor?.draft
        _ = state.update(.editor(.valuePasted))
        #expect(state.editor?.draft == before && state.system.notice?.text.contains("another study") == true)
    }

    @Test func theViewerIsAskedForTheStudyInFront() {
        var state = opened()
        let study = state.study?.study
        #expect(state.update(.study(.viewerAsked)) == [study.map(Effect.openViewer)].compactMap(\.self))
        _ = state.update(.study(.closed))
        #expect(state.update(.study(.viewerAsked)).count == 1)
        var empty = Fixture.state()
        #expect(empty.update(.study(.viewerAsked)).isEmpty)
    }

    @Test func theReportComparesWithWhatWasChosen() {
        var state = WorkstationState(system: Fixture.state().system, templates: .shipped)
        let row = Fixture.row(1)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: [row], offset: 0, total: 1))))
        _ = state.update(.worklist(.studyChosen))
        var bundle = Fixture.bundle(1)
        bundle.detail.study.modalities = [.computedTomography]
        bundle.detail.study.bodyPart = "HEAD"
        var older = Fixture.bundle(7).detail.study
        older.date = CalendarDate(dicom: "20190301")
        var newer = Fixture.bundle(8).detail.study
        newer.date = CalendarDate(dicom: "20230602")
        bundle.priors = [Prior(study: newer), Prior(study: older)]
        _ = state.update(.study(.opened(bundle, reporting: false)))
        _ = state.update(.study(.priorSelected(1)))
        _ = state.update(.study(.comparisonToggled))
        _ = state.update(.study(.opened(bundle, reporting: true)))
        #expect(state.editor?.comparisons.map(\.study.uid) == [older.uid])
        #expect(state.editor?.shownPrior?.study.uid == older.uid)
        // And another one beside it, in the report.
        _ = state.update(.editor(.comparisonsOpened))
        _ = state.update(.dialog(.typed("1")))
        _ = state.update(.dialog(.confirmed))
        #expect(state.editor?.comparisons.map(\.study.uid) == [older.uid, newer.uid])
        let said = state.editor?.draft.places.contains { place in
            let text = state.editor?.draft.content.text(at: place.target) ?? ""
            return text.contains("2019-03-01") && text.contains("2023-06-02")
        }
        #expect(said == true)
    }
}

/// What comes in while a study is open changes nothing that is looked at or written.
@Suite struct RefreshTests {
    private func prior(_ number: Int, _ date: String, reports: [PriorReport] = []) -> Prior {
        var study = Fixture.study(number)
        study.date = CalendarDate(dicom: date)
        return Prior(study: study, reports: reports)
    }

    @Test func aReportThatCameSinceIsToldAndTakesNoPlace() throws {
        var bundle = Fixture.bundle()
        bundle.priors = [prior(3, "20240101"), prior(4, "20230101")]
        var state = Fixture.state()
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        _ = state.update(.study(.opened(bundle, reporting: true)))
        _ = state.update(.study(.priorSelected(1)))
        let before = try #require(state.editor)
        #expect(before.comparisons.map(\.study.uid) == [Fixture.uid(3)])
        let report = PriorReport(Fixture.version())
        bundle.priors = [
            prior(5, "20260101", reports: [report]), prior(3, "20240101"), prior(4, "20230101"),
        ]
        #expect(state.update(.study(.refreshed(bundle))).isEmpty)
        #expect(state.system.notice?.text.contains("came in since") == true)
        #expect(state.study?.prior?.study.uid == Fixture.uid(4))
        #expect(state.editor?.comparisons == before.comparisons && state.editor?.draft == before.draft)
        #expect(state.editor?.priors.count == 3)
        // An addendum's own report stays beside it.
        #expect(state.editor?.compared == nil)
        // Nothing new: nothing is said.
        state.system.clearNotice()
        _ = state.update(.study(.refreshed(bundle)))
        #expect(state.system.notice == nil)
    }
}
