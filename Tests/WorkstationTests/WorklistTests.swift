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
                .loadWorklist(WorklistQuery(), offset: 0, limit: 120, around: nil), .loadCounts, .loadOutbox,
            ])
        #expect(Fixture.state().furtherEffects == [.loadLibrary, .prepareLists])
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
                == [.loadWorklist(WorklistQuery(), offset: 350, limit: 300, around: nil)])
        #expect(state.update(.worklist(.selected(501, top: 490))).isEmpty, "the window is under way")
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(350..<650, of: 1000))))
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
                == [.loadWorklist(WorklistQuery(worklist: .stat), offset: 0, limit: 120, around: nil)])
    }

    @Test func aShrunkListKeepsTheCursorInside() {
        var state = loaded(100)
        _ = state.update(.worklist(.selected(99, top: 90)))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<3, of: 3))))
        #expect(state.worklist.selected == 2)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<0, of: 0))))
        #expect(state.worklist.selected == 0 && state.worklist.selectedRow == nil)
    }

    /// What was pressed for the study that has just left must not open another patient's.
    @Test(arguments: [WorklistMessage.reportChosen, .studyChosen, .claimChosen, .skipped])
    func theFirstKeyAfterTheCursorsStudyLeftOnlyTells(message: WorklistMessage) {
        var state = loaded(10)
        _ = state.update(.worklist(.selected(4, top: 0)))
        let left = (0..<10).filter { $0 != 4 }.map { Fixture.row($0) }
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: left, offset: 0, total: 9))))
        #expect(state.worklist.selectedRow?.uid == Fixture.uid(5))
        #expect(state.system.notice?.text == "The study the cursor was on has left this list.")
        #expect(state.update(.worklist(message)).isEmpty && state.study == nil && state.worklist.skipped.isEmpty)
        #expect(state.system.notice?.text.contains("Another study came") == true)
        #expect(!state.update(.worklist(message)).isEmpty)
    }

    @Test func theViewerDoesNotOpenWhatCameUnderTheCursor() {
        var state = loaded(10)
        let rest = WorklistPage(rows: (1..<10).map { Fixture.row($0) }, offset: 0, total: 9)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), rest)))
        #expect(state.update(.study(.viewerAsked)).isEmpty)
        #expect(state.update(.study(.viewerAsked)) == [.openViewer(Fixture.study(1))])
    }

    @Test func whoeverMovedTheCursorSawWhereItIs() {
        var state = loaded(10)
        let rest = WorklistPage(rows: (1..<10).map { Fixture.row($0) }, offset: 0, total: 9)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), rest)))
        _ = state.update(.worklist(.selected(1, top: 0)))
        #expect(!state.update(.worklist(.studyChosen)).isEmpty)
    }

    /// Who comes back from what they read or signed looks at the list anew.
    @Test func whatWasReadAndLeavesIsNoSurprise() {
        var state = loaded(10)
        _ = state.update(.worklist(.selected(4, top: 0)))
        _ = state.update(.worklist(.studyChosen))
        _ = state.update(.study(.closed))
        let left = (0..<10).filter { $0 != 4 }.map { Fixture.row($0) }
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: left, offset: 0, total: 9))))
        #expect(state.system.notice == nil)
        #expect(!state.update(.worklist(.studyChosen)).isEmpty)
    }

    /// On the list of what is free, a claimed study leaves by the reader's own hand.
    @Test func whatTheReaderDidIsNoSurprise() {
        var state = loaded(10)
        _ = state.update(.worklist(.claimChosen))
        let rest = WorklistPage(rows: (1..<10).map { Fixture.row($0) }, offset: 0, total: 9)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), rest)))
        #expect(state.update(.worklist(.claimChosen)) == [.claim(Fixture.uid(1))])
        // What happens to it later is.
        state.wait(60)
        let others = WorklistPage(rows: (2..<10).map { Fixture.row($0) }, offset: 0, total: 8)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), others)))
        #expect(state.update(.worklist(.claimChosen)).isEmpty)
    }

    @Test func clearingNothingMovesNothing() {
        var state = loaded(10)
        _ = state.update(.worklist(.selected(8, top: 2)))
        #expect(state.update(.worklist(.filterCleared)).isEmpty)
        #expect(state.worklist.selected == 8 && state.worklist.top == 2)
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

    @Test func readNextLooksThroughAllOfAListItHasOnlyAPartOf() {
        var state = Fixture.state()
        let part = WorklistPage(rows: [Fixture.row(1, .readBy("Lee"))], offset: 0, total: 2)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), part)))
        let asked = state.update(.worklist(.nextChosen))
        #expect(asked == [.loadWorklist(WorklistQuery(), offset: 0, limit: 300, around: nil)])
        // Until it is found, keys wait.
        #expect(state.awaitsAnswer)
        let rest = WorklistPage(rows: [Fixture.row(2)], offset: 1, total: 2)
        #expect(
            state.update(.worklist(.pageLoaded(WorklistQuery(), rest)))
                == [.openStudy(Fixture.uid(2), reporting: true)])
        #expect(!state.worklist.isSeeking)
    }

    /// From the middle of a long list, read next begins at its top.
    @Test func readNextBeginsWithTheMostUrgent() {
        var state = loaded(1000)
        _ = state.update(.worklist(.selected(500, top: 480)))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(350..<650, of: 1000))))
        #expect(
            state.update(.worklist(.nextChosen))
                == [.loadWorklist(WorklistQuery(), offset: 0, limit: 300, around: nil)])
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<200, of: 1000))))
        #expect(state.study?.uid == Fixture.uid(0))
    }

    @Test func aSkippedStudyComesLast() {
        var state = Fixture.state()
        let rows = WorklistPage(rows: [Fixture.row(1), Fixture.row(2)], offset: 0, total: 2)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), rows)))
        #expect(state.update(.worklist(.skipped)) == [.openStudy(Fixture.uid(2), reporting: true)])
        _ = state.update(.study(.closed))
        _ = state.update(.worklist(.selected(1, top: 0)))
        // Both are skipped now: it says so, and begins with the first.
        _ = state.update(.worklist(.skipped))
        #expect(state.screen == .worklist && state.system.notice?.text.contains("skipped") == true)
        #expect(state.update(.worklist(.nextChosen)) == [.openStudy(Fixture.uid(1), reporting: true)])
    }

    /// The first word typed makes a draft of it; it comes last all the same, and so does what was put aside.
    @Test func aSkippedDraftComesLastToo() {
        var state = Fixture.state()
        let only = WorklistQuery(filter: "doe")
        _ = state.update(.worklist(.filterTyped("doe")))
        func answer(_ status: ReadingStatus) {
            let rows = [Fixture.row(9, .filed(.final)), Fixture.row(1, status, mine: true)]
            _ = state.update(.worklist(.pageLoaded(only, WorklistPage(rows: rows, offset: 0, total: 2))))
        }
        answer(.unread)
        #expect(state.update(.worklist(.nextChosen)) == [.openStudy(Fixture.uid(1), reporting: true)])
        _ = state.update(.study(.opened(Fixture.bundle(1), reporting: true)))
        state.type("x")
        answer(.draft)
        _ = state.update(.worklist(.skipped))
        #expect(state.system.notice?.text.contains("read next begins with it") == true)
        answer(.draft)
        _ = state.update(.worklist(.nextChosen))
        #expect(state.editor?.draft.study == Fixture.uid(1))
        _ = state.update(.editor(.putAside))
        answer(.draft)
        _ = state.update(.worklist(.nextChosen))
        #expect(state.editor?.draft.study == Fixture.uid(1))
    }

    @Test func aDraftIsNotTakenBeforeWhatIsUnreadNorFromWhoeverReadsIt() {
        var state = Fixture.state()
        var taken = Fixture.row(1, .draft)
        taken.item.claim = Claim(reader: "Lee")
        let first = WorklistPage(rows: [taken, Fixture.row(2, .draft)], offset: 0, total: 3)
        let second = WorklistPage(rows: [Fixture.row(3)], offset: 2, total: 3)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), first)))
        _ = state.update(.worklist(.nextChosen))
        #expect(state.worklist.isSeeking)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), second)))
        #expect(state.study?.uid == Fixture.uid(3))
        // With the last unread one gone, the list is looked through from its top once more.
        _ = state.update(.study(.closed))
        let done = WorklistPage(rows: [Fixture.row(3, .filed(.final))], offset: 2, total: 3)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), done)))
        _ = state.update(.worklist(.nextChosen))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), first)))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), done)))
        #expect(state.worklist.isSeeking)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), first)))
        #expect(state.study?.uid == Fixture.uid(2))
    }

    @Test func theSTATInFrontIsSaidToBeTheOne() {
        var state = Fixture.state()
        var stat = Fixture.row(7, .claimed, mine: true)
        stat.item.priority = .stat
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: [stat], offset: 0, total: 1))))
        _ = state.update(.worklist(.studyChosen))
        #expect(state.update(.worklist(.statFound(stat))).isEmpty)
        #expect(state.system.notice?.text == "This is the most urgent STAT study.")
        // Put aside, it is opened again.
        _ = state.update(.study(.opened(Fixture.bundle(7), reporting: true)))
        _ = state.update(.editor(.putAside))
        #expect(state.update(.worklist(.statFound(stat))) == [.openStudy(Fixture.uid(7), reporting: true)])
    }

    @Test func aSTATComesBetweenAndIsComeBackFrom() {
        var state = Fixture.state()
        let rows = WorklistPage(rows: [Fixture.row(1), Fixture.row(2)], offset: 0, total: 2)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), rows)))
        _ = state.update(.worklist(.reportChosen))
        _ = state.update(.study(.opened(Fixture.bundle(1), reporting: true)))
        _ = state.update(.editor(.typed("x")))
        #expect(state.update(.worklist(.statAsked)) == [.findSTAT])
        var stat = Fixture.row(7)
        stat.item.priority = .stat
        let effects = state.update(.worklist(.statFound(stat)))
        #expect(effects.contains(.openStudy(Fixture.uid(7), reporting: true)))
        let saves = effects.contains {
            if case .saveDraft(let draft) = $0 { draft.study == Fixture.uid(1) } else { false }
        }
        #expect(saves && state.interrupted.map(\.uid) == [Fixture.uid(1)])
        // Back to it, with what was typed.
        _ = state.update(.worklist(.cameBack))
        #expect(state.interrupted.isEmpty && state.editor?.draft.study == Fixture.uid(1))
        #expect(state.update(.worklist(.cameBack)).isEmpty)
    }

    /// The report below the library is put aside like one in front.
    @Test func aSTATThatComesOverTheLibraryCostsNothingTyped() {
        var state = Fixture.reporting()
        state.type("x")
        _ = state.update(.library(.opened))
        #expect(state.screen == .library)
        var stat = Fixture.row(7)
        stat.item.priority = .stat
        let effects = state.update(.worklist(.statFound(stat)))
        #expect(effects.savedDrafts.map(\.study) == [Fixture.uid(1)])
        #expect(effects.contains(.openStudy(Fixture.uid(7), reporting: true)))
        _ = state.update(.study(.opened(Fixture.bundle(7), reporting: true)))
        #expect(state.editor?.draft.study == Fixture.uid(7))
        #expect(state.hasUnsavedText, "the store has not said yet that it has it")
        _ = state.update(.worklist(.cameBack))
        #expect(state.editor?.draft.study == Fixture.uid(1) && state.text(of: "Lungs") == "x")
    }

    @Test func aSortedListBeginsAtItsTopAndTheSameColumnTurnsItRound() {
        var state = loaded(10)
        _ = state.update(.worklist(.selected(5, top: 0)))
        let sorted = WorklistQuery(order: WorklistOrder(.priority))
        #expect(state.update(.columns(.nextSort)) == [.loadWorklist(sorted, offset: 0, limit: 120, around: nil)])
        #expect(state.worklist.selected == 0)
        _ = state.update(.columns(.reversed))
        #expect(state.worklist.query.order == WorklistOrder(.priority, isReversed: true))
        _ = state.update(.columns(.previousSort))
        #expect(state.worklist.query.order == .urgency)
    }

    @Test func columnsAreChosenAndMoved() {
        var state = loaded(3)
        _ = state.update(.columns(.opened))
        #expect(state.overlay == .columns(0))
        _ = state.update(.columns(.shifted(1)))
        #expect(state.worklist.columns.shown.prefix(2) == [.wait, .priority] && state.overlay == .columns(1))
        _ = state.update(.columns(.toggled))
        #expect(!state.worklist.columns.shown.contains(.priority))
        // Without the patient nobody could tell the rows apart.
        let patient = state.worklist.columns.lines.firstIndex(of: .patient) ?? 0
        _ = state.update(.columns(.moved(-99)))
        _ = state.update(.columns(.moved(patient)))
        _ = state.update(.columns(.toggled))
        #expect(state.worklist.columns.shown.contains(.patient))
        #expect(state.update(.columns(.closed)) == [.saveColumns(state.worklist.columns.shown)])
        #expect(state.overlay == nil && state.worklist.columns.shown.first == .wait)
    }

    @Test func theCursorFollowsItsStudyOrStaysOnItsLine() {
        var state = loaded(10)
        _ = state.update(.worklist(.selected(4, top: 0)))
        let moved = WorklistPage(rows: [Fixture.row(77)] + (0..<10).map { Fixture.row($0) }, offset: 0, total: 11)
        #expect(
            state.update(.system(.storeChanged)).first
                == .loadWorklist(WorklistQuery(), offset: 0, limit: 300, around: Fixture.uid(4)))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), moved)))
        #expect(state.worklist.selected == 5 && state.worklist.selectedRow?.uid == Fixture.uid(4))
        _ = state.update(.worklist(.followToggled))
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), page(0..<10, of: 10))))
        #expect(state.worklist.selected == 5 && state.worklist.selectedRow?.uid == Fixture.uid(5))
    }

    @Test func whatWillBeLateIsSaidBeforeItIs() {
        var state = Fixture.state()
        let rows = (1...200).map { Fixture.row($0) }
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: rows, offset: 0, total: 200))))
        let targets = ReadingTargets()
        let late = (0..<200).map { state.worklist.projectedDelay(of: $0, at: state.system.now, targets) }
        // Five minutes a report: the first are in time, the last are not.
        #expect(late.first == .some(nil) && (late.last ?? nil) ?? 0 > 0)
        _ = state.update(.columns(.nextSort))
        #expect(state.worklist.projectedDelay(of: 199, at: state.system.now, targets) == nil)
    }
}
