import DICOM
import Foundation
import Programs
import ReferenceServer
import Testing

@Suite("QIDO, WADO and STOW")
struct DICOMwebTests {
    @Test(
        "Searching by keyword and by tag",
        arguments: [
            ("/studies?PatientID=100417&IssuerOfPatientID=HARBOUR", 3), ("/studies?00100020=T-2231", 1),
            ("/studies?PatientName=yamada*", 5), ("/studies?PatientName=nobody", 0),
            ("/studies?StudyDate=19000101", 0), ("/studies?StudyDate=20260226-", 68), ("/studies?limit=5", 5),
            ("/studies?ModalitiesInStudy=PX", 2), ("/instances?Modality=IO", 2), ("/series?Modality=IO", 2),
        ])
    func searching(_ path: String, _ count: Int) async throws {
        try await withServer { (_, client) async throws in
            let reply = try await client.get(path)
            #expect(reply.status == 200)
            #expect(try reply.dataSets().count == count)
        }
    }

    @Test("StudyDescription comes when it is asked for")
    func includeField() async throws {
        try await withServer { (_, client) async throws in
            let plain = try await client.get("/studies?PatientID=T-2231").dataSets()
            #expect(plain.first?.string(.studyDescription) == nil)
            let asked = try await client.get("/studies?PatientID=T-2231&includefield=00081030").dataSets()
            #expect(asked.first?.string(.studyDescription) == "CT trauma whole body")
        }
    }

    @Test("Storing: the same bytes come back, the first stays, a wrong study is refused")
    func storing() async throws {
        try await withServer(Archive()) { (server, client) async throws in
            let first = try report(study: "1.2.3", instance: "1.2.3.1")
            let second = try report(study: "1.2.3", instance: "1.2.3.1", text: "Another.")
            let reply = try await client.store([first], study: "1.2.3")
            #expect(reply.status == 200)
            #expect(try reply.dataSets()[0].items(.referencedSOPSequence).count == 1)
            #expect(server.storedReports == [first])
            #expect(try await client.store([second]).status == 200)
            #expect(server.storedReports == [first])
            let path = "/studies/1.2.3/series/1.2.3.77/instances/1.2.3.1"
            let body = try await client.get(path, accept: "multipart/related; type=\"application/dicom\"").body
            #expect(Data(body).range(of: Data(first)) != nil)
            #expect(try await client.store([first], study: "1.2.4").status == 409)
            #expect(try await client.store([[1, 2, 3]]).status == 409)
            let mixed = try await client.store([report(study: "1.2.3", instance: "1.2.3.2"), [1, 2, 3]])
            #expect(mixed.status == 202)
            #expect(try await client.send("POST", "/studies", first, type: "application/dicom").status == 415)
        }
    }

    @Test("Dialects of storing twice", arguments: [Behaviour.Duplicates.keepFirst, .overwrite, .conflict])
    func duplicates(_ duplicates: Behaviour.Duplicates) async throws {
        var behaviour = Behaviour()
        behaviour.duplicates = duplicates
        try await withServer(Archive(), behaviour) { (server, client) async throws in
            let first = try report(study: "1.2.3", instance: "1.2.3.1")
            let second = try report(study: "1.2.3", instance: "1.2.3.1", text: "Another.")
            _ = try await client.store([first])
            #expect(try await client.store([second]).status == (duplicates == .conflict ? 409 : 200))
            #expect(server.instances.map(\.file) == [duplicates == .overwrite ? second : first])
        }
    }

    @Test("Servers that do not do what they say", arguments: [Behaviour.Storing.amnesiac, .altering, .namingNothing])
    func dishonest(_ storing: Behaviour.Storing) async throws {
        var behaviour = Behaviour()
        behaviour.storing = storing
        try await withServer(Archive(), behaviour) { (server, client) async throws in
            let document = try report(study: "1.2.3", instance: "1.2.3.1")
            let reply = try await client.store([document])
            #expect(reply.status == 200)
            let named = try reply.dataSets()[0].items(.referencedSOPSequence).count
            #expect(named == (storing == .namingNothing ? 0 : 1))
            #expect(server.instances.count == (storing == .altering ? 1 : 0))
            #expect(server.storedReports.first != document)
        }
    }

    @Test("A lost acknowledgement is no answer at all; a rule strikes as often as it says")
    func lostAcknowledgement() async throws {
        let after = Behaviour.Rule(.dropAfterActing, method: "POST", path: "/studies", times: 1)
        try await withServer(Archive(), Behaviour(rules: after)) { (server, client) async throws in
            let document = try report(study: "1.2.3", instance: "1.2.3.1")
            #expect(try await client.store([document]).status == 0)
            #expect(server.storedReports == [document])
            #expect(try await client.store([document]).status == 200)
            server.setBehaviour(Behaviour(rules: .init(.dropBeforeActing, method: "POST")))
            #expect(try await client.store([report(study: "1.2.3", instance: "1.2.3.9")]).status == 0)
            #expect(server.instances.count == 1)
            #expect(server.requests.map(\.status) == [nil, 200, nil])
        }
    }

    @Test("Credentials: 401 with nothing in it")
    func credentials() async throws {
        var behaviour = Behaviour()
        behaviour.credentials = .bearer(token: "secret")
        try await withServer(demoArchive, behaviour) { (_, client) async throws in
            let reply = try await client.get("/studies")
            #expect(reply.status == 401 && reply.body.isEmpty)
        }
    }

    @Test("A studied client of others agrees", .enabled(if: hasDICOMwebClient))
    func outsideJudge() async throws {
        try await withServer { (server, client) async throws in
            let script = FileManager.default.temporaryDirectory.appendingPathComponent(
                "readroom-\(UUID().uuidString).py")
            try Data(Self.judge.utf8).write(to: script)
            defer { try? FileManager.default.removeItem(at: script) }
            let outcome = try await Program.run(["python3", script.path, client.base])
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(server.storedReports.count == 1)
        }
    }

    private static let hasDICOMwebClient = Program.succeeds("python3", "-c", "import dicomweb_client, pydicom")

    /// Searches, reads metadata, fetches a report, stores it under a new identifier and fetches that.
    static let judge = """
        import sys
        import pydicom
        from dicomweb_client.api import DICOMwebClient
        client = DICOMwebClient(url=sys.argv[1])
        studies = client.search_for_studies(search_filters={"PatientID": "100231"}, fields=["StudyDescription"])
        assert len(studies) == 5, len(studies)
        names = {pydicom.Dataset.from_json(study).PatientName.ideographic for study in studies}
        assert names == {"山田^太郎"}, names
        reported = [s for s in studies if "SR" in s["00080061"]["Value"]][0]
        study = reported["0020000D"]["Value"][0]
        metadata = [pydicom.Dataset.from_json(m) for m in client.retrieve_study_metadata(study)]
        assert len(metadata) == reported["00201208"]["Value"][0]
        assert len(client.search_for_series(study)) == reported["00201206"]["Value"][0]
        sr = [m for m in metadata if m.Modality == "SR"][0]
        stored = client.retrieve_instance(study, sr.SeriesInstanceUID, sr.SOPInstanceUID)
        assert stored.VerificationFlag == "VERIFIED"
        stored.SOPInstanceUID = stored.SOPInstanceUID + ".5"
        stored.file_meta.MediaStorageSOPInstanceUID = stored.SOPInstanceUID
        answer = client.store_instances([stored], study_instance_uid=study)
        assert len(answer.ReferencedSOPSequence) == 1
        again = client.retrieve_instance(study, sr.SeriesInstanceUID, stored.SOPInstanceUID)
        assert again == stored
        """
}
