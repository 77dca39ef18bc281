import Testing

@testable import DICOM

@Suite("Part 10 files")
struct Part10Tests {
    static let sample: DataSet = {
        var code = DataSet()
        code.set(.codeValue, "121070")
        code.set(.codeMeaning, "Befund – Ü")
        var item = DataSet()
        item.set(.conceptCodeSequence, items: [code])
        item.set(.textValue, "first line\r\n  second \\ line")
        var dataSet = DataSet()
        dataSet.set(.specificCharacterSet, "ISO_IR 192")
        dataSet.set(.sopClassUID, SOPClass.basicTextSR)
        dataSet.set(.sopInstanceUID, "1.2.3.4")
        dataSet.set(.patientName, "Müller^Jürgen=山田^太郎")
        dataSet.set(.modalitiesInStudy, "CT", "SR")
        dataSet.setEmpty(.accessionNumber)
        dataSet.set(.rows, 512)
        dataSet.set(.numberOfFrames, 7)
        dataSet.set(.pixelSpacing, "0.5", "0.25")
        dataSet[Tag(0x0028, 0x0009)] = DataElement(Tag(0x0028, 0x0009), .at, .tags([.rows, .columns]))
        dataSet[Tag(0x0018, 0x9073)] = DataElement(Tag(0x0018, 0x9073), .fd, .doubles([-1.5]))
        dataSet[Tag(0x0028, 0x0106)] = DataElement(Tag(0x0028, 0x0106), .us, .integers([65535]))
        dataSet.set(.contentSequence, items: [item, DataSet()])
        dataSet.set(.referencedSOPSequence, items: [])
        dataSet.set(.pixelData, .bytes([1, 2, 3, 4]))
        return dataSet
    }()

    @Test(arguments: [TransferSyntax.explicitVRLittleEndian, .implicitVRLittleEndian])
    func roundTrip(syntax: TransferSyntax) throws {
        let bytes = try Part10File(dataSet: Part10Tests.sample).encode(as: syntax)
        let decoded = try Part10File.decode(bytes)
        #expect(decoded.deviations == [])
        #expect(decoded.value.dataSet == Part10Tests.sample)
        #expect(decoded.value.transferSyntax == syntax)
        #expect(decoded.value.fileMeta.string(.mediaStorageSOPInstanceUID) == "1.2.3.4")
        #expect(try decoded.value.encode(as: syntax) == bytes)
    }

    /// Behind the file's own group 0002 it would be read as part of that, and the file would say something else.
    @Test func metaInformationAmongTheDataIsNotWritten() {
        var data = Self.sample
        data.set(Tag(0x0002, 0x0013), "READROOM_0")
        #expect(throws: DICOMError.self) { try Part10File(dataSet: data).encode() }
    }

    @Test func stopsBeforePixelData() throws {
        let bytes = try Part10File(dataSet: Part10Tests.sample).encode()
        let file = try Part10File.decode(bytes, options: ReadOptions(stopsBeforePixelData: true)).value
        #expect(!file.dataSet.contains(.pixelData))
        #expect(file.dataSet.items(.contentSequence).count == 2)
    }

    @Test(arguments: [TransferSyntax.explicitVRLittleEndian, .implicitVRLittleEndian])
    func truncatedAnywhere(syntax: TransferSyntax) throws {
        let bytes = try Part10File(dataSet: Part10Tests.sample).encode(as: syntax)
        for count in 0..<bytes.count {
            let cut = Array(bytes.prefix(count))
            if let file = try? Part10File.decode(cut) {
                // A cut between two elements cannot be told from a shorter file.
                #expect(file.value.dataSet.elements.count < Part10Tests.sample.elements.count)
            }
            _ = try? Part10File.decode(cut, options: ReadOptions(keepsTruncated: true))
            _ = try? Part10File.decode(Array(bytes.dropFirst(count)))
        }
        let cut = Array(bytes.dropLast(3))
        #expect(throws: DICOMError.self) { try Part10File.decode(cut) }
        let kept = try Part10File.decode(cut, options: ReadOptions(keepsTruncated: true))
        #expect(kept.value.dataSet.string(.sopInstanceUID) == "1.2.3.4")
        #expect(kept.deviations.map(\.what) == [.truncated])
    }

    @Test func everyByteDamaged() throws {
        let bytes = try Part10File(dataSet: Part10Tests.sample).encode()
        for place in 128..<bytes.count {
            for damage: UInt8 in [0x00, 0x01, 0x5C, 0x7F, 0xFE, 0xFF] {
                var damaged = bytes
                damaged[place] = damage
                _ = try? Part10File.decode(damaged)
                _ = try? Part10File.decode(damaged, options: ReadOptions(keepsTruncated: true))
            }
        }
    }

    @Test(arguments: [0, 1, 7, 8, 131, 132, 140, 5000])
    func zerosAreNoFile(count: Int) {
        #expect(throws: DICOMError.self) { try Part10File.decode([UInt8](repeating: 0, count: count)) }
    }

    @Test func textIsNoFile() {
        #expect(throws: DICOMError.self) { try Part10File.decode(Array("<html><body>Not found</body></html>".utf8)) }
    }

    @Test func withoutPreambleOrMeta() throws {
        let bytes = try Part10File(dataSet: Part10Tests.sample).encode()
        let decoded = try Part10File.decode(Array(bytes.dropFirst(132)))
        #expect(decoded.value.dataSet == Part10Tests.sample)
        #expect(decoded.deviations.map(\.what) == [.missingPreamble])
        let (meta, body) = try #require(splitMeta(bytes))
        #expect(meta > 132)
        let bare = try Part10File.decode(body)
        #expect(bare.value.dataSet == Part10Tests.sample)
        #expect(bare.deviations.map(\.what) == [.missingPreamble, .missingFileMeta, .missingFileMeta])
    }

    private func splitMeta(_ bytes: [UInt8]) -> (Int, [UInt8])? {
        let length = Int(bytes[140]) | Int(bytes[141]) << 8
        let start = 144 + length
        return start < bytes.count ? (start, Array(bytes[start...])) : nil
    }

    @Test func undefinedLengthsAndUnknownSequences() throws {
        // (0040,A730) UN of undefined length, its item in implicit VR (PS3.5 §6.2.2), then an explicit SQ.
        let bytes: [UInt8] =
            [0x08, 0, 0x18, 0, 0x55, 0x49, 2, 0, 0x31, 0]
            + [0x40, 0, 0x30, 0xA7, 0x55, 0x4E, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
            + [0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF]
            + [0x08, 0, 0x00, 0x01, 2, 0, 0, 0, 0x41, 0x42]
            + [0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]
            + [0x40, 0, 0x00, 0xB0, 0x53, 0x51, 0, 0, 0, 0, 0, 0]
        let dataSet = try Part10File.decode(bytes).value.dataSet
        #expect(dataSet.items(.contentSequence).first?.string(.codeValue) == "AB")
        #expect(dataSet.elements.count == 3)
    }

    @Test func lengthBeyondTheEndAllocatesNothing() {
        let bytes: [UInt8] = [0x08, 0, 0x18, 0, 0x55, 0x54, 0, 0, 0xF0, 0xFF, 0xFF, 0x7F, 0x31, 0x32]
        #expect(throws: DICOMError.truncated(offset: 0, at: TagPath(.sopInstanceUID))) { try Part10File.decode(bytes) }
    }

    @Test func hostileDepth() {
        var bytes: [UInt8] = [0x08, 0, 0x18, 0, 0x55, 0x49, 2, 0, 0x31, 0]
        for _ in 0..<50_000 {
            bytes += [0x40, 0, 0x30, 0xA7, 0x53, 0x51, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
            bytes += [0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF]
        }
        let error = #expect(throws: DICOMError.self) { try Part10File.decode(bytes) }
        if case .tooDeep? = error {} else { Issue.record("not refused for its depth") }
    }

    @Test func bigEndianIsRead() throws {
        let bytes: [UInt8] =
            [0, 0x08, 0, 0x18, 0x55, 0x49, 0, 2, 0x31, 0] + [0, 0x28, 0, 0x10, 0x55, 0x53, 0, 2, 2, 0]
            + [0x7F, 0xE0, 0, 0x10, 0x4F, 0x57, 0, 0, 0, 0, 0, 2, 1, 2]
        let dataSet = try Part10File.decode(bytes).value.dataSet
        #expect(dataSet.int(.rows) == 512)
        #expect(dataSet.bytes(.pixelData) == [2, 1])
    }

    @Test func encapsulatedPixelsAreKept() throws {
        var dataSet = Part10Tests.sample
        dataSet[.pixelData] = DataElement(.pixelData, .ob, .fragments([[], [0xFF, 0xD8], [1, 2, 3, 4]]))
        let file = Part10File(dataSet: dataSet)
        #expect(throws: DICOMError.self) { try file.encode() }
        let bytes = try file.encode(as: .encapsulated(uid: "1.2.840.10008.1.2.4.50"))
        #expect(try Part10File.decode(bytes).value.dataSet == dataSet)
    }

    @Test func deflatedIsRecognised() throws {
        var bytes = try Part10File(dataSet: Part10Tests.sample).encode(as: .encapsulated(uid: "1.2.840.10008.1.2.1.99"))
        bytes += [0xFF]
        let decoded = try Part10File.decode(bytes)
        #expect(!decoded.value.isDataSetDecoded && decoded.value.dataSet.isEmpty)
        #expect(decoded.value.fileMeta.string(.mediaStorageSOPInstanceUID) == "1.2.3.4")
        #expect(decoded.deviations.map(\.what) == [.notDecoded])
        #expect(throws: DICOMError.self) { try decoded.value.encode() }
    }

    @Test func writingIsStrict() {
        var dataSet = Part10Tests.sample
        dataSet.set(.studyDescription, "a\\b")
        #expect(
            throws: DICOMError.cannotEncode(
                at: TagPath(.studyDescription), why: "a backslash would split the value in two")
        ) {
            try Part10File(dataSet: dataSet).encode()
        }
        #expect(throws: DICOMError.self) { try Part10File(dataSet: DataSet()).encode() }
        dataSet = Part10Tests.sample
        dataSet.set(.sopInstanceUID, "ü")
        #expect(throws: DICOMError.self) { try Part10File(dataSet: dataSet).encode() }
    }

    @Test func characterSetIsStatedWhereNeeded() throws {
        var dataSet = Part10Tests.sample
        dataSet.remove(.specificCharacterSet)
        let read = try Part10File.decode(try Part10File(dataSet: dataSet).encode()).value.dataSet
        #expect(read == Part10Tests.sample)
    }
}
