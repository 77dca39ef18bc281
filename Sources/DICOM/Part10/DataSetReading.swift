/// One run over the bytes of a data set (PS3.5 §7).
struct DataSetReading {
    var cursor: ByteCursor
    var isExplicit: Bool
    let options: ReadOptions
    var log = DeviationLog()
    var path = TagPath()
    var characterSet = TextDecoder(specificCharacterSet: [])
    /// Pixel Representation (0028,0103), which decides between US and SS (PS3.5 §A.1).
    var isSigned = false
    /// Set once nothing more is to be read: pixel data reached, or the file cut.
    var isFinished = false

    static let undefinedLength = UInt32.max

    init(_ bytes: [UInt8], at: Int, isExplicit: Bool, isBigEndian: Bool, options: ReadOptions) {
        cursor = ByteCursor(bytes, at: at)
        cursor.isBigEndian = isBigEndian
        self.isExplicit = isExplicit
        self.options = options
    }

    func malformed(_ why: String, at offset: Int? = nil) -> DICOMError {
        .malformed(offset: offset ?? cursor.at, at: path, why: why)
    }

    /// Elements up to `end`, or up to the item delimiter of an item of undefined length.
    mutating func dataSet(end: Int, isDelimited: Bool = false) throws(DICOMError) -> DataSet {
        var dataSet = DataSet()
        while cursor.at < end, !isFinished {
            let start = cursor.at
            do throws(DICOMError) {
                guard cursor.has(8, before: end) else {
                    if try trailing(end) { break }
                    continue
                }
                if try delimiter(isDelimited, end: end) { return dataSet }
                if let element = try element(end: end, topLevel: path.depth == 0) { add(element, to: &dataSet) }
            } catch .truncated where options.keepsTruncated {
                log.note(.truncated, at: path, "what comes before the cut is kept")
                isFinished = true
            }
            assert(cursor.at > start || isFinished, "reading stands still")
        }
        if isDelimited, !isFinished { throw .truncated(offset: cursor.at, at: path) }
        return dataSet
    }

    /// Fewer bytes than an element needs. Zeros are padding.
    private mutating func trailing(_ end: Int) throws(DICOMError) -> Bool {
        guard cursor.bytes[cursor.at..<end].allSatisfy({ $0 == 0 }) else {
            throw .truncated(offset: cursor.at, at: path)
        }
        log.note(.length, at: path, "zeros after the last element")
        cursor.at = end
        return true
    }

    /// True when this data set has ended.
    private mutating func delimiter(_ isDelimited: Bool, end: Int) throws(DICOMError) -> Bool {
        let tag = cursor.peekTag()
        guard tag.group == 0xFFFE else { return false }
        if tag == .itemDelimitationItem, isDelimited {
            cursor.at += 8
            return true
        }
        guard tag == .sequenceDelimitationItem, isDelimited else {
            throw malformed("an item or a delimiter where an attribute belongs")
        }
        log.note(.missingAttribute, at: path, "an item ends without its delimiter")
        return true
    }

    private mutating func add(_ element: DataElement, to dataSet: inout DataSet) {
        let tag = element.tag
        // Group lengths are retired, and wrong as soon as anything changes (PS3.5 §7.2).
        if tag.isGroupLength && tag.group != 0x0002 { return }
        if let last = dataSet.elements.last, last.tag >= tag {
            if dataSet.contains(tag) {
                log.note(.duplicate, at: path.appending(tag), "the first is kept")
                return
            }
            log.note(.order, at: path.appending(tag), "put where it belongs")
        }
        dataSet[tag] = element
        if tag == .specificCharacterSet { useCharacterSet(dataSet.strings(tag)) }
        if tag == .pixelRepresentation { isSigned = dataSet.int(tag) == 1 }
    }

    private mutating func useCharacterSet(_ terms: [String]) {
        characterSet = TextDecoder(specificCharacterSet: terms)
        if characterSet.isUnknown {
            log.note(.characterSet, at: path.appending(.specificCharacterSet), "an unknown term; taken as the default")
        } else if characterSet.isMisspelled {
            log.note(.characterSet, at: path.appending(.specificCharacterSet), "a misspelled term; taken as meant")
        }
    }

    mutating func element(end: Int, topLevel: Bool) throws(DICOMError) -> DataElement? {
        let start = cursor.at
        if topLevel, options.stopsBeforePixelData, isPixelData(cursor.peekTag()) {
            isFinished = true
            return nil
        }
        let tag = cursor.tag()
        let (vr, length) = try header(tag, end: end)
        if length == DataSetReading.undefinedLength { return try undefinedLength(tag, vr, end: end) }
        guard Int(length) <= end - cursor.at else {
            throw .truncated(offset: start, at: path.appending(tag))
        }
        return try value(tag, vr, end: cursor.at + Int(length))
    }

    private func isPixelData(_ tag: Tag) -> Bool {
        tag == .pixelData || tag == .floatPixelData || tag == .doubleFloatPixelData
    }

    /// VR and length; the cursor then stands at the value. Nil for a VR that is not written and not in the dictionary.
    private mutating func header(_ tag: Tag, end: Int) throws(DICOMError) -> (vr: VR?, length: UInt32) {
        guard isExplicit else { return (dictionaryVR(tag), cursor.uint32()) }
        guard let vr = cursor.vr(at: cursor.at) else { return try headerWithoutVR(tag, end: end) }
        cursor.at += 2
        guard vr.hasLongLength else { return (vr, UInt32(cursor.uint16())) }
        return (vr, try longLength(tag, end: end))
    }

    private mutating func longLength(_ tag: Tag, end: Int) throws(DICOMError) -> UInt32 {
        guard cursor.has(6, before: end) else { throw .truncated(offset: cursor.at, at: path.appending(tag)) }
        cursor.at += 2
        return cursor.uint32()
    }

    /// Letters that are no VR are one of a later edition, laid out like UN; anything else is an element of the implicit
    /// encoding, which some writers leave in an explicit one.
    private mutating func headerWithoutVR(_ tag: Tag, end: Int) throws(DICOMError) -> (vr: VR?, length: UInt32) {
        let letters = cursor.bytes[cursor.at..<cursor.at + 2]
        log.note(.unknownVR, at: path.appending(tag), "the VR of the dictionary is used")
        if letters.allSatisfy({ (0x41...0x5A).contains($0) }) {
            cursor.at += 2
            return (.un, try longLength(tag, end: end))
        }
        return (dictionaryVR(tag), cursor.uint32())
    }

    func dictionaryVR(_ tag: Tag) -> VR? {
        switch AttributeDictionary.standard.vr(of: tag) {
        case .vr(let vr): vr
        case .unsignedOrSigned: isSigned ? .ss : .us
        case .bytesOrWords: .ow
        case nil: nil
        }
    }
}
