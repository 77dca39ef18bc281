import Foundation
import GRDB
@testable import Vault

/// A folder of its own, gone with the test, with keys and a path for a sealed database.
final class SealedFolder {
    let folder: URL
    let path: String
    private(set) var ring: KeyRing
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

    func pool(_ path: String? = nil) throws -> DatabasePool {
        let pool = try DatabasePool(path: path ?? self.path)
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    /// A connection in rollback-journal mode.
    func queue(_ path: String? = nil) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return try DatabaseQueue(path: path ?? self.path, configuration: configuration)
    }

    deinit {
        ring.unmount()
        try? FileManager.default.removeItem(at: folder)
    }
}

extension Passphrase {
    static func fixture(_ text: String = SealedFolder.passphrase) throws -> Passphrase {
        guard let passphrase = try Passphrase(text) else { throw VaultError.wrongPassphrase }
        return passphrase
    }
}

extension Data {
    init(file path: String) throws { self = try Data(contentsOf: URL(fileURLWithPath: path)) }
    func write(file path: String) throws { try write(to: URL(fileURLWithPath: path)) }
}

/// Reports with a marker that must be found nowhere in a sealed file.
enum Reports {
    static let marker = "MARKER-GARCIA-LOPEZ-ANA"

    static func create(_ database: Database) throws {
        try database.execute(
            sql: "CREATE TABLE report (id INTEGER PRIMARY KEY, patient TEXT NOT NULL, text TEXT NOT NULL)")
        try database.execute(sql: "CREATE INDEX report_patient ON report (patient)")
        try database.execute(sql: "CREATE VIRTUAL TABLE found USING fts5(text, content='report', content_rowid='id')")
        try database.execute(
            sql: """
                CREATE TRIGGER report_found AFTER INSERT ON report
                BEGIN INSERT INTO found (rowid, text) VALUES (new.id, new.text); END
                """)
    }

    static func insert(_ database: Database, _ ids: some Sequence<Int>) throws {
        for id in ids {
            try database.execute(
                sql: "INSERT INTO report VALUES (?, ?, ?)",
                arguments: [
                    id, "\(marker)^\(id)",
                    "\(marker) lungs clear, nodule \(id) mm. " + String(repeating: "x", count: 300),
                ])
        }
    }

    static func count(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM report") ?? -1
    }

    static func integrity(_ database: Database) throws -> String {
        try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? "no answer"
    }
}
