import Foundation
import GRDB

@testable import Vault

/// A folder of its own, gone with the test, with keys and a path for a sealed database.
final class SealedFolder {
    let folder: URL
    let path: String
    let ring: KeyRing
    let recoveryKey: RecoveryKey

    static let passphrase = "correct horse battery staple"

    init(isMounted: Bool = true) throws {
        folder = try SealedFolder.makeFolder()
        path = folder.appendingPathComponent("readroom.sqlite").path
        (ring, recoveryKey) = try KeyRing.create(for: path, passphrase: .fixture(), cost: .least)
        if isMounted { try ring.mount() }
    }

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vault-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    func file(_ suffix: String) -> String { path + suffix }

    func pool(_ path: String? = nil) throws -> DatabasePool { try SealedFolder.pool(path ?? self.path) }

    /// As the store opens it: a write-ahead log, and every commit waits for the disk.
    static func pool(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    /// A connection in rollback-journal mode.
    func queue(_ path: String? = nil) throws -> DatabaseQueue { try DatabaseQueue(path: path ?? self.path) }

    /// The database as a crash at this moment would leave it, under another name.
    ///
    /// Copied by another process: closing a file here would drop the locks SQLite holds on it (POSIX), and with them
    /// all that keeps other processes out.
    func crashImage(_ name: String) throws -> String {
        let copy = folder.appendingPathComponent(name).path
        for suffix in ["", "-wal", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
            let process = try Process.run(
                URL(fileURLWithPath: "/bin/cp"), arguments: [path + suffix, copy + suffix])
            process.waitUntilExit()
        }
        try ring.mount(copy)
        return copy
    }

    deinit {
        ring.unmount()
        // Nothing depends on it: the folder is in the system's temporary one.
        try? FileManager.default.removeItem(at: folder)
    }
}

extension Passphrase {
    static func fixture(_ text: String = SealedFolder.passphrase) throws -> Passphrase {
        guard let passphrase = try Passphrase(text) else { throw VaultError.wrongPassphrase }
        return passphrase
    }
}

/// Whole files as bytes.
enum Bytes {
    static func of(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    static func change(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try of(path)
        change(&bytes)
        try write(bytes, to: path)
    }

    static func contain(_ path: String, _ text: String) throws -> Bool {
        let wanted = Array(text.utf8)
        return try of(path).withUnsafeBytes { file in
            guard let base = file.baseAddress else { return false }
            let end = base + file.count
            var place = base
            while let first = memchr(place, Int32(wanted[0]), end - place) {
                place = UnsafeRawPointer(first)
                if end - place >= wanted.count && memcmp(place, wanted, wanted.count) == 0 { return true }
                place += 1
            }
            return false
        }
    }
}

/// Reports with a marker that must be found nowhere in a sealed file.
enum Reports {
    static let marker = "MARKER-GARCIA-LOPEZ-ANA"

    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE report (id INTEGER PRIMARY KEY, patient TEXT NOT NULL, text TEXT NOT NULL);
                CREATE INDEX report_patient ON report (patient);
                CREATE VIRTUAL TABLE found USING fts5(text, content='report', content_rowid='id');
                CREATE TRIGGER report_found AFTER INSERT ON report
                BEGIN INSERT INTO found (rowid, text) VALUES (new.id, new.text); END;
                """)
    }

    static func insert(_ database: Database, _ ids: some Sequence<Int>) throws {
        for id in ids {
            let text = "\(marker) lungs clear, nodule \(id) mm. " + String(repeating: "x", count: 300)
            try database.execute(
                sql: "INSERT INTO report VALUES (?, ?, ?)", arguments: [id, "\(marker)^\(id)", text])
        }
    }

    static func count(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM report") ?? -1
    }

    static func integrity(_ database: Database) throws -> String {
        try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? "no answer"
    }
}
