import Radiology
import Sync
import Testing

/// The machine behind a reference: `#expect` takes no mutating calls.
final class Filing {
    private var machine = FilingMachine()
    func handle(_ fact: FilingFact, at now: Instant) -> [FilingOrder] { machine.handle(fact, at: now) }
    func isBusy(_ id: OutboxEntryID) -> Bool { machine.isBusy(id) }
    var isIdle: Bool { machine.isIdle }
}

final class Poll {
    var polling = Polling(interval: 30)
    func start(at now: Instant, asked: Bool = false) -> Bool { polling.start(at: now, asked: asked) }
}

/// The outbox law, line by line: each test is a short history of one destination.
@Suite struct FilingTests {
    let start = Instant(millisecondsSince1970: 1_790_000_000_000)
    let id = OutboxEntryID(rawValue: 1)

    static func entry(
        _ id: Int64, report: String = "r1", number: Int = 1, destination: String = "PACS",
        state: FilingState = .queued
    ) -> OutboxEntry {
        OutboxEntry(
            id: OutboxEntryID(rawValue: id), version: ReportVersionID(unchecked: "\(report).\(number)"),
            report: ReportID(unchecked: report), versionNumber: number,
            destination: DestinationName(unchecked: destination),
            document: DocumentReference(
                study: StudyInstanceUID(unchecked: "1"), series: SeriesInstanceUID(unchecked: "2"),
                instance: SOPInstanceUID(unchecked: "3.\(id)")),
            digest: ContentDigest(hexadecimal: "7f3ac01e"),
            signedAt: Instant(millisecondsSince1970: 0), progress: FilingProgress(state: state))
    }

    private func sending(_ machine: Filing) {
        _ = machine.handle(.loaded([Self.entry(1)]), at: start)
        _ = machine.handle(.recorded(id), at: start)
    }

    @Test func intentIsDurableBeforeTheBytesLeave() {
        let machine = Filing()
        let intent = FilingProgress(state: .unknown, attempts: 1)
        #expect(machine.handle(.loaded([Self.entry(1)]), at: start) == [.record(id, intent)])
        #expect(machine.handle(.recorded(id), at: start) == [.send(id)])
    }

    @Test func filedOnlyAfterReadingBack() {
        let machine = Filing()
        sending(machine)
        #expect(machine.handle(.sent(id, .accepted), at: start) == [.readBack(id)])
        let filed = FilingProgress(state: .filed, attempts: 1, filedAt: start)
        #expect(machine.handle(.readBack(id, .identical), at: start) == [.record(id, filed)])
        #expect(machine.handle(.recorded(id), at: start) == [])
        #expect(machine.isIdle)
    }

    @Test func afterARestartTheServerIsAskedBeforeAnythingIsSentAgain() {
        let machine = Filing()
        #expect(machine.handle(.loaded([Self.entry(1, state: .unknown)]), at: start) == [.readBack(id)])
        let queued = FilingProgress(state: .queued)
        #expect(machine.handle(.readBack(id, .absent), at: start) == [.record(id, queued)])
        let intent = FilingProgress(state: .unknown, attempts: 1)
        #expect(machine.handle(.recorded(id), at: start) == [.record(id, intent)])
    }

    @Test(arguments: [
        (SendOutcome.refused("422 bad"), ReadBackOutcome.absent, FilingState.rejected),
        (.refused("400, stored all the same"), .identical, .filed),
        (.clashed("409"), .identical, .filed),
        (.clashed("409"), .different, .conflict),
        (.clashed("409"), .absent, .conflict),
        (.accepted, .different, .conflict),
        (.accepted, .absent, .queued),
        (.unknown("reset"), .absent, .queued),
        (.unknown("reset"), .identical, .filed),
        (.unknown("reset"), .failed("down"), .unknown),
        (.accepted, .failed("down"), .unknown),
    ])
    func whatReadingBackDecides(answer: SendOutcome, found: ReadBackOutcome, state: FilingState) {
        let machine = Filing()
        sending(machine)
        #expect(machine.handle(.sent(id, answer), at: start) == [.readBack(id)])
        guard case .record(_, let progress)? = machine.handle(.readBack(id, found), at: start).first else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(progress.state == state)
        #expect((progress.filedAt != nil) == (state == .filed))
        #expect((progress.lastAnswer == nil) == (state == .filed))
    }

    @Test(arguments: [
        SendOutcome.notSent("no route"), .unauthorized("401"), .deferred("429", seconds: 40),
    ])
    func whatNeverLeftStaysQueuedAndWaits(outcome: SendOutcome) {
        let machine = Filing()
        sending(machine)
        guard case .record(_, let progress)? = machine.handle(.sent(id, outcome), at: start).first else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(progress.state == .queued)
        let waitsUntil = progress.nextAttempt ?? start
        #expect(waitsUntil > start)
        #expect(machine.handle(.recorded(id), at: start) == [.wake(waitsUntil)])
        let retry = machine.handle(.ticked, at: waitsUntil)
        #expect(
            retry.first == .record(id, FilingProgress(state: .unknown, attempts: 2, lastAnswer: progress.lastAnswer)))
    }

    @Test func askingForARoundEndsEveryWait() {
        let machine = Filing()
        sending(machine)
        _ = machine.handle(.sent(id, .unauthorized("401")), at: start)
        _ = machine.handle(.recorded(id), at: start)
        #expect(machine.handle(.asked, at: start).count == 1)
        #expect(machine.isBusy(id))
    }

    @Test func aFullDiskSendsNothing() {
        let machine = Filing()
        _ = machine.handle(.loaded([Self.entry(1)]), at: start)
        let orders = machine.handle(.recordFailed(id, "The disk is full."), at: start)
        #expect(orders == [.wake(start.adding(seconds: 10))])
        #expect(machine.isIdle)
    }

    @Test func afterAFailedRecordOfTheAnswerTheServerIsAskedAgain() {
        let machine = Filing()
        sending(machine)
        _ = machine.handle(.sent(id, .accepted), at: start)
        _ = machine.handle(.readBack(id, .identical), at: start)
        _ = machine.handle(.recordFailed(id, "The disk is full."), at: start)
        #expect(machine.handle(.ticked, at: start.adding(seconds: 11)) == [.readBack(id)])
    }

    @Test func anAddendumWaitsForItsParent() {
        let machine = Filing()
        let child = OutboxEntryID(rawValue: 2)
        let orders = machine.handle(.loaded([Self.entry(1, state: .rejected), Self.entry(2, number: 2)]), at: start)
        #expect(orders == [])
        let unblocked = machine.handle(.loaded([Self.entry(1, state: .filed), Self.entry(2, number: 2)]), at: start)
        #expect(unblocked == [.record(child, FilingProgress(state: .unknown, attempts: 1))])
    }

    @Test func aPoisonEntryDelaysNoOtherReport() {
        let machine = Filing()
        let second = OutboxEntryID(rawValue: 2)
        _ = machine.handle(.loaded([Self.entry(1), Self.entry(2, report: "r2")]), at: start)
        _ = machine.handle(.recorded(id), at: start)
        _ = machine.handle(.sent(id, .refused("422")), at: start)
        _ = machine.handle(.readBack(id, .absent), at: start)
        #expect(
            machine.handle(.recorded(id), at: start) == [.record(second, FilingProgress(state: .unknown, attempts: 1))])
    }

    /// A document the server chokes on is asked for again and again; the next report goes out in between.
    @Test func anEntryThatCannotBeAskedForDelaysNoOtherReport() {
        let machine = Filing()
        let second = OutboxEntryID(rawValue: 2)
        _ = machine.handle(.loaded([Self.entry(1, state: .unknown), Self.entry(2, report: "r2")]), at: start)
        _ = machine.handle(.readBack(id, .failed("500")), at: start)
        let orders = machine.handle(.recorded(id), at: start)
        #expect(orders.first == .record(second, FilingProgress(state: .unknown, attempts: 1)))
    }

    @Test func askingInVainWaitsEverLonger() {
        let machine = Filing()
        var now = start
        var waits: [Double] = []
        _ = machine.handle(.loaded([Self.entry(1, state: .unknown)]), at: now)
        for _ in 0..<4 {
            let orders = machine.handle(.readBack(id, .failed("500")), at: now)
            guard case .record(_, let progress)? = orders.first, let next = progress.nextAttempt else { break }
            waits.append(next.seconds(since: now))
            _ = machine.handle(.recorded(id), at: now)
            now = next
            _ = machine.handle(.ticked, at: now)
        }
        #expect(waits == [2, 4, 8, 16])
    }

    @Test(arguments: [Double.nan, .infinity, -5, 1e300])
    func aNonsensicalWaitIsAWaitAllTheSame(seconds: Double) {
        let machine = Filing()
        sending(machine)
        guard
            case .record(_, let progress)? = machine.handle(.sent(id, .deferred("429", seconds: seconds)), at: start)
                .first
        else { return #expect(Bool(false), "nothing was recorded") }
        let wait = progress.nextAttempt?.seconds(since: start) ?? -1
        #expect((0...300).contains(wait))
    }

    @Test func bytesThatAreNotWhatWasSignedAreNeverSent() {
        let machine = Filing()
        sending(machine)
        let orders = machine.handle(.sent(id, .unsendable("changed on this disk")), at: start)
        #expect(
            orders == [.record(id, FilingProgress(state: .rejected, attempts: 1, lastAnswer: "changed on this disk"))])
    }

    @Test func oneAtATimeForEachDestinationAndDestinationsSideBySide() {
        let machine = Filing()
        let orders = machine.handle(
            .loaded([
                Self.entry(1), Self.entry(2, report: "r2"), Self.entry(3, destination: "RIS"),
            ]), at: start)
        #expect(orders.count == 2)
        #expect(machine.isBusy(OutboxEntryID(rawValue: 1)) && machine.isBusy(OutboxEntryID(rawValue: 3)))
    }

    @Test func offlineNothingLeavesAndOnlineEverythingDoes() {
        let machine = Filing()
        _ = machine.handle(.wentOffline, at: start)
        #expect(machine.handle(.loaded([Self.entry(1)]), at: start) == [])
        #expect(machine.handle(.wentOnline, at: start).count == 1)
    }

    @Test func aLateDuplicateAnswerChangesNothing() {
        let machine = Filing()
        sending(machine)
        _ = machine.handle(.sent(id, .accepted), at: start)
        _ = machine.handle(.readBack(id, .identical), at: start)
        #expect(machine.handle(.sent(id, .unknown("late")), at: start) == [])
        #expect(machine.handle(.readBack(id, .absent), at: start) == [])
        _ = machine.handle(.recorded(id), at: start)
        #expect(machine.handle(.sent(id, .accepted), at: start) == [])
    }

    @Test func retryingARejectedEntryAsksTheServerFirst() {
        let machine = Filing()
        _ = machine.handle(.loaded([Self.entry(1, state: .rejected)]), at: start)
        #expect(machine.handle(.retried(id), at: start) == [.record(id, FilingProgress(state: .unknown))])
        #expect(machine.handle(.recorded(id), at: start) == [.readBack(id)])
    }

    @Test func aReloadDoesNotForgetWhatIsUnderWay() {
        let machine = Filing()
        sending(machine)
        #expect(machine.handle(.loaded([Self.entry(1)]), at: start) == [])
        #expect(machine.isBusy(id))
    }
}

@Suite struct PollingTests {
    let start = Instant(millisecondsSince1970: 0)

    @Test func onePullAtATimeAndThenAtTheInterval() {
        let poll = Poll()
        #expect(poll.start(at: start))
        #expect(!poll.start(at: start))
        poll.polling.succeeded(at: start)
        #expect(!poll.start(at: start.adding(seconds: 29)))
        #expect(poll.start(at: start.adding(seconds: 30)))
    }

    @Test func askingDuringAPullBringsAnother() {
        let poll = Poll()
        _ = poll.start(at: start)
        #expect(!poll.start(at: start, asked: true))
        poll.polling.succeeded(at: start)
        #expect(poll.polling.nextPull == start)
        #expect(poll.start(at: start))
        poll.polling.succeeded(at: start)
        #expect(poll.polling.nextPull == start.adding(seconds: 30))
    }

    @Test func tellsSinceWhenTheServerIsSilent() {
        let poll = Poll()
        _ = poll.start(at: start)
        poll.polling.failed(.unauthorized, at: start)
        _ = poll.start(at: start.adding(seconds: 40), asked: true)
        poll.polling.failed(.unauthorized, at: start.adding(seconds: 40))
        #expect(poll.polling.offlineSince == start)
        _ = poll.start(at: start.adding(seconds: 99), asked: true)
        poll.polling.succeeded(at: start.adding(seconds: 99))
        #expect(poll.polling.offlineSince == nil && poll.polling.lastFailure == nil)
    }
}
