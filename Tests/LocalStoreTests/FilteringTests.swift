import Foundation
import LocalStore
import Radiology
import Sync
import Testing

/// What the filter language finds, and how lists are sorted, in a store.
@Suite struct FilteringTests {
    private let temporary: TemporaryStore
    private var store: LocalStore { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        let minute = 60.0
        func item(
            _ number: Int, _ name: String, _ modality: Modality, _ body: String, _ title: String, site: String,
            priority: Priority, waiting: Double, birth: String, sex: Sex
        ) -> WorklistItem {
            var study = Fixture.study(number, name: name, modality: modality)
            study.bodyPart = body
            study.description = title
            study.site = SiteName(rawValue: site)
            study.date = CalendarDate(dicom: "20260921")
            study.patient.birthDate = CalendarDate(dicom: birth)
            study.patient.sex = sex
            study.instanceCount = number * 10
            var item = Fixture.item(number, study: study)
            item.priority = priority
            item.receivedAt = Fixture.now.adding(seconds: -waiting * minute)
            return item
        }
        try store.mergeWorklist(
            [
                item(
                    1, "ZUG^Anna", .computedTomography, "HEAD", "CT head", site: "North General", priority: .routine,
                    waiting: 300, birth: "19500101", sex: .female),
                item(
                    2, "Älvarez^Bo", .magneticResonance, "KNEE", "MR knee left", site: "South", priority: .stat,
                    waiting: 10, birth: "20150601", sex: .male),
                item(
                    3, "Miller^Cy", .computedTomography, "CHEST", "CT chest", site: "North General",
                    priority: .urgent, waiting: 70, birth: "19800229", sex: .male),
                item(
                    4, "miller^Ann", .computedTomography, "CHEST", "CT chest", site: "South", priority: .routine,
                    waiting: 30, birth: "19991231", sex: .female),
            ], isComplete: true)
    }

    private func numbers(_ query: WorklistQuery, _ moment: ListMoment = Fixture.moment) throws -> [Int] {
        let page = try store.worklistPage(query, offset: 0, limit: 20, at: moment)
        #expect(page.total == page.rows.count)
        #expect(try store.worklistCount(query, at: moment) == page.total)
        return page.rows.compactMap { Int($0.uid.rawValue.split(separator: ".").last ?? "") }
    }

    private static let filters: [(String, [Int])] = [
        ("mod:CT", [3, 1, 4]), ("mod:c", [3, 1, 4]), ("mod:MR,CT body:chest", [3, 4]), ("-mod:CT", [2]),
        ("prio:stat,urg", [2, 3]), ("age:<45m", [2, 4]), ("age:>4h", [1]), ("age:>40y", [3, 1]), ("age:<18y", [2]),
        ("left:<0", [3]), ("left:<11m", [2, 3]), ("site:north", [3, 1]), ("site:\"north general\" head", [1]),
        ("patient:alvarez", [2]), ("patient:miller -sex:F", [3]), ("exam:knee", [2]), ("sex:f", [1, 4]),
        ("spec:neuro", [1]), ("spec:msk,chest", [2, 3, 4]), ("spec:paed", [2]), ("date:2026-09-21", [2, 3, 1, 4]),
        ("date:>2026-09-21", []), ("status:unread", [2, 3, 1, 4]), ("status:draft", []), ("chest miller", [3, 4]),
        ("-chest", [2, 1]), ("-miller -zug", [2]), ("age:soon chest", [3, 4]),
    ]

    @Test func aFilterFinds() throws {
        for (filter, found) in Self.filters {
            #expect(try numbers(WorklistQuery(filter: filter)) == found, "\(filter)")
        }
    }

    private static let orders: [(String, [Int])] = [
        ("urgency", [2, 3, 1, 4]), ("-urgency", [4, 1, 3, 2]), ("patient", [2, 4, 3, 1]), ("-patient", [1, 3, 4, 2]),
        ("wait", [1, 3, 4, 2]), ("-wait", [2, 4, 3, 1]), ("left", [3, 2, 1, 4]), ("age", [2, 4, 3, 1]),
        ("modality", [3, 1, 4, 2]), ("site", [3, 1, 2, 4]), ("-site", [2, 4, 3, 1]), ("images", [4, 3, 2, 1]),
        ("body", [3, 4, 1, 2]), ("study", [3, 4, 1, 2]), ("priority", [2, 3, 1, 4]), ("prior", [2, 3, 1, 4]),
    ]

    @Test func aColumnOrders() throws {
        for (text, expected) in Self.orders {
            let order = try #require(WorklistOrder(text: text))
            #expect(try numbers(WorklistQuery(order: order)) == expected, "\(text)")
        }
    }

    @Test func whatASiteAgreedCounts() throws {
        let agreed = ListMoment(
            now: Fixture.now, timeZone: TimeZoneOffset(seconds: 0),
            targets: ReadingTargets(bySite: ["south": [.routine: 20]]))
        #expect(try numbers(WorklistQuery(filter: "left:<0"), agreed) == [3, 4])
        #expect(try numbers(WorklistQuery(filter: "left:<0")) == [3])
    }

    @Test func aFilterSeesWhatChangedSince() throws {
        #expect(try numbers(WorklistQuery(filter: "status:draft")).isEmpty)
        try store.saveDraft(StoredDraft(study: Fixture.study(3).uid, content: "{}", savedAt: Fixture.now))
        #expect(try numbers(WorklistQuery(filter: "status:draft")) == [3])
        #expect(try numbers(WorklistQuery(worklist: .unsigned)) == [3])
        #expect(try numbers(WorklistQuery(worklist: .tell)).isEmpty)
        #expect(try store.worklistCounts()[.unsigned] == 1)
    }

    @Test func timeGoesOnInAFilterOfTimes() throws {
        let query = WorklistQuery(filter: "age:<45m")
        #expect(try numbers(query) == [2, 4])
        let later = ListMoment(now: Fixture.now.adding(seconds: 20 * 60), timeZone: TimeZoneOffset(seconds: 0))
        #expect(try numbers(query, later) == [2])
    }

    /// The cursor's study is among the rows, wherever it went.
    @Test func aPageIsFoundAroundAStudy() throws {
        for query in [WorklistQuery(), WorklistQuery(filter: "c"), WorklistQuery(order: WorklistOrder(.patient))] {
            let whole = try store.worklistPage(query, offset: 0, limit: 20, at: Fixture.moment).rows.map(\.uid)
            for (index, uid) in whole.enumerated() {
                let page = try store.worklistPage(query, offset: 0, limit: 1, around: uid, at: Fixture.moment)
                #expect(page.rows.map(\.uid) == [uid] && page.offset == index)
            }
        }
        let gone = StudyInstanceUID(unchecked: "1.2.3.99")
        let page = try store.worklistPage(WorklistQuery(), offset: 2, limit: 1, around: gone, at: Fixture.moment)
        #expect(page.offset == 2 && page.total == 4)
    }

    @Test func listedValuesComeCommonestFirst() throws {
        #expect(try store.listedValues(of: .modality) == ["CT", "MR"])
        #expect(try store.listedValues(of: .site) == ["South", "North General"])
    }
}
