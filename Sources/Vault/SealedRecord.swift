/// One record of a `SealedLog`:
/// mark (4 bytes), length of the content (4), sequence number (8), tag of the record before (16), box.
struct SealedRecord {
    static let tagSize = 16
    private static let mark = Array("RRr1".utf8)
    private static let headSize = 32
    private static let longest = 64 << 20

    struct Contents {
        var records: [SealedLog.Record] = []
        var deviations: [SealedLog.Deviation] = []
        var size: Int
        /// Where the next record belongs: behind the last one that opens.
        var end = 0
        var lastSequence: UInt64 = 0
        var lastTag = [UInt8](repeating: 0, count: tagSize)
    }

    private struct Found {
        var sequence: UInt64
        var previousTag: [UInt8]
        var bytes: [UInt8]
        var end: Int
    }

    private let name: [UInt8]
    private let key: SecretBytes

    init(name: String, keys: KeyRing?) throws(VaultError) {
        self.name = Array("readroom log \(name)\0".utf8)
        key = if let keys { try keys.key(for: "readroom log") } else { try .copy(of: [UInt8](repeating: 0, count: 32)) }
    }

    func seal(_ bytes: [UInt8], sequence: UInt64, previousTag: [UInt8]) throws(VaultError) -> [UInt8] {
        guard bytes.count <= SealedRecord.longest else { throw .tooLong(bytes: bytes.count) }
        var head = OctetWriter()
        head.write(SealedRecord.mark)
        head.write(UInt32(bytes.count))
        head.write(sequence)
        head.write(previousTag)
        return head.octets + Box.seal(bytes, place: name + head.octets, key: key)
    }

    // MARK: - Reading

    func read(_ file: [UInt8]) -> Contents {
        var contents = Contents(size: file.count)
        while contents.end < file.count {
            let start = contents.end
            guard let (found, offset) = next(in: file, from: start) else {
                contents.deviations.append(.tornEnd(bytes: file.count - start))
                break
            }
            if offset > start { contents.deviations.append(.damaged(start..<offset)) }
            note(found, in: &contents)
            contents.lastTag = Array(file[found.end - SealedRecord.tagSize..<found.end])
            contents.end = found.end
        }
        return contents
    }

    private func note(_ found: Found, in contents: inout Contents) {
        let expected = contents.lastSequence + 1
        if found.sequence > expected {
            contents.deviations.append(.missing(expected...found.sequence - 1))
        } else if found.sequence < expected || found.previousTag != contents.lastTag {
            contents.deviations.append(.outOfOrder(sequence: found.sequence))
        }
        contents.records.append(SealedLog.Record(sequence: found.sequence, bytes: found.bytes))
        contents.lastSequence = max(contents.lastSequence, found.sequence)
    }

    /// The record at `start`, or the first one behind it that opens.
    private func next(in file: [UInt8], from start: Int) -> (Found, Int)? {
        var offset = start
        while offset + SealedRecord.headSize + Box.overhead <= file.count {
            if let found = open(file, at: offset) { return (found, offset) }
            offset += 1
        }
        return nil
    }

    private func open(_ file: [UInt8], at offset: Int) -> Found? {
        guard file[offset..<offset + SealedRecord.mark.count].elementsEqual(SealedRecord.mark) else { return nil }
        let head = Array(file[offset..<offset + SealedRecord.headSize])
        var reader = OctetReader(head.dropFirst(SealedRecord.mark.count))
        guard let length = reader.read(UInt32.self), let sequence = reader.read(UInt64.self),
            let previousTag = reader.read(SealedRecord.tagSize)
        else { return nil }
        let box = offset + head.count
        let end = box + Box.overhead + Int(length)
        guard end <= file.count, let bytes = Box.open(file[box..<end], place: name + head, key: key) else { return nil }
        return Found(sequence: sequence, previousTag: previousTag, bytes: bytes, end: end)
    }
}
