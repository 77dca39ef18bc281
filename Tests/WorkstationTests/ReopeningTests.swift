import Foundation
import Radiology
import ReportTemplates
import Testing
import Wording

@testable import Workstation

/// A report that is left and taken up again has every word, whichever way the reader goes (SAFETY, invariant 15).
@Suite struct ReopeningTests {
    private func saved(_ state: inout WorkstationState, _ draft: Draft) -> [Effect] {
        state.update(
            .editor(
                .draftSaved(draft.study, edits: draft.edits, at: state.system.now, begunAt: draft.begunAt)))
    }

    private let reopening = Effect.openStudy(Fixture.uid(1), reporting: true)

    @Test func aSavedReportIsReadFromTheStoreAgain() throws {
        var state = Fixture.reporting()
        state.type("typed")
        let draft = try #require(state.take(.left).savedDrafts.first)
        _ = saved(&state, draft)
        #expect(state.update(.study(.reportChosen)) == [reopening])
        #expect(state.editor == nil, "what was read at the first opening is out of date")
        _ = state.update(.study(.opened(Fixture.bundle(draft: draft), reporting: true)))
        #expect(state.text(of: "Lungs") == "typed")
    }

    @Test func aReportThatIsNotSavedYetIsTakenUpAtOnce() {
        var state = Fixture.reporting()
        state.type("typed")
        state.take(.left)
        #expect(state.update(.study(.reportChosen)).isEmpty)
        #expect(state.text(of: "Lungs") == "typed" && state.screen == .report && state.leftEditors.isEmpty)
    }

    @Test func fromTheWorklistTooBeforeTheStoreIsRead() throws {
        var state = Fixture.reporting()
        state.type("typed")
        let draft = try #require(state.take(.putAside).savedDrafts.first)
        #expect(state.open(Fixture.row(1), reporting: true) == [.openStudy(Fixture.uid(1), reporting: false)])
        _ = saved(&state, draft)
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: false)))
        #expect(state.text(of: "Lungs") == "typed" && state.screen == .report)
    }

    /// The store was read, then the save was done, then the older answer came.
    @Test func anAnswerFromBeforeTheSaveIsAskedForAgain() throws {
        var state = Fixture.reporting()
        state.type("typed")
        let draft = try #require(state.take(.left).savedDrafts.first)
        _ = saved(&state, draft)
        _ = state.update(.study(.reportChosen))
        #expect(state.update(.study(.opened(Fixture.bundle(), reporting: true))) == [reopening])
        #expect(state.editor == nil)
        _ = state.update(.study(.opened(Fixture.bundle(draft: draft), reporting: true)))
        #expect(state.text(of: "Lungs") == "typed")
    }

    @Test func anAnswerAboutAnEarlierDraftIsNotForThisOne() throws {
        var state = Fixture.reporting()
        state.type(String(repeating: "x", count: 9))
        let earlier = try #require(state.take(.discardAsked, .discardConfirmed).savedDrafts.first)
        _ = saved(&state, earlier)
        _ = state.wait(5)
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: true)))
        state.type("new")
        _ = saved(&state, earlier)
        #expect(state.editor?.isUnsaved == true && state.editor?.savedAt == nil)
        let failure = EditorMessage.draftSaveFailed(earlier.study, "Full.", begunAt: earlier.begunAt)
        _ = state.update(.editor(failure))
        #expect(state.editor?.saveFailure == nil)
    }

    @Test func aDraftOfAnOlderVersionCanBeRead() throws {
        let text = String(decoding: try JSONEncoder().encode(Fixture.draft()), as: UTF8.self)
        #expect(!text.contains("begunAt"))
        #expect(try JSONDecoder().decode(Draft.self, from: Data(text.utf8)).begunAt == nil)
    }
}

/// A discarded text is kept, and nothing says so before it is.
@Suite struct DiscardingTests {
    private func discarding() -> (WorkstationState, Draft?) {
        var state = Fixture.reporting()
        state.type("x")
        let draft = state.take(.discardAsked, .discardConfirmed).savedDrafts.first
        return (state, draft)
    }

    private func saved(_ state: inout WorkstationState, _ draft: Draft) -> [Effect] {
        state.update(
            .editor(
                .draftSaved(draft.study, edits: draft.edits, at: state.system.now, begunAt: draft.begunAt)))
    }

    @Test func savingComesFirst() throws {
        var (state, draft) = discarding()
        #expect(state.leftEditors.count == 1 && state.hasUnsavedText && state.system.notice == nil)
        #expect(saved(&state, try #require(draft)) == [.discardDraft(Fixture.uid(1))])
        #expect(state.leftEditors.isEmpty && state.system.notice == nil)
        _ = state.update(.editor(.draftDiscarded(Fixture.uid(1))))
        #expect(
            state.system.notice?.text
                == "Draft discarded. Its text is kept: restore-draft in its report brings it back.")
    }

    @Test func aDiscardedDraftComesBack() throws {
        var (state, draft) = discarding()
        let last = try #require(draft)
        _ = saved(&state, last)
        _ = state.update(.editor(.draftDiscarded(Fixture.uid(1))))
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: true)))
        #expect(state.text(of: "Lungs") != "x")
        #expect(state.take(.restoringAsked) == [.findDiscarded(Fixture.uid(1))])
        _ = state.update(.editor(.discardedFound(Fixture.uid(1), last)))
        #expect(state.text(of: "Lungs") == "x" && state.editor?.isUnsaved == true)
        #expect(state.wait(1).savedDrafts.first?.content == last.content)
    }

    @Test func aDiscardedDraftTakesThePlaceOfNothing() throws {
        var (state, draft) = discarding()
        let last = try #require(draft)
        _ = saved(&state, last)
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        _ = state.update(.study(.opened(Fixture.bundle(), reporting: true)))
        state.type("y")
        #expect(state.take(.restoringAsked).isEmpty)
        // Typed while the store looked for it.
        _ = state.update(.editor(.discardedFound(Fixture.uid(1), last)))
        #expect(state.text(of: "Lungs") == "y")
        // Another study's.
        _ = state.update(.editor(.discardedFound(Fixture.uid(2), last)))
        #expect(state.text(of: "Lungs") == "y")
    }

    @Test func whatIsNotSavedIsNotDiscarded() {
        var (state, _) = discarding()
        let failing = state.update(.editor(.draftSaveFailed(Fixture.uid(1), "The disk is full.")))
        #expect(failing.isEmpty && state.leftEditors.count == 1)
        #expect(state.system.notice?.text.hasPrefix("Draft NOT discarded") == true)
        #expect(state.wait(4).savedDrafts.count == 1)
    }

    @Test func whatIsSavedAlreadyIsDiscardedAtOnce() throws {
        var state = Fixture.reporting()
        state.type("x")
        _ = saved(&state, try #require(state.wait(1).savedDrafts.first))
        #expect(state.take(.discardAsked, .discardConfirmed).last == .discardDraft(Fixture.uid(1)))
        #expect(state.leftEditors.isEmpty)
    }

    @Test func reopeningBeforeItIsSavedTakesTheDiscardBack() throws {
        var (state, draft) = discarding()
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        #expect(state.text(of: "Lungs") == "x")
        #expect(saved(&state, try #require(draft)).isEmpty)
    }

    @Test func reopenedWhileTheStoreLetsGoOfItItIsSavedAnew() throws {
        var (state, draft) = discarding()
        let last = try #require(draft)
        _ = saved(&state, last)
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        let stale = Message.study(.opened(Fixture.bundle(draft: last), reporting: true))
        #expect(state.update(stale) == [.openStudy(Fixture.uid(1), reporting: true)])
        _ = state.update(stale)
        _ = state.update(.editor(.draftDiscarded(Fixture.uid(1))))
        #expect(state.editor?.draft == last && state.editor?.isUnsaved == true)
    }
}
