import Foundation
import GRDB
import LocalStore
import Radiology
import Sync
import Testing

/// A finding somebody must be told of: on the list until it is done, whatever else happens to the study.
@Suite struct FindingTests {
    private let temporary: TemporaryStore
    private var store: LocalStore { temporary.store }
    private let study = Fixture.study(1)
    private let finding = ActionableFinding(category: .critical, text: "Free air", foundAt: Fixture.now)

    init() throws {
        temporary = try TemporaryStore()
        try store.mergeWorklist([Fixture.item(1, study: study)], isComplete: true)
    }

    private var told: ActionableFinding {
        var told = finding
        told.communication = .init(
            toldTo: "Dr Okafor", toldBy: "Rita Roe", at: Fixture.now.adding(seconds: 60), means: "by telephone",
            readBack: true)
        return told
    }

    private func draft(_ findings: [ActionableFinding]) -> StoredDraft {
        StoredDraft(study: study.uid, content: "{}", savedAt: Fixture.now, findings: findings)
    }

    @Test func aDraftsFindingComesAndGoesWithIt() throws {
        try store.saveDraft(draft([finding]))
        #expect(try store.worklistRow(study.uid)?.actionable == finding)
        try store.saveDraft(draft([told]))
        #expect(try store.worklistRow(study.uid)?.actionable == nil)
        try store.saveDraft(draft([finding]))
        try store.discardDraft(study.uid, at: Fixture.now, audit: Fixture.event(.draftDiscarded, study))
        #expect(try store.worklistRow(study.uid)?.actionable == nil)
    }

    @Test func aSignedReportStaysOnTheListUntilSomebodyIsTold() throws {
        try store.saveDraft(draft([finding]))
        var frozen = Fixture.frozen(study)
        frozen.version.actionable = [finding]
        let entry = try store.sign(
            frozen, destinations: [Fixture.pacs], audit: [Fixture.event(.signed, study)])[0]
        try store.record(FilingProgress(state: .unknown, attempts: 1), for: entry.id, audit: nil)
        try store.record(FilingProgress(state: .filed, filedAt: Fixture.now), for: entry.id, audit: nil)
        #expect(
            try store.worklistPage(WorklistQuery(), offset: 0, limit: 10, at: Fixture.moment).rows.map(\.uid) == [
                study.uid
            ])
        #expect(try store.recordCommunication(told, of: study.uid, audit: Fixture.event(.communicated, study)))
        #expect(try store.worklistPage(WorklistQuery(), offset: 0, limit: 10, at: Fixture.moment).rows.isEmpty)
        #expect(try store.auditEvents().map(\.kind).contains(.communicated))
        // Told twice is told once.
        #expect(try !store.recordCommunication(told, of: study.uid, audit: Fixture.event(.communicated, study)))
    }

    /// A preliminary report is signed with it, the final one takes it up again and says who was told.
    @Test func aFindingTakenUpByTheNextVersionIsOneFinding() throws {
        var first = Fixture.frozen(study)
        first.version.actionable = [finding]
        try store.sign(first, destinations: [], audit: [])
        try store.saveDraft(draft([finding]))
        #expect(try store.worklistRow(study.uid)?.actionable == finding)
        // A draft may be discarded: until it is signed the clock goes on.
        try store.saveDraft(draft([told]))
        #expect(try store.worklistRow(study.uid)?.actionable == finding)
        var second = Fixture.frozen(study, number: 2)
        second.version.actionable = [told]
        try store.sign(second, destinations: [], audit: [])
        #expect(try store.worklistRow(study.uid)?.actionable == nil)
        #expect(try store.signedFindings(of: study.uid) == [told])
    }

    @Test func aSignedFindingCannotBeDeleted() throws {
        var frozen = Fixture.frozen(study)
        frozen.version.actionable = [finding]
        try store.sign(frozen, destinations: [], audit: [])
        try store.saveDraft(draft([]))
        #expect(try store.worklistRow(study.uid)?.actionable == finding)
        let raw = try DatabaseQueue(path: temporary.path)
        #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: "DELETE FROM actionable_finding") } }
        try raw.close()
    }

    @Test func macroUsesAreCounted() throws {
        for name in ["a", "b", "a"] { try store.countMacroUse(name) }
        #expect(try store.macroUses() == ["a": 2, "b": 1])
    }

    @Test func reportsToLearnFromAreOwnAndOthers() throws {
        try store.sign(Fixture.frozen(study), destinations: [], audit: [])
        let texts = try store.reportTexts()
        #expect(texts.count == 1 && texts[0].isOwn && !texts[0].text.isEmpty)
    }
}

/// A store of the first schema, with a study, a draft, a signed report and its outbox entry, comes through the second.
@Suite struct MigrationTests {
    @Test func theSecondSchemaKeepsWhatTheFirstHeld() throws {
        let temporary = try TemporaryStore()
        let study = Fixture.study(1)
        try temporary.store.mergeWorklist([Fixture.item(1, study: study), Fixture.item(2)], isComplete: true)
        try temporary.store.saveDraft(
            StoredDraft(study: Fixture.study(2).uid, content: "{\"kept\":1}", savedAt: Fixture.now))
        try temporary.store.sign(
            Fixture.frozen(study), destinations: [Fixture.pacs], audit: [Fixture.event(.signed, study)])
        temporary.store.close()
        // Back to what the first migration made.
        let raw = try DatabaseQueue(path: temporary.path)
        try raw.write { database in
            try database.execute(
                sql: """
                    DROP INDEX study_by_name; DROP TRIGGER study_came; DROP TRIGGER study_went; DROP TRIGGER study_moved;
                    DROP TABLE worklist_revision; DROP INDEX study_taken; DROP INDEX study_by_words;
                    DROP INDEX study_on_worklist; DROP INDEX study_to_tell; DROP INDEX study_unsigned;
                    DROP TABLE actionable_finding; DROP TABLE macro_use; DROP INDEX study_by_urgency;
                    ALTER TABLE study DROP COLUMN listed; ALTER TABLE study DROP COLUMN actionable_since;
                    ALTER TABLE study ADD COLUMN listed INTEGER GENERATED ALWAYS AS (
                        (on_worklist = 1 OR claim_transaction IS NOT NULL) AND final_at IS NULL OR has_draft = 1
                        OR unsent > 0
                    ) VIRTUAL;
                    CREATE INDEX study_by_urgency ON study (listed, priority, received_at, study_instance_uid);
                    DELETE FROM grdb_migrations WHERE substr(identifier, 1, 1) IN ('2', '5', '6', '7');
                    """)
        }
        try raw.close()
        try temporary.reopen()
        #expect(try temporary.store.worklistPage(WorklistQuery(), offset: 0, limit: 10, at: Fixture.moment).total == 2)
        #expect(try temporary.store.draft(Fixture.study(2).uid)?.content == "{\"kept\":1}")
        #expect(try temporary.store.outboxCounts().signed == 1)
        #expect(try temporary.store.worklistRow(study.uid)?.actionable == nil)
    }
}
