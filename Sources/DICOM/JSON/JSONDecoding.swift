/// What a DICOM JSON text may cost before it is refused.
public struct JSONLimits: Sendable {
    /// The whole text, in bytes.
    public var size: Int
    /// One string, in bytes of JSON; a value with a longer one is left out. Inline binary is only held to the size of
    /// the whole.
    public var string: Int
    /// Levels of sequences.
    public static let depth = 64

    public init(size: Int = 64 << 20, string: Int = 1 << 20) {
        self.size = size
        self.string = string
    }
}

extension DataSet {
    /// Reads the DICOM JSON model (PS3.18 annex F): an array of data sets, or a single one.
    ///
    /// Wrong types, missing VRs and unknown members are put right where that is safe, and reported.
    /// A value that cannot be taken over, as one longer than the limit, is reported and named in
    /// ``DataSet/lostValues``: one damaged data set does not take the others with it.
    /// - Throws: `notJSON` for something else altogether, `malformedJSON` with the byte offset, `tooLarge`, `tooDeep`.
    public static func fromJSON(
        _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(DICOMError) -> Decoded<[DataSet]> {
        guard bytes.count <= limits.size else { throw .tooLarge(limit: limits.size) }
        var decoder = JSONDecoding(cursor: JSONCursor(bytes: bytes), limits: limits)
        let dataSets = try decoder.document()
        return Decoded(dataSets, deviations: decoder.log.all)
    }
}

/// One run over a DICOM JSON text.
struct JSONDecoding {
    var cursor: JSONCursor
    let limits: JSONLimits
    var log = DeviationLog()
    var path = TagPath()
    /// Whether a value was left out of the attribute that is being read.
    var hasLost = false

    mutating func document() throws(DICOMError) -> [DataSet] {
        skipByteOrderMark()
        guard let first = cursor.peek() else { throw .notJSON(.empty) }
        let dataSets: [DataSet]
        switch first {
        case 0x7B: dataSets = [try dataSet()]
        case 0x5B: dataSets = try array()
        case 0x3C: throw .notJSON(.markup)
        case 0x2D: throw .notJSON(.multipart)
        case 0x1F, 0x78: throw .notJSON(.compressed)
        default: throw .notJSON(.other)
        }
        if cursor.peek() != nil { throw cursor.broken("the end of the text") }
        return dataSets
    }

    private mutating func skipByteOrderMark() {
        guard cursor.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        cursor.advance(to: 3)
        log.note(.unknownMember, at: path, "a byte order mark, which JSON does not have")
    }

    private mutating func array() throws(DICOMError) -> [DataSet] {
        try cursor.expect(0x5B, "'['")
        var dataSets: [DataSet] = []
        if cursor.take(0x5D) { return dataSets }
        repeat {
            if cursor.peek() == 0x6E {
                try cursor.word("null")
                log.note(.anotherType, at: path, "null in place of a data set was left out")
            } else {
                dataSets.append(try dataSet())
            }
        } while try cursor.another(before: 0x5D)
        return dataSets
    }

    /// An object whose members are attributes.
    mutating func dataSet() throws(DICOMError) -> DataSet {
        var dataSet = DataSet()
        try cursor.expect(0x7B, "'{'")
        if cursor.take(0x7D) { return dataSet }
        repeat {
            let tag = try tagName()
            try cursor.expect(0x3A, "':'")
            if let tag {
                try member(tag, of: &dataSet)
            } else {
                log.note(.unknownMember, at: path, "a member that is neither a tag nor a keyword was left out")
                try cursor.skipValue()
            }
        } while try cursor.another(before: 0x7D)
        return dataSet
    }

    /// The name of a member; empty for one that is too long to be any of the standard's.
    mutating func memberName() throws(DICOMError) -> String {
        try cursor.string(limit: 256)?.text ?? ""
    }

    private mutating func tagName() throws(DICOMError) -> Tag? {
        if let tag = cursor.takeTag() { return tag }
        let name = try memberName()
        guard let tag = Tag(keyword: name) else { return nil }
        log.note(.unknownMember, at: path.appending(tag), "named by its keyword instead of its tag")
        return tag
    }

    private mutating func member(_ tag: Tag, of dataSet: inout DataSet) throws(DICOMError) {
        let outer = hasLost
        hasLost = false
        let element = try attribute(tag)
        if dataSet.contains(tag) {
            log.note(.duplicate, at: path.appending(tag), "the first is kept")
            hasLost = true
        } else {
            dataSet[tag] = element
        }
        if hasLost { dataSet.markLost(tag) }
        // A sequence with a gap in it has a gap.
        hasLost = hasLost || outer
    }
}
