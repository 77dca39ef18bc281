import GRDB
import LocalStore
import Radiology
import Testing

@Suite struct WorklistTests {
    @Test func sortsByPriorityThenAge() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try store.mergeWorklist(
            [
                Fixture.item(1, minutesAgo: 10), Fixture.item(2, minutesAgo: 90),
                Fixture.item(3, priority: .stat, minutesAgo: 1), Fixture.item(4, priority: .urgent, minutesAgo: 500),
            ], isComplete: true)
        let page = try store.worklistPage(WorklistQuery(), offset: 0, limit: 10, at: Fixture.moment)
        #expect(page.rows.map { $0.uid.rawValue } == ["1.2.3.3", "1.2.3.4", "1.2.3.2", "1.2.3.1"])
        #expect(page.total == 4)
    }

    @Test func aStudyComesBackAsItWasTold() throws {
        let temporary = try TemporaryStore()
        let item = Fixture.item(1, priority: .stat)
        try temporary.store.mergeWorklist([item], isComplete: true)
        #expect(try temporary.store.worklistRow(item.study.uid)?.item == item)
    }

    @Test(arguments: [
        ("garcia", 1), ("LÓPEZ", 1), ("cr chest", 2), ("a2", 1), ("garcia petrov", 0), ("%", 0), ("_", 0), ("", 2),
    ])
    func filtersWithoutCaseAndAccents(filter: String, count: Int) throws {
        let temporary = try TemporaryStore()
        try temporary.store.mergeWorklist(
            [Fixture.item(1), Fixture.item(2, study: Fixture.study(2, name: "PETROV^Ivan"))], isComplete: true)
        let page = try temporary.store.worklistPage(
            WorklistQuery(filter: filter), offset: 0, limit: 10, at: Fixture.moment)
        #expect(page.total == count)
    }

    @Test func aStudyTheServerNoLongerListsLeavesTheListButNotWithADraft() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try store.mergeWorklist([Fixture.item(1), Fixture.item(2), Fixture.item(3)], isComplete: true)
        try store.saveDraft(
            StoredDraft(study: Fixture.study(2).uid, content: "{}", savedAt: Fixture.now))
        try store.mergeWorklist([Fixture.item(3)], isComplete: true)
        let page = try store.worklistPage(WorklistQuery(), offset: 0, limit: 10, at: Fixture.moment)
        #expect(Set(page.rows.map { $0.uid.rawValue }) == ["1.2.3.2", "1.2.3.3"])
        #expect(try store.worklistRow(Fixture.study(1).uid) != nil)
    }

    @Test func countsEachList() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try store.mergeWorklist([Fixture.item(1, priority: .stat), Fixture.item(2), Fixture.item(3)], isComplete: true)
        try store.setClaim(
            Claim(reader: "Rita", transaction: TransactionUID(unchecked: "5.5")), on: Fixture.study(2).uid,
            audit: Fixture.event(.claimed))
        try store.saveDraft(StoredDraft(study: Fixture.study(3).uid, content: "{}", savedAt: Fixture.now))
        let counts = try store.worklistCounts()
        #expect(counts[.all] == 3)
        #expect(counts[.stat] == 1)
        #expect(counts[.mine] == 1)
        #expect(counts[.drafts] == 1)
        #expect(counts[.unclaimed] == 1)
        #expect(counts[.unsent] == 0)
    }

    @Test func anotherReadersClaimIsShownAndOursIsKept() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        var theirs = Fixture.item(1)
        theirs.claim = Claim(reader: "Lee")
        var ours = Fixture.item(2)
        try store.mergeWorklist([theirs, ours], isComplete: true)
        try store.setClaim(
            Claim(reader: "Rita", transaction: TransactionUID(unchecked: "5.5")), on: ours.study.uid,
            audit: Fixture.event(.claimed))
        ours.claim = Claim(reader: "RITA@WS1")
        try store.mergeWorklist([theirs, ours], isComplete: true)
        #expect(try store.worklistRow(theirs.study.uid)?.status == .readBy("Lee"))
        #expect(try store.worklistRow(ours.study.uid)?.status == .claimed)
        theirs.claim = nil
        try store.mergeWorklist([theirs, ours], isComplete: true)
        #expect(try store.worklistRow(theirs.study.uid)?.status == .unread)
    }

    @Test func priorsBelongToOnePatientAtOneIssuer() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let study = Fixture.study(1, patient: "4711", issuer: "NGH")
        var same = Fixture.study(2, patient: "4711", issuer: "NGH")
        same.date = CalendarDate(year: 2020, month: 1, day: 1)
        var homonym = Fixture.study(3, patient: "4711", issuer: "SGH")
        homonym.date = same.date
        var unknownIssuer = Fixture.study(4, patient: "4711", issuer: nil)
        unknownIssuer.date = same.date
        try store.mergeWorklist(
            [study, same, homonym, unknownIssuer].map { Fixture.item(0, study: $0) }, isComplete: true)
        #expect(try store.priors(of: study).map(\.study.uid) == [same.uid])
        #expect(try store.worklistRow(study.uid)?.priorCount == 1)
    }

    @Test func opensAHundredThousandStudiesAPageAtATime() throws {
        let temporary = try TemporaryStore()
        try temporary.store.mergeWorklist([Fixture.item(0)], isComplete: true)
        // Copies of one row, made by SQLite itself: the test is about reading them.
        try DatabaseQueue(path: temporary.path).write { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 99999)
                    INSERT INTO study (study_instance_uid, patient_id, patient_name, study_date, modalities,
                        received_at, priority, on_worklist, folded_text)
                    SELECT '1.2.9.' || n, 'Q' || n, 'Copy^Number', '20261121', 'CT', 1700000000000 + n * 1000,
                        CASE WHEN n % 1000 = 0 THEN 0 ELSE 2 END, 1, 'copy, number ct q' || n FROM number
                    """)
        }
        try temporary.reopen()
        let page = try temporary.store.worklistPage(WorklistQuery(), offset: 50_000, limit: 50, at: Fixture.moment)
        #expect(page.total == 100_000)
        #expect(page.rows.count == 50)
        #expect(try temporary.store.worklistCounts()[.stat] == 99)
        let found = try temporary.store.worklistPage(
            WorklistQuery(filter: "ct q4711"), offset: 0, limit: 50, at: Fixture.moment)
        #expect(found.total == 11)
    }
}
