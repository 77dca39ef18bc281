import Radiology
import ReportTemplates
import Testing
import Wording

@testable import Workstation

/// A draft is on the disk soon, and what is not on the disk stays in memory (SAFETY, invariants 15 and 18).
@Suite struct AutosaveTests {
    private func saved(_ state: inout WorkstationState, _ draft: Draft) {
        _ = state.update(.editor(.draftSaved(draft.study, edits: draft.edits, at: state.system.now)))
    }

    @Test func dueWithinASecondOfAKey() throws {
        var state = Fixture.reporting()
        #expect(state.type("x").savedDrafts.isEmpty)
        let due = try #require(state.editor?.autosaveDue)
        #expect(due.seconds(since: state.system.now) <= 1 && state.nextWake <= due)
        #expect(state.wait(1).savedDrafts.map(\.edits) == [1])
    }

    @Test func fifteenEditsSaveAtOnce() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        let effects = state.type(String(repeating: "x", count: 40))
        #expect(effects.savedDrafts.first?.edits ?? 99 <= 16)
        #expect(effects.savedDrafts.count == 1, "the next save waits for the answer to the first")
    }

    @Test func whatIsTypedDuringASaveIsSavedAfterIt() throws {
        var state = Fixture.reporting()
        state.type("one")
        let first = try #require(state.wait(1).savedDrafts.first)
        state.type("two")
        #expect(state.wait(1).savedDrafts.isEmpty)
        saved(&state, first)
        #expect(state.editor?.isUnsaved == true)
        #expect(state.wait(1).savedDrafts.first?.text == "onetwo")
    }

    @Test func nothingIsSavedTwice() throws {
        var state = Fixture.reporting()
        state.type("one")
        saved(&state, try #require(state.wait(1).savedDrafts.first))
        #expect(state.wait(60).savedDrafts.isEmpty)
        #expect(state.editor?.isUnsaved == false)
    }

    @Test func aFailureKeepsTheTextSaysSoAndTriesAgain() {
        var state = Fixture.reporting()
        state.type("one")
        _ = state.wait(1)
        _ = state.update(.editor(.draftSaveFailed(Fixture.uid(1), "The disk is full.")))
        #expect(state.editor?.saveFailure == "The disk is full." && state.text(of: "Lungs") == "one")
        #expect(state.system.notice?.tone == .warning)
        #expect(state.wait(1).savedDrafts.isEmpty)
        #expect(state.wait(4).savedDrafts.count == 1)
    }

    @Test func leavingWithAFailingStoreLosesNothing() throws {
        var state = Fixture.reporting()
        state.type("precious")
        #expect(state.take(.left).savedDrafts.count == 1)
        _ = state.update(.editor(.draftSaveFailed(Fixture.uid(1), "The disk is full.")))
        #expect(state.editor == nil && state.leftEditors.count == 1)
        #expect(state.wait(5).savedDrafts.first?.text == "precious")
        // Reopened before the store could take it: the store has nothing, memory has all.
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: true)))
        #expect(state.text(of: "Lungs") == "precious")
        // … and it saves by itself again.
        #expect(state.wait(10).savedDrafts.count == 1)
    }

    @Test func aLeftReportIsForgottenOnceItIsSaved() throws {
        var state = Fixture.reporting()
        state.type("x")
        let draft = try #require(state.take(.putAside).savedDrafts.first)
        #expect(state.system.notice == nil, "nothing says saved before it is")
        saved(&state, draft)
        #expect(state.leftEditors.isEmpty && state.system.notice?.text == "Draft saved.")
    }

    @Test func terminationSavesAndEnds() {
        var state = Fixture.reporting()
        state.type("x")
        let effects = state.update(.system(.terminated))
        #expect(effects.savedDrafts.count == 1 && effects.last == .quit)
    }

    @Test func quittingWaitsForAnUnsavedDraft() {
        var state = Fixture.reporting()
        state.type("x")
        state.take(.putAside)
        _ = state.update(.editor(.draftSaveFailed(Fixture.uid(1), "The disk is full.")))
        let effects = state.update(.system(.quitAsked))
        #expect(!effects.contains(.quit) && effects.savedDrafts.count == 1)
    }

    /// A clock that is set back by an hour must not hold back a save for an hour.
    @Test func aClockSetBackHoldsNothingBack() {
        var state = Fixture.reporting()
        state.type("x")
        #expect(state.wait(-3600).savedDrafts.count == 1)
    }

    /// Two answers to one question: the second must not put the report back to its beginning.
    @Test func openingTwiceKeepsWhatWasTypedInBetween() {
        var state = Fixture.reporting()
        state.type("typed")
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: true)))
        #expect(state.text(of: "Lungs") == "typed")
    }

    @Test func discardingAsksFirst() {
        var state = Fixture.reporting()
        state.type("x")
        #expect(state.take(.discardAsked).isEmpty && state.overlay == .discarding)
    }
}
