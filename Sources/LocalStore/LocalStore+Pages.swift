import GRDB
public import Radiology
import Synchronization

extension LocalStore {
    public func worklistPage(_ query: WorklistQuery, offset: Int, limit: Int) throws(StoreFailure) -> WorklistPage {
        try reading { database in
            let words = Self.folded(query.filter).split(separator: " ").map(String.init)
            guard !words.isEmpty else { return try page(query.worklist, offset, limit, in: database) }
            let found = try finder(of: query.worklist, in: database).studies(with: words)
            let start = max(0, min(offset, found.count - 1))
            let shown = found.dropFirst(start).prefix(max(0, limit))
            return WorklistPage(
                rows: try Self.rows(shown, in: database), offset: start, total: found.count)
        }
    }

    private func page(
        _ worklist: Worklist, _ offset: Int, _ limit: Int, in database: Database
    ) throws -> WorklistPage {
        let total = try counts(in: database)[worklist] ?? 0
        let start = max(0, min(offset, total - 1))
        // A row is decoded while it stands in its statement: a copied one looks for each column by going through all.
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    \(Self.selectRows) \(Self.rows(of: worklist)) ORDER BY \(Self.order(worklist))
                    LIMIT \(limit) OFFSET \(start)
                    """))
        return WorklistPage(rows: try Array(rows.map(Self.worklistRow)), offset: start, total: total)
    }

    /// The rows of these, in this order.
    private static func rows(_ studies: ArraySlice<Int64>, in database: Database) throws -> [WorklistRow] {
        let statement = try database.cachedStatement(sql: "\(selectRows) WHERE study.rowid = ?")
        var rows: [WorklistRow] = []
        for study in studies {
            // The row lives as long as its cursor.
            let cursor = try Row.fetchCursor(statement, arguments: [study])
            while let row = try cursor.next() { rows.append(try worklistRow(row)) }
        }
        return rows
    }

    public func worklistRow(_ uid: StudyInstanceUID) throws(StoreFailure) -> WorklistRow? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "\(Self.selectRows) WHERE study_instance_uid = ?", arguments: [uid.rawValue]
            ).map(Self.worklistRow)
        }
    }

    /// How many rows each list has.
    public func worklistCounts() throws(StoreFailure) -> [Worklist: Int] {
        try reading { try counts(in: $0) }
    }

    // MARK: - Counting and finding

    /// Goes up with every change that a list, its order or its words may show.
    private static func revision(in database: Database) throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT number FROM worklist_revision")) ?? 0
    }

    private func counts(in database: Database) throws -> [Worklist: Int] {
        let revision = try Self.revision(in: database)
        if let known = lists.withLock({ $0.counts }), known.revision == revision { return known.counts }
        var counts: [Worklist: Int] = [:]
        for worklist in Worklist.allCases where worklist != .unclaimed {
            counts[worklist] = try Self.count("study \(Self.rows(of: worklist))", in: database)
        }
        // All but those that somebody has: they are few, and in an index of their own.
        let taken = try Self.count(Self.notFree, in: database)
        counts[.unclaimed] = (counts[.all] ?? 0) - taken
        let found = counts
        lists.withLock { $0.counts = (revision, found) }
        return counts
    }

    private static func count(_ rows: String, in database: Database) throws -> Int {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM \(rows)")) ?? 0
    }

    /// The words of a list, read again only when the list has changed.
    private func finder(of worklist: Worklist, in database: Database) throws -> StudyFinder {
        let revision = try Self.revision(in: database)
        if let known = lists.withLock({ $0.finder }), known.worklist == worklist, known.revision == revision {
            return known.finder
        }
        var finder = StudyFinder()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT rowid, folded_text FROM \(Self.words(of: worklist)) ORDER BY \(Self.order(worklist))
                """)
        while let row = try rows.next() {
            try row.withUnsafeData(atIndex: 1) { finder.append(row[0], words: $0) }
        }
        let made = finder
        lists.withLock { $0.finder = (worklist, revision, made) }
        return finder
    }

    /// Where the words of a list are. SQLite left alone takes the narrower index, and fetches every row for its words.
    private static func words(of worklist: Worklist) -> String {
        switch worklist {
        case .all, .stat: "study INDEXED BY study_by_words WHERE \(condition(worklist))"
        case .unclaimed:
            """
            study INDEXED BY study_by_words WHERE listed = 1 AND study.rowid NOT IN (
                SELECT rowid FROM \(notFree))
            """
        case .mine, .drafts, .unsent, .signed: "study \(rows(of: worklist))"
        }
    }

    /// Where the rows of a list are, behind the table's name. SQLite left alone takes the index with the words, and
    /// goes through the whole list for the few rows that somebody works on.
    private static func rows(of worklist: Worklist) -> String {
        switch worklist {
        case .all, .stat, .unclaimed: "INDEXED BY study_by_urgency WHERE \(condition(worklist))"
        case .mine, .drafts, .unsent: "INDEXED BY study_taken WHERE \(condition(worklist))"
        case .signed: "WHERE \(condition(worklist))"
        }
    }

    /// What is listed and not free to be claimed.
    private static let notFree = """
        study INDEXED BY study_taken WHERE \(isTaken) AND listed = 1
            AND (claim_reader IS NOT NULL OR has_draft = 1 OR unsent > 0)
        """

    /// The condition of the index `study_taken`, to the letter: else SQLite does not use it.
    private static let isTaken =
        "(claim_reader IS NOT NULL OR claim_transaction IS NOT NULL OR has_draft = 1 OR unsent > 0)"

    private static func condition(_ worklist: Worklist) -> String {
        switch worklist {
        case .all: "listed = 1"
        case .stat: "listed = 1 AND priority = 0"
        case .mine: "\(isTaken) AND listed = 1 AND claim_transaction IS NOT NULL"
        case .unclaimed: "listed = 1 AND claim_reader IS NULL AND has_draft = 0 AND unsent = 0"
        case .drafts: "\(isTaken) AND listed = 1 AND has_draft = 1"
        case .unsent: "\(isTaken) AND listed = 1 AND unsent > 0"
        case .signed: "signed_at IS NOT NULL"
        }
    }

    private static func order(_ worklist: Worklist) -> String {
        worklist == .signed
            ? "signed_at DESC, study_instance_uid" : "listed, priority, received_at, study_instance_uid"
    }

    // MARK: - Rows

    private static let selectRows = """
        SELECT *, \(priorCount) AS prior_count, \(trouble) AS trouble, \(latestVersion) AS latest_version,
            \(waitingFinding) AS waiting_finding FROM study
        """

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
