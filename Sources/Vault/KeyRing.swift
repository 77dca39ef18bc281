import CVault
import Foundation
import Synchronization

/// The keys of one database, unlocked. While it is mounted, every connection to the database reads and writes sealed
/// pages.
///
/// The keys lie beside the database, in `<database>.keys`: a random data key, wrapped once for each passphrase, recovery
/// key and key file that opens it.
public final class KeyRing: Sendable {
    /// What opens the store.
    public enum Credential: Sendable {
        case passphrase(Passphrase)
        case recoveryKey(RecoveryKey)
        case keyFile(KeyFile)
    }

    public let databasePath: String
    let dataKey: SecretBytes
    let files: DurableFile
    let record: Mutex<KeyRecord>
    /// The slot that the credential opened, where one did.
    let openedSlot: UInt32?
    private let mounts = Mutex(0)

    init(databasePath: String, dataKey: SecretBytes, record: KeyRecord, files: DurableFile, openedSlot: UInt32? = nil) {
        self.databasePath = databasePath
        self.openedSlot = openedSlot
        self.dataKey = dataKey
        self.record = Mutex(record)
        self.files = files
    }

    deinit { while mounts.withLock({ $0 > 0 }) { unmount() } }

    public static func keysPath(for databasePath: String) -> String { databasePath + ".keys" }

    public static func exists(for databasePath: String) -> Bool {
        // A symbolic link counts: it is refused when read, and must not be taken for a store without keys.
        var status = stat()
        return lstat(keysPath(for: databasePath), &status) == 0
    }

    // MARK: - Making and unlocking

    /// New keys for a database that is plain, or not there yet. The recovery key is to be shown once.
    public static func create(
        for databasePath: String, passphrase: Passphrase, cost: PassphraseCost = .moderate
    ) throws(VaultError) -> (ring: KeyRing, recoveryKey: RecoveryKey) {
        try create(for: databasePath, passphrase: passphrase, cost: cost, files: DurableFile())
    }

    static func create(
        for databasePath: String, passphrase: Passphrase, cost: PassphraseCost, files: DurableFile
    ) throws(VaultError) -> (ring: KeyRing, recoveryKey: RecoveryKey) {
        let path = keysPath(for: databasePath)
        let folderLock = try FolderLock(of: path)
        defer { folderLock.release() }
        guard !exists(for: databasePath) else { throw .keysExist(path: path) }
        // Its keys are lost, or were left behind: new ones would only hide that.
        guard try DatabaseFile.state(of: databasePath) != .sealed else { throw .noKeys(path: path) }
        let dataKey = try SecretBytes.random(count: 32)
        let recoveryKey = try RecoveryKey.random()
        var record = KeyRecord(fileSalt: Sodium.random(16))
        try record.add(.passphrase(passphrase), cost: cost, dataKey: dataKey)
        try record.add(.recoveryKey(recoveryKey), cost: .none, dataKey: dataKey)
        try record.sign(with: dataKey)
        try files.replace(path, with: record.encoded)
        return (KeyRing(databasePath: databasePath, dataKey: dataKey, record: record, files: files), recoveryKey)
    }

    /// Opens the keys. Changes no file, whatever comes of it.
    public static func unlock(_ databasePath: String, with credential: Credential) throws(VaultError) -> KeyRing {
        try unlock(databasePath, with: credential, files: DurableFile())
    }

    static func unlock(
        _ databasePath: String, with credential: Credential, files: DurableFile
    ) throws(VaultError) -> KeyRing {
        let record = try storedRecord(for: databasePath)
        // The newest slot first: after a change of passphrase that was cut short, it is the likelier one.
        for slot in record.slots.reversed() where slot.kind == credential.kind {
            guard let dataKey = try slot.open(with: credential, fileSalt: record.fileSalt) else { continue }
            guard try record.isSigned(by: dataKey) else { throw .keysAltered(path: keysPath(for: databasePath)) }
            return KeyRing(
                databasePath: databasePath, dataKey: dataKey, record: record, files: files,
                openedSlot: slot.number)
        }
        throw credential.refused
    }

    /// With the data key itself, as an agent holds it.
    static func unlock(_ databasePath: String, dataKey: SecretBytes) throws(VaultError) -> KeyRing {
        let record = try storedRecord(for: databasePath)
        guard try record.isSigned(by: dataKey) else { throw .keysAltered(path: keysPath(for: databasePath)) }
        return KeyRing(databasePath: databasePath, dataKey: dataKey, record: record, files: DurableFile())
    }

    static func storedRecord(for databasePath: String) throws(VaultError) -> KeyRecord {
        let path = keysPath(for: databasePath)
        guard let bytes = try DurableFile.read(path, limit: 2 * KeyRecord.copySize) else { throw .noKeys(path: path) }
        switch KeyRecord.read(bytes) {
        case .record(let record): return record
        case .damaged: throw .keysDamaged(path: path)
        case .newerFormat: throw .newerFormat(path: path)
        }
    }

    // MARK: - Mounting

    /// Before the database is opened, by anything in this process. Mounts are counted.
    ///
    /// - Parameter isRebuilding: whether the database is known to be gone and is made anew.
    public func mount(isRebuilding: Bool = false) throws(VaultError) {
        if !isRebuilding, record.withLock({ $0.hasDatabase }), !DatabaseFile.isPresent(databasePath) {
            throw .databaseMissing(path: databasePath)
        }
        try mount(databasePath)
        mounts.withLock { $0 += 1 }
    }

    /// For another path than the database's: the same file while it is being made, or a copy of it.
    func mount(_ path: String) throws(VaultError) {
        let salt = record.withLock { $0.fileSalt }
        let result = dataKey.withBytes { cvault_mount(path, $0, salt) }
        guard result == 0 else { throw .sqlite(code: result) }
    }

    /// Once the database is closed. Connections still open keep their key until they close.
    public func unmount() {
        let wasMounted = mounts.withLock { mounts in
            defer { mounts = max(0, mounts - 1) }
            return mounts > 0
        }
        if wasMounted { cvault_unmount(databasePath) }
    }

    /// Whether the main database of an open SQLite connection is sealed. Asked after opening, it makes sure that no
    /// report ever goes into a plain file by mistake.
    public static func seals(_ sqliteConnection: OpaquePointer) -> Bool { cvault_seals(sqliteConnection) }
}

extension KeyRing.Credential {
    var kind: KeySlot.Kind {
        switch self {
        case .passphrase: .passphrase
        case .recoveryKey: .recoveryKey
        case .keyFile: .keyFile
        }
    }

    fileprivate var refused: VaultError {
        switch self {
        case .passphrase: .wrongPassphrase
        case .recoveryKey: .wrongRecoveryKey
        case .keyFile: .wrongKeyFile
        }
    }
}
