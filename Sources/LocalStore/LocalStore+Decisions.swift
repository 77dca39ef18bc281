import GRDB
public import Radiology
public import Sync

/// What became of a filed report when it was looked for again.
public enum RecheckOutcome: Hashable, Sendable {
    case there
    /// In the server's words, or ours.
    case gone(String)
}

/// What a person has to decide about: reports that cannot be filed, that a server lost, or that somebody else wrote too.
extension LocalStore {
    // MARK: - Looking again

    /// - Parameter destinations: those that can be asked; what went to others waits until they can.
    public func dueForRecheck(
        at now: Radiology.Instant, destinations: [DestinationName], limit: Int
    ) throws(StoreFailure) -> [OutboxEntry] {
        try reading {
            let places = databaseQuestionMarks(count: destinations.count)
            return try Self.outbox(
                in: $0,
                where: """
                    recheck_at <= ? AND state = 'filed' AND lost_at IS NULL AND destination IN (\(places))
                    ORDER BY recheck_at LIMIT ?
                    """,
                StatementArguments([now.millisecondsSince1970]) + StatementArguments(destinations.map(\.rawValue))
                    + [limit])
        }
    }

    /// The server could not be asked: the others have their turn first.
    public func postponeRecheck(_ entry: OutboxEntry, until: Radiology.Instant) throws(StoreFailure) {
        try writing {
            try $0.execute(
                sql: "UPDATE outbox SET recheck_at = ? WHERE id = ? AND recheck_at IS NOT NULL",
                arguments: [until.millisecondsSince1970, entry.id.rawValue])
        }
    }

    /// Everything that counts as filed at a destination, newest first.
    public func filed(limit: Int) throws(StoreFailure) -> [OutboxEntry] {
        try reading { try Self.outbox(in: $0, where: "state = 'filed' ORDER BY outbox.id DESC LIMIT ?", [limit]) }
    }

    public func recordRecheck(
        _ entry: OutboxEntry, _ outcome: RecheckOutcome, at now: Radiology.Instant, audit event: AuditEvent?
    ) throws(StoreFailure) {
        try writing { database in
            switch outcome {
            case .there:
                let next = entry.progress.filedAt.flatMap { Rechecking.next(filedAt: $0, now: now) }
                try database.execute(
                    sql: "UPDATE outbox SET recheck_at = ?, lost_at = NULL WHERE id = ? AND state = 'filed'",
                    arguments: [next?.millisecondsSince1970, entry.id.rawValue])
            case .gone(let why):
                try database.execute(
                    sql: "UPDATE outbox SET lost_at = ?, last_answer = ? WHERE id = ? AND state = 'filed'",
                    arguments: [now.millisecondsSince1970, why, entry.id.rawValue])
            }
            if let event { try append(event, in: database) }
        }
    }

    /// The reader wants it filed again: the server is asked, and gets the same bytes if it does not have them.
    public func fileAgain(_ id: OutboxEntryID, audit event: AuditEvent) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE outbox SET state = 'unknown', filed_at = NULL, next_attempt = NULL, recheck_at = NULL
                        WHERE id = :id AND state = 'filed' AND lost_at IS NOT NULL;
                    UPDATE outbox SET lost_at = NULL WHERE id = :id
                    """,
                arguments: ["id": id.rawValue])
            try append(event, in: database)
        }
    }

    // MARK: - Deciding

    /// The reader's decision about a report that cannot be filed; it is not sent any more, and stays here.
    public func resolve(_ id: OutboxEntryID, as resolution: String, audit event: AuditEvent) throws(StoreFailure) {
        try writing { database in
            try resolve(id, as: resolution, in: database)
            try append(event, in: database)
        }
    }

    func resolve(_ id: OutboxEntryID, as resolution: String, in database: Database) throws {
        try database.execute(
            sql: "UPDATE outbox SET resolution = ? WHERE id = ?", arguments: [resolution, id.rawValue])
        guard database.changesCount == 1 else { throw StoreFailure.failed("this outbox entry is not there") }
    }

    // MARK: - Two final reports

    /// Compares the server's reports of a study with what was signed here, and remembers each final one that is not
    /// ours and that ours does not add to (invariant 14).
    ///
    /// - Returns: those that were not known before.
    public func findRivals(
        of study: StudyInstanceUID, at now: Radiology.Instant
    ) throws(StoreFailure) -> [PriorReport] {
        try writing { database in
            let ours = try Self.versions(of: study, in: database)
            guard ours.contains(where: { $0.flags.status == .final }) else { return [] }
            let known = Set(ours.map(\.document.instance) + ours.compactMap(\.predecessor?.instance))
            var found: [PriorReport] = []
            for report in try Self.reports(in: study, database)
            where report.flags?.status == .final && !known.contains(report.document.instance) {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO rival_report (sop_instance_uid, study_instance_uid, found_at)
                        VALUES (?, ?, ?)
                        """,
                    arguments: [report.document.instance.rawValue, study.rawValue, now.millisecondsSince1970])
                if database.changesCount == 1 { found.append(report) }
            }
            return found
        }
    }

    static func rivals(of study: StudyInstanceUID, in database: Database) throws -> [PriorReport] {
        try String.fetchAll(
            database,
            sql: """
                SELECT report FROM rival_report JOIN prior_report USING (sop_instance_uid)
                WHERE rival_report.study_instance_uid = ? AND resolution IS NULL ORDER BY found_at
                """,
            arguments: [study.rawValue]
        ).map { try JSON.decode(PriorReport.self, $0) }
    }

    public func resolveRivals(
        of study: StudyInstanceUID, as resolution: String, audit event: AuditEvent
    ) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: "UPDATE rival_report SET resolution = ? WHERE study_instance_uid = ? AND resolution IS NULL",
                arguments: [resolution, study.rawValue])
            try append(event, in: database)
        }
    }
}
