import Radiology
import Testing

@testable import Workstation

@Suite struct WorklistTests {
    private func page(_ numbers: Range<Int>, of total: Int) -> WorklistPage {
        WorklistPage(rows: numbers.map { Fixture.row($0) }, offset: numbers.lowerBound, total: total)
    }

    private func loaded(_ total: Int) -> WorkstationState {
        var state = Fixture.state()
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<min(total, 200), of: total))))
        return state
    }

    @Test func startsWithTheFirstPage() {
        #expect(
            Fixture.state().startingEffects == [
                .loadWorklist(WorklistQuery(), offset: 0, limit: 200), .loadCounts, .loadOutbox, .loadLibrary,
            ])
    }

    @Test func selectionStaysInTheList() {
        var state = loaded(3)
        #expect(state.update(.worklist(.selected(99, top: 0))).isEmpty)
        #expect(state.worklist.selected == 2)
        _ = state.update(.worklist(.selected(-5, top: -5)))
        #expect(state.worklist.selected == 0 && state.worklist.top == 0)
    }

    @Test func theCursorFarDownAsksForRowsAroundItOnce() {
        var state = loaded(1000)
        #expect(
            state.update(.worklist(.selected(500, top: 490)))
                == [.loadWorklist(WorklistQuery(), offset: 400, limit: 200)])
        #expect(state.update(.worklist(.selected(501, top: 490))).isEmpty, "the window is under way")
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(400..<600, of: 1000))))
        #expect(state.worklist.selectedRow?.uid == Fixture.uid(501))
    }

    @Test func theCursorFollowsItsStudyWhenTheListMoves() {
        var state = loaded(10)
        _ = state.update(.worklist(.selected(4, top: 2)))
        var rows = (0..<10).map { Fixture.row($0) }
        rows.insert(Fixture.row(77), at: 0)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: rows, offset: 0, total: 11))))
        #expect(state.worklist.selected == 5 && state.worklist.top == 3)
        #expect(state.worklist.selectedRow?.uid == Fixture.uid(4))
    }

    @Test(arguments: [WorklistMessage.reportChosen, .studyChosen, .nextChosen, .claimChosen])
    func nothingIsChosenFromTheRowsOfAnotherFilter(message: WorklistMessage) {
        var state = loaded(10)
        let query = WorklistQuery(filter: "yamada")
        _ = state.update(.worklist(.filterTyped("yamada")))
        _ = state.update(.worklist(.filterKept))
        #expect(state.awaitsAnswer)
        #expect(state.update(.worklist(message)).isEmpty)
        #expect(state.study == nil)
        _ = state.update(.worklist(.pageLoaded(query, page(7..<8, of: 1))))
        #expect(!state.awaitsAnswer)
    }

    @Test func aNewFilterBeginsAtItsFirstRow() {
        var state = loaded(10)
        _ = state.update(.worklist(.filterTyped("x")))
        // The row that was under the cursor is among the matches, but is not the best.
        let rows = [3, 0].map { Fixture.row($0) }
        let query = WorklistQuery(filter: "x")
        _ = state.update(.worklist(.pageLoaded(query, WorklistPage(rows: rows, offset: 0, total: 2))))
        #expect(state.worklist.selectedRow?.uid == Fixture.uid(3))
    }

    @Test func aLatePageForAnOldFilterIsIgnored() {
        var state = loaded(10)
        _ = state.update(.worklist(.filterTyped("c")))
        _ = state.update(.worklist(.filterTyped("ct")))
        let newest = WorklistQuery(filter: "ct")
        _ = state.update(.worklist(.pageLoaded(newest, page(0..<2, of: 2))))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(filter: "c"), page(0..<9, of: 9))))
        #expect(state.worklist.total == 2)
    }

    @Test func clearingTheFilterKeepsTheTab() {
        var state = loaded(10)
        _ = state.update(.worklist(.tabChosen(.stat)))
        _ = state.update(.worklist(.filterTyped("ct")))
        #expect(
            state.update(.worklist(.filterCleared))
                == [.loadWorklist(WorklistQuery(worklist: .stat), offset: 0, limit: 200)])
    }

    @Test func aShrunkListKeepsTheCursorInside() {
        var state = loaded(100)
        _ = state.update(.worklist(.selected(99, top: 90)))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<3, of: 3))))
        #expect(state.worklist.selected == 2)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<0, of: 0))))
        #expect(state.worklist.selected == 0 && state.worklist.selectedRow == nil)
    }

    @Test func openingShowsTheStudyWhileItIsRead() {
        var state = loaded(3)
        #expect(state.update(.worklist(.studyChosen)) == [.openStudy(Fixture.uid(0), reporting: false)])
        #expect(state.screen == .study && state.study?.bundle == nil)
    }

    @Test func anAnswerForAStudyThatWasLeftIsIgnored() {
        var state = loaded(3)
        _ = state.update(.worklist(.reportChosen))
        _ = state.update(.study(.closed))
        _ = state.update(.study(.opened(Fixture.bundle(0), reporting: true)))
        #expect(state.screen == .worklist && state.editor == nil)
    }

    @Test func claimAndRelease() {
        var state = Fixture.state()
        let rows = [Fixture.row(1), Fixture.row(2, .claimed, mine: true), Fixture.row(3, .readBy("Lee"))]
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: rows, offset: 0, total: 3))))
        #expect(state.update(.worklist(.claimChosen)) == [.claim(Fixture.uid(1))])
        _ = state.update(.worklist(.selected(1, top: 0)))
        #expect(state.update(.worklist(.claimChosen)) == [.release(Fixture.uid(2))])
        _ = state.update(.worklist(.selected(2, top: 0)))
        #expect(state.update(.worklist(.claimChosen)).isEmpty)
        #expect(state.system.notice?.text.contains("Lee") == true)
    }

    @Test func readNextSkipsWhatOthersReadAndWhatIsDone() {
        var state = Fixture.state()
        let rows = [
            Fixture.row(1, .readBy("Lee")), Fixture.row(2, .filed(.final)), Fixture.row(3, .draft), Fixture.row(4),
        ]
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: rows, offset: 0, total: 4))))
        #expect(state.update(.worklist(.nextChosen)) == [.openStudy(Fixture.uid(4), reporting: true)])
        #expect(state.worklist.selected == 3)
    }

    @Test func readNextDoesNotSayAllIsReadOfAListItHasOnlyAPartOf() {
        var state = Fixture.state()
        let part = WorklistPage(rows: [Fixture.row(1, .readBy("Lee"))], offset: 0, total: 900)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), part)))
        _ = state.update(.worklist(.nextChosen))
        #expect(state.system.notice?.text.contains("left") == false)
    }
}
