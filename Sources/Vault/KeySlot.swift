/// The data key, wrapped by one of the things that open the store.
struct KeySlot: Hashable, Sendable {
    enum Kind: UInt8, Sendable { case passphrase = 1, recoveryKey, keyFile }

    static let encodedSize = 109

    var kind: Kind
    /// Grows with every slot ever made here: tells a new passphrase's slot from the old one's.
    var number: UInt32
    var cost: PassphraseCost
    var salt: [UInt8]
    var wrapped: [UInt8]

    init(
        wrapping dataKey: SecretBytes, with credential: KeyRing.Credential, number: UInt32, cost: PassphraseCost,
        fileSalt: [UInt8]
    ) throws(VaultError) {
        kind = credential.kind
        self.number = number
        self.cost = cost
        salt = Sodium.random(16)
        wrapped = []
        let key = try wrappingKey(credential)
        wrapped = dataKey.withBytes {
            Box.seal(UnsafeBufferPointer(start: $0, count: dataKey.count), place: place(fileSalt), key: key)
        }
    }

    /// The data key, or `nil` if `credential` is not the one that wrapped it.
    func open(with credential: KeyRing.Credential, fileSalt: [UInt8]) throws(VaultError) -> SecretBytes? {
        let key = try wrappingKey(credential)
        var isOpen = false
        let dataKey = try SecretBytes(count: 32) { memory in
            isOpen = Box.open(wrapped, into: memory, place: place(fileSalt), key: key)
        }
        return isOpen ? dataKey : nil
    }

    private func wrappingKey(_ credential: KeyRing.Credential) throws(VaultError) -> SecretBytes {
        switch credential {
        case .passphrase(let passphrase): try cost.key(from: passphrase, salt: salt)
        // 256 random bits cannot be guessed; no Argon2 is needed.
        case .recoveryKey(let key): try Sodium.derive("readroom recovery slot", salt: salt, from: key.bytes)
        case .keyFile(let key): try Sodium.derive("readroom key file slot", salt: salt, from: key.bytes)
        }
    }

    // MARK: - On disk

    /// Everything the slot says of itself, so that none of it can be changed or moved to another file.
    private func place(_ fileSalt: [UInt8]) -> [UInt8] {
        var writer = OctetWriter()
        writer.write(Array("readroom slot 1".utf8))
        writer.write(fileSalt)
        writeHead(to: &writer)
        return writer.octets
    }

    private func writeHead(to writer: inout OctetWriter) {
        writer.write(kind.rawValue)
        writer.write(number)
        writer.write(cost.operations)
        writer.write(cost.memory)
        writer.write(salt)
    }

    func write(to writer: inout OctetWriter) {
        writeHead(to: &writer)
        writer.write(wrapped)
    }

    init?(from reader: inout OctetReader) {
        guard let kind = reader.read(UInt8.self).flatMap(Kind.init), let number = reader.read(UInt32.self),
            let operations = reader.read(UInt64.self), let memory = reader.read(UInt64.self),
            let salt = reader.read(16), let wrapped = reader.read(32 + Box.overhead)
        else { return nil }
        self.kind = kind
        self.number = number
        cost = PassphraseCost(operations: operations, memory: memory)
        self.salt = salt
        self.wrapped = wrapped
        guard cost.isSane else { return nil }
    }
}
