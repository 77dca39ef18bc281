import Foundation
import GRDB
import Testing

@testable import Vault

/// A plain database becomes a sealed one, or stays what it was.
@Suite struct ConversionTests {
    /// A plain database as earlier versions left it after a crash: with a log beside it.
    private func plainDatabase() throws -> SealedFolder {
        let folder = try SealedFolder(isMounted: false)
        let original = folder.folder.appendingPathComponent("original.sqlite").path
        let pool = try folder.pool(original)
        try pool.write { database in
            try Reports.create(database)
            try Reports.insert(database, 1...200)
            try database.execute(
                sql: """
                    CREATE TABLE "odd ""name" (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
                    INSERT INTO "odd ""name" VALUES ('a', x'00ff'), ('b', NULL);
                    CREATE TABLE loose (text); INSERT INTO loose VALUES ('one'), ('two'), ('three');
                    DELETE FROM loose WHERE text = 'two';
                    CREATE VIEW long AS SELECT id FROM report WHERE length(text) > 10;
                    PRAGMA user_version = 7;
                    """)
        }
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: original + suffix, toPath: folder.path + suffix)
        }
        try pool.close()
        try FileManager.default.removeItem(atPath: original)
        #expect(try DatabaseFile.state(of: folder.path) == .plain)
        return folder
    }

    private func check(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        #expect(try queue.read { try Reports.integrity($0) } == "ok")
        #expect(try queue.read { try Reports.count($0) } == 200)
        let found =
            "SELECT report.id FROM found JOIN report ON report.id = found.rowid WHERE found MATCH 'nodule AND 77'"
        #expect(try queue.read { try Int.fetchAll($0, sql: found) } == [77])
        #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT rowid FROM loose") } == [1, 3])
        #expect(try queue.read { try Data.fetchOne($0, sql: "SELECT value FROM \"odd \"\"name\"") } == Data([0, 255]))
        #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 7)
        try queue.close()
    }

    @Test func everythingArrivesAndNothingPlainStays() throws {
        let folder = try plainDatabase()
        try folder.ring.sealPlainDatabase()
        #expect(try DatabaseFile.state(of: folder.path) == .sealed)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.folder.path) {
            #expect(try !Bytes.contain(folder.folder.appendingPathComponent(file).path, "MARKER"), "\(file)")
            #expect(["readroom.sqlite", "readroom.sqlite.keys"].contains(file))
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try folder.ring.mount()
        try check(folder.path)
        #expect(throws: VaultError.notPlain(path: folder.path)) { try folder.ring.sealPlainDatabase() }
    }

    struct Stopped: Error {}

    @Test(arguments: KeyRing.ConversionStep.allCases) func stoppingAnywhereLosesNothing(
        step: KeyRing.ConversionStep
    ) throws {
        let folder = try plainDatabase()
        #expect(throws: VaultError.notAuthentic) {
            try folder.ring.sealPlainDatabase { (reached) throws(VaultError) in
                if reached == step { throw .notAuthentic }
            }
        }
        let isSealed = [.syncFolder, .wipe, .note].contains(step)
        #expect(try DatabaseFile.state(of: folder.path) == (isSealed ? .sealed : .plain))
        if !isSealed {
            try check(folder.path)
            try folder.ring.sealPlainDatabase()
        }
        try folder.ring.mount()
        try check(folder.path)
    }

    @Test func adatabaseInUseIsLeftAlone() throws {
        let folder = try plainDatabase()
        let pool = try folder.pool()
        _ = try pool.read { try Reports.count($0) }
        #expect(throws: VaultError.inUse(path: folder.path)) { try folder.ring.sealPlainDatabase() }
        try pool.close()
        try check(folder.path)
    }

    /// The comparison can fail: a copy that differs in one value is noticed.
    @Test(arguments: [
        "UPDATE report SET text = 'other' WHERE id = 100", "DELETE FROM loose WHERE rowid = 3",
        "DROP VIEW long", "PRAGMA user_version = 8", "UPDATE loose SET rowid = 9 WHERE rowid = 3",
    ]) func aDifferentCopyIsNoticed(change: String) throws {
        let folder = try plainDatabase()
        let copy = folder.path + ".sealing"
        #expect {
            try folder.ring.sealPlainDatabase { (step) throws(VaultError) in
                guard step == .verify else { return }
                do { try DatabaseQueue(path: copy).write { try $0.execute(sql: change) } } catch { throw .notAuthentic }
            }
        } throws: { error in
            if case VaultError.conversionFailed = error { true } else { false }
        }
        try check(folder.path)
    }

    @Test func anotherPageSizeIsConverted() throws {
        let folder = try SealedFolder(isMounted: false)
        let queue = try folder.queue()
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA page_size = 1024; CREATE TABLE a AS SELECT 5 AS b")
        }
        try queue.close()
        try folder.ring.sealPlainDatabase()
        try folder.ring.mount()
        #expect(try folder.queue().read { try Int.fetchOne($0, sql: "SELECT b FROM a") } == 5)
        #expect(try folder.queue().read { try Int.fetchOne($0, sql: "PRAGMA page_size") } == 4096)
    }
}
