import Foundation
import LocalStore
import Radiology
import Sync
import Testing

/// Conflicts, refusals, losses and two final reports in the store: nothing is lost, what is decided stays decided.
@Suite struct DecisionTests {
    private let study = Fixture.study(1)

    /// A store with one report signed, in this state.
    private func store(
        _ state: FilingState, filedAt: Radiology.Instant = Fixture.now
    ) throws -> (TemporaryStore, OutboxEntry) {
        let temporary = try TemporaryStore()
        try temporary.store.mergeWorklist([Fixture.item(1)], isComplete: false)
        let entry = try temporary.store.sign(
            Fixture.frozen(study), destinations: [Fixture.pacs], audit: [Fixture.event(.signed, study)])[0]
        let progress = FilingProgress(state: state, attempts: 1, filedAt: state == .filed ? filedAt : nil)
        try temporary.store.record(progress, for: entry.id, audit: nil)
        return (temporary, try #require(try temporary.store.outboxItems(limit: 1).first).entry)
    }

    @Test(arguments: [FilingState.conflict, .rejected])
    func aDecisionTakesItOffTheListAndStays(state: FilingState) throws {
        let (temporary, entry) = try store(state)
        #expect(try temporary.store.worklistRow(study.uid)?.status == .needsAttention)
        try temporary.store.resolve(entry.id, as: "kept", audit: Fixture.event(.resolved, study))
        let counts = try temporary.store.outboxCounts()
        #expect(counts.isConserved && counts[state] == 1 && counts.open(state) == 0 && counts.unsent == 0)
        #expect(try temporary.store.worklistRow(study.uid)?.status != .needsAttention)
        #expect(try temporary.store.worklistCounts()[.unsent] == 0)
        #expect(throws: StoreFailure.self, "what is decided stays") {
            try temporary.store.record(FilingProgress(state: .queued), for: entry.id, audit: nil)
        }
        #expect(try temporary.store.frozenReport(entry.version) != nil, "and the report is still here")
        #expect(try temporary.store.brokenInvariants() == [])
    }

    @Test(arguments: [FilingState.queued, .unknown, .filed])
    func onlyWhatCannotBeFiledIsDecidedAbout(state: FilingState) throws {
        let (temporary, entry) = try store(state)
        #expect(throws: StoreFailure.self) {
            try temporary.store.resolve(entry.id, as: "kept", audit: Fixture.event(.resolved, study))
        }
        #expect(try temporary.store.auditEvents().count == 1, "no event of what did not happen")
    }

    @Test func aVersionFiledAnewTakesThePlaceOfTheOneInConflict() throws {
        let (temporary, entry) = try store(.conflict)
        let second = Fixture.frozen(study, number: 2, report: entry.report.rawValue)
        try temporary.store.sign(
            second, destinations: [Fixture.pacs], audit: [Fixture.event(.resolved, study)],
            resolving: (entry.id, "filed anew"))
        let counts = try temporary.store.outboxCounts()
        #expect(counts.signed == 2 && counts.open(.conflict) == 0 && counts.unsent == 1)
        // The machine sends it, though the one before it was never filed.
        var machine = FilingMachine()
        let orders = machine.handle(.loaded(try temporary.store.unfiledOutbox()), at: Fixture.now)
        #expect(orders.contains { if case .record = $0 { true } else { false } })
        #expect(try temporary.store.brokenInvariants() == [])
    }

    /// Signing ends the draft it comes from; a version that comes from none leaves it, and is not signed beside it.
    @Test func filingAnewCostsNoDraft() throws {
        let (temporary, entry) = try store(.conflict)
        let draft = StoredDraft(study: study.uid, content: "an addendum", savedAt: Fixture.now)
        try temporary.store.saveDraft(draft)
        let second = Fixture.frozen(study, number: 2, report: entry.report.rawValue)
        #expect(throws: StoreFailure.self) {
            try temporary.store.sign(
                second, destinations: [Fixture.pacs], audit: [], resolving: (entry.id, "filed anew"))
        }
        #expect(try temporary.store.draft(study.uid) == draft)
        #expect(try temporary.store.outboxCounts().open(.conflict) == 1)
    }

    @Test func whatCannotBeAskedLetsTheOthersGoFirst() throws {
        let (temporary, entry) = try store(.filed)
        let now = Fixture.now.adding(seconds: 2 * 3600)
        func due(_ destinations: [DestinationName]) throws -> Int {
            try temporary.store.dueForRecheck(at: now, destinations: destinations, limit: 9).count
        }
        #expect(try due([]) == 0, "a server that is not configured any more")
        #expect(try due([Fixture.pacs]) == 1)
        try temporary.store.postponeRecheck(entry, until: now.adding(seconds: 3600))
        #expect(try due([Fixture.pacs]) == 0)
    }

    @Test func filedReportsAreLookedForAgainEverMoreRarely() throws {
        let (temporary, entry) = try store(.filed)
        func due(_ hours: Double) throws -> Int {
            try temporary.store.dueForRecheck(
                at: Fixture.now.adding(seconds: hours * 3600), destinations: [Fixture.pacs], limit: 9
            ).count
        }
        #expect(try due(0.5) == 0)
        #expect(try due(1.5) == 1)
        let later = Fixture.now.adding(seconds: 2 * 3600)
        try temporary.store.recordRecheck(entry, .there, at: later, audit: nil)
        #expect(try due(23) == 0)
        #expect(try due(25) == 1)
        try temporary.store.recordRecheck(
            entry, .there, at: Fixture.now.adding(seconds: 31 * 24 * 3600), audit: nil)
        #expect(try due(1_000_000) == 0, "a month later nobody asks any more")
    }

    /// A server restored from an older backup.
    @Test func whatIsNotThereAnyMoreIsSaidAndFiledAgain() throws {
        let (temporary, entry) = try store(.filed)
        #expect(throws: StoreFailure.self, "filed stays filed while nobody looked") {
            try temporary.store.record(FilingProgress(state: .unknown), for: entry.id, audit: nil)
        }
        try temporary.store.recordRecheck(
            entry, .gone("not there"), at: Fixture.now, audit: Fixture.event(.lost, study))
        var counts = try temporary.store.outboxCounts()
        #expect(counts.lost == 1 && counts[.filed] == 1 && counts.isConserved)
        #expect(try temporary.store.outboxItems(limit: 1).first?.entry.needsDecision == true)
        try temporary.store.fileAgain(entry.id, audit: Fixture.event(.filedAgain, study))
        counts = try temporary.store.outboxCounts()
        #expect(counts.lost == 0 && counts[.unknown] == 1 && counts.unsent == 1 && counts.isConserved)
        #expect(try temporary.store.worklistCounts()[.unsent] == 1)
        #expect(try temporary.store.brokenInvariants() == [])
    }

    private func report(_ instance: String, _ flags: ReportFlags = .final) -> PriorReport {
        PriorReport(
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: "7.7"),
                instance: SOPInstanceUID(unchecked: instance)),
            title: "Report", flags: flags, author: PersonName(dicom: "LEE^Min"),
            sections: [ReportSection(title: "Impression", text: "Otherwise.")])
    }

    @Test func anotherReadersFinalReportIsFoundOnceAndDecidedOnce() throws {
        let (temporary, _) = try store(.filed)
        let own = try #require(try temporary.store.versions(of: study.uid).first)
        var mine = report("x")
        mine.document = own.document
        try temporary.store.savePriors(
            [Prior(study: study, reports: [mine, report("7.7.1"), report("7.7.2", .preliminary)])],
            receivedAt: Fixture.now)
        #expect(
            try temporary.store.findRivals(of: study.uid, at: Fixture.now).map(\.document.instance.rawValue) == [
                "7.7.1"
            ])
        #expect(try temporary.store.findRivals(of: study.uid, at: Fixture.now).isEmpty, "told once")
        #expect(try temporary.store.outboxItems(limit: 1).first?.rivals.count == 1)
        #expect(try temporary.store.outboxCounts().rivals == 1)
        try temporary.store.resolveRivals(of: study.uid, as: "both stand", audit: Fixture.event(.resolved, study))
        #expect(try temporary.store.outboxItems(limit: 1).first?.rivals.isEmpty == true)
        #expect(try temporary.store.findRivals(of: study.uid, at: Fixture.now).isEmpty)
        #expect(try temporary.store.reports(in: study.uid).contains { $0.document.instance.rawValue == "7.7.1" })
    }

    @Test func withoutAFinalReportOfOursThereIsNoRival() throws {
        let temporary = try TemporaryStore()
        try temporary.store.savePriors([Prior(study: study, reports: [report("7.7.1")])], receivedAt: Fixture.now)
        #expect(try temporary.store.findRivals(of: study.uid, at: Fixture.now).isEmpty)
    }
}
