import GRDB
public import Radiology
import Synchronization

extension LocalStore {
    /// A part of a list.
    ///
    /// - Parameters:
    ///   - offset: the first row wanted, from 0; where the list is shorter, its last rows are read.
    ///   - limit: how many rows.
    ///   - around: a study that is to be among the rows, wherever it is in the list now; `offset` counts where the list
    ///     does not hold it.
    ///   - moment: what waiting times are measured by.
    public func worklistPage(
        _ query: WorklistQuery, offset: Int, limit: Int, around uid: StudyInstanceUID? = nil, at moment: ListMoment
    ) throws(StoreFailure) -> WorklistPage {
        try reading { database in
            if query.isPlain { return try plainPage(query.worklist, offset, limit, around: uid, in: database) }
            let found = try studies(query, moment, in: database)
            let shown = Self.window(offset, limit, of: found.count)
            let page = WorklistPage(
                rows: try Self.rows(found[shown], in: database), offset: shown.lowerBound, total: found.count)
            guard let uid, !page.rows.contains(where: { $0.uid == uid }),
                let study = try Self.number(of: uid, in: database), let index = found.firstIndex(of: study)
            else { return page }
            let moved = Self.window(index - limit / 2, limit, of: found.count)
            return WorklistPage(
                rows: try Self.rows(found[moved], in: database), offset: moved.lowerBound, total: found.count)
        }
    }

    /// The most urgent STAT study whose report is still this reader's to write.
    public func mostUrgentSTAT(at moment: ListMoment) throws(StoreFailure) -> WorklistRow? {
        // Claimed and signed studies may be among them: their rows know.
        let query = WorklistQuery(worklist: .stat, filter: "status:unread,mine,draft")
        return try worklistPage(query, offset: 0, limit: 1000, at: moment).rows.first(where: \.waitsForReader)
    }

    /// How many rows a list has.
    public func worklistCount(_ query: WorklistQuery, at moment: ListMoment) throws(StoreFailure) -> Int {
        try reading { database in
            let filter = WorklistFilter(query.filter, today: moment.today)
            return try table(in: database).rows(of: query.worklist, passing: filter, moment).count
        }
    }

    private static func window(_ offset: Int, _ limit: Int, of count: Int) -> Range<Int> {
        let start = max(0, min(offset, count - 1))
        return start..<min(count, start + max(0, limit))
    }

    private static func number(of uid: StudyInstanceUID, in database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT rowid FROM study WHERE study_instance_uid = ?"),
            arguments: [uid.rawValue])
    }

    /// Reads what filters and orders look at, so that the first key typed does not wait for it.
    public func prepareLists() throws(StoreFailure) {
        try reading { _ = try table(in: $0) }
    }

    /// What the lists hold of these, each once, for whoever types the beginning of one: `CT`, `Chest`, `North`.
    public func listedValues(of key: WorklistFilter.Key) throws(StoreFailure) -> [String] {
        try reading { try table(in: $0).values(of: key) }
    }

    private func plainPage(
        _ worklist: Worklist, _ offset: Int, _ limit: Int, around uid: StudyInstanceUID?, in database: Database
    ) throws -> WorklistPage {
        let first = try page(worklist, offset, limit, in: database)
        guard let uid, !first.rows.contains(where: { $0.uid == uid }), worklist != .signed,
            let index = try Self.place(of: uid, on: worklist, in: database)
        else { return first }
        return try page(worklist, max(0, index - limit / 2), limit, in: database)
    }

    /// How many rows of a list stand before this study; `nil` where the list does not hold it.
    private static func place(of uid: StudyInstanceUID, on worklist: Worklist, in database: Database) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT (SELECT count(*) FROM study \(rows(of: worklist)) AND
                        (study.priority, study.received_at, study.study_instance_uid)
                            < (this.priority, this.received_at, this.study_instance_uid))
                    FROM (SELECT * FROM study WHERE study_instance_uid = ? AND \(condition(worklist))) AS this
                    """),
            arguments: [uid.rawValue])
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
    private static func rows(_ studies: some Sequence<Int64>, in database: Database) throws -> [WorklistRow] {
        // One statement for all of them: each fetch sets up its columns anew.
        let wanted = "[" + studies.map(String.init).joined(separator: ",") + "]"
        let statement = try database.cachedStatement(
            sql: """
                \(selectRows) JOIN json_each(?) AS wanted ON study.rowid = wanted.value ORDER BY wanted.key
                """)
        return try Array(Row.fetchCursor(statement, arguments: [wanted]).map(worklistRow))
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

    /// What filters and orders look at, read again only when a list has changed.
    private func table(in database: Database) throws -> StudyTable {
        let revision = try Self.revision(in: database)
        if let known = lists.withLock({ $0.table }), known.revision == revision { return known.table }
        // The old one goes first: two of them are more than a small machine wants to hold.
        lists.withLock { $0.table = nil }
        let table = try StudyTable(database)
        lists.withLock { $0.table = (revision, table) }
        return table
    }

    /// The studies of a filtered or sorted list, in its order.
    private func studies(
        _ query: WorklistQuery, _ moment: ListMoment, in database: Database
    ) throws -> [Int64] {
        let revision = try Self.revision(in: database)
        let filter = WorklistFilter(query.filter, today: moment.today)
        if let known = lists.withLock({ $0.found }), known.revision == revision, known.query == query,
            !filter.dependsOnTime || known.moment == moment
        {
            return known.rows
        }
        let table = try table(in: database)
        let priors = query.order.column == .priors ? try Self.priorCounts(in: database) : [:]
        let rows = table.sorted(
            table.rows(of: query.worklist, passing: filter, moment), by: query.order, moment, priors: priors)
        let found = rows.map { table.studies[$0] }
        lists.withLock { $0.found = (revision, query, moment, found) }
        return found
    }

    /// This is the only order that has to ask about other studies; it takes longer.
    private static func priorCounts(in database: Database) throws -> [Int64: Int] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT rowid, \(priorCount) FROM study WHERE listed = 1"))
        var counts: [Int64: Int] = [:]
        while let row = try rows.next() { counts[row[0]] = row[1] }
        return counts
    }

    /// Where the rows of a list are, behind the table's name. SQLite left alone takes the index with the words, and
    /// goes through the whole list for the few rows that somebody works on.
    private static func rows(of worklist: Worklist) -> String {
        switch worklist {
        case .all, .stat, .unclaimed: "INDEXED BY study_by_urgency WHERE \(condition(worklist))"
        case .mine, .drafts, .unsent: "INDEXED BY study_taken WHERE \(condition(worklist))"
        case .tell: "INDEXED BY study_to_tell WHERE \(condition(worklist))"
        case .unsigned: "INDEXED BY study_unsigned WHERE \(condition(worklist))"
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
        case .tell: "actionable_since IS NOT NULL AND listed = 1"
        // The condition of its index, to the letter.
        case .unsigned: "(has_draft = 1 OR signed_at IS NOT NULL AND final_at IS NULL) AND listed = 1"
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
