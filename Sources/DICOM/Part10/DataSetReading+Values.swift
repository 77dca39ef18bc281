extension DataSetReading {
    /// A value of known length; the cursor moves to `end`, which lies inside the bytes.
    mutating func value(_ tag: Tag, _ writtenVR: VR?, end: Int) throws(DICOMError) -> DataElement {
        let start = cursor.at
        let vr = writtenVR ?? .un
        switch vr.kind {
        case .text: return text(tag, vr, end: end)
        case .integer(let width, let signed): return integers(tag, vr, width: width, signed: signed, end: end)
        case .float(let width):
            let numbers = words(tag, width: width, end: end).map {
                width == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0))) : Double(bitPattern: $0)
            }
            return DataElement(tag, vr, .doubles(numbers))
        case .tag: return DataElement(tag, vr, .tags(tags(tag, end: end)))
        case .items: return DataElement(tag, vr, .items(try sequence(tag, end: end, isDelimited: false)))
        case .bytes(let width):
            if vr == .un, let known = try unknownAsKnown(tag, end: end) { return known }
            cursor.at = end
            return DataElement(tag, vr, .bytes(littleEndian(start..<end, width: width)))
        }
    }

    private mutating func text(_ tag: Tag, _ vr: VR, end: Int) -> DataElement {
        let texts = characterSet.decode(cursor.bytes[cursor.at..<end], vr)
        cursor.at = end
        if texts.isRepaired {
            log.note(.undecodableText, at: path.appending(tag), "guessed or replaced where the character set fails")
        }
        if texts.hadControls { log.note(.controlCharacter, at: path.appending(tag), "replaced") }
        return DataElement(tag, vr, .strings(texts.values))
    }

    private mutating func integers(_ tag: Tag, _ vr: VR, width: Int, signed: Bool, end: Int) -> DataElement {
        let start = cursor.at
        let unused = 64 - 8 * width
        let words = words(tag, width: width, end: end)
        let numbers = words.compactMap { word in
            signed ? Int(truncatingIfNeeded: Int64(bitPattern: word << unused) >> unused) : Int(exactly: word)
        }
        guard numbers.count == words.count else {
            log.note(.unexpectedValue, at: path.appending(tag), "a number above 2^63; kept as bytes")
            return DataElement(tag, .un, .bytes(littleEndian(start..<end, width: width)))
        }
        return DataElement(tag, vr, .integers(numbers))
    }

    private mutating func words(_ tag: Tag, width: Int, end: Int) -> [UInt64] {
        let count = (end - cursor.at) / width
        if count * width != end - cursor.at {
            log.note(
                .length, at: path.appending(tag), "not a multiple of the width of its values; the rest is left out")
        }
        let start = cursor.at
        cursor.at = end
        return (0..<count).map { cursor.unsigned(at: start + $0 * width, width: width) }
    }

    private mutating func tags(_ tag: Tag, end: Int) -> [Tag] {
        let halves = words(tag, width: 2, end: end).map { UInt16(truncatingIfNeeded: $0) }
        return stride(from: 0, to: halves.count - 1, by: 2).map { Tag(halves[$0], halves[$0 + 1]) }
    }

    /// Byte streams are kept little endian, whatever the file was.
    private func littleEndian(_ range: Range<Int>, width: Int) -> [UInt8] {
        var bytes = Array(cursor.bytes[range])
        guard cursor.isBigEndian, width > 1 else { return bytes }
        for start in stride(from: 0, through: bytes.count - width, by: width) {
            bytes[start..<start + width].reverse()
        }
        return bytes
    }

    /// UN whose attribute the dictionary knows holds the implicit little endian encoding of it (PS3.5 §6.2.2).
    private mutating func unknownAsKnown(_ tag: Tag, end: Int) throws(DICOMError) -> DataElement? {
        guard let vr = dictionaryVR(tag), vr != .un, end > cursor.at else { return nil }
        let before = self
        do throws(DICOMError) {
            return try asImplicit { (reading) throws(DICOMError) in try reading.value(tag, vr, end: end) }
        } catch {
            self = before
            log.note(.unknownVR, at: path.appending(tag), "the bytes are not what the dictionary says; kept as bytes")
            return nil
        }
    }

    private mutating func asImplicit<Result>(
        _ read: (inout DataSetReading) throws(DICOMError) -> Result
    ) throws(DICOMError) -> Result {
        let (wasExplicit, wasBigEndian) = (isExplicit, cursor.isBigEndian)
        (isExplicit, cursor.isBigEndian) = (false, false)
        defer { (isExplicit, cursor.isBigEndian) = (wasExplicit, wasBigEndian) }
        return try read(&self)
    }

    /// Undefined length: a sequence, a sequence disguised as UN, or encapsulated pixel data (PS3.5 §7.5, §A.4).
    mutating func undefinedLength(_ tag: Tag, _ vr: VR?, end: Int) throws(DICOMError) -> DataElement {
        switch vr {
        case .sq?, nil:
            return DataElement(tag, .sq, .items(try sequence(tag, end: end, isDelimited: true)))
        case .un?:
            let items = try asImplicit { (reading) throws(DICOMError) in
                try reading.sequence(tag, end: end, isDelimited: true)
            }
            return DataElement(tag, .sq, .items(items))
        case .ob?, .ow?:
            return DataElement(tag, .ob, .fragments(try fragments(tag, end: end)))
        default:
            throw malformed("an undefined length for a VR that cannot have one")
        }
    }

    private mutating func sequence(_ tag: Tag, end: Int, isDelimited: Bool) throws(DICOMError) -> [DataSet] {
        guard path.depth < ReadOptions.depth else {
            throw .tooDeep(limit: ReadOptions.depth, at: TagPath(Array(path.steps.prefix(2))))
        }
        var items: [DataSet] = []
        while cursor.at < end {
            guard cursor.has(8, before: end) else { throw .truncated(offset: cursor.at, at: path.appending(tag)) }
            let marker = cursor.tag()
            let length = cursor.uint32()
            if marker == .sequenceDelimitationItem, isDelimited { return items }
            guard marker == .item else {
                throw malformed("a sequence with something else than an item", at: cursor.at - 8)
            }
            items.append(try item(tag, number: items.count + 1, length: length, end: end))
            if isFinished { return items }
        }
        if isDelimited { throw .truncated(offset: cursor.at, at: path.appending(tag)) }
        return items
    }

    private mutating func item(_ tag: Tag, number: Int, length: UInt32, end: Int) throws(DICOMError) -> DataSet {
        path.enter(tag, item: number)
        // An item's own character set ends with it (PS3.3 §C.12.1.1.2).
        let (outerSet, outerSign) = (characterSet, isSigned)
        defer {
            path.leave()
            (characterSet, isSigned) = (outerSet, outerSign)
        }
        if length == DataSetReading.undefinedLength { return try dataSet(end: end, isDelimited: true) }
        if Int(length) > end - cursor.at {
            guard options.keepsTruncated else { throw .truncated(offset: cursor.at - 8, at: path) }
            let cut = try dataSet(end: end)
            log.note(.truncated, at: path, "what comes before the cut is kept")
            isFinished = true
            return cut
        }
        return try dataSet(end: cursor.at + Int(length))
    }

    private mutating func fragments(_ tag: Tag, end: Int) throws(DICOMError) -> [[UInt8]] {
        var fragments: [[UInt8]] = []
        while cursor.has(8, before: end) {
            let marker = cursor.tag()
            let length = cursor.uint32()
            if marker == .sequenceDelimitationItem { return fragments }
            guard marker == .item else { throw malformed("encapsulated data with something else than a fragment") }
            guard Int(length) <= end - cursor.at else { break }
            fragments.append(Array(cursor.bytes[cursor.at..<cursor.at + Int(length)]))
            cursor.at += Int(length)
        }
        throw .truncated(offset: cursor.at, at: path.appending(tag))
    }
}
