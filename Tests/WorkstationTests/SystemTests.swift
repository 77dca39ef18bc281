import Radiology
import ReportChecks
import ReportTemplates
import Sync
import Testing
import Wording

@testable import Workstation

@Suite struct SystemTests {
    @Test func aLostClaimAsksAndKeepsTheText() {
        var state = Fixture.reporting()
        state.type("mine")
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        #expect(state.standingRival == "Lee" && state.text(of: "Lungs") == "mine")
    }

    @Test func typingGoesOnUnderTheNoticeOfALostClaim() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("mi")
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        state.type("ne")
        #expect(state.standingRival == "Lee" && state.text(of: "Other") == "mine")
        state.take(.putAside)
        #expect(state.overlay == nil && state.screen == .worklist)
    }

    @Test func aClaimLostWhileTheSignDialogIsOpenIsToldInIt() {
        var state = Fixture.reporting()
        state.take(.signAsked(thenNext: false))
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        #expect(state.overlay == .signing)
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        #expect(state.signing?.open.map(\.severity) == [.alert])
    }

    @Test func aClaimLostDuringTheTransactionWaits() {
        var state = Fixture.reporting()
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        _ = state.update(.signing(.confirmed))
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        #expect(state.overlay == .signing && state.signing?.phase == .signing)
        #expect(!state.update(.system(.quitAsked)).contains(.quit))
    }

    @Test func offlineByChoiceAndBack() {
        var state = Fixture.state()
        #expect(state.update(.system(.offlineToggled)) == [.setOffline(true)])
        #expect(state.system.isOfflineByChoice && state.system.offlineSince == Fixture.now)
        #expect(state.update(.system(.syncAsked)).isEmpty)
        #expect(state.update(.system(.offlineToggled)) == [.setOffline(false)])
        #expect(state.update(.system(.syncAsked)) == [.syncNow])
    }

    @Test func theServersAbsenceIsTold() {
        var state = Fixture.state()
        _ = state.update(.system(.pullFailed("Cannot reach the server.", since: Fixture.now)))
        #expect(state.system.offlineSince == Fixture.now && state.system.notice?.tone == .warning)
        _ = state.update(.system(.pullSucceeded(Fixture.now)))
        #expect(state.system.offlineSince == nil && state.system.lastFailure == nil)
    }

    @Test func quittingWithUnsentReportsAsks() {
        var state = Fixture.state()
        _ = state.update(.outbox(.loaded([], OutboxCounts(signed: 3, byState: [.filed: 1, .queued: 2]))))
        #expect(!state.update(.system(.quitAsked)).contains(.quit))
        #expect(state.overlay == .quitting(unsent: 2))
        _ = state.update(.system(.overlayClosed))
        #expect(state.overlay == nil)
        _ = state.update(.system(.quitAsked))
        #expect(state.update(.system(.quitConfirmed)) == [.quit])
    }

    @Test func quittingWithNothingToSayJustEnds() {
        var state = Fixture.state()
        #expect(state.update(.system(.quitAsked)) == [.quit])
    }

    @Test func aNoticeIsShownLongEnoughAndNoLonger() {
        var state = Fixture.state()
        _ = state.update(.system(.failed("Something.")))
        _ = state.wait(11)
        #expect(state.system.notice != nil)
        _ = state.wait(2)
        #expect(state.system.notice == nil)
    }

    @Test func suspendingSavesFirst() {
        var state = Fixture.reporting()
        state.type("x")
        let effects = state.update(.system(.suspendAsked))
        #expect(effects.savedDrafts.count == 1 && effects.last == .suspend)
    }

    @Test func helpOpensClosesAndScrolls() {
        var state = Fixture.state()
        _ = state.update(.system(.helpToggled))
        _ = state.update(.system(.helpScrolled(-3)))
        #expect(state.overlay == .help(top: 0, over: nil))
        _ = state.update(.system(.helpToggled))
        #expect(state.overlay == nil)
    }

    @Test func retryingWhatIsFiledSendsNothing() {
        var state = Fixture.state()
        func item(_ id: Int64, _ progress: FilingState) -> OutboxItem {
            let version = Fixture.version()
            return OutboxItem(
                entry: OutboxEntry(
                    id: OutboxEntryID(rawValue: id), version: version.id, report: version.reportID, versionNumber: 1,
                    destination: DestinationName(rawValue: "PACS")!, document: version.document,
                    digest: Fixture.digest, signedAt: Fixture.now, progress: FilingProgress(state: progress)),
                version: version)
        }
        let counts = OutboxCounts(signed: 2, byState: [.filed: 1, .rejected: 1])
        _ = state.update(.outbox(.loaded([item(1, .filed), item(2, .rejected)], counts)))
        #expect(state.update(.outbox(.retried)).isEmpty)
        _ = state.update(.outbox(.selected(1)))
        #expect(state.update(.outbox(.retried)) == [.retry(OutboxEntryID(rawValue: 2)), .syncNow])
    }
}

/// Another template keeps what was typed.
@Suite struct TemplateSwitchTests {
    private func switched(_ change: (inout WorkstationState) -> Void) -> ReportContent? {
        var state = Fixture.reporting()
        change(&state)
        state.take(.templatesOpened)
        _ = state.update(.dialog(.confirmed))
        return state.editor?.draft.content
    }

    @Test func typedFieldsBecomeTextWhereTheFieldIsMissing() throws {
        let content = try #require(
            switched { state in
                state.go(to: "Pleura")
                state.type("Small effusion.")
            })
        #expect(content.template.title == "Plain")
        #expect(content.plainText().contains("Pleura: Small effusion."))
    }

    @Test func textInsideASectionInsideASectionIsKept() throws {
        let content = try #require(
            switched { state in
                let inner = state.editor?.draft.places.firstIndex {
                    $0.target == .freeText(Section.ID(rawValue: "bones"))
                }
                state.take(.placeChosen(inner ?? 0))
                state.type("Old rib fracture.")
            })
        #expect(content.plainText().contains("Old rib fracture."))
    }

    @Test func defaultsThatWereOnlyLookedAtStayBehind() throws {
        let content = try #require(switched { $0.take(.nextPlace, .nextPlace, .nextPlace) })
        #expect(content.plainText() == "")
    }

    @Test func switchingCountsAsAnEdit() {
        var state = Fixture.reporting()
        let before = state.editor?.draft.edits ?? 0
        state.take(.templatesOpened)
        _ = state.update(.dialog(.confirmed))
        #expect(state.editor?.draft.edits ?? 0 > before)
    }
}

@Suite struct TourTests {
    @Test func theTourGoesOnWhenItsStepIsDone() {
        var state = Fixture.state()
        _ = state.update(.system(.tourAsked))
        #expect(state.system.tour == .filter)
        let rows = WorklistPage(rows: [Fixture.row(1)], offset: 0, total: 1)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), rows)))
        _ = state.update(.worklist(.filterOpened))
        _ = state.update(.worklist(.filterTyped("ct")))
        // Not while it is still being typed.
        #expect(state.system.tour == .filter)
        _ = state.update(.worklist(.filterKept))
        #expect(state.system.tour == .study)
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(filter: "ct"), rows)))
        _ = state.update(.worklist(.studyChosen))
        #expect(state.system.tour == .report)
        _ = state.update(.system(.tourEnded))
        #expect(state.system.tour == nil)
    }

    @Test func whatIsFetchedCanBeStopped() {
        var state = Fixture.state()
        #expect(state.update(.system(.stopAsked)).isEmpty)
        _ = state.update(.system(.progressed(.studies(done: 3, of: 9))))
        #expect(state.update(.system(.stopAsked)) == [.stopFetching])
        #expect(state.system.progress == nil)
    }

    @Test func whatAPullBroughtIsShownAtOnce() {
        var state = Fixture.state()
        let effects = state.update(.system(.pullSucceeded(Fixture.now)))
        #expect(effects.contains(.loadCounts))
        #expect(effects.contains { if case .loadWorklist = $0 { true } else { false } })
    }

    @Test func claimingNothingSaysSo() {
        var state = WorkstationState(system: Fixture.state().system, templates: .shipped)
        #expect(state.update(.worklist(.claimChosen)).isEmpty)
        #expect(state.system.notice?.wording == "Nothing is selected.")
    }

    @Test func aPullThatEndedTellsNoProgress() {
        var state = Fixture.state()
        _ = state.update(.system(.progressed(.worklist(300))))
        _ = state.update(.system(.pullSucceeded(Fixture.now)))
        #expect(state.system.progress == nil)
    }
}
