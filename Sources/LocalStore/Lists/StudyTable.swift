import GRDB
import Radiology

/// What lists are filtered and sorted by, of every study that a list may hold, column by column in memory.
///
/// A filter typed and a column chosen look at 100,000 studies within a frame; the rows in sight are then read from the
/// store. Rows stand by urgency, so that a list without an order of its own needs no sorting.
struct StudyTable: Sendable {
    struct Flags: OptionSet {
        let rawValue: UInt16

        static let listed = Flags(rawValue: 1)
        static let claimed = Flags(rawValue: 2)
        static let mine = Flags(rawValue: 4)
        static let draft = Flags(rawValue: 8)
        static let unsent = Flags(rawValue: 16)
        static let signed = Flags(rawValue: 32)
        static let final = Flags(rawValue: 64)
        static let tell = Flags(rawValue: 128)
        static let trouble = Flags(rawValue: 256)
    }

    var studies: [Int64] = []
    var flags: [Flags] = []
    var priorities: [UInt8] = []
    /// Milliseconds since 1970.
    var received: [Int64] = []
    var signed: [Int64] = []
    /// `YYYYMMDD`; 0 where there is none.
    var births: [Int32] = []
    var dates: [Int32] = []
    var images: [Int32] = []
    var sexes = SharedTextColumn()
    var modalities = SharedTextColumn()
    var bodyParts = SharedTextColumn()
    var sites = SharedTextColumn()
    var titles = SharedTextColumn()
    var referrers = SharedTextColumn()
    var readers = SharedTextColumn()
    /// Name and identifier.
    var patients = TextColumn()
    var accessions = TextColumn()

    var count: Int { studies.count }

    init() {}

    init(_ database: Database) throws {
        try read("study INDEXED BY study_by_words WHERE listed = 1 ORDER BY listed, priority, received_at", database)
        try read("study WHERE signed_at IS NOT NULL AND listed = 0 ORDER BY signed_at DESC", database)
        try readMissingTitles(database)
        try readTroubles(database)
    }

    private mutating func read(_ rows: String, _ database: Database) throws {
        let cursor = try Row.fetchCursor(database.cachedStatement(sql: "SELECT \(StudyTable.columns) FROM \(rows)"))
        while let row = try cursor.next() { try append(row) }
    }

    /// All of them in the index `study_by_words`, so that no row of the table is fetched.
    private static let columns = """
        rowid, listed, priority, received_at, patient_name, patient_id, birth_date, sex, accession_number,
        modalities, body_part, site, study_date, description, instance_count, referring_physician, claim_reader,
        claim_transaction, has_draft, unsent, signed_at, final_at, actionable_since
        """

    private mutating func append(_ row: Row) throws {
        studies.append(row[0])
        priorities.append(row[2])
        received.append(row[3])
        patients.append(name: row[4] ?? "", row[5] ?? "")
        births.append(StudyTable.day(row[6]))
        sexes.append(row[7])
        accessions.append(folding: row[8] ?? "")
        modalities.append(row[9]) { $0.replacing("\\", with: "/") }
        bodyParts.append(row[10])
        sites.append(row[11])
        dates.append(StudyTable.day(row[12]))
        titles.append(row[13])
        images.append(row[14] ?? 0)
        referrers.append(row[15]) { TextColumn.listed($0) }
        readers.append(row[16])
        signed.append(row[20] ?? 0)
        flags.append(StudyTable.flags(row))
    }

    private static func flags(_ row: Row) -> Flags {
        var flags: Flags = []
        if row[1] == 1 { flags.insert(.listed) }
        if row.hasNull(atIndex: 16) == false { flags.insert(.claimed) }
        if row.hasNull(atIndex: 17) == false { flags.insert(.mine) }
        if row[18] == 1 { flags.insert(.draft) }
        if row[19] > 0 { flags.insert(.unsent) }
        if row.hasNull(atIndex: 20) == false { flags.insert(.signed) }
        if row.hasNull(atIndex: 21) == false { flags.insert(.final) }
        if row.hasNull(atIndex: 22) == false { flags.insert(.tell) }
        return flags
    }

    private static func day(_ text: String?) -> Int32 { text.flatMap { Int32($0) } ?? 0 }

    /// Where the study has no description, its title is that of the procedure asked for.
    private mutating func readMissingTitles(_ database: Database) throws {
        guard titles.texts.contains("") else { return }
        let statement = try database.cachedStatement(sql: "SELECT * FROM study WHERE rowid = ?")
        let untitled = titles
        titles = SharedTextColumn()
        for row in 0..<count {
            let known = untitled.text(row)
            guard known.isEmpty else {
                titles.append(known)
                continue
            }
            titles.append(try Row.fetchOne(statement, arguments: [studies[row]]).map { try Study(row: $0).title })
        }
    }

    private mutating func readTroubles(_ database: Database) throws {
        let troubled = try Int64.fetchSet(
            database.cachedStatement(
                sql: """
                    SELECT study.rowid FROM outbox JOIN report_version ON report_version.id = outbox.version_id
                        JOIN study USING (study_instance_uid)
                        WHERE outbox.state IN ('rejected', 'conflict') AND outbox.resolution IS NULL
                    """))
        guard !troubled.isEmpty else { return }
        for row in 0..<count where troubled.contains(studies[row]) { flags[row].insert(.trouble) }
    }
}

/// What was last read of the lists, and at which revision of them.
struct KnownLists: Sendable {
    var counts: (revision: Int64, counts: [Worklist: Int])?
    var table: (revision: Int64, table: StudyTable)?
    /// The last list that was filtered or sorted, so that its further pages cost nothing.
    var found: (revision: Int64, query: WorklistQuery, moment: ListMoment, rows: [Int64])?
}
