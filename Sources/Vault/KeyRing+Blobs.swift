import Synchronization

/// Sealing what does not go into the database.
extension KeyRing {
    /// `context` says what the bytes are for; they open under the same words only.
    public func seal(_ bytes: [UInt8], context: String) throws(VaultError) -> [UInt8] {
        Box.seal(bytes, place: Array(context.utf8), key: try key(for: "readroom blob"))
    }

    public func open(_ sealed: [UInt8], context: String) throws(VaultError) -> [UInt8] {
        let key = try key(for: "readroom blob")
        guard let bytes = Box.open(sealed, place: Array(context.utf8), key: key) else { throw .notAuthentic }
        return bytes
    }

    func key(for use: String) throws(VaultError) -> SecretBytes {
        try Sodium.derive(use, salt: record.withLock { $0.fileSalt }, from: dataKey)
    }
}
