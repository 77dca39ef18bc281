import Radiology
import Testing
import Wording

@testable import Workstation

/// Filters as they are typed and completed, and lists kept of them.
@Suite struct SavedListTests {
    private static let today = CalendarDate(daysSince1970: 0)

    private func loaded(_ total: Int) -> WorkstationState {
        var state = Fixture.state()
        let page = WorklistPage(rows: (0..<total).map { Fixture.row($0) }, offset: 0, total: total)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page)))
        return state
    }

    @Test func aFilterIsCompletedAndKeptAsAList() {
        var state = loaded(10)
        #expect(state.update(.worklist(.filterOpened)) == [.loadListValues])
        _ = state.update(.worklist(.listValuesLoaded([.modality: ["CT", "CR"], .site: ["North General"]])))
        _ = state.update(.worklist(.filterTyped("head mo")))
        #expect(state.worklist.completions == ["mod:"])
        _ = state.update(.worklist(.filterCompleted))
        _ = state.update(.worklist(.filterCompleted))
        #expect(state.worklist.query.filter == "head mod:CT")
        _ = state.update(.worklist(.filterTyped("-site:no")))
        #expect(state.worklist.completions == ["-site:\"North General\""])
        state.worklist.values[.reader] = ["Okonjo, Dr. Ngozi"]
        for (typed, completed) in [
            ("head -site:\"North G", "head -site:\"North General\""), ("by:ok", "by:\"Okonjo, Dr. Ngozi\""),
            ("by:\"Lee, A\",\"okonjo, d", "by:\"Lee, A\",\"Okonjo, Dr. Ngozi\""),
        ] {
            _ = state.update(.worklist(.filterTyped(typed)))
            #expect(state.worklist.completed == completed)
            #expect(WorklistFilter(completed, today: Self.today).problems.isEmpty)
        }
        for typed in ["site:\"North General\"", "\"mo", "x\" mo"] {
            _ = state.update(.worklist(.filterTyped(typed)))
            #expect(state.worklist.completions.isEmpty, "\(typed)")
        }
        _ = state.update(.worklist(.filterTyped("mod:CT,c")))
        #expect(state.worklist.completions == ["mod:CT,CT", "mod:CT,CR"])
        _ = state.update(.worklist(.filterKept))
        _ = state.update(.worklist(.listsOpened))
        _ = state.update(.dialog(.typed("my own")))
        let kept = SavedList(name: "my own", query: WorklistQuery(filter: "mod:CT,c"))
        #expect(state.update(.dialog(.confirmed)) == [.saveList(kept)])
        #expect(state.worklist.saved == [kept] && state.worklist.savedName == "my own")
        // And chosen again.
        _ = state.update(.worklist(.filterCleared))
        #expect(state.worklist.savedName == nil)
        _ = state.update(.worklist(.listsOpened))
        _ = state.update(.dialog(.typed("my")))
        _ = state.update(.dialog(.confirmed))
        #expect(state.worklist.query.filter == "mod:CT,c" && state.worklist.savedName == "my own")
    }

    @Test func aKeptListKeepsItsTab() {
        var state = loaded(10)
        _ = state.update(.worklist(.tabChosen(.mine)))
        _ = state.update(.worklist(.filterTyped("mod:CT")))
        _ = state.update(.worklist(.listsOpened))
        _ = state.update(.dialog(.typed("my CT")))
        let query = WorklistQuery(worklist: .mine, filter: "mod:CT")
        #expect(state.update(.dialog(.confirmed)) == [.saveList(SavedList(name: "my CT", query: query))])
        _ = state.update(.worklist(.tabChosen(.all)))
        _ = state.update(.worklist(.filterCleared))
        _ = state.update(.worklist(.listsOpened))
        _ = state.update(.dialog(.typed("my ct")))
        _ = state.update(.dialog(.confirmed))
        #expect(state.worklist.query == query)
    }

    /// `nor` occurs in the name of another list; the filter that is on must not be lost to it.
    @Test func whileAFilterIsOnAPartOfANameOpensNothing() {
        var state = loaded(10)
        state.worklist.values[.site] = ["North General"]
        _ = state.update(.worklist(.filterTyped("mod:CT")))
        let typed = { state.worklist.choices(matching: $0, in: .english).map(\.name.english) }
        #expect(typed("nor") == ["nor", "North General"])
        #expect(typed("neuro ") == ["neuro", "neuro "])
        _ = state.update(.worklist(.listsOpened))
        _ = state.update(.dialog(.typed("nor")))
        _ = state.update(.dialog(.confirmed))
        #expect(state.worklist.saved.map(\.name) == ["nor"] && state.worklist.query.filter == "mod:CT")
    }

    @Test func aListIsFoundByTheNameTheScreenShows() {
        let names = { loaded(3).worklist.choices(matching: $0, in: .german).map(\.name.english) }
        #expect(names("entw") == ["Drafts"] && names("draft") == ["Drafts"])
    }

    @Test func aFilterWithAMistakeIsNotKept() {
        var state = loaded(10)
        _ = state.update(.worklist(.filterTyped("mod:CT prio:foo")))
        _ = state.update(.worklist(.filterKept))
        _ = state.update(.worklist(.listsOpened))
        _ = state.update(.dialog(.typed("broken")))
        #expect(state.update(.dialog(.confirmed)).isEmpty)
        #expect(state.worklist.saved.isEmpty && state.worklist.query.filter == "mod:CT prio:foo")
        #expect(state.system.notice?.text == "Not kept: prio: takes stat, urgent or routine")
    }
}
