import Synchronization

/// Changing what opens the store. The data key stays, and with it every page.
extension KeyRing {
    /// After this only `passphrase` opens the store, besides recovery key and key files. At every moment in between the
    /// old one opens it, or both, or the new one. Also how a lost passphrase is replaced: unlock with the recovery key.
    public func setPassphrase(_ passphrase: Passphrase, cost: PassphraseCost = .moderate) throws(VaultError) {
        try addPassphrase(passphrase, cost: cost)
        try finishPassphraseChange()
    }

    /// The first half of a change: both open the store.
    public func addPassphrase(_ passphrase: Passphrase, cost: PassphraseCost = .moderate) throws(VaultError) {
        try update { (record) throws(VaultError) in
            try record.add(.passphrase(passphrase), cost: cost, dataKey: self.dataKey)
        }
    }

    /// Whether a change was cut short after the new passphrase was written: both open the store.
    public var hasUnfinishedPassphraseChange: Bool {
        record.withLock { record in record.slots.count { $0.kind == .passphrase } > 1 }
    }

    /// Whether the old passphrase of a change that was cut short can go: the newest one has just opened the store.
    public var canFinishPassphraseChange: Bool {
        record.withLock { record in
            let passphrases = record.slots.filter { $0.kind == .passphrase }
            return passphrases.count > 1 && passphrases.last?.number == openedSlot
        }
    }

    /// Takes away all passphrases but the newest. Call it only when the newest is known to work.
    public func finishPassphraseChange() throws(VaultError) {
        try update { record in
            let newest = record.slots.last { $0.kind == .passphrase }?.number
            record.slots.removeAll { $0.kind == .passphrase && $0.number != newest }
        }
    }

    public var hasRecoveryKey: Bool { record.withLock { $0.slots.contains { $0.kind == .recoveryKey } } }

    /// A new recovery key, to be shown once. The old one opens nothing any more.
    public func replaceRecoveryKey() throws(VaultError) -> RecoveryKey {
        let key = try RecoveryKey.random()
        try update { (record) throws(VaultError) in
            record.slots.removeAll { $0.kind == .recoveryKey }
            try record.add(.recoveryKey(key), cost: .none, dataKey: self.dataKey)
        }
        return key
    }

    public func removeRecoveryKey() throws(VaultError) { try remove(.recoveryKey) }

    /// Writes a new key file, readable by its owner only, which opens the store without a person.
    public func addKeyFile(at path: String) throws(VaultError) {
        let file = try KeyFile.random()
        // The slot goes first: a slot without its file is harmless, a file without its slot would look like a key.
        try update { (record) throws(VaultError) in
            try record.add(.keyFile(file), cost: .none, dataKey: self.dataKey)
        }
        try file.write(to: path)
    }

    /// No key file opens the store any more.
    public func removeKeyFiles() throws(VaultError) { try remove(.keyFile) }

    public var keyFileCount: Int { record.withLock { record in record.slots.count { $0.kind == .keyFile } } }

    /// To be called once the database holds its schema: from then on a missing or empty file is an error.
    public func databaseWasMade() throws(VaultError) {
        guard !record.withLock({ $0.hasDatabase }) else { return }
        try update { $0.hasDatabase = true }
    }

    private func remove(_ kind: KeySlot.Kind) throws(VaultError) {
        try update { record in record.slots.removeAll { $0.kind == kind } }
    }

    /// Reads what is stored now (another process may have changed it), changes and stores it.
    private func update(_ change: (inout KeyRecord) throws(VaultError) -> Void) throws(VaultError) {
        let path = KeyRing.keysPath(for: databasePath)
        let folderLock = try FolderLock(of: path)
        defer { folderLock.release() }
        var new = try KeyRing.storedRecord(for: databasePath)
        guard try new.isSigned(by: dataKey) else { throw .keysAltered(path: path) }
        try change(&new)
        guard new.slots.contains(where: { $0.kind != .keyFile }) else { throw .lastKey }
        try new.sign(with: dataKey)
        try files.replace(path, with: new.encoded)
        let stored = new
        record.withLock { $0 = stored }
    }
}

extension KeyRecord {
    mutating func add(
        _ credential: KeyRing.Credential, cost: PassphraseCost, dataKey: SecretBytes
    ) throws(VaultError) {
        guard slots.count < KeyRecord.mostSlots else { throw .lastKey }
        let number = (slots.map(\.number).max() ?? 0) + 1
        slots.append(
            try KeySlot(wrapping: dataKey, with: credential, number: number, cost: cost, fileSalt: fileSalt))
    }
}

extension PassphraseCost {
    /// For slots that no passphrase opens; written like any other.
    static let none = PassphraseCost.least
}
