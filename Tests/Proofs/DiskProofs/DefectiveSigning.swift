import Foundation
import GRDB
import LocalStore
import Radiology
import Sync
import Vault

/// Signing as it must not be done. Writes the same rows as the store, in the wrong way.
struct DefectiveSigning {
    private let queue: DatabaseQueue
    private let canary: Canary?

    static func outboxPath(_ path: String) -> String { path + "-outbox" }

    init(path: String, canary: Canary?) throws {
        queue = try DatabaseQueue(path: path)
        self.canary = canary
        try queue.writeWithoutTransaction { database in
            let level = canary == .synchronousNormal ? "NORMAL" : "FULL"
            try database.execute(sql: "PRAGMA synchronous = \(level)")
            guard canary == .outboxInAttachedFile else { return }
            try database.execute(
                sql: """
                    ATTACH ? AS other; PRAGMA other.journal_mode = WAL; PRAGMA other.synchronous = FULL;
                    CREATE TABLE IF NOT EXISTS other.entry (version_id TEXT, destination TEXT)
                    """,
                arguments: [DefectiveSigning.outboxPath(path)])
        }
    }

    func sign(_ frozen: FrozenReport, destinations: [DestinationName], audit event: AuditEvent) throws {
        try queue.write { database in
            try insert(frozen, in: database)
            if canary != .outboxInSecondTransaction { try insert(frozen, destinations, in: database) }
            try database.execute(
                sql: "DELETE FROM draft WHERE study_instance_uid = ?",
                arguments: [frozen.version.study.uid.rawValue])
            try append(event, in: database)
        }
        if canary == .outboxInSecondTransaction {
            try queue.write { try insert(frozen, destinations, in: $0) }
        }
    }

    /// As the store writes it.
    static func text(_ version: ReportVersion) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Plain values; there is nothing in them that could not be encoded.
        return (try? encoder.encode(version)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func insert(_ frozen: FrozenReport, in database: Database) throws {
        let version = frozen.version
        let text = DefectiveSigning.text(version)
        let previous = try String.fetchOne(
            database, sql: "SELECT chain FROM report_version ORDER BY position DESC LIMIT 1")
        let digest = frozen.digest.hexadecimal
        let chain = SHA256.hexadecimal(of: ((previous ?? "") + "\n" + text + "\n" + digest).utf8)
        try database.execute(
            sql: """
                INSERT INTO report_version (id, report_id, number, study_instance_uid, series_instance_uid,
                    sop_instance_uid, signed_at, is_final, version, document, digest, chain)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
                """,
            arguments: [
                version.id.rawValue, version.reportID.rawValue, version.number, version.study.uid.rawValue,
                version.document.series.rawValue, version.document.instance.rawValue,
                version.signedAt.millisecondsSince1970, text, Data(frozen.document), digest, chain,
            ])
    }

    private func insert(_ frozen: FrozenReport, _ destinations: [DestinationName], in database: Database) throws {
        let sql =
            canary == .outboxInAttachedFile
            ? "INSERT INTO other.entry (version_id, destination) VALUES (?, ?)"
            : "INSERT INTO outbox (version_id, destination, state) VALUES (?, ?, 'queued')"
        for destination in destinations {
            try database.execute(sql: sql, arguments: [frozen.version.id.rawValue, destination.rawValue])
        }
    }

    private func append(_ event: AuditEvent, in database: Database) throws {
        let previous = try String.fetchOne(database, sql: "SELECT chain FROM audit ORDER BY position DESC LIMIT 1")
        let fields = [
            previous ?? "", String(event.at.millisecondsSince1970), event.kind.rawValue, event.reader,
            event.study?.rawValue ?? "", event.detail,
        ]
        let chain = SHA256.hexadecimal(of: fields.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n").utf8)
        try database.execute(
            sql: "INSERT INTO audit (at, event, reader, study_instance_uid, detail, chain) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                event.at.millisecondsSince1970, event.kind.rawValue, event.reader, event.study?.rawValue,
                event.detail, chain,
            ])
    }

    /// What a program with this defect would read: the outbox of the other file, wherever its version is.
    static func mergeOutbox(path: String) throws {
        guard FileManager.default.fileExists(atPath: outboxPath(path)) else { return }
        let other = try DatabaseQueue(path: outboxPath(path))
        let rows = try other.read { database in
            guard try database.tableExists("entry") else { return [Row]() }
            return try Row.fetchAll(database, sql: "SELECT * FROM entry")
        }
        try DatabaseQueue(path: path).write { database in
            for row in rows {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO outbox (version_id, destination, state)
                            SELECT id, ?, 'queued' FROM report_version WHERE id = ?
                        """,
                    arguments: [row["destination"] as String, row["version_id"] as String])
            }
        }
    }
}
