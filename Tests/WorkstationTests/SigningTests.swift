import Radiology
import ReportChecks
import ReportTemplates
import Sync
import Testing
import Wording

@testable import Workstation

/// The clinical act (SAFETY, invariants 1, 8, 9 and 10).
@Suite struct SigningTests {
    private func reviewing(_ current: StudyDetail = Fixture.detail()) -> WorkstationState {
        var state = Fixture.reporting()
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation(current))))
        return state
    }

    private func confirm(_ state: inout WorkstationState) -> [Effect] { state.update(.signing(.confirmed)) }

    @Test func askingSavesAndReadsTheIdentityOnceMore() {
        var state = Fixture.reporting()
        state.type("Pulse")
        let effects = state.take(.signAsked(thenNext: false))
        #expect(effects.savedDrafts.count == 1)
        #expect(effects.contains { if case .prepareSigning = $0 { true } else { false } })
        #expect(state.overlay == .signing && state.signing?.phase == .preparing)
        #expect(confirm(&state).isEmpty, "nothing is signed before the identity was read")
    }

    @Test func theRequestCarriesWhatWasShown() throws {
        var current = Fixture.detail()
        current.study.order.indication = "Corrected since."
        var state = reviewing(current)
        let request = try #require(confirm(&state).signings.first)
        #expect(request.subject == current && request.textDigest == Fixture.digest && request.flags == .final)
        #expect(request.text == state.signing?.text && request.text.contains("Normal chest."))
        #expect(request.sections.map(\.title) == ["Findings", "Impression"])
    }

    @Test func preliminaryIsSignedAsSuch() {
        var state = reviewing()
        _ = state.update(.signing(.kindToggled))
        #expect(confirm(&state).signings.first?.flags == .preliminary)
    }

    @Test func aPatientOfTheSameNameIsSaid() {
        var state = Fixture.reporting()
        state.take(.signAsked(thenNext: false))
        var preparation = Fixture.preparation()
        preparation.homonyms = [
            Patient(identifier: nil, name: nil, birthDate: CalendarDate(year: 1961, month: 3, day: 12))
        ]
        _ = state.update(.signing(.prepared(preparation)))
        #expect(confirm(&state).isEmpty, "to be acknowledged first")
        #expect(state.signing?.open.map(\.sentence) == ["Another patient here has this name: born 1961-03-12, no ID."])
        _ = state.update(.signing(.acknowledged))
        _ = state.update(.signing(.reasonGiven))
        #expect(confirm(&state).signings.count == 1)
    }

    @Test func enterTwiceSignsOnce() {
        var state = reviewing()
        #expect(confirm(&state).signings.count == 1)
        #expect(confirm(&state).isEmpty)
        #expect(state.take(.signAsked(thenNext: false)).isEmpty)
    }

    @Test func nothingIsSignedBeforeTheTransactionReturned() {
        var state = reviewing()
        _ = confirm(&state)
        _ = state.update(.signing(.cancelled))
        _ = state.update(.signing(.jumped))
        #expect(state.signing?.phase == .signing && state.system.notice == nil && state.editor != nil)
        _ = state.update(.signing(.signed(Fixture.version(), Fixture.digest)))
        #expect(state.signing == nil && state.editor == nil && state.screen == .worklist)
        #expect(state.system.notice?.text.hasPrefix("Signed final 7f3a c01e") == true)
    }

    /// A save behind the transaction would bring the signed draft back.
    @Test func nothingIsSavedWhileTheTransactionRuns() {
        var state = Fixture.reporting()
        state.type("Pulse")
        state.take(.signAsked(thenNext: false))
        _ = state.update(.editor(.draftSaveFailed(Fixture.uid(1), "The disk is full.")))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        #expect(confirm(&state).signings.count == 1)
        #expect(state.wait(10).savedDrafts.isEmpty && state.nextWake > state.system.now)
        #expect(state.update(.system(.suspendAsked)) == [.suspend])
        #expect(state.update(.system(.quitAsked)).savedDrafts.isEmpty)
        var ended = state
        #expect(ended.update(.system(.terminated)) == [.quit])
        _ = state.update(.signing(.failed("The disk is full.")))
        #expect(state.wait(1).savedDrafts.count == 1)
    }

    @Test func lettersThatPickedNothingAreSignedAsTheyWereTyped() {
        var state = Fixture.reporting()
        state.type("p")
        state.take(.signAsked(thenNext: false))
        #expect(state.signing?.text.contains("Clear.") == false)
        #expect(state.text(of: "Lungs") == "p")
    }

    @Test func signingAfterALostClaimSaysSo() {
        var state = Fixture.reporting()
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        #expect(
            state.signing?.open.map(\.sentence) == ["Lee claimed this study first; two reports may come of it."])
        #expect(confirm(&state).isEmpty)
        _ = state.update(.signing(.acknowledged))
        _ = state.update(.signing(.reasonGiven))
        #expect(confirm(&state).signings.count == 1)
    }

    @Test func aFailureKeepsTheDraftAndCanBeTriedAgain() {
        var state = reviewing()
        _ = confirm(&state)
        _ = state.update(.signing(.failed("The disk is full.")))
        #expect(state.signing?.failure == "The disk is full." && state.editor != nil)
        #expect(confirm(&state).signings.count == 1)
    }

    /// A slow answer to an earlier question must not make the running transaction look finished.
    @Test func aLateFailureOfAnEarlierPreparationSignsNothingTwice() {
        var state = reviewing()
        _ = confirm(&state)
        _ = state.update(.signing(.preparationFailed("No answer.")))
        #expect(state.signing?.phase == .signing)
        #expect(confirm(&state).isEmpty)
    }

    @Test func anAnswerAboutAnotherTextIsNotForThisOne() {
        var state = Fixture.reporting()
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation(text: "older text"))))
        #expect(state.signing?.phase == .preparing)
    }

    @Test func withoutPreparationNothingCanBeSigned() {
        var state = Fixture.reporting()
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.preparationFailed("Not in the store.")))
        #expect(state.signing?.canSign == false)
        #expect(confirm(&state).isEmpty)
    }

    @Test func anEmptyReportIsNotSigned() {
        var state = Fixture.reporting()
        for place in state.editor?.draft.places.indices ?? 0..<0 { state.take(.placeChosen(place), .backspaced) }
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        #expect(confirm(&state).isEmpty && state.signing?.failure != nil)
        _ = state.update(.signing(.acknowledged))
        _ = state.update(.signing(.reasonGiven))
        #expect(state.signing?.canSign == false, "a prohibition cannot be acknowledged")
    }

    @Test func aNewSeriesIsAcknowledgedFirst() {
        var current = Fixture.detail()
        current.series.append(Fixture.series(5))
        var state = reviewing(current)
        #expect(confirm(&state).isEmpty)
        _ = state.update(.signing(.acknowledged))
        _ = state.update(.signing(.reasonGiven))
        #expect(confirm(&state).signings.count == 1)
    }

    @Test(arguments: [("JD1961", true), (" j d 1961", true), ("JD1959", false), ("", false), ("00121", true)])
    func anotherIdentityIsTyped(typed: String, isRight: Bool) {
        var current = Fixture.detail()
        current.study.patient.birthDate = CalendarDate(dicom: "19610312")
        var state = reviewing(current)
        _ = state.update(.signing(.acknowledged))
        _ = state.update(.signing(.reasonGiven))
        #expect(confirm(&state).isEmpty)
        _ = state.update(.signing(.identityTyped(typed)))
        #expect(confirm(&state).signings.count == (isRight ? 1 : 0))
    }

    /// Where the name or the birth date is missing, initials alone would be too easily right.
    @Test func withoutBirthDateOnlyTheIdentifierWillDo() {
        var current = Fixture.detail()
        current.study.patient.birthDate = nil
        var state = reviewing(current)
        _ = state.update(.signing(.identityTyped("JD")))
        #expect(confirm(&state).isEmpty)
        _ = state.update(.signing(.identityTyped("00121")))
        #expect(confirm(&state).signings.count == 1)
    }

    @Test func jumpingGoesToThePlace() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("left [side]")
        state.go(to: "Lungs")
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        _ = state.update(.signing(.jumped))
        #expect(state.overlay == nil && state.editor?.draft.place?.label == "Other")
    }

    @Test func signAndNextReadsOn() {
        var state = Fixture.state()
        let rows = [Fixture.row(1, .claimed, mine: true), Fixture.row(2)]
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: rows, offset: 0, total: 2))))
        _ = state.update(.worklist(.reportChosen))
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: true)))
        state.take(.signAsked(thenNext: true))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        _ = confirm(&state)
        let effects = state.update(.signing(.signed(Fixture.version(), Fixture.digest)))
        #expect(effects.contains(.openStudy(Fixture.uid(2), reporting: true)))
        // Before the list is read again, the signed study is not offered as unread.
        #expect(state.worklist.rows[0].status == .signedHere(.final))
    }

    @Test func anAddendumNamesWhatItAddsTo() throws {
        var state = Fixture.state()
        _ = state.open(Fixture.row(1), reporting: true)
        let effects = state.update(.study(.opened(Fixture.bundle(versions: [Fixture.version()]), reporting: true)))
        #expect(effects.isEmpty, "what is signed here needs no claim")
        #expect(state.editor?.draft.content.template.purpose == .addendum)
        let predecessor = try #require(state.editor?.draft.predecessor)
        #expect(predecessor.number == 1 && predecessor.document == Fixture.version().document)
        #expect(state.editor?.shownPrior?.reports.count == 1, "the report it adds to lies beside it")
    }

    @Test func aPreliminaryReportIsGoneOnWithAndReplacedAsAWhole() throws {
        var state = Fixture.state()
        _ = state.open(Fixture.row(1), reporting: true)
        let preliminary = Fixture.version(Fixture.study(), .preliminary)
        _ = state.update(.study(.opened(Fixture.bundle(versions: [preliminary]), reporting: true)))
        let draft = try #require(state.editor?.draft)
        #expect(!draft.isAddendum)
        #expect(draft.content.plainText() == preliminary.text)
        #expect(draft.predecessor?.number == 1)
    }
}
