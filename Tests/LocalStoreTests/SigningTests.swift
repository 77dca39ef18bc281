import Foundation
import GRDB
import LocalStore
import Radiology
import Sync
import Testing

@Suite struct SigningTests {
    let temporary: TemporaryStore
    var store: LocalStore { temporary.store }
    let study = Fixture.study(1)

    init() throws {
        temporary = try TemporaryStore()
        try temporary.store.mergeWorklist([Fixture.item(1)], isComplete: true)
    }

    private func sign(_ number: Int = 1) throws -> [OutboxEntry] {
        try store.sign(
            Fixture.frozen(study, number: number), destinations: [Fixture.pacs], audit: [Fixture.event(.signed, study)])
    }

    @Test func oneTransactionHoldsVersionOutboxAuditAndTheDraftsEnd() throws {
        try store.saveDraft(StoredDraft(study: study.uid, content: "{}", savedAt: Fixture.now))
        let entries = try sign()
        try temporary.reopen()
        #expect(entries.map(\.progress.state) == [.queued])
        #expect(try store.draft(study.uid) == nil)
        #expect(try store.versions(of: study.uid) == [Fixture.frozen(study).version])
        #expect(try store.frozenReport(entries[0].version) == Fixture.frozen(study))
        #expect(try store.auditEvents().map(\.kind) == [.signed])
        #expect(try store.unfiledOutbox() == entries)
        #expect(try store.brokenInvariants().isEmpty)
    }

    /// What was signed a moment ago is known under every study of the patient, sent or not.
    @Test func aSignedReportIsThereInThePatientsOtherStudies() throws {
        var later = Fixture.study(2, patient: "P1")
        later.date = later.date?.adding(days: 1)
        try store.mergeWorklist([Fixture.item(1), Fixture.item(2, study: later)], isComplete: true)
        _ = try sign(1)
        _ = try sign(2)
        let reports = try store.priors(of: later).first?.reports
        #expect(reports?.map(\.document.instance.rawValue) == ["1.2.3.1.2.1.1", "1.2.3.1.1.1.1"])
        #expect(reports?.map(\.title) == ["Addendum", "Chest"])
        // Read back from the server it is the same report, not a second one.
        if let report = reports?.last {
            try store.savePriors([Prior(study: study, reports: [report])], receivedAt: Fixture.now)
        }
        #expect(try store.reports(in: study.uid).count == 2)
    }

    @Test func aFailedSigningLeavesEverythingAsItWas() throws {
        try store.saveDraft(StoredDraft(study: study.uid, content: "typed", savedAt: Fixture.now))
        // The same destination twice breaks the outbox's uniqueness, after the version was inserted.
        #expect(throws: StoreFailure.self) {
            try store.sign(
                Fixture.frozen(study), destinations: [Fixture.pacs, Fixture.pacs],
                audit: [Fixture.event(.signed, study)])
        }
        #expect(try store.draft(study.uid)?.content == "typed")
        #expect(try store.versions(of: study.uid).isEmpty)
        #expect(try store.unfiledOutbox().isEmpty)
        #expect(try store.auditEvents().isEmpty)
    }

    @Test func aVersionMustFollowTheLatest() throws {
        _ = try sign(1)
        #expect(throws: StoreFailure.self) { try sign(1) }
        #expect(throws: StoreFailure.self) { try sign(3) }
        _ = try sign(2)
        #expect(try store.versions(of: study.uid).map(\.number) == [1, 2])
    }

    @Test(arguments: [
        "UPDATE report_version SET version = '{}'", "DELETE FROM report_version", "DELETE FROM outbox",
        "UPDATE audit SET detail = 'x'", "DELETE FROM audit",
    ])
    func signedThingsCannotBeChanged(sql: String) throws {
        _ = try sign()
        let queue = try DatabaseQueue(path: temporary.path)
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        #expect(try store.brokenInvariants().isEmpty)
    }

    @Test(arguments: [
        ("DROP TRIGGER report_version_never_changes; UPDATE report_version SET document = x'00'", "(1)"),
        ("DROP TRIGGER report_version_never_changes; UPDATE report_version SET version = '{}'", "(3)"),
        ("DROP TRIGGER outbox_entry_never_goes; DELETE FROM outbox", "(4)"),
        ("DROP TRIGGER audit_never_changes; UPDATE audit SET reader = 'Mallory'", "(25)"),
    ])
    func tamperingIsFound(sql: String, invariant: String) throws {
        _ = try sign()
        try DatabaseQueue(path: temporary.path).write { try $0.execute(sql: sql) }
        #expect(try store.brokenInvariants().contains { $0.contains(invariant) })
    }

    @Test func filingMovesThroughTheStatesAndStaysFiled() throws {
        let entry = try sign()[0]
        #expect(try store.worklistRow(study.uid)?.status == .signedHere(.final))
        try store.record(FilingProgress(state: .unknown, attempts: 1), for: entry.id, audit: nil)
        try store.record(FilingProgress(state: .rejected, attempts: 1, lastAnswer: "no"), for: entry.id, audit: nil)
        #expect(try store.worklistRow(study.uid)?.status == .needsAttention)
        let filed = FilingProgress(state: .filed, attempts: 2, filedAt: Fixture.now)
        try store.record(filed, for: entry.id, audit: Fixture.event(.filed, study))
        #expect(try store.worklistRow(study.uid)?.status == .filed(.final))
        #expect(try store.worklistCounts()[.all] == 0)
        #expect(try store.worklistCounts()[.signed] == 1)
        #expect(throws: StoreFailure.self) {
            try store.record(FilingProgress(state: .queued), for: entry.id, audit: nil)
        }
        let counts = try store.outboxCounts()
        #expect(counts.isConserved && counts[.filed] == 1 && counts.signed == 1)
    }

    @Test func aPreliminaryReportStaysOnTheListAndFinishesNothing() throws {
        try store.setClaim(
            Claim(reader: "Rita", transaction: TransactionUID(unchecked: "5.5")), on: study.uid,
            audit: Fixture.event(.claimed, study))
        var frozen = Fixture.frozen(study)
        frozen.version.flags = .preliminary
        let entry = try store.sign(frozen, destinations: [Fixture.pacs], audit: [Fixture.event(.signed, study)])[0]
        try store.record(FilingProgress(state: .filed, filedAt: Fixture.now), for: entry.id, audit: nil)
        #expect(try store.finishedWorkitems().isEmpty)
        #expect(try store.worklistCounts()[.all] == 1)
        #expect(try store.worklistRow(study.uid)?.status == .filed(.preliminary))
        _ = try store.sign(
            Fixture.frozen(study, number: 2), destinations: [], audit: [Fixture.event(.signed, study)])
        #expect(try store.worklistCounts()[.all] == 0)
        #expect(try store.finishedWorkitems().count == 1)
    }

    @Test func aFiledWorkitemOfOursIsFinished() throws {
        let transaction = TransactionUID(unchecked: "5.5")
        try store.setClaim(
            Claim(reader: "Rita", transaction: transaction), on: study.uid, audit: Fixture.event(.claimed, study))
        let entry = try sign()[0]
        #expect(try store.finishedWorkitems().isEmpty)
        try store.record(FilingProgress(state: .filed, filedAt: Fixture.now), for: entry.id, audit: nil)
        #expect(try store.finishedWorkitems().map(\.transaction) == [transaction])
        #expect(try store.finishedWorkitems().first?.reports == [entry.document])
        try store.markWorkitemCompleted(study.uid)
        #expect(try store.finishedWorkitems().isEmpty)
    }
}
