/// Finds out what the first bytes of a file are.
struct FileStart {
    var offset: Int
    var hasMeta: Bool

    /// The preamble and its prefix are missed by many writers and by everything that was cut from a network message.
    static func find(in bytes: [UInt8], _ log: inout DeviationLog) throws(DICOMError) -> FileStart {
        guard !bytes.isEmpty else { throw .notDICOM(why: "it is empty") }
        if isPrefix(bytes, at: 128) { return FileStart(offset: 132, hasMeta: startsMeta(bytes, at: 132, &log)) }
        log.note(.missingPreamble, at: TagPath(), "no 128 bytes and DICM in front")
        if isPrefix(bytes, at: 0) { return FileStart(offset: 4, hasMeta: startsMeta(bytes, at: 4, &log)) }
        if startsWithGroup2(bytes, at: 0) { return FileStart(offset: 0, hasMeta: true) }
        guard encoding(of: bytes, at: 0) != nil else { throw .notDICOM(why: reason(bytes)) }
        log.note(.missingFileMeta, at: TagPath(), "the file starts with its data set")
        return FileStart(offset: 0, hasMeta: false)
    }

    private static func isPrefix(_ bytes: [UInt8], at offset: Int) -> Bool {
        bytes.count >= offset + 4 && bytes[offset..<offset + 4].elementsEqual("DICM".utf8)
    }

    private static func startsWithGroup2(_ bytes: [UInt8], at offset: Int) -> Bool {
        bytes.count >= offset + 8 && bytes[offset] == 2 && bytes[offset + 1] == 0
            && ByteCursor(bytes).vr(at: offset + 4) != nil
    }

    private static func startsMeta(_ bytes: [UInt8], at offset: Int, _ log: inout DeviationLog) -> Bool {
        if bytes.count >= offset + 2, bytes[offset] == 2, bytes[offset + 1] == 0 { return true }
        log.note(.missingFileMeta, at: TagPath(), "no file meta information behind the prefix")
        return false
    }

    private static func reason(_ bytes: [UInt8]) -> String {
        if bytes.allSatisfy({ $0 == 0 }) { return "it holds nothing but zeros" }
        return "there is no preamble, and it does not start with an attribute"
    }

    /// How the element at an offset is encoded; nil if it cannot be the first of a data set.
    static func encoding(of bytes: [UInt8], at offset: Int) -> (isExplicit: Bool, isBigEndian: Bool)? {
        guard bytes.count >= offset + 8 else { return nil }
        var cursor = ByteCursor(bytes, at: offset)
        cursor.isBigEndian = bytes[offset] == 0 && bytes[offset + 1] != 0
        let tag = cursor.tag()
        guard tag.rawValue != 0, tag.group <= 0x7FE0 else { return nil }
        if cursor.vr(at: offset + 4) != nil { return (true, cursor.isBigEndian) }
        if cursor.isBigEndian { return nil }
        // Without a VR only a plausible length tells.
        let length = cursor.uint32()
        guard tag.standardVR != nil || tag.isPrivate, Int(length) <= bytes.count - cursor.at || length == .max else {
            return nil
        }
        return (false, false)
    }
}
