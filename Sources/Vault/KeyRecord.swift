/// What the keys file holds. Written twice into it, 4 KiB apart: these few hundred bytes stand between a bad sector and
/// the loss of every report.
struct KeyRecord: Hashable, Sendable {
    static let copySize = 4096
    static let mostSlots = 32
    private static let magic = Array("RRKEYS".utf8)
    private static let version: UInt16 = 1

    var fileSalt: [UInt8]
    /// Set once the database holds something: from then on an empty file is a loss, not a beginning.
    var hasDatabase = false
    var slots: [KeySlot] = []
    /// Over all of the above, keyed by the data key: a slot of an older version cannot be slipped in. (An older version
    /// of the whole file can be put back, and opens under what opened it then.)
    var signature: [UInt8] = []

    enum Reading: Hashable {
        case record(KeyRecord)
        case damaged, newerFormat
    }

    // MARK: - Signature

    private var body: [UInt8] {
        var writer = OctetWriter()
        writer.write(KeyRecord.magic)
        writer.write(KeyRecord.version)
        writer.write(fileSalt)
        writer.write(UInt8(hasDatabase ? 1 : 0))
        writer.write(UInt8(slots.count))
        for slot in slots { slot.write(to: &writer) }
        return writer.octets
    }

    mutating func sign(with dataKey: SecretBytes) throws(VaultError) { signature = try expectedSignature(dataKey) }

    func isSigned(by dataKey: SecretBytes) throws(VaultError) -> Bool {
        // Both are digests; comparing them through libsodium takes the same time wherever they differ.
        let expected = try SecretBytes.copy(of: expectedSignature(dataKey))
        return expected.equals(try .copy(of: signature))
    }

    private func expectedSignature(_ dataKey: SecretBytes) throws(VaultError) -> [UInt8] {
        Sodium.hash(body, key: try Sodium.derive("readroom keys", salt: fileSalt, from: dataKey))
    }

    // MARK: - On disk

    var encoded: [UInt8] {
        var copy = body + signature
        copy += Sodium.hash(copy)
        copy += [UInt8](repeating: 0, count: KeyRecord.copySize - copy.count)
        return copy + copy
    }

    static func read(_ file: [UInt8]) -> Reading {
        let copies = [file.prefix(copySize), file.dropFirst(copySize).prefix(copySize)].map { decode($0) }
        if let whole = copies.first(where: { if case .record = $0 { true } else { false } }) { return whole }
        return copies.contains(.newerFormat) ? .newerFormat : .damaged
    }

    private static func decode(_ copy: ArraySlice<UInt8>) -> Reading {
        var reader = OctetReader(copy)
        guard reader.read(magic.count) == magic, let version = reader.read(UInt16.self) else { return .damaged }
        guard version <= self.version else { return .newerFormat }
        guard let fileSalt = reader.read(16), let flags = reader.read(UInt8.self),
            let count = reader.read(UInt8.self), count <= mostSlots
        else { return .damaged }
        var record = KeyRecord(fileSalt: fileSalt, hasDatabase: flags & 1 == 1)
        for _ in 0..<count {
            guard let slot = KeySlot(from: &reader) else { return .damaged }
            record.slots.append(slot)
        }
        guard let signature = reader.read(32), let checksum = reader.read(32) else { return .damaged }
        record.signature = signature
        return Sodium.hash(record.body + signature) == checksum ? .record(record) : .damaged
    }
}
