import Foundation
import GRDB
import Radiology
import Synchronization
public import Vault
public import Wording

/// What the store cannot do, in words for the reader. Never holds patient data.
public enum StoreFailure: Error, Hashable, Sendable {
    case cannotOpen(path: String, why: String)
    /// What is in the file is no sound store; the second copy of signed reports helps.
    case damaged(path: String, why: String)
    /// Neither the file nor its second copy opens under the keys beside it.
    case foreignKeys(path: String)
    /// The file is gone, though what belongs to it is there.
    case fileMissing(path: String)
    /// The file was written by a newer readroom; it is left untouched.
    case newerSchema(path: String)
    case notDurable(String)
    case diskFull
    case readOnly
    /// The keys, or what they seal.
    case vault(VaultError)
    case failed(String)

    public var wording: Wording {
        switch self {
        case .cannotOpen(let path, let why):
            "Cannot open the local store \(path): \(why). Nothing was changed; run 'readroom doctor'."
        case .damaged(let path, let why):
            "The local store \(path) is damaged: \(why). Nothing was changed; run 'readroom recover'."
        case .foreignKeys(let path):
            "Neither the local store \(path) nor its second copy opens under its keys: they are another store's, or all is "
                + "damaged. Nothing was changed; put back the right .keys file."
        case .fileMissing(let path):
            "The local store \(path) is gone. Put it back, or run 'readroom recover' for what was signed."
        case .newerSchema(let path):
            "The local store \(path) was written by a newer readroom. Nothing was changed; update readroom."
        case .notDurable(let why): "The local store cannot promise to keep what is written: \(why)."
        case .diskFull: "The disk is full. Free some space; the text is still on the screen."
        case .readOnly: "The local store cannot be written: the file or its folder is read-only."
        case .vault(let error): error.wording
        case .failed(let why): "The local store answered: \(Wording(key: why))."
        }
    }

    /// The same in English: what the audit, the log and the command line say.
    public var sentence: String { wording.english }
}

/// The workstation's one SQLite file: studies, drafts, signed versions, outbox, audit.
///
/// Every clinical act is one transaction. Calls block; they belong on a thread of their own.
public final class LocalStore: Sendable {
    let pool: DatabasePool
    public let path: String
    /// What the file is sealed with; `nil` for one that is not.
    let keys: KeyRing?
    /// The second copy of what was signed, once it was asked for.
    let copies = Mutex<SealedLog?>(nil)
    /// What was last read of the lists; the same as long as their revision is.
    let lists = Mutex(KnownLists())
    let upserts = Upserts()
    private let isClosed = Mutex(false)

    /// Opens or creates the store at `path` and brings its schema up to date. The folder is made private (0700).
    ///
    /// - Parameters:
    ///   - keys: unlocked, where the file is sealed or is to be: then nothing of it is ever on the disk in plain.
    ///   - isRebuilding: whether the file is known to be gone, and is made anew.
    public init(path: String, keys: KeyRing? = nil, isRebuilding: Bool = false) throws(StoreFailure) {
        self.path = path
        self.keys = keys
        do {
            try PrivateFolder.prepare(for: path)
            try keys?.mount(isRebuilding: isRebuilding)
            try PrivateFolder.prepareFile(path)
            pool = try DatabasePool(path: path, configuration: LocalStore.configuration())
            // An acknowledged signature must survive a power cut: every commit waits for the disk.
            // Said here, because the pool sets NORMAL when it turns to WAL, after its connection was prepared.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch {
            throw LocalStore.opening(error, path)
        }
        try migrate()
        try readBackDurability()
        try readBackSealing()
    }

    public var isSealed: Bool { keys != nil }

    public func close() {
        guard
            !isClosed.withLock({ wasClosed in
                defer { wasClosed = true }; return wasClosed
            })
        else { return }
        // The pool's last connections only read, and would leave the log behind; if this fails, the next opening does it.
        try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? pool.close()
        keys?.unmount()
        copies.withLock { $0 = nil }
        lists.withLock { $0 = KnownLists() }
    }

    /// A report must never go into a plain file by mistake.
    private func readBackSealing() throws(StoreFailure) {
        guard let keys else { return }
        let isSealed = try writing { database in database.sqliteConnection.map(KeyRing.seals) ?? false }
        guard isSealed else { throw .notDurable("it is not sealed, though it has keys") }
        do { try keys.databaseWasMade() } catch { throw .vault(error) }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.label = "readroom"
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
        return configuration
    }

    private func migrate() throws(StoreFailure) {
        do {
            let migrator = Schema.migrator
            if try pool.read({ try migrator.hasBeenSuperseded($0) }) { throw StoreFailure.newerSchema(path: path) }
            try migrator.migrate(pool)
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            throw LocalStore.opening(error, path)
        }
    }

    private func readBackDurability() throws(StoreFailure) {
        let (synchronous, journal) = try writing { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0,
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
            )
        }
        guard synchronous >= 2 else { throw .notDurable("synchronous is \(synchronous), not FULL") }
        guard journal == "wal" else { throw .notDurable("the journal is \(journal), not wal") }
    }

    // MARK: - Reading and writing

    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
        do { return try pool.read(body) } catch { throw classified(error) }
    }

    /// One transaction: all of `body`, or none of it.
    func writing<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
        do { return try pool.write(body) } catch { throw classified(error) }
    }

    /// A store may open and still not be sound: the damaged page is read later.
    private func classified(_ error: any Error) -> StoreFailure {
        guard let error = error as? DatabaseError, error.meansDamage else { return LocalStore.classified(error) }
        return .damaged(path: path, why: "some of its contents cannot be read")
    }

    private static func opening(_ error: any Error, _ path: String) -> StoreFailure {
        if let error = error as? DatabaseError, error.meansDamage {
            return .damaged(path: path, why: "its contents cannot be read")
        }
        return switch classified(error) {
        case .vault(.databaseMissing): .fileMissing(path: path)
        case .vault(.databaseUnreadable): .damaged(path: path, why: "it does not open under its keys")
        case .vault(let error): .vault(error)
        case .fileMissing: .fileMissing(path: path)
        case .failed(let why): .cannotOpen(path: path, why: why)
        case let other: .cannotOpen(path: path, why: other.sentence)
        }
    }

    /// The error without its SQL arguments, which hold patient data.
    static func classified(_ error: any Error) -> StoreFailure {
        switch error {
        case let failure as StoreFailure: return failure
        case let error as VaultError: return .vault(error)
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_FULL: return .diskFull
            case .SQLITE_READONLY: return .readOnly
            case .SQLITE_CANTOPEN: return .failed("the file cannot be opened")
            case .SQLITE_NOTADB: return .failed("the file is not a readroom store")
            case .SQLITE_CORRUPT: return .failed("the file is damaged")
            case .SQLITE_BUSY: return .failed("another program keeps the store busy")
            case .SQLITE_IOERR: return .failed("the disk reported an error (\(error.extendedResultCode.rawValue))")
            default: return .failed(error.message ?? "error \(error.resultCode.rawValue)")
            }
        case let error as CocoaError: return .failed("file system error \(error.code.rawValue)")
        default: return .failed("unexpected \(type(of: error))")
        }
    }
}

extension DatabaseError {
    /// What is there is not what was written. A page whose seal is broken is an input/output error of its own kind.
    fileprivate var meansDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode) || extendedResultCode == .SQLITE_IOERR_DATA
    }
}
