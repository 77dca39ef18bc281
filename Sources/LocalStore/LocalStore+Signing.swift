import Foundation
import GRDB
public import Radiology
public import Sync
import Vault

/// A signed version with the bytes that go to the server, the same at every attempt.
public struct FrozenReport: Hashable, Sendable {
    public var version: ReportVersion
    public var document: [UInt8]

    public init(version: ReportVersion, document: [UInt8]) {
        self.version = version
        self.document = document
    }

    public var digest: ContentDigest { ContentDigest(hexadecimal: SHA256.hexadecimal(of: document)) }
}

extension LocalStore {
    /// The clinical act of signing: version, digest, audit event, one outbox entry for each destination, and the
    /// draft's end, in one transaction (SAFETY › Filing 1). When this returns, the report survives a power cut.
    ///
    /// - Parameter resolving: an entry that this version takes the place of, and how that is told.
    @discardableResult
    public func sign(
        _ frozen: FrozenReport, destinations: [DestinationName], audit events: [AuditEvent],
        resolving: (entry: OutboxEntryID, resolution: String)? = nil
    ) throws(StoreFailure) -> [OutboxEntry] {
        try writing { database in
            if let (entry, resolution) = resolving {
                try requireNoDraft(of: frozen.version.study.uid, in: database)
                try resolve(entry, as: resolution, in: database)
            }
            try insert(frozen, in: database)
            for destination in destinations {
                try database.execute(
                    sql: "INSERT INTO outbox (version_id, destination, state) VALUES (?, ?, 'queued')",
                    arguments: [frozen.version.id.rawValue, destination.rawValue])
            }
            try database.execute(
                sql: "DELETE FROM draft WHERE study_instance_uid = ?",
                arguments: [frozen.version.study.uid.rawValue])
            try replaceFindings(
                of: frozen.version.study.uid, with: frozen.version.actionable ?? [], isSigned: true, in: database)
            for event in events { try append(event, in: database) }
            return try Self.outbox(in: database, where: "version_id = ?", [frozen.version.id.rawValue])
        }
    }

    /// Signing ends the draft it comes from; this version comes from none.
    private func requireNoDraft(of study: StudyInstanceUID, in database: Database) throws {
        let draft = try Row.fetchOne(
            database, sql: "SELECT 1 FROM draft WHERE study_instance_uid = ?", arguments: [study.rawValue])
        guard draft == nil else {
            throw StoreFailure.failed("a draft of this study is kept here; sign or discard it first, then decide again")
        }
    }

    private func insert(_ frozen: FrozenReport, in database: Database) throws {
        try insert(frozen, text: try JSON.encode(frozen.version), in: database)
    }

    func insert(_ frozen: FrozenReport, text: String, in database: Database) throws {
        let version = frozen.version
        let previous = try String.fetchOne(
            database, sql: "SELECT chain FROM report_version ORDER BY position DESC LIMIT 1")
        try database.execute(
            sql: """
                INSERT INTO report_version (id, report_id, number, study_instance_uid, series_instance_uid,
                    sop_instance_uid, signed_at, is_final, version, document, digest, chain)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                version.id.rawValue, version.reportID.rawValue, version.number, version.study.uid.rawValue,
                version.document.series.rawValue, version.document.instance.rawValue,
                version.signedAt.millisecondsSince1970, version.flags.status == .final, text, Data(frozen.document),
                frozen.digest.hexadecimal,
                Self.link(previous, text, frozen.digest),
            ])
    }

    static func link(_ previous: String?, _ version: String, _ digest: ContentDigest) -> String {
        SHA256.hexadecimal(of: ((previous ?? "") + "\n" + version + "\n" + digest.hexadecimal).utf8)
    }

    /// All versions of all reports of a study that were signed here, oldest first.
    public func versions(of study: StudyInstanceUID) throws(StoreFailure) -> [ReportVersion] {
        try reading { try Self.versions(of: study, in: $0) }
    }

    static func versions(of study: StudyInstanceUID, in database: Database) throws -> [ReportVersion] {
        try String.fetchAll(
            database, sql: "SELECT version FROM report_version WHERE study_instance_uid = ? ORDER BY position",
            arguments: [study.rawValue]
        ).map { try JSON.decode(ReportVersion.self, $0) }
    }

    public func frozenReport(_ id: ReportVersionID) throws(StoreFailure) -> FrozenReport? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT version, document FROM report_version WHERE id = ?", arguments: [id.rawValue]
            ).map {
                FrozenReport(
                    version: try JSON.decode(ReportVersion.self, $0["version"]),
                    document: Array($0["document"] as Data))
            }
        }
    }
}
