import DICOM
import Foundation
import ReferenceServer
import Testing

@Suite("The demonstration's world")
struct DemoWorldTests {
    @Test("The same moment gives the same archive")
    func deterministic() throws {
        let again = DemoWorld(year: 2026, month: 3, day: 1, secondsOfDay: 34_200, timeZoneOffset: "+0100").archive
        #expect(again == demoArchive)
        let json = try DataSet.toJSON(again.instances.map(\.dataSet) + again.workitems)
        let expected = try DataSet.toJSON(demoArchive.instances.map(\.dataSet) + demoArchive.workitems)
        #expect(json == expected)
        let later = DemoWorld(year: 2026, month: 3, day: 1, secondsOfDay: 34_201).archive
        #expect(later.workitems[0].string(.sopInstanceUID) != again.workitems[0].string(.sopInstanceUID))
    }

    @Test("It holds what a department has on a morning")
    func counts() {
        let workitems = demoArchive.workitems
        #expect(workitems.count >= 60)
        let patients = Set(workitems.map { [$0.string(.patientID), $0.string(.issuerOfPatientID)] })
        #expect((38...45).contains(patients.count))
        #expect((4...7).contains(workitems.filter { $0.string(.scheduledProcedureStepPriority) == "HIGH" }.count))
        #expect(workitems.filter { $0.string(.procedureStepState) == "IN PROGRESS" }.count == 2)
        let modalities = Set(demoArchive.instances.compactMap { $0.dataSet.string(.modality) })
        #expect(modalities.isSuperset(of: ["CT", "MR", "US", "CR", "DX", "MG", "NM", "PT", "IO", "PX", "SR"]))
        #expect(demoArchive.instances.filter { $0.file != nil }.count >= 50)
        #expect(Set(demoArchive.instances.compactMap { $0.dataSet.string(.institutionName) }).count >= 3)
    }

    @Test("Identifiers are unique and valid, and every workitem's study is there")
    func identifiers() {
        let uids = demoArchive.instances.compactMap { $0.dataSet.string(.sopInstanceUID) }
        #expect(Set(uids).count == demoArchive.instances.count)
        #expect(uids.allSatisfy(UID.isValid))
        let studies = Set(demoArchive.instances.compactMap { $0.dataSet.string(.studyInstanceUID) })
        for workitem in demoArchive.workitems {
            let uid = workitem.items(.referencedRequestSequence).first?.string(.studyInstanceUID)
            #expect(uid.map(studies.contains) == true)
        }
        for instance in demoArchive.instances {
            #expect((instance.dataSet.string(.accessionNumber) ?? "").count <= 16)
        }
    }

    @Test("One patient identifier belongs to two people, told apart by its issuer only")
    func collidingIdentifier() {
        let people = Set(
            demoArchive.instances.filter { $0.dataSet.string(.patientID) == "100417" }
                .map { [$0.dataSet.string(.issuerOfPatientID), $0.dataSet.string(.patientName)] })
        #expect(people.count == 2)
    }

    @Test("Some urgent studies came minutes ago, and none comes from the future")
    func times() {
        let received = demoArchive.workitems.filter { $0.string(.scheduledProcedureStepPriority) == "HIGH" }
            .compactMap { $0.string(.scheduledProcedureStepModificationDateTime) }
        #expect(received.contains { $0 > "20260301091000" })
        for workitem in demoArchive.workitems {
            let scheduled = workitem.string(.scheduledProcedureStepStartDateTime) ?? ""
            let received = workitem.string(.scheduledProcedureStepModificationDateTime) ?? ""
            #expect(scheduled < received && received <= "20260301093000")
        }
        let oldest = demoArchive.instances.compactMap { $0.dataSet.string(.studyDate) }.min() ?? ""
        #expect(oldest < "20220101")
    }

    @Test("Every file reads back, and every header can be written")
    func files() throws {
        for instance in demoArchive.instances {
            let read = try Part10File.decode(instance.bytes())
            #expect(read.deviations.isEmpty)
            #expect(read.value.dataSet == instance.dataSet)
        }
    }

    @Test("No text is longer than its VR allows (PS3.5 §6.2)")
    func lengths() {
        for workitem in demoArchive.workitems {
            let request = workitem.items(.referencedRequestSequence).first
            #expect((request?.string(.reasonForTheRequestedProcedure) ?? "").unicodeScalars.count <= 64)
            let groups = (workitem.string(.patientName) ?? "").split(separator: "=")
            #expect(groups.allSatisfy { $0.unicodeScalars.count <= 64 })
        }
    }

    @Test("Names in every script survive")
    func names() {
        let names = Set(demoArchive.workitems.compactMap { $0.personName(.patientName) })
        #expect(names.contains("Yamada^Tarou=山田^太郎=やまだ^たろう"))
        #expect(names.contains("X"))
        let trauma = demoArchive.workitems.first { $0.string(.patientID) == "T-2231" }
        #expect(trauma?.contains(.patientBirthDate) == true && trauma?.string(.patientSex) == nil)
    }
}
