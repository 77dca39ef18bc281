extension Part10File {
    /// Who wrote the file, as file meta information wants to know (PS3.7 §D.3.3.2).
    public static let implementationClassUID = "2.25.195812433067018237411720912306178544961"
    public static let implementationVersionName = "READROOM_1"

    /// The bytes of the file. Equal input gives equal bytes.
    ///
    /// Group 0002 is made anew; of the given one, only what does not describe the encoding is kept.
    /// - Parameter syntax: Implicit or Explicit VR Little Endian, or that of encapsulated pixel data kept as it was.
    /// - Throws: `cannotEncode`, also when the data set names no SOP class or instance.
    public func encode(as syntax: TransferSyntax = .explicitVRLittleEndian) throws(DICOMError) -> [UInt8] {
        guard isDataSetDecoded else { throw .cannotEncode(at: TagPath(), why: "the data set was not decoded") }
        // Written behind the group 0002 that is made here, it would be read as part of that.
        if let stray = dataSet.elements.first, stray.tag.group <= 2 {
            throw .cannotEncode(at: TagPath(stray.tag), why: "file meta information is no part of a data set")
        }
        switch syntax {
        case .deflated, .explicitVRBigEndian:
            throw .cannotEncode(at: TagPath(.transferSyntaxUID), why: "this encoding is read at most, never written")
        case .implicitVRLittleEndian, .explicitVRLittleEndian:
            if case .fragments? = dataSet[.pixelData]?.value {
                throw .cannotEncode(at: TagPath(.pixelData), why: "encapsulated pixel data keeps its transfer syntax")
            }
        case .encapsulated: break
        }
        var body = DataSetWriting(isExplicit: syntax.isExplicit)
        try body.root(dataSet)
        return try preambleAndMeta(syntax) + body.bytes
    }

    private func preambleAndMeta(_ syntax: TransferSyntax) throws(DICOMError) -> [UInt8] {
        var meta = fileMeta
        meta.remove(.fileMetaInformationGroupLength)
        meta.set(.fileMetaInformationVersion, .bytes([0, 1]))
        meta.set(.mediaStorageSOPClassUID, try required(.sopClassUID))
        meta.set(.mediaStorageSOPInstanceUID, try required(.sopInstanceUID))
        meta.set(.transferSyntaxUID, syntax.uid)
        meta.set(.implementationClassUID, Part10File.implementationClassUID)
        meta.set(.implementationVersionName, Part10File.implementationVersionName)
        var group = DataSetWriting(isExplicit: true)
        try group.elements(meta)
        var length = DataSetWriting(isExplicit: true)
        try length.element(DataElement(.fileMetaInformationGroupLength, .ul, .integers([group.bytes.count])))
        return [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + length.bytes + group.bytes
    }

    private func required(_ tag: Tag) throws(DICOMError) -> String {
        guard let uid = dataSet.string(tag) else {
            throw .cannotEncode(at: TagPath(tag), why: "a file needs one")
        }
        return uid
    }
}
