import CentralServer
import DICOM
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("What says whose study it is, where it does not come through")
struct IdentificationTests {
    /// Bytes of an answer in which the attributes of the first data set are replaced.
    private static func answer(_ dataSets: [DataSet], replacing tag: DICOM.Tag, with json: String) throws -> [UInt8] {
        var first = try #require(dataSets.first)
        first.remove(tag)
        let others = dataSets.dropFirst().map { try? $0.toJSON() }.compactMap(\.self)
        let whole = String(decoding: try first.toJSON(), as: UTF8.self)
        let open = try #require(whole.firstIndex(of: "{"))
        let close = try #require(whole.lastIndex(of: "}"))
        let object = "{\"\(tag.hex)\":\(json),\(whole[whole.index(after: open)...close])"
        let rest = others.map { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return text.hasPrefix("[") ? String(text.dropFirst().dropLast()) : text
        }
        return Array("[\(([object] + rest).joined(separator: ","))]".utf8)
    }

    /// More than a value may have; twenty times as much is for the decoder's own tests.
    private static let huge = String(repeating: "A", count: 2 << 20)

    /// How an attribute can be damaged, and the words the failure must name it with.
    static let damages: [(tag: DICOM.Tag, json: String, words: String)] = [
        (.patientName, #"{"vr":"PN","Value":[{"Alphabetic":"\#(huge)"}]}"#, "the patient's name"),
        (
            .patientName, #"{"vr":"PN","Value":[{"Alphabetic":"\#(String(repeating: "A", count: 5000))"}]}"#,
            "the patient's name"
        ),
        (.patientID, #"{"vr":"LO","Value":["\#(huge)"]}"#, "the patient's identifier"),
        (.issuerOfPatientID, #"{"vr":"LO","Value":[{"a":"b"}]}"#, "the issuer of the patient's identifier"),
        (.patientBirthDate, #"{"vr":"DA","InlineBinary":"AQID"}"#, "the patient's birth date"),
    ]

    private static func headers(_ uid: StudyInstanceUID) -> [DataSet] {
        demoArchive.instances.map(\.dataSet).filter { $0.string(.studyInstanceUID) == uid.rawValue }
    }

    @Test("A study with a damaged header cannot be opened, and one sentence says why", arguments: damages.indices)
    func damagedHeader(_ index: Int) async throws {
        let (tag, json, words) = Self.damages[index]
        try await withReference { (reference, connector) async throws in
            let study = try await blocking { try connector.worklist(today: Fixtures.today).item("Dunmore").study }
            let bytes = try Self.answer(Self.headers(study.uid), replacing: tag, with: json)
            reference.setBehaviour(
                Behaviour(
                    rules: .init(
                        .bytes(bytes, contentType: "application/dicom+json"), path: "/studies/\(study.uid)/metadata")))
            let found = try await failure { _ = try connector.detail(of: study) }
            #expect(
                found
                    == .unintelligible("\(words) is damaged or too long to be one; tell the site before reading"))
            #expect(found?.sentence.contains("AAAA") == false)
            let others = try await blocking { try connector.demoStudy("Yamada") }
            #expect(others.study.patient.name != nil)
        }
    }

    @Test("In a search, the study stands without the name and the others stay as they are", arguments: damages.indices)
    func damagedSearch(_ index: Int) async throws {
        let (tag, json, _) = Self.damages[index]
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        try await withReference(demoArchive, behaviour) { (reference, connector) async throws in
            _ = try await blocking { try connector.capabilities() }
            func row(_ uid: String, _ name: String) -> DataSet {
                var row = DataSet()
                for (tag, text) in [
                    (DICOM.Tag.studyInstanceUID, uid), (.patientName, name), (.patientID, "4711"),
                    (.issuerOfPatientID, "HERE"), (.patientBirthDate, "19700101"),
                    (.studyDate, Fixtures.today.dicom), (.modalitiesInStudy, "CT"),
                ] { row.set(tag, text) }
                return row
            }
            let bytes = try Self.answer([row("1.2.3", "One^A"), row("1.2.4", "Two^B")], replacing: tag, with: json)
            behaviour.rules = [.init(.bytes(bytes, contentType: "application/dicom+json"), path: "/studies")]
            reference.setBehaviour(behaviour)
            let items = try await blocking { try connector.worklist(today: Fixtures.today) }.items
            let one = try #require(items.first { $0.study.uid.rawValue == "1.2.3" }).study.patient
            let two = try #require(items.first { $0.study.uid.rawValue == "1.2.4" }).study.patient
            #expect((one.name == nil) == (tag == .patientName))
            #expect((one.identifier == nil) == (tag == .patientID || tag == .issuerOfPatientID))
            #expect((one.birthDate == nil) == (tag == .patientBirthDate))
            #expect(two.name?.listed == "Two, B" && two.identifier?.issuer?.rawValue == "HERE" && two.birthDate != nil)
            // Nobody is taken for another patient's prior.
            let study = try #require(items.first { $0.study.uid.rawValue == "1.2.4" }).study
            let priors = try await blocking { try connector.priors(of: study) }
            #expect(priors.isEmpty == (one.identifier == nil))
        }
    }
}
