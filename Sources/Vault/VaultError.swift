public import Wording

/// What the vault cannot do. Holds no key, no passphrase and no patient data.
public enum VaultError: Error, Hashable, Sendable {
    /// The passphrase, recovery key or key file opens nothing here. No file was changed.
    case wrongPassphrase, wrongRecoveryKey, wrongKeyFile
    case noKeys(path: String)
    case keysExist(path: String)
    /// Both copies of the keys are damaged.
    case keysDamaged(path: String)
    /// The keys were changed by someone who does not have the data key, or were mixed from two versions.
    case keysAltered(path: String)
    case newerFormat(path: String)
    /// The last way to open the store cannot be removed.
    case lastKey
    /// The keys say that there is a database, and the file is missing or empty.
    case databaseMissing(path: String)
    /// The database does not open under these keys, or is damaged.
    case databaseUnreadable(path: String, code: Int32)
    case notPlain(path: String)
    case conversionFailed(path: String, why: String)
    case notAuthentic
    case inUse(path: String)
    case tooLong(bytes: Int)
    /// Argon2 could not get the memory that the slot asks for.
    case outOfMemory(bytes: Int)
    case system(call: String, path: String, errno: Int32)
    case sqlite(code: Int32)

    public var wording: Wording {
        switch self {
        case .wrongPassphrase: "The passphrase does not open the store. Nothing was changed."
        case .wrongRecoveryKey: "The recovery key does not open the store. Nothing was changed."
        case .wrongKeyFile: "The key file does not open the store. Nothing was changed."
        case .noKeys(let path): "There are no keys at \(path)."
        case .keysExist(let path): "There are keys at \(path) already. Nothing was changed."
        case .keysDamaged(let path): "The keys at \(path) are damaged in both copies. Put back a backup of that file."
        case .keysAltered(let path): "The keys at \(path) were altered by a stranger. Put back a backup of that file."
        case .newerFormat(let path): "\(path) was written by a newer readroom. Nothing was changed; update readroom."
        case .lastKey: "This is the last key that opens the store; it cannot be removed."
        case .databaseMissing(let path):
            "The store \(path) is missing or empty, but its keys say there was one. Put back the file or a backup."
        case .databaseUnreadable(let path, let code): "The store \(path) does not open under its keys (\(code))."
        case .notPlain(let path): "\(path) is not an unencrypted SQLite database."
        case .conversionFailed(let path, let why): "Encrypting \(path) failed: \(why). The file is as it was."
        case .notAuthentic: "The sealed data is damaged, or belongs elsewhere."
        case .tooLong(let bytes): "\(bytes) bytes are too many for one record."
        case .inUse(let path): "Another program uses \(path)."
        case .outOfMemory(let bytes): "The passphrase check needs \(bytes >> 20) MiB of memory, which are not free."
        case .system(let call, let path, let errno): "\(call) failed on \(path) (error \(errno))."
        case .sqlite(let code): "SQLite answered \(code)."
        }
    }

    /// The same in English: what the audit, the log and the command line say.
    public var sentence: String { wording.english }
}
