import Testing

@testable import DICOM

@Suite("DICOM JSON model")
struct JSONTests {
    private func decode(_ text: String) throws -> Decoded<[DataSet]> { try DataSet.fromJSON(Array(text.utf8)) }

    private func single(_ text: String) throws -> DataSet { try #require(try decode(text).value.first) }

    @Test func readsNamesNumbersAndSequences() throws {
        let decoded = try decode(
            """
            [{"00080005":{"vr":"CS","Value":["ISO_IR 192"]},
              "00100010":{"vr":"PN","Value":[{"Alphabetic":"Yamada^Tarou","Ideographic":"山田^太郎","Phonetic":"やまだ^たろう"}]},
              "00201208":{"vr":"IS","Value":[3]},"00280010":{"vr":"US","Value":[512]},
              "00280030":{"vr":"DS","Value":[0.5,"0.50"]},"00080090":{"vr":"PN"},
              "00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.3"]}},{}]}}]
            """)
        let dataSet = try #require(decoded.value.first)
        #expect(decoded.deviations == [])
        #expect(dataSet.personName(.patientName) == "Yamada^Tarou=山田^太郎=やまだ^たろう")
        #expect(dataSet.int(.numberOfStudyRelatedInstances) == 3)
        #expect(dataSet.int(.rows) == 512)
        #expect(dataSet.strings(.pixelSpacing) == ["0.5", "0.50"])
        #expect(dataSet.contains(.referringPhysicianName) && dataSet.string(.referringPhysicianName) == nil)
        #expect(dataSet.items(.referencedSOPSequence).map { $0.string(.referencedSOPInstanceUID) } == ["1.2.3", nil])
    }

    @Test func aPhoneticOnlyNameKeepsItsPlace() throws {
        let dataSet = try single(#"{"00100010":{"vr":"PN","Value":[{"Phonetic":"x"}]}}"#)
        #expect(dataSet.personName(.patientName) == "==x")
    }

    @Test func valueBeforeVRAsSortedWritersSendIt() throws {
        let decoded = try decode(
            #"[{"0040A730":{"Value":[{"0040A168":{"Value":[{"00080100":{"Value":["1"],"vr":"SH"}}],"vr":"SQ"}}],"vr":"SQ"}}]"#
        )
        #expect(decoded.deviations == [])
        let item = try #require(decoded.value.first?.items(.contentSequence).first)
        #expect(item.items(.conceptCodeSequence).first?.string(.codeValue) == "1")
    }

    @Test(arguments: [
        (#"{"00280010":{"vr":"US","Value":["512"]}}"#, Deviation.What.anotherType),
        (#"{"00280010":{"vr":"US","Value":[512.0]}}"#, nil),
        (#"{"00280010":{"Value":[512]}}"#, .missingVR),
        (#"{"00280010":{"vr":"??","Value":[512]}}"#, .unknownVR),
        (#"{"Rows":{"vr":"US","Value":[512]}}"#, .unknownMember),
        (#"{"00280010":{"vr":"US","Value":512}}"#, .anotherType),
        (#"{"00280010":{"vr":"US","Value":[512]},"00280010":{"vr":"US","Value":[1]}}"#, .duplicate),
        (#"{"00280010":{"vr":"US","Value":[512],"x":[{"y":null}]}}"#, .unknownMember),
        (#"{"hello":[1,2,{"a":"b"}],"00280010":{"vr":"US","Value":[512]}}"#, .unknownMember),
    ])
    func toleratesAndReports(text: String, what: Deviation.What?) throws {
        let decoded = try decode(text)
        #expect(decoded.value.first?.int(.rows) == 512)
        #expect(decoded.deviations.contains { $0.what == what } || what == nil)
    }

    @Test func numbersOutOfRangeAreLeftOut() throws {
        let decoded = try decode(#"{"00280010":{"vr":"US","Value":[70000,-1,1e400,2.5]}}"#)
        #expect(decoded.value.first?.ints(.rows) == [])
        #expect(decoded.deviations.count == 4)
        #expect(!decoded.deviations.description.contains("70000"))
    }

    @Test func textsInPlaceOfOthers() throws {
        let decoded = try decode(
            #"{"00080060":{"vr":"CS","Value":[5]},"00080061":{"vr":"CS","Value":["CT\\SR"]},"00100010":{"vr":"PN","Value":["A^B"]}}"#
        )
        #expect(decoded.value.first?.string(.modality) == "5")
        #expect(decoded.value.first?.strings(.modalitiesInStudy) == ["CT", "SR"])
        #expect(decoded.value.first?.personName(.patientName) == "A^B")
        #expect(decoded.deviations.count == 3)
    }

    @Test func controlCharactersAreNeutralised() throws {
        let decoded = try decode(#"{"00081030":{"vr":"LO","Value":["\u001b[2J\u009b1m a\tb"]}}"#)
        #expect(decoded.value.first?.string(.studyDescription) == "\u{FFFD}[2J\u{FFFD}1m a\tb")
        #expect(decoded.deviations.map(\.what) == [.controlCharacter])
    }

    @Test func escapesAndSurrogates() throws {
        #expect(
            try single(#"{"00081030":{"vr":"LO","Value":["\ud83e\uddb4\u00e9\/\""]}}"#).string(.studyDescription)
                == "🦴é/\"")
        let half = try decode(#"{"00081030":{"vr":"LO","Value":["\ud83ex"]}}"#)
        #expect(half.value.first?.string(.studyDescription) == "\u{FFFD}x")
        #expect(half.deviations.map(\.what) == [.undecodableText])
    }

    @Test func binaryAndBulkData() throws {
        let dataSet = try single(
            #"{"7FE00010":{"vr":"OW","BulkDataURI":"http://a/b"},"00420011":{"vr":"OB","InlineBinary":"AQID"}}"#)
        #expect(dataSet[.pixelData]?.value == .bulkDataURI("http://a/b"))
        #expect(dataSet.bytes(.encapsulatedDocument) == [1, 2, 3])
        #expect(try DataSet.fromJSON(try dataSet.toJSON()).value == [dataSet])
    }

    @Test(arguments: [
        ("", DICOMError.Impostor.empty), ("  \n", .empty), ("<!DOCTYPE html><html>", .markup),
        ("--boundary\r\n", .multipart), ("\u{1F}x", .compressed), ("Not found", .other),
    ])
    func whatIsNotJSONIsNamed(text: String, impostor: DICOMError.Impostor) {
        #expect(throws: DICOMError.notJSON(impostor)) { try decode(text) }
    }

    @Test func brokenJSONNamesTheByte() {
        #expect(throws: DICOMError.malformedJSON(offset: 1, expected: "a string")) { try decode("{x") }
        #expect(throws: DICOMError.self) { try decode(#"{"00080060":{"vr":"CS","Value":["A"]}}]"#) }
        #expect(throws: DICOMError.self) { try decode("[{}") }
    }

    @Test func everyPrefixIsRefusedWithoutACrash() throws {
        let whole = Array(
            #"[{"00100010":{"vr":"PN","Value":[{"Alphabetic":"\u00e9^é"}]},"00280030":{"Value":[1.5e3,null],"vr":"DS"}}]"#
                .utf8)
        _ = try DataSet.fromJSON(whole)
        for count in 0..<whole.count {
            #expect(throws: DICOMError.self) { try DataSet.fromJSON(Array(whole.prefix(count))) }
        }
    }

    @Test func everyFlippedByteIsSurvived() {
        let whole = Array(
            #"[{"00100010":{"vr":"PN","Value":[{"Alphabetic":"\u00e9^é"}]},"00280010":{"Value":[15,null],"vr":"US"}}]"#
                .utf8)
        for place in whole.indices {
            for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5D, 0xFF] {
                var broken = whole
                broken[place] = byte
                _ = try? DataSet.fromJSON(broken)
            }
        }
    }

    private static func study(_ uid: String, name: String) -> String {
        #"{"0020000D":{"vr":"UI","Value":["\#(uid)"]},"00100010":{"vr":"PN","Value":[{"Alphabetic":"\#(name)"}]}}"#
    }

    @Test func aTwentyMegabyteNameCostsItsStudyTheNameAndNothingElse() throws {
        let huge = String(repeating: "X", count: 20 << 20)
        let decoded = try decode(
            "[\(Self.study("1.2", name: "A^B")),\(Self.study("1.3", name: huge)),\(Self.study("1.4", name: "C^D"))]")
        #expect(decoded.value.map { $0.string(.studyInstanceUID) } == ["1.2", "1.3", "1.4"])
        #expect(decoded.value.map { $0.personName(.patientName) } == ["A^B", nil, "C^D"])
        #expect(decoded.value.map(\.lostValues) == [[], [.patientName], []])
        #expect(decoded.deviations.map(\.what) == [.tooLong])
        #expect(decoded.deviations.map(\.path) == [TagPath(.patientName)])
        #expect(!decoded.deviations.description.contains("XX"))
    }

    @Test(arguments: [
        #"{"00100020":{"vr":"LO","Value":["xxxxxxxxxxxxxxxxxxxxxx"]}}"#,
        #"{"00100020":{"Value":["xxxxxxxxxxxxxxxxxxxxxx"],"vr":"LO"}}"#,
        #"{"00100020":{"vr":"LO","Value":[{"a":"b"}]}}"#, #"{"00100020":"4711"}"#,
        #"{"00100020":{"vr":"LO","InlineBinary":"AQID"}}"#,
        #"{"00100020":{"vr":"LO","Value":["1"]},"00100020":{"vr":"LO","Value":["2"]}}"#,
    ])
    func whatIsLostIsNamed(text: String) throws {
        let decoded = try DataSet.fromJSON(Array(text.utf8), limits: JSONLimits(string: 20))
        #expect(decoded.value.first?.lostValues == [.patientID])
        #expect(decoded.deviations.contains { $0.path == TagPath(.patientID) })
        var dataSet = try #require(decoded.value.first)
        dataSet.set(.patientID, "3")
        #expect(dataSet.lostValues == [])
    }

    @Test func aNameWithOneGroupTooLongIsLostAsAWhole() throws {
        let text = #"{"00100010":{"vr":"PN","Value":[{"Alphabetic":"A^B","Ideographic":"xxxxxxxxxxxxxxxxxxxxxx"}]}}"#
        let decoded = try DataSet.fromJSON(Array(text.utf8), limits: JSONLimits(string: 20))
        #expect(decoded.value.first?.personName(.patientName) == nil)
        #expect(decoded.value.first?.lostValues == [.patientName])
    }

    @Test func aGapInASequenceIsAGapOfTheSequence() throws {
        let text =
            #"{"0040A730":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":[{}]}}]},"00280010":{"vr":"US","Value":[1]}}"#
        #expect(try single(text).lostValues == [.contentSequence])
    }

    @Test func sizeLimit() {
        #expect(throws: DICOMError.tooLarge(limit: 3)) {
            try DataSet.fromJSON(Array("[{}]".utf8), limits: JSONLimits(size: 3))
        }
    }

    @Test(arguments: [60, 65, 5000, 200_000])
    func hostileDepth(depth: Int) {
        let open = String(repeating: #"{"0040A730":{"vr":"SQ","Value":["#, count: depth)
        let close = String(repeating: "]}}", count: depth)
        if depth <= JSONLimits.depth {
            #expect(throws: Never.self) { try decode(open + close) }
        } else {
            #expect(throws: DICOMError.self) { try decode(open + close) }
        }
        #expect(throws: DICOMError.self) { try decode(String(repeating: "[", count: depth)) }
        #expect(throws: DICOMError.self) { try decode(#"{"x":"# + String(repeating: "[", count: max(depth, 300))) }
    }

    @Test func roundTripOfEveryKind() throws {
        var item = DataSet()
        item.set(.patientName, "Ünsal^Çağla==x", "B")
        item.set(.numberOfFrames, 12)
        item.set(.pixelSpacing, "0.10", "+1", "")
        item.set(.textValue, "one\r\ntwo \"quoted\" \\ back")
        var dataSet = DataSet()
        dataSet.set(.contentSequence, items: [item, DataSet()])
        dataSet.set(.rows, .integers([1, 65535]))
        dataSet.set(.floatingPointValue, .doubles([0.1, -1e-300, .infinity]))
        dataSet[Tag(0x0028, 0x0009)] = DataElement(Tag(0x0028, 0x0009), .at, .tags([.rows]))
        dataSet[Tag(0x0009, 0x1001)] = DataElement(Tag(0x0009, 0x1001), .uv, .integers([Int.max]))
        dataSet.setEmpty(.accessionNumber)
        let decoded = try DataSet.fromJSON(try DataSet.toJSON([dataSet, DataSet()]))
        #expect(decoded.deviations == [])
        #expect(decoded.value == [dataSet, DataSet()])
    }

    @Test func encodingIsStrict() {
        let wrong = DataSet([DataElement(.rows, .us, .strings(["512"]))])
        #expect(throws: DICOMError.self) { try wrong.toJSON() }
        let tooBig = DataSet([DataElement(.rows, .us, .integers([65536]))])
        #expect(throws: DICOMError.self) { try tooBig.toJSON() }
    }
}
