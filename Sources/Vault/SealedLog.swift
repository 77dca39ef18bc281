import Foundation
import Synchronization

/// An append-only file of sealed records: the second copy of what must not be lost.
///
/// Each record carries, under its seal, its sequence number and the tag of the record before it, so one that was
/// altered, removed, repeated or moved shows. Records cut off cleanly at the end do not: whoever can, compares
/// `lastSequence` with what the database remembers. A record opens without its neighbours, so damage costs no more than
/// what it hit.
public final class SealedLog: Sendable {
    private struct Tail {
        var end: Int
        var sequence: UInt64
        var tag: [UInt8]
        /// After a failed write or sync nobody knows what the disk holds; only reading the file again tells.
        var isBroken = false
    }

    public let path: String
    /// What was wrong with the file when it was opened.
    public let deviations: [Deviation]
    /// The last record there was when it was opened.
    public let last: Record?
    private let file: Int32
    private let format: SealedRecord
    private let tail: Mutex<Tail>

    /// Opens or creates the log at `path`, alone: a second appender is refused. A torn last record, which no `append`
    /// ever acknowledged, is cut off and reported. `name` says which log this is; records do not open in another.
    ///
    /// Without `keys` anybody can read it: it is then sealed with a key that everybody has, against damage only.
    public init(path: String, name: String, keys: KeyRing?) throws(VaultError) {
        let format = try SealedRecord(name: name, keys: keys)
        let file = try Descriptor.open(path, O_RDWR | O_CREAT)
        do throws(VaultError) {
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw VaultError.inUse(path: path) }
            try DurableFile.syncFolder(of: path)
            let contents = format.read(try DurableFile.read(path) ?? [])
            if contents.end < contents.size, ftruncate(file, off_t(contents.end)) != 0 {
                throw VaultError.system(call: "truncate", path: path, errno: errno)
            }
            tail = Mutex(Tail(end: contents.end, sequence: contents.lastSequence, tag: contents.lastTag))
            deviations = contents.deviations
            last = contents.records.last
        } catch {
            close(file)
            throw error
        }
        self.path = path
        self.file = file
        self.format = format
    }

    deinit { close(file) }

    public var lastSequence: UInt64 { tail.withLock { $0.sequence } }

    /// Returns the record's sequence number once it is on the disk.
    @discardableResult
    public func append(_ bytes: [UInt8]) throws(VaultError) -> UInt64 {
        try tail.withLock { (tail) throws(VaultError) in
            guard !tail.isBroken else { throw .system(call: "append", path: path, errno: EIO) }
            let record = try format.seal(bytes, sequence: tail.sequence + 1, previousTag: tail.tag)
            tail.isBroken = true
            try write(record, at: tail.end)
            guard fsync(file) == 0 else { throw .system(call: "fsync", path: path, errno: errno) }
            tail = Tail(
                end: tail.end + record.count, sequence: tail.sequence + 1,
                tag: Array(record.suffix(SealedRecord.tagSize)))
            return tail.sequence
        }
    }

    private func write(_ record: [UInt8], at end: Int) throws(VaultError) {
        guard lseek(file, off_t(end), SEEK_SET) >= 0 else { throw .system(call: "seek", path: path, errno: errno) }
        try DurableFile.write(record, to: file, path: path)
    }

    /// All records that open, and what is wrong with the file. Changes nothing; needs no lock.
    public static func read(
        path: String, name: String, keys: KeyRing?
    ) throws(VaultError) -> (records: [Record], deviations: [Deviation]) {
        guard let bytes = try DurableFile.read(path) else { throw .system(call: "open", path: path, errno: ENOENT) }
        let contents = try SealedRecord(name: name, keys: keys).read(bytes)
        return (contents.records, contents.deviations)
    }

    public struct Record: Hashable, Sendable {
        public var sequence: UInt64
        public var bytes: [UInt8]
    }

    public enum Deviation: Hashable, Sendable {
        /// The last record was not written to its end. It was never acknowledged - or it was damaged since.
        case tornEnd(bytes: Int)
        /// These bytes of the file hold no record that opens.
        case damaged(Range<Int>)
        /// Records with these numbers are gone.
        case missing(ClosedRange<UInt64>)
        /// This record does not follow the one before it in the file.
        case outOfOrder(sequence: UInt64)
    }
}
