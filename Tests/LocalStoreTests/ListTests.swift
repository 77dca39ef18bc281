import Foundation
import GRDB
import Radiology
import Testing

@testable import LocalStore

/// What is kept of lists between two looks never shows what is not so any more.
@Suite struct ListTests {
    private func found(_ filter: String, _ worklist: Worklist = .all, in store: LocalStore) throws -> [String] {
        try store.worklistPage(
            WorklistQuery(worklist: worklist, filter: filter), offset: 0, limit: 9, at: Fixture.moment
        ).rows
            .map(\.uid.rawValue)
    }

    @Test func wordsAreFoundInTheirRowAlone() {
        var words = TextColumn()
        for text in ["garcia ana ct", "muller mr", "", "ana garcia mr", "ct\0 garcia"] {
            words.append(folding: text)
        }
        #expect(words.containing(anyOf: ["garcia"]) == [true, false, false, true, true])
        #expect(words.containing(anyOf: ["muller", "ana"]) == [true, true, false, true, false])
        // Words of two studies that stand beside each other are no word.
        #expect(!words.containing(anyOf: ["ctmuller"]).contains(true))
        #expect(TextColumn().containing(anyOf: ["a"]).isEmpty)
        var marked = [false, true, false, false, false]
        words.mark(&marked, containing: "ana")
        #expect(marked == [true, true, false, true, false])
        #expect(
            words.compare(0, 3) > 0 && words.compare(3, 0) < 0 && words.compare(2, 1) < 0 && words.compare(1, 1) == 0)
    }

    @Test func aWordIsLookedForInEverythingAReaderKnowsAStudyBy() throws {
        let temporary = try TemporaryStore()
        var item = Fixture.item(1)
        item.study.patient.name = PersonName(dicom: "Núñez Ibáñez^Eva")
        item.study.patient.identifier = PatientIdentifier(id: PatientID(unchecked: "P-77"))
        item.study.order.accessionNumber = AccessionNumber(unchecked: "ACC0815")
        item.study.description = "Kneipp cure"
        item.study.bodyPart = "WRIST"
        item.study.site = SiteName(rawValue: "Harbour Clinic")
        item.study.date = CalendarDate(year: 2024, month: 5, day: 17)
        try temporary.store.mergeWorklist([item, Fixture.item(2)], isComplete: true)
        let known = [
            "nunez ibanez", "P-77", "ibanez, eva p-77", "acc08", "kneipp", "wrist", "harbour", "2024-05-17", "05-1",
        ]
        for words in known {
            #expect(try found("\"\(words)\"", in: temporary.store) == [item.study.uid.rawValue], "\(words)")
            #expect(try !found("-\"\(words)\"", in: temporary.store).contains(item.study.uid.rawValue), "\(words)")
        }
    }

    @Test func everyChangeIsSeenByTheNextLook() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        var first = Fixture.item(1)
        let second = Fixture.item(2)
        try store.mergeWorklist([first, second], isComplete: true)
        #expect(try store.worklistCounts()[.all] == 2)
        #expect(try found("zebra", in: store) == [])
        first.study.description = "Zebra"
        try store.mergeWorklist([first, second], isComplete: true)
        #expect(try found("zebra", in: store) == [first.study.uid.rawValue])
        #expect(try found("zebra", .unclaimed, in: store) == [first.study.uid.rawValue])
        try store.setClaim(
            Claim(reader: "Rita", transaction: TransactionUID(rawValue: "1.2.3")), on: first.study.uid, audit: nil)
        #expect(try found("zebra", .unclaimed, in: store) == [])
        #expect(try found("zebra", .mine, in: store) == [first.study.uid.rawValue])
        #expect(try store.worklistCounts()[.unclaimed] == 1)
        try store.setClaim(nil, on: first.study.uid, audit: nil)
        try store.mergeWorklist([second], isComplete: true)
        #expect(try found("zebra", in: store) == [])
        #expect(try store.worklistCounts()[.all] == 1)
    }

    /// A STAT study that is claimed or begun here waits as an unread one does; not so what another reads or what is signed.
    @Test func theMostUrgentSTATIsUnreadOrOnesOwn() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        var items = (1...3).map { Fixture.item($0, priority: .stat, minutesAgo: Double(30 - $0)) }
        items[0].claim = Claim(reader: "Lee")
        try store.mergeWorklist(items, isComplete: true)
        let signed = items[1].study
        try store.sign(
            Fixture.frozen(signed), destinations: [Fixture.pacs], audit: [Fixture.event(.signed, signed)])
        #expect(try store.mostUrgentSTAT(at: Fixture.moment)?.uid == items[2].study.uid)
        let mine = Claim(reader: "Rita", transaction: TransactionUID(rawValue: "1.2.3"))
        try store.setClaim(mine, on: items[2].study.uid, audit: nil)
        #expect(try store.mostUrgentSTAT(at: Fixture.moment)?.status == .claimed)
        try store.saveDraft(StoredDraft(study: items[2].study.uid, content: "{}", savedAt: Fixture.now))
        #expect(try store.mostUrgentSTAT(at: Fixture.moment)?.status == .draft)
        items[2].priority = .urgent
        try store.mergeWorklist(items, isComplete: true)
        #expect(try store.mostUrgentSTAT(at: Fixture.moment) == nil)
    }

    @Test func whatIsPulledAgainUnchangedIsNotWritten() throws {
        let temporary = try TemporaryStore()
        let items = (1...5).map { Fixture.item($0) }
        try temporary.store.mergeWorklist(items, isComplete: true)
        let before = try changes(temporary.store)
        try temporary.store.mergeWorklist(items, isComplete: true)
        #expect(try changes(temporary.store) == before)
        var moved = items
        moved[0].priority = .stat
        try temporary.store.mergeWorklist(moved, isComplete: true)
        #expect(try changes(temporary.store) > before)
    }

    private func changes(_ store: LocalStore) throws -> Int {
        store.pool.writeWithoutTransaction { $0.totalChangesCount }
    }
}
