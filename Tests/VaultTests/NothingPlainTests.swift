import Foundation
import GRDB
import Testing

@testable import Vault

/// No byte of a patient's data reaches the disk plain. Files are read back and searched for planted markers.
@Suite(.serialized) struct NothingPlainTests {
    private let suffixes = ["", "-wal", "-shm", "-journal", ".keys"]

    /// Many operations; `look` is called at each moment worth looking.
    private func work(_ pool: DatabasePool, look: () throws -> Void) throws {
        try pool.write { try Reports.create($0) }
        for batch in 0..<8 {
            try pool.write { try Reports.insert($0, batch * 100..<batch * 100 + 100) }
            try look()
        }
        try pool.write { database in
            try database.execute(sql: "PRAGMA cache_size = 5")
            try database.execute(sql: "UPDATE report SET text = text || ' \(Reports.marker)'")
            try look()
        }
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "INSERT INTO found (found) VALUES ('optimize')")
            try database.execute(sql: "VACUUM")
            _ = try database.checkpoint(.truncate)
        }
        try look()
    }

    private func rollBack(_ queue: DatabaseQueue, look: () throws -> Void) throws {
        struct Undo: Error {}
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = PERSIST; PRAGMA cache_size = 5")
        }
        #expect(throws: Undo.self) {
            try queue.write { database in
                try database.execute(sql: "UPDATE report SET text = text || ' \(Reports.marker)'")
                try look()
                throw Undo()
            }
        }
        try look()
    }

    private func found(_ path: String) throws -> Set<String> {
        let present = suffixes.filter { FileManager.default.fileExists(atPath: path + $0) }
        return Set(try present.filter { try Bytes.contain(path + $0, "MARKER") || Bytes.contain(path + $0, "report") })
    }

    @Test func sealedFilesHoldNoMarker() throws {
        let folder = try SealedFolder()
        var looks = 0
        let look: () throws -> Void = {
            looks += 1
            let found = try self.found(folder.path)
            #expect(found == [])
        }
        let pool = try folder.pool()
        try work(pool, look: look)
        try pool.close()
        try rollBack(folder.queue(), look: look)
        #expect(looks == 12)
    }

    /// The canary: the same work without a vault, and the search finds the markers in each kind of file.
    @Test func plainFilesHoldThem() throws {
        let folder = try SealedFolder(isMounted: false)
        var seen: Set<String> = []
        let look: () throws -> Void = { seen.formUnion(try self.found(folder.path)) }
        let pool = try folder.pool()
        try work(pool, look: look)
        try pool.close()
        try rollBack(folder.queue(), look: look)
        #expect(seen == ["", "-wal", "-journal"])
    }

    /// Sorting more than the cache holds, with temporary files asked for: with a key in the process they are in memory.
    /// In processes of their own, since one key anywhere in a process is enough.
    @Test func temporaryFilesAreInMemory() async throws {
        await #expect(processExitsWith: .success) {
            let folder = try SealedFolder(isMounted: true)
            #expect(try NothingPlainTests.temporaryFiles(while: folder.queue()) == 0)
        }
        await #expect(processExitsWith: .success) {
            let plain = try SealedFolder(isMounted: false)
            #expect(try NothingPlainTests.temporaryFiles(while: plain.queue()) > 0, "the canary")
        }
    }

    private static func temporaryFiles(while queue: DatabaseQueue) throws -> Int {
        try queue.writeWithoutTransaction { database in
            try Reports.create(database)
            try Reports.insert(database, 0..<200)
            try database.execute(sql: "PRAGMA temp_store = FILE; PRAGMA temp.cache_size = 5")
            try database.execute(sql: "CREATE TEMP TABLE copy AS SELECT * FROM report ORDER BY text DESC")
            let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            return descriptors.count { number in
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
                return target?.contains("etilqs_") ?? false
            }
        }
    }
}
