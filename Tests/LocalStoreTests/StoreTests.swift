import Foundation
import GRDB
import LocalStore
import Radiology
import Testing
import Vault

@Suite struct StoreTests {
    @Test func theFileAndItsFolderArePrivate() throws {
        let temporary = try TemporaryStore()
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(temporary.path) == 0o600)
        #expect(try mode((temporary.path as NSString).deletingLastPathComponent) == 0o700)
    }

    @Test func aFileThatIsNoStoreIsRefusedUntouched() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("store.sqlite")
        let garbage = Data(repeating: 0x41, count: 8192)
        try garbage.write(to: path)
        #expect(throws: StoreFailure.self) { try LocalStore(path: path.path) }
        #expect(try Data(contentsOf: path) == garbage)
    }

    @Test func aNewerStoreIsRefused() throws {
        let temporary = try TemporaryStore()
        try DatabaseQueue(path: temporary.path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
        }
        #expect(throws: StoreFailure.newerSchema(path: temporary.path)) { try LocalStore(path: temporary.path) }
    }

    @Test func closingPutsTheLogIntoTheDatabase() throws {
        let temporary = try TemporaryStore()
        try temporary.store.mergeWorklist([Fixture.item(1)], isComplete: true)
        // A connection that only reads, and that the pool closes last.
        #expect(try temporary.store.worklistRow(Fixture.study(1).uid) != nil)
        temporary.store.close()
        temporary.store.close()  // harmless
        let log = try? FileManager.default.attributesOfItem(atPath: temporary.path + "-wal")
        #expect(log?[.size] as? Int ?? 0 == 0)
        try temporary.reopen()
        #expect(try temporary.store.worklistRow(Fixture.study(1).uid) != nil)
    }

    @Test func draftsComeBackAndDiscardedOnesAreKept() throws {
        let temporary = try TemporaryStore()
        try temporary.store.mergeWorklist([Fixture.item(1)], isComplete: true)
        let draft = StoredDraft(study: Fixture.study(1).uid, content: "one", savedAt: Fixture.now)
        try temporary.store.saveDraft(draft)
        try temporary.reopen()
        #expect(try temporary.store.draft(draft.study) == draft)
        #expect(try temporary.store.worklistRow(draft.study)?.status == .draft)
        try temporary.store.discardDraft(draft.study, at: Fixture.now, audit: Fixture.event(.draftDiscarded))
        #expect(try temporary.store.draft(draft.study) == nil)
        #expect(try temporary.store.worklistRow(draft.study)?.status == .unread)
        #expect(try temporary.store.discardedDraft(draft.study)?.content == "one")
        // Brought back and discarded again: the last is what comes back.
        try temporary.store.saveDraft(StoredDraft(study: draft.study, content: "two", savedAt: Fixture.now))
        try temporary.store.discardDraft(draft.study, at: Fixture.now, audit: Fixture.event(.draftDiscarded))
        #expect(try temporary.store.discardedDraft(draft.study)?.content == "two")
    }

    @Test func detailsAndPriorReportsAreKeptForOfflineReading() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let study = Fixture.study(1, patient: "4711")
        try store.mergeWorklist([Fixture.item(1, study: study)], isComplete: true)
        #expect(try store.studiesWithoutDetail(limit: 10).map(\.uid) == [study.uid])
        let detail = StudyDetail(
            study: study, series: [Series(uid: SeriesInstanceUID(unchecked: "1.1"), technique: ["120 kV"])],
            attributes: [MetadataAttribute(depth: 0, tag: "(0008,0060)", keyword: "Modality", value: "CR")])
        try store.saveDetail(detail, fetchedAt: Fixture.now)
        var old = Fixture.study(2, patient: "4711")
        old.date = CalendarDate(year: 2020, month: 2, day: 2)
        let report = PriorReport(
            document: DocumentReference(
                study: old.uid, series: SeriesInstanceUID(unchecked: "7"), instance: SOPInstanceUID(unchecked: "8")),
            title: "Report", sections: [ReportSection(title: "Findings", text: "None.")])
        try store.savePriors([Prior(study: old, reports: [report])], receivedAt: Fixture.now)
        try temporary.reopen()
        #expect(try temporary.store.detail(study.uid) == detail)
        #expect(try temporary.store.studiesWithoutDetail(limit: 10).isEmpty)
        #expect(try temporary.store.priors(of: study) == [Prior(study: old, reports: [report])])
        #expect(try temporary.store.reports(in: old.uid) == [report])
        // A prior is not work.
        #expect(try temporary.store.worklistPage(WorklistQuery(), offset: 0, limit: 9, at: Fixture.moment).total == 1)
        // The worklist's order survives the study's own headers.
        #expect(try temporary.store.worklistRow(study.uid)?.item.study.order.requestedProcedures.count == 1)
    }

    @Test func aMessageNeverHoldsTheValueThatBrokeARule() throws {
        let temporary = try TemporaryStore()
        var frozen = Fixture.frozen(Fixture.study(1, name: "SECRET^Name"))
        frozen.document = Array("x".utf8)
        // The study is not there: a foreign key fails with the patient's name among the arguments.
        do {
            try temporary.store.sign(frozen, destinations: [], audit: [Fixture.event(.signed)])
            Issue.record("a report of an unknown study was signed")
        } catch {
            #expect(!error.sentence.contains("SECRET"))
            #expect(error.sentence.contains("FOREIGN KEY"))
        }
    }

    /// Orthanc garbles names in other scripts in search answers, and has them right in the metadata.
    @Test func aNameFromTheMetadataOutlivesTheNextSearchAnswer() throws {
        let temporary = try TemporaryStore()
        let garbled = Fixture.item(1, study: Fixture.study(1, name: "Yamada^Tarou=^"))
        try temporary.store.mergeWorklist([garbled], isComplete: true)
        let right = Fixture.study(1, name: "Yamada^Tarou=山田^太郎")
        try temporary.store.saveDetail(StudyDetail(study: right, series: []), fetchedAt: Fixture.now)
        try temporary.store.mergeWorklist([garbled], isComplete: true)
        #expect(try temporary.store.worklistRow(right.uid)?.item.study.patient == right.patient)
        let found = try temporary.store.worklistPage(
            WorklistQuery(filter: "山田"), offset: 0, limit: 9, at: Fixture.moment)
        #expect(found.total == 1)
    }

    @Test func aNewWordOfTheServerMakesTheDetailsStale() throws {
        let temporary = try TemporaryStore()
        var item = Fixture.item(1)
        try temporary.store.mergeWorklist([item], isComplete: true)
        try temporary.store.saveDetail(StudyDetail(study: item.study, series: []), fetchedAt: Fixture.now)
        #expect(try temporary.store.studiesWithoutDetail(limit: 9).isEmpty)
        item.study.instanceCount = 412
        try temporary.store.mergeWorklist([item], isComplete: true)
        #expect(try temporary.store.studiesWithoutDetail(limit: 9).map(\.uid) == [item.study.uid])
        // Stale is better than nothing while offline.
        #expect(try temporary.store.detail(item.study.uid) != nil)
        #expect(try temporary.store.isDetailStale(item.study.uid))
    }

    @Test func aPriorsSearchAnswerDoesNotUndoAVerifiedName() throws {
        let temporary = try TemporaryStore()
        let right = Fixture.study(1, name: "Yamada^Tarou=山田^太郎")
        try temporary.store.saveDetail(StudyDetail(study: right, series: []), fetchedAt: Fixture.now)
        let garbled = Fixture.study(1, name: "Yamada^Tarou=^")
        try temporary.store.savePriors([Prior(study: garbled)], receivedAt: Fixture.now)
        #expect(try temporary.store.worklistRow(right.uid)?.item.study.patient == right.patient)
    }

    @Test func anotherPatientLeavesNothingOfTheFirst() throws {
        let temporary = try TemporaryStore()
        var item = Fixture.item(1)
        try temporary.store.mergeWorklist([item], isComplete: true)
        item.study.patient = Patient(
            identifier: PatientIdentifier(id: PatientID(unchecked: "X9")), name: PersonName(dicom: "Unknown^Trauma"))
        try temporary.store.mergeWorklist([item], isComplete: true)
        #expect(try temporary.store.worklistRow(item.study.uid)?.item.study.patient == item.study.patient)
    }

    @Test func thePINIsKeptAndCanGo() throws {
        let temporary = try TemporaryStore()
        let pin = try #require(try PIN("4711"))
        #expect(try !temporary.store.hasPIN() && !temporary.store.accepts(pin))
        try temporary.store.setPIN(pin)
        try temporary.reopen()
        #expect(try temporary.store.hasPIN() && temporary.store.accepts(pin))
        #expect(try !temporary.store.accepts(try #require(try PIN("4712"))))
        try temporary.store.setPIN(nil)
        #expect(try !temporary.store.accepts(pin))
    }

    /// The same name is not the same patient; the same identifier of another issuer is not either.
    @Test func patientsOfOneNameAreToldApart() throws {
        let temporary = try TemporaryStore()
        let studies = [
            Fixture.study(1, patient: "P1"), Fixture.study(2, patient: "P1"),
            Fixture.study(3, name: "García López^Ana", patient: "P9"),
            Fixture.study(4, patient: "P1", issuer: "OTHER"), Fixture.study(5, name: "Lee^Min", patient: "P7"),
        ]
        try temporary.store.mergeWorklist(studies.map { Fixture.item(1, study: $0) }, isComplete: false)
        let found = try temporary.store.homonyms(of: studies[0].patient)
        #expect(found.map(\.identifier?.issuer?.rawValue) == ["OTHER"], "case counts only within ASCII")
        var same = studies[0].patient
        same.name = PersonName(dicom: "LEE^MIN")
        same.identifier = nil
        #expect(try temporary.store.homonyms(of: same).first?.identifier?.id.rawValue == "P7")
        #expect(try temporary.store.homonyms(of: studies[4].patient).isEmpty)
    }
}
