import Foundation
import GRDB
import Synchronization
import Testing

@testable import Vault

/// Whatever happens to the bytes on disk: an error, never wrong data and never a crash.
@Suite struct DamageTests {
    /// A closed, sealed database of some hundred pages.
    private func database(reports: Int = 600) throws -> SealedFolder {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        try pool.write { try Reports.insert($0, 0..<reports) }
        try pool.close()
        return folder
    }

    /// Reads every page, free ones too; the SQLite result code of the first error, or 0.
    private func readAll(_ path: String) -> Int32 {
        do {
            let queue = try DatabaseQueue(path: path), copy = try DatabaseQueue()
            try queue.backup(to: copy)
            return try queue.read { try Reports.integrity($0) } == "ok" ? 0 : 11
        } catch let error as DatabaseError {
            return error.resultCode.rawValue
        } catch {
            return -1
        }
    }

    @Test func aFlippedBitAnywhereInAPageIsAnError() throws {
        let folder = try database()
        let whole = try Bytes.of(folder.path)
        let pages = whole.count / 4096
        // Header, cells, end of the body, note, tag, nonce - of the first pages and some others.
        for page in [0, 1, 2, 3, pages / 2, pages - 1] {
            for offset in [0, 16, 24, 100, 2000, 4047, 4048, 4055, 4056, 4071, 4072, 4095] {
                try Bytes.change(folder.path) { $0[page * 4096 + offset] ^= 1 << (offset % 8) }
                #expect(readAll(folder.path) == 10, "page \(page), byte \(offset)")
                try Bytes.write(whole, to: folder.path)
            }
        }
        #expect(readAll(folder.path) == 0)
    }

    @Test func swappedZeroedAndForeignPagesAreErrors() throws {
        let folder = try database(), other = try database()
        let whole = try Bytes.of(folder.path), foreign = try Bytes.of(other.path)
        func page(_ number: Int, of bytes: [UInt8]) -> ArraySlice<UInt8> { bytes[number * 4096..<number * 4096 + 4096] }
        let damages: [(inout [UInt8]) -> Void] = [
            { $0.replaceSubrange(4096..<8192, with: page(2, of: whole)) },
            {
                $0.replaceSubrange(4096..<8192, with: page(5, of: whole))
                $0.replaceSubrange(5 * 4096..<6 * 4096, with: page(1, of: whole))
            },
            { $0.replaceSubrange(3 * 4096..<4 * 4096, with: [UInt8](repeating: 0, count: 4096)) },
            { $0.replaceSubrange(3 * 4096..<4 * 4096, with: page(3, of: foreign)) },
        ]
        for damage in damages {
            try Bytes.change(folder.path, damage)
            #expect(readAll(folder.path) == 10)
            try Bytes.write(whole, to: folder.path)
        }
    }

    /// What the seal cannot tell: a whole page put back as it was earlier. That would take a tree of hashes with its
    /// root kept elsewhere. Written down as a test so that nobody believes otherwise.
    @Test func anOlderVersionOfTheSamePageIsNotNoticed() throws {
        let folder = try SealedFolder()
        let queue = try folder.queue()
        try queue.write { try $0.execute(sql: "CREATE TABLE word (text TEXT); INSERT INTO word VALUES ('left')") }
        let old = try Bytes.of(folder.path)
        try queue.write { try $0.execute(sql: "UPDATE word SET text = 'rght'") }
        try queue.close()
        try Bytes.change(folder.path) { $0.replaceSubrange(4096..<8192, with: old[4096..<8192]) }
        #expect(try folder.queue().read { try String.fetchOne($0, sql: "SELECT text FROM word") } == "left")
    }

    @Test func aTruncatedFileIsAnError() throws {
        let folder = try database()
        let whole = try Bytes.of(folder.path)
        for length in [2, 99, 100, 4095, 4096, 4097, whole.count / 2 + 7, whole.count - 4096, whole.count - 1] {
            try Bytes.write(whole.prefix(length), to: folder.path)
            let result = readAll(folder.path)
            #expect(result == 10 || result == 11, "cut to \(length)")
        }
        try folder.ring.databaseWasMade()
        folder.ring.unmount()
        for length in 0...1 {
            try Bytes.write(whole.prefix(length), to: folder.path)
            #expect(throws: VaultError.databaseMissing(path: folder.path)) { try folder.ring.mount() }
        }
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(throws: VaultError.databaseMissing(path: folder.path)) { try folder.ring.mount() }
    }

    @Test func wrongKeyWrongSaltAndNoKeyReadNothingAndChangeNothing() throws {
        let folder = try database()
        let whole = try Bytes.of(folder.path)
        folder.ring.unmount()
        #expect(readAll(folder.path) == 26, "without a key it is no database")
        let stranger = try SealedFolder()
        try stranger.ring.mount(folder.path)  // another key and another salt
        #expect(readAll(folder.path) == 10)
        #expect(throws: VaultError.sqlite(code: 21)) { try folder.ring.mount() }  // one path, one key
        #expect(try Bytes.of(folder.path) == whole)
    }

    @Test func theRightKeyWithAnotherSaltReadsNothing() throws {
        let folder = try database()
        folder.ring.unmount()
        var record = folder.ring.record.withLock { $0 }
        record.fileSalt[0] ^= 1
        let salted = KeyRing(
            databasePath: folder.path, dataKey: folder.ring.dataKey, record: record, files: DurableFile())
        try salted.mount()
        #expect(readAll(folder.path) == 10)
    }
}
