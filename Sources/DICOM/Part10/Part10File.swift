/// A DICOM file: meta information and a data set (PS3.10 §7).
public struct Part10File: Sendable, Equatable {
    /// Group 0002.
    public var fileMeta: DataSet
    public var dataSet: DataSet
    /// False where the data set is compressed as a whole: it is then empty here, and nothing about it is known.
    public var isDataSetDecoded: Bool

    public init(dataSet: DataSet, fileMeta: DataSet = DataSet(), isDataSetDecoded: Bool = true) {
        self.dataSet = dataSet
        self.fileMeta = fileMeta
        self.isDataSetDecoded = isDataSetDecoded
    }

    /// As the file meta information has it.
    public var transferSyntax: TransferSyntax? {
        fileMeta.string(.transferSyntaxUID).map(TransferSyntax.init(uid:))
    }

    /// Reads a file. Missing preambles, missing or contradicting meta information and small flaws are reported.
    /// - Throws: `notDICOM`, `truncated`, `malformed`, `tooDeep`.
    public static func decode(
        _ bytes: [UInt8], options: ReadOptions = ReadOptions()
    ) throws(DICOMError) -> Decoded<Part10File> {
        var log = DeviationLog()
        let start = try FileStart.find(in: bytes, &log)
        var meta = DataSet()
        var offset = start.offset
        if start.hasMeta { (meta, offset) = try fileMeta(bytes, at: start.offset, &log) }
        return try body(bytes, at: offset, meta: meta, options, log)
    }

    private static func body(
        _ bytes: [UInt8], at offset: Int, meta: DataSet, _ options: ReadOptions, _ log: DeviationLog
    ) throws(DICOMError) -> Decoded<Part10File> {
        var log = log
        let syntax = meta.string(.transferSyntaxUID).map(TransferSyntax.init(uid:))
        if case .deflated? = syntax {
            log.note(.notDecoded, at: TagPath(), "the data set is compressed as a whole")
            let file = Part10File(dataSet: DataSet(), fileMeta: meta, isDataSetDecoded: false)
            return Decoded(file, deviations: log.all)
        }
        if syntax == nil { log.note(.missingFileMeta, at: TagPath(.transferSyntaxUID), "the encoding is guessed") }
        let seen = FileStart.encoding(of: bytes, at: offset)
        if let syntax, let seen, seen.isExplicit != syntax.isExplicit || seen.isBigEndian != syntax.isBigEndian {
            log.note(.unexpectedValue, at: TagPath(.transferSyntaxUID), "the data set is encoded otherwise")
        }
        guard offset >= bytes.count || seen != nil || syntax != nil else {
            throw .notDICOM(why: "the data set does not start with an attribute")
        }
        var reading = DataSetReading(
            bytes, at: offset, isExplicit: seen?.isExplicit ?? syntax?.isExplicit ?? false,
            isBigEndian: seen?.isBigEndian ?? syntax?.isBigEndian ?? false, options: options)
        reading.log = log
        let dataSet = try reading.dataSet(end: bytes.count)
        return Decoded(Part10File(dataSet: dataSet, fileMeta: meta), deviations: reading.log.all)
    }

    /// Group 0002, always Explicit VR Little Endian (PS3.10 §7.1), and where it ends. The group length is not trusted.
    private static func fileMeta(
        _ bytes: [UInt8], at offset: Int, _ log: inout DeviationLog
    ) throws(DICOMError) -> (DataSet, Int) {
        var meta = DataSet()
        var reading = DataSetReading(bytes, at: offset, isExplicit: true, isBigEndian: false, options: ReadOptions())
        reading.log = log
        while reading.cursor.has(8, before: bytes.count), reading.cursor.peekTag().group == 0x0002 {
            guard let element = try reading.element(end: bytes.count, topLevel: false) else { break }
            meta[element.tag] = element
        }
        if let claimed = meta.int(.fileMetaInformationGroupLength), offset + 12 + claimed != reading.cursor.at {
            reading.log.note(.length, at: TagPath(.fileMetaInformationGroupLength), "not where the group ends")
        }
        log = reading.log
        return (meta, reading.cursor.at)
    }
}
