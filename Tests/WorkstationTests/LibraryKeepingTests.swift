import Radiology
import ReportTemplates
import Testing

@testable import Workstation

/// What is edited in the library and not saved is lost to nothing that may come between.
@Suite struct LibraryKeepingTests {
    private func editing() -> WorkstationState {
        var state = Fixture.state()
        _ = state.update(.library(.loaded(LibraryContents(templates: Fixture.library))))
        _ = state.update(.library(.opened))
        _ = state.update(.library(.begun(.macro)))
        for text in ["nc", "\n", "Heart normal."] { _ = state.update(.library(.typed(text))) }
        return state
    }

    private func kept(_ effects: [Effect]) -> UnsavedLibraryFile? {
        effects.lazy.compactMap { if case .keepLibraryFile(let unsaved) = $0 { unsaved } else { nil } }.first
    }

    @Test func itIsKeptSoonAfterTheLastKeyAndOnce() {
        var state = editing()
        #expect(state.hasUnsavedText)
        let effects = state.wait(0.7)
        let unsaved = kept(effects)
        #expect(unsaved?.name == "nc" && unsaved?.text.hasSuffix("Heart normal.") == true)
        _ = state.update(.library(.kept(unsaved)))
        #expect(!state.hasUnsavedText && kept(state.wait(10)) == nil)
    }

    /// A STAT study opens at once, and then the program ends: both keep it.
    @Test func aSTATAndTheEndKeepIt() {
        var state = editing()
        let stat = Fixture.row(7)
        #expect(kept(state.update(.worklist(.statFound(stat)))) != nil)
        #expect(state.screen == .study && state.library?.editing != nil)
        _ = state.update(.study(.closed))
        let end = state.update(.system(.quitAsked))
        #expect(kept(end) != nil && end.last == .quit)
        #expect(kept(state.update(.system(.terminated))) != nil)
        _ = state.update(.library(.opened))
        #expect(state.library?.editing?.buffer.text.hasSuffix("Heart normal.") == true)
    }

    @Test func itIsThereWhenTheLibraryIsOpenedAfterTheNextStart() {
        var before = editing()
        let unsaved = kept(before.wait(0.7))
        var state = Fixture.state()
        _ = state.update(.library(.loaded(LibraryContents(templates: Fixture.library, unsaved: unsaved))))
        #expect(state.library == nil)
        _ = state.update(.library(.opened))
        #expect(state.library?.editing?.name == "nc" && state.library?.editing?.isNew == true)
        #expect(state.library?.editing?.buffer.text.hasSuffix("Heart normal.") == true)
        // Given up, it is gone for good.
        _ = state.update(.library(.closed))
        #expect(state.update(.library(.closed)) == [.keepLibraryFile(nil)])
        _ = state.update(.library(.closed))
        _ = state.update(.library(.opened))
        #expect(state.library?.editing == nil)
    }

    @Test func whatIsSavedIsNotKeptAnyMore() {
        var state = editing()
        guard case .saveLibraryFile(let file)? = state.update(.library(.saveAsked)).first else {
            return #expect(Bool(false))
        }
        #expect(state.update(.library(.saved(file))).contains(.keepLibraryFile(nil)))
    }
}
