import CentralServer
import DICOM
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("Studies, priors, prior reports")
struct StudyDetailTests {
    @Test("Headers, technique and dose, and a name in three scripts")
    func detail() async throws {
        try await withReference { (_, connector) async throws in
            let detail = try await blocking { try connector.demoStudy("Yamada") }
            let name = detail.study.patient.name
            #expect(name?.alphabetic?.family == "Yamada" && name?.ideographic?.given == "太郎")
            #expect(name?.phonetic?.family == "やまだ")
            #expect(detail.series.count == 3)
            #expect(detail.technique.contains("110 kV") && detail.technique.contains("1 mm"))
            #expect(detail.contrastAgent == "Iopromide 370")
            #expect(detail.dose == ["CTDIvol 7.1 mGy"])
            #expect(detail.study.order.indication?.hasPrefix("Lung adenocarcinoma") == true)
            #expect(detail.study.instanceCount == detail.series.map(\.instances.count).reduce(0, +))
            #expect(detail.attributes.contains { $0.keyword == "PatientName" && $0.value.contains("山田") })
        }
    }

    @Test("The same from a server without metadata", arguments: [200, 204, 404])
    func withoutMetadata(_ emptyStatus: Int) async throws {
        var behaviour = Behaviour()
        behaviour.hasMetadata = false
        behaviour.emptySearchStatus = emptyStatus
        behaviour.quotesBoundary = emptyStatus == 200
        try await withReference(demoArchive, behaviour) { (_, connector) async throws in
            let detail = try await blocking { try connector.demoStudy("Yamada") }
            #expect(detail.study.patient.name?.ideographic?.given == "太郎")
            #expect(detail.technique.contains("110 kV"))
            #expect(detail.study.instanceCount == 11)
        }
    }

    @Test("A study that is gone is no error")
    func gone() async throws {
        try await withReference(Archive()) { (_, connector) async throws in
            let uid = try #require(StudyInstanceUID(rawValue: "1.2.3"))
            let study = Study(uid: uid, patient: Patient(identifier: nil, name: nil))
            #expect(try await blocking { try connector.detail(of: study) } == nil)
        }
    }

    @Test("Priors with their reports, newest first, of this issuer's patient only")
    func priors() async throws {
        try await withReference { (_, connector) async throws in
            let detail = try await blocking { try connector.demoStudy("Dunmore") }
            let priors = try await blocking { try connector.priors(of: detail.study) }
            #expect(
                priors.map(\.study.title) == [
                    "CT head without contrast", "Chest X-ray portable", "CT head without contrast",
                ])
            #expect(
                priors.map { $0.study.date ?? Fixtures.today }
                    == priors.map { $0.study.date ?? Fixtures.today }.sorted(by: >))
            let report = try #require(priors.first?.reports.first)
            #expect(report.flags?.status == .final)
            #expect(report.author?.listed.contains("Dr.") == true || report.author?.ideographic != nil)
            #expect(report.sections.first?.text.contains("No intracranial haemorrhage") == true)
            #expect(report.deviations.isEmpty)
            let known = Set(priors.flatMap(\.reports).map(\.document.instance))
            let again = try await blocking { try connector.priors(of: detail.study, known: known) }
            #expect(again.count == 3 && again.allSatisfy { $0.reports.isEmpty })
        }
    }

    @Test("One identifier, two issuers, two people")
    func issuers() async throws {
        try await withReference { (_, connector) async throws in
            for (name, other, count) in [("Aldermoor", "Penhaligon", 4), ("Penhaligon", "Aldermoor", 2)] {
                let detail = try await blocking { try connector.demoStudy(name) }
                let priors = try await blocking { try connector.priors(of: detail.study) }
                #expect(priors.count == count)
                #expect(!priors.contains { $0.study.patient.name?.dicom.contains(other) ?? false })
            }
        }
    }

    @Test("An unreadable prior report hides neither the others nor the study")
    func unreadableReport() async throws {
        let study = "1.2.3"
        var bad = DataSet()
        for (tag, text) in [
            (Tag.sopClassUID, SOPClass.basicTextSR), (.sopInstanceUID, "1.2.3.1.1"), (.studyInstanceUID, study),
            (.seriesInstanceUID, "1.2.3.1"), (.modality, "SR"), (.patientID, "1"),
        ] { bad.set(tag, text) }
        let zeros = ArchivedInstance(dataSet: bad, file: [UInt8](repeating: 0, count: 4096))
        try await withReference(Archive(instances: [zeros])) { (_, connector) async throws in
            let uid = try #require(StudyInstanceUID(rawValue: study))
            #expect(try await blocking { try connector.reports(in: uid) }.isEmpty)
        }
    }
}
