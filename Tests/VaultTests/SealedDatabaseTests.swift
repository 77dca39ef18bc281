import Foundation
import GRDB
import Testing

@testable import Vault

/// SQLite and GRDB do with a sealed file all they do with a plain one.
@Suite struct SealedDatabaseTests {
    @Test func poolWritesAndReadsSealedPages() throws {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        try pool.write { try Reports.insert($0, 1...500) }
        #expect(try pool.read { try Reports.count($0) } == 500)
        #expect(try pool.read { KeyRing.seals(try #require($0.sqliteConnection)) })
        try pool.close()
        #expect(try DatabaseFile.state(of: folder.path) == .sealed)
        let again = try folder.pool()
        #expect(try again.read { try Reports.count($0) } == 500)
        #expect(try again.read { try Reports.integrity($0) } == "ok")
        let found = try again.read {
            try Int.fetchAll($0, sql: "SELECT rowid FROM found WHERE found MATCH 'nodule AND 321'")
        }
        #expect(found == [321])
    }

    @Test func reservedBytesAndPageSizeAreFixed() throws {
        let folder = try SealedFolder()
        let queue = try folder.queue()
        try queue.write { try Reports.create($0) }
        queue.writeWithoutTransaction { database in
            #expect(throws: DatabaseError.self) { try database.execute(sql: "PRAGMA page_size = 8192; VACUUM") }
            #expect(throws: DatabaseError.self) { try database.execute(sql: "PRAGMA auto_vacuum = 1; VACUUM") }
        }
        try queue.close()
        #expect(try folder.queue().read { try Int.fetchOne($0, sql: "PRAGMA page_size") } == 4096)
        #expect(try folder.queue().read { try Reports.integrity($0) } == "ok")
    }

    @Test func vacuumCheckpointAndShrinking() throws {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        for batch in 0..<10 { try pool.write { try Reports.insert($0, batch * 200..<batch * 200 + 200) } }
        try pool.write { try $0.execute(sql: "DELETE FROM report WHERE id % 3 <> 0") }
        try pool.writeWithoutTransaction { try $0.execute(sql: "INSERT INTO found (found) VALUES ('rebuild')") }
        let before = try Bytes.of(folder.path).count
        try pool.vacuum()
        _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        #expect(try Bytes.of(folder.path).count < max(before, 1 << 19))
        #expect(try pool.read { try Reports.count($0) } == 667)
        #expect(try pool.read { try Reports.integrity($0) } == "ok")
    }

    @Test func readersSeeSnapshotsWhileOneWrites() async throws {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try await pool.write { try Reports.create($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for batch in 0..<30 {
                    try await pool.write { try Reports.insert($0, batch * 20..<batch * 20 + 20) }
                    if batch % 7 == 0 { _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.passive) } }
                }
            }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<60 {
                        let counts = try await pool.read { database in
                            (try Reports.count(database), try Reports.count(database))
                        }
                        #expect(counts.0 == counts.1 && counts.0 % 20 == 0)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await pool.read { try Reports.integrity($0) } == "ok")
    }

    /// A cache of a few pages makes SQLite write pages of an unfinished transaction, and rewrite frames in the log.
    @Test(arguments: ["WAL", "DELETE", "TRUNCATE", "PERSIST"])
    func spilledTransactionsCommitAndRollBack(mode: String) throws {
        let folder = try SealedFolder()
        let queue = try folder.queue()
        try queue.writeWithoutTransaction { database in
            let set = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(mode)")
            #expect(set == mode.lowercased())
            try database.execute(sql: "PRAGMA cache_size = 5")
            try Reports.create(database)
        }
        struct Undo: Error {}
        for round in 0..<6 {
            try queue.write { try Reports.insert($0, round * 100..<round * 100 + 100) }
            #expect(throws: Undo.self) {
                try queue.write { database in
                    try database.execute(sql: "UPDATE report SET text = text || 'undone', patient = 'undone' || id")
                    try Reports.insert(database, 10_000..<10_200)
                    throw Undo()
                }
            }
            try queue.write { database in
                try database.execute(sql: "UPDATE report SET text = text || 'y' WHERE id % 2 = 0")
                try database.inSavepoint {
                    try database.execute(sql: "DELETE FROM report WHERE id % 5 = 0")
                    return .rollback
                }
                try database.execute(sql: "UPDATE report SET text = text || 'z' WHERE id % 3 = 0")
            }
            #expect(try queue.read { try Reports.count($0) } == (round + 1) * 100)
            #expect(try queue.read { try Reports.integrity($0) } == "ok")
        }
        try queue.close()
        #expect(try folder.queue().read { try Reports.integrity($0) } == "ok")
    }

    @Test func attachesPlainAndSealedDatabases() throws {
        let folder = try SealedFolder()
        let plainPath = folder.folder.appendingPathComponent("plain.sqlite").path
        let plain = try DatabaseQueue(path: plainPath)
        try plain.write { try $0.execute(sql: "CREATE TABLE word AS SELECT 'pneumothorax' AS text") }
        #expect(try plain.read { !KeyRing.seals(try #require($0.sqliteConnection)) })
        try plain.close()

        let queue = try folder.queue()
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "ATTACH ? AS plain", arguments: [plainPath])
            try database.execute(sql: "CREATE TABLE word AS SELECT text FROM plain.word")
            // One transaction over both files, so that a super-journal is written.
            try database.inTransaction {
                try database.execute(sql: "INSERT INTO word VALUES ('here'); INSERT INTO plain.word VALUES ('there')")
                return .commit
            }
        }
        #expect(try queue.read { try String.fetchAll($0, sql: "SELECT text FROM word") } == ["pneumothorax", "here"])
        try queue.close()
        #expect(try DatabaseFile.state(of: plainPath) == .plain)
        let reopened = try DatabaseQueue(path: plainPath)
        #expect(try reopened.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM word") } == 2)
    }

    @Test func vacuumIntoAnotherSealedFile() throws {
        let folder = try SealedFolder()
        let copy = folder.folder.appendingPathComponent("backup.sqlite").path
        try folder.ring.mount(copy)
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        try pool.write { try Reports.insert($0, 1...300) }
        try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        #expect(try !Bytes.contain(copy, Reports.marker))
        #expect(try folder.queue(copy).read { try Reports.count($0) } == 300)
    }

    /// The backup interface copies pages raw, without room for the seal: refused, never written plain.
    @Test func rawBackupIntoASealedFileIsRefused() throws {
        let folder = try SealedFolder()
        let plain = try DatabaseQueue()
        try plain.write { try Reports.create($0) }
        let sealed = try folder.queue()
        #expect(throws: DatabaseError.self) { try plain.backup(to: sealed) }
        #expect(try !Bytes.contain(folder.path, "report"))
    }

    @Test func openConnectionsOutliveTheirMount() throws {
        let folder = try SealedFolder()
        let queue = try folder.queue()
        folder.ring.unmount()
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")  // opens the log only now
            try Reports.create(database)
            try Reports.insert(database, 1...50)
        }
        #expect(try !Bytes.contain(folder.file("-wal"), Reports.marker))
        try queue.close()
        try folder.ring.mount()
        #expect(try folder.queue().read { try Reports.count($0) } == 50)
    }

    @Test func twoPathsToOneFileAreOne() throws {
        let folder = try SealedFolder()
        try folder.queue().write { try Reports.create($0) }
        let link = folder.folder.appendingPathComponent("link.sqlite").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        #expect(try folder.queue(link).read { try Reports.count($0) } == 0)
        let detour = folder.folder.path + "/../" + folder.folder.lastPathComponent + "/readroom.sqlite"
        #expect(try folder.queue(detour).read { try Reports.count($0) } == 0)
    }
}
