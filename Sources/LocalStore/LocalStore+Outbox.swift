import GRDB
import Radiology
public import Sync

extension LocalStore {
    /// Every entry that is not filed.
    public func unfiledOutbox() throws(StoreFailure) -> [OutboxEntry] {
        try reading { try Self.outbox(in: $0, where: "state <> 'filed'", []) }
    }

    public func outboxItems(limit: Int) throws(StoreFailure) -> [OutboxItem] {
        try reading { database in
            let entries = try Self.outbox(in: database, where: Self.mostUrgentFirst, [limit])
            return try entries.compactMap { entry in
                try Row.fetchOne(
                    database,
                    sql: """
                        SELECT version, priority FROM report_version JOIN study USING (study_instance_uid)
                        WHERE report_version.id = ?
                        """,
                    arguments: [entry.version.rawValue]
                ).map { row in
                    OutboxItem(
                        entry: entry, version: try JSON.decode(ReportVersion.self, row["version"]),
                        rivals: try Self.rivals(of: entry.document.study, in: database),
                        priority: Priority(rawValue: row["priority"]) ?? .routine)
                }
            }
        }
    }

    /// What waits for a person or the server, then what is done.
    private static let mostUrgentFirst = """
        1 ORDER BY (state = 'filed' OR resolution IS NOT NULL) AND lost_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM rival_report WHERE rival_report.study_instance_uid = report_version.study_instance_uid
            AND rival_report.resolution IS NULL), outbox.id DESC LIMIT ?
        """

    /// Makes an entry's progress durable. Filing leaves its event in the audit, in the same transaction.
    public func record(
        _ progress: FilingProgress, for id: OutboxEntryID, audit event: AuditEvent?
    ) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE outbox SET state = ?, attempts = ?, next_attempt = ?, last_answer = ?, filed_at = ?,
                        recheck_at = ?
                    WHERE id = ?
                    """,
                arguments: [
                    progress.state.rawValue, progress.attempts, progress.nextAttempt?.millisecondsSince1970,
                    progress.lastAnswer, progress.filedAt?.millisecondsSince1970,
                    progress.filedAt.flatMap { Rechecking.next(filedAt: $0, now: $0) }?.millisecondsSince1970,
                    id.rawValue,
                ])
            if let event { try append(event, in: database) }
        }
    }

    /// Counts signed deliveries from one table and their states from the other (invariant 4).
    public func outboxCounts() throws(StoreFailure) -> OutboxCounts {
        try reading { try Self.outboxCounts(in: $0) }
    }

    static func outboxCounts(in database: Database) throws -> OutboxCounts {
        let rows = try Row.fetchAll(database, sql: "SELECT state, count(*) AS count FROM outbox GROUP BY state")
        var byState: [FilingState: Int] = [:]
        for row in rows { byState[FilingState(rawValue: row["state"]) ?? .unknown] = row["count"] }
        let signed = try Int.fetchOne(
            database,
            sql: """
                SELECT coalesce(sum(max(1, (SELECT count(*) FROM outbox WHERE version_id = report_version.id))), 0)
                FROM report_version
                """)
        var resolved: [FilingState: Int] = [:]
        for row in try Row.fetchAll(
            database,
            sql: "SELECT state, count(*) AS count FROM outbox WHERE resolution IS NOT NULL GROUP BY state")
        { resolved[FilingState(rawValue: row["state"]) ?? .unknown] = row["count"] }
        return OutboxCounts(
            signed: signed ?? 0, byState: byState, resolved: resolved,
            lost: try Int.fetchOne(database, sql: "SELECT count(*) FROM outbox WHERE lost_at IS NOT NULL") ?? 0,
            rivals: try Int.fetchOne(
                database,
                sql: "SELECT count(DISTINCT study_instance_uid) FROM rival_report WHERE resolution IS NULL") ?? 0)
    }

    static func outbox(
        in database: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [OutboxEntry] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT outbox.*, report_id, number, study_instance_uid, series_instance_uid, sop_instance_uid,
                    digest, signed_at
                FROM outbox JOIN report_version ON report_version.id = version_id WHERE \(condition)
                """,
            arguments: arguments
        ).map(OutboxEntry.init(row:))
    }
}

extension OutboxEntry {
    init(row: Row) throws {
        guard let version = ReportVersionID(rawValue: row["version_id"]),
            let report = ReportID(rawValue: row["report_id"]),
            let destination = DestinationName(rawValue: row["destination"]),
            let study = StudyInstanceUID(rawValue: row["study_instance_uid"]),
            let series = SeriesInstanceUID(rawValue: row["series_instance_uid"]),
            let instance = SOPInstanceUID(rawValue: row["sop_instance_uid"]),
            let state = FilingState(rawValue: row["state"])
        else { throw StoreFailure.failed("an outbox entry is damaged") }
        self.init(
            id: OutboxEntryID(rawValue: row["id"]), version: version, report: report, versionNumber: row["number"],
            destination: destination,
            document: DocumentReference(study: study, series: series, instance: instance),
            digest: ContentDigest(hexadecimal: row["digest"]),
            signedAt: Radiology.Instant(millisecondsSince1970: row["signed_at"]),
            progress: FilingProgress(
                state: state, attempts: row["attempts"],
                nextAttempt: (row["next_attempt"] as Int64?).map(Radiology.Instant.init(millisecondsSince1970:)),
                lastAnswer: row["last_answer"],
                filedAt: (row["filed_at"] as Int64?).map(Radiology.Instant.init(millisecondsSince1970:))),
            lostAt: (row["lost_at"] as Int64?).map(Radiology.Instant.init(millisecondsSince1970:)),
            resolution: row["resolution"])
    }
}
