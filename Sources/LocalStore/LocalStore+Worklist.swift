import GRDB
public import Radiology

extension LocalStore {
    /// Takes in what the server's worklist holds now. Studies it no longer holds leave the list, but stay here.
    ///
    /// - Parameter isComplete: whether `items` is the whole list; if not, nothing leaves it.
    public func mergeWorklist(_ items: [WorklistItem], isComplete: Bool) throws(StoreFailure) {
        try writing { database in
            if isComplete { try database.execute(sql: "UPDATE study SET on_worklist = 0 WHERE on_worklist = 1") }
            for item in items { try upsert(item, in: database) }
        }
    }

    private func upsert(_ item: WorklistItem, in database: Database) throws {
        var columns = try item.study.columns()
        let told = try JSON.encode(item.study)
        let before = try String.fetchOne(
            database.cachedStatement(sql: "SELECT told FROM study WHERE study_instance_uid = ?"),
            arguments: [item.study.uid.rawValue])
        if before == told { keepDemographics(&columns) }
        if let before, !before.isEmpty, before != told { try outdateDetail(item.study.uid, in: database) }
        columns["told"] = told
        columns["priority"] = item.priority.rawValue
        columns["received_at"] = item.receivedAt.millisecondsSince1970
        columns["scheduled_at"] = item.scheduledAt?.millisecondsSince1970
        columns["workitem_uid"] = item.workitem?.rawValue
        columns["on_worklist"] = 1
        try upsert(columns, in: database)
        try database.cachedStatement(sql: Self.takeServerClaim).execute(arguments: [
            "reader": item.claim?.reader, "uid": item.study.uid.rawValue, "workitem": item.workitem?.rawValue,
        ])
    }

    /// Search answers garble names in other scripts; what the metadata said stands until the server says otherwise.
    func keepDemographics(_ columns: inout [String: (any DatabaseValueConvertible)?]) {
        for name in Self.demographics + ["folded_text"] { columns[name] = nil }
    }

    private func outdateDetail(_ uid: StudyInstanceUID, in database: Database) throws {
        try database.execute(
            sql: "UPDATE study_detail SET fetched_at = 0 WHERE study_instance_uid = ?", arguments: [uid.rawValue])
    }

    static let demographics = ["patient_id", "issuer_of_patient_id", "patient_name", "birth_date", "sex"]

    /// The server's word on who reads a study; a claim held here is kept, the server told of it by its own name.
    private static let takeServerClaim = """
        UPDATE study SET claim_reader = :reader
        WHERE study_instance_uid = :uid AND claim_transaction IS NULL AND :workitem IS NOT NULL
        """

    func upsert(_ columns: [String: (any DatabaseValueConvertible)?], in database: Database) throws {
        let names = columns.keys.sorted()
        // What a server leaves out it may still hold; but a patient is one patient, told as a whole.
        let updates = names.filter { $0 != "study_instance_uid" }.map { name in
            if name == "workitem_uid" {
                // A claim belongs to its workitem; another workitem of the study waits until that one is done.
                return
                    "workitem_uid = CASE WHEN claim_transaction IS NULL THEN excluded.workitem_uid ELSE workitem_uid END"
            }
            return Self.demographics.contains(name)
                ? "\(name) = excluded.\(name)" : "\(name) = coalesce(excluded.\(name), \(name))"
        }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO study (\(names.joined(separator: ", ")))
                VALUES (\(names.map { ":" + $0 }.joined(separator: ", ")))
                ON CONFLICT (study_instance_uid) DO UPDATE SET \(updates.joined(separator: ", "))
                """)
        try statement.execute(arguments: StatementArguments(columns))
    }

    public func worklistPage(_ query: WorklistQuery, offset: Int, limit: Int) throws(StoreFailure) -> WorklistPage {
        try reading { database in
            let (condition, arguments) = Self.condition(query)
            let total =
                try Int.fetchOne(
                    database.cachedStatement(sql: "SELECT count(*) FROM study WHERE \(condition)"),
                    arguments: arguments) ?? 0
            let start = max(0, min(offset, total - 1))
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT *, \(Self.priorCount) AS prior_count, \(Self.trouble) AS trouble,
                            \(Self.latestVersion) AS latest_version, \(Self.waitingFinding) AS waiting_finding
                        FROM study WHERE \(condition) ORDER BY \(Self.order(query)) LIMIT \(limit) OFFSET \(start)
                        """),
                arguments: arguments)
            return WorklistPage(rows: try rows.map(Self.worklistRow), offset: start, total: total)
        }
    }

    public func worklistRow(_ uid: StudyInstanceUID) throws(StoreFailure) -> WorklistRow? {
        try reading { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT *, \(Self.priorCount) AS prior_count, \(Self.trouble) AS trouble,
                        \(Self.latestVersion) AS latest_version, \(Self.waitingFinding) AS waiting_finding
                    FROM study WHERE study_instance_uid = ?
                    """,
                arguments: [uid.rawValue]
            ).map(Self.worklistRow)
        }
    }

    /// How many rows each list has.
    public func worklistCounts() throws(StoreFailure) -> [Worklist: Int] {
        try reading { database in
            var counts: [Worklist: Int] = [:]
            for worklist in Worklist.allCases {
                let (condition, arguments) = Self.condition(WorklistQuery(worklist: worklist))
                counts[worklist] = try Int.fetchOne(
                    database.cachedStatement(sql: "SELECT count(*) FROM study WHERE \(condition)"),
                    arguments: arguments)
            }
            return counts
        }
    }

    private static func condition(_ query: WorklistQuery) -> (String, StatementArguments) {
        var conditions = [condition(query.worklist)]
        var arguments = StatementArguments()
        for word in folded(query.filter).split(separator: " ") {
            // instr, not LIKE: what the reader types has no wildcards.
            conditions.append("instr(folded_text, ?) > 0")
            arguments += [String(word)]
        }
        return (conditions.joined(separator: " AND "), arguments)
    }

    private static func condition(_ worklist: Worklist) -> String {
        switch worklist {
        case .all: "listed = 1"
        case .stat: "listed = 1 AND priority = 0"
        case .mine: "listed = 1 AND claim_transaction IS NOT NULL"
        case .unclaimed: "listed = 1 AND claim_reader IS NULL AND has_draft = 0 AND unsent = 0"
        case .drafts: "listed = 1 AND has_draft = 1"
        case .unsent: "listed = 1 AND unsent > 0"
        case .signed: "signed_at IS NOT NULL"
        }
    }

    private static func order(_ query: WorklistQuery) -> String {
        query.worklist == .signed
            ? "signed_at DESC, study_instance_uid" : "listed, priority, received_at, study_instance_uid"
    }

    /// Earlier studies of the same patient at the same issuer. `IS` compares a missing issuer as a value.
    private static let priorCount = """
        (SELECT count(*) FROM study AS prior WHERE prior.patient_id = study.patient_id
            AND prior.issuer_of_patient_id IS study.issuer_of_patient_id
            AND prior.study_instance_uid <> study.study_instance_uid AND prior.study_date <= study.study_date)
        """

    private static let trouble = """
        (SELECT count(*) FROM outbox JOIN report_version ON report_version.id = outbox.version_id
            WHERE study.unsent > 0 AND report_version.study_instance_uid = study.study_instance_uid
            AND outbox.state IN ('rejected', 'conflict') AND outbox.resolution IS NULL)
        """

    private static let latestVersion = """
        (SELECT version FROM report_version WHERE study.signed_at IS NOT NULL
            AND report_version.study_instance_uid = study.study_instance_uid ORDER BY position DESC LIMIT 1)
        """

    private static let waitingFinding = """
        (SELECT finding FROM actionable_finding WHERE study.actionable_since IS NOT NULL
            AND actionable_finding.study_instance_uid = study.study_instance_uid AND communicated_at IS NULL
            ORDER BY found_at LIMIT 1)
        """

    private static func worklistRow(_ row: Row) throws -> WorklistRow {
        let item = try WorklistItem(row: row)
        let finding = try (row["waiting_finding"] as String?).map { try JSON.decode(ActionableFinding.self, $0) }
        return WorklistRow(
            item: item, status: try status(row, item), priorCount: row["prior_count"], actionable: finding)
    }

    private static func status(_ row: Row, _ item: WorklistItem) throws -> ReadingStatus {
        if (row["trouble"] as Int) > 0 { return .needsAttention }
        if row["has_draft"] { return .draft }
        if let text = row["latest_version"] as String? {
            let status = try JSON.decode(ReportVersion.self, text).flags.status
            return (row["unsent"] as Int) > 0 ? .signedHere(status) : .filed(status)
        }
        guard let claim = item.claim else { return .unread }
        return claim.transaction != nil ? .claimed : .readBy(claim.reader)
    }
}
