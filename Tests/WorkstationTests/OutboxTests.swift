import Radiology
import Sync
import Testing
import Wording

@testable import Workstation

@Suite struct OutboxTests {
    private func item(_ progress: FilingProgress) -> OutboxItem {
        let version = Fixture.version()
        return OutboxItem(
            entry: OutboxEntry(
                id: OutboxEntryID(rawValue: 1), version: version.id, report: version.reportID, versionNumber: 1,
                destination: DestinationName(rawValue: "PACS")!, document: version.document, digest: Fixture.digest,
                signedAt: Fixture.now, progress: progress),
            version: version)
    }

    private func load(_ state: inout WorkstationState, _ progress: FilingProgress) {
        let counts = OutboxCounts(signed: 1, byState: [progress.state: 1])
        _ = state.update(.outbox(.loaded([item(progress)], counts)))
    }

    @Test func whatCouldNotBeWrittenDownShowsOnItsRowUntilItIs() {
        var state = Fixture.state()
        load(&state, FilingProgress())
        let id = OutboxEntryID(rawValue: 1)
        _ = state.update(.outbox(.notRecorded(id, "The disk is full.")))
        #expect(state.outbox.items[0].entry.progress.lastAnswer?.contains("The disk is full.") == true)
        #expect(state.system.notice?.tone == .warning)
        // The table cannot know better: it was not written.
        load(&state, FilingProgress())
        #expect(state.outbox.items[0].entry.progress.lastAnswer?.contains("The disk is full.") == true)
        let written = FilingProgress(state: .unknown, attempts: 1)
        load(&state, written)
        #expect(state.outbox.items[0].entry.progress == written)
        load(&state, FilingProgress())
        #expect(state.outbox.items[0].entry.progress.lastAnswer == nil)
    }

    @Test(arguments: [
        (FilingState.queued, Priority.routine, 20.0, false), (.queued, .routine, 31, true), (.unknown, .stat, 6, true),
        (.queued, .stat, 4, false), (.filed, .stat, 600, false), (.rejected, .urgent, 40, true),
    ])
    func whatIsLateDependsOnItsPriority(state: FilingState, priority: Priority, minutes: Double, isLate: Bool) {
        var item = item(FilingProgress(state: state))
        item.priority = priority
        #expect(item.isLate(at: Fixture.now.adding(seconds: minutes * 60)) == isLate)
        item.entry.resolution = "decided"
        #expect(!item.isLate(at: Fixture.now.adding(seconds: minutes * 60)))
    }

    @Test func anEntryOnNoListIsOnlyANotice() {
        var state = Fixture.state()
        _ = state.update(.outbox(.notRecorded(OutboxEntryID(rawValue: 9), "The disk is full.")))
        #expect(state.outbox.items.isEmpty && state.system.notice?.text == "The disk is full.")
    }
}
