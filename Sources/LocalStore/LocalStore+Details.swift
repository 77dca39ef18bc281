import GRDB
public import Radiology

extension LocalStore {
    /// Keeps what the server's metadata say; its demographics replace the search answer's, which servers garble.
    public func saveDetail(_ detail: StudyDetail, fetchedAt: Radiology.Instant) throws(StoreFailure) {
        try writing { database in
            try upsertPriorStudy(detail.study, in: database, receivedAt: fetchedAt, isVerified: true)
            try database.execute(
                sql: """
                    INSERT INTO study_detail (study_instance_uid, fetched_at, detail) VALUES (?, ?, ?)
                    ON CONFLICT (study_instance_uid) DO UPDATE SET fetched_at = excluded.fetched_at,
                        detail = excluded.detail
                    """,
                arguments: [
                    detail.study.uid.rawValue, fetchedAt.millisecondsSince1970, try JSON.encode(detail),
                ])
        }
    }

    public func detail(_ uid: StudyInstanceUID) throws(StoreFailure) -> StudyDetail? {
        try reading { database in
            try String.fetchOne(
                database, sql: "SELECT detail FROM study_detail WHERE study_instance_uid = ?",
                arguments: [uid.rawValue]
            ).map { try JSON.decode(StudyDetail.self, $0) }
        }
    }

    /// When the study's details and priors were asked for last; `nil` if they never came.
    public func detailFetchedAt(_ uid: StudyInstanceUID) throws(StoreFailure) -> Radiology.Instant? {
        try reading { database in
            try Int64.fetchOne(
                database, sql: "SELECT fetched_at FROM study_detail WHERE study_instance_uid = ?",
                arguments: [uid.rawValue]
            ).map(Radiology.Instant.init(millisecondsSince1970:))
        }
    }

    /// Whether the server said something new of the study after its details were fetched.
    public func isDetailStale(_ uid: StudyInstanceUID) throws(StoreFailure) -> Bool {
        try reading { database in
            try Bool.fetchOne(
                database, sql: "SELECT fetched_at = 0 FROM study_detail WHERE study_instance_uid = ?",
                arguments: [uid.rawValue]) ?? false
        }
    }

    /// How many listed studies have no details here yet.
    public func studiesWithoutDetailCount() throws(StoreFailure) -> Int {
        try reading { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM study WHERE listed = 1 AND NOT EXISTS (
                        SELECT 1 FROM study_detail WHERE study_instance_uid = study.study_instance_uid AND fetched_at > 0)
                    """) ?? 0
        }
    }

    /// Listed studies whose details are not here yet, most urgent first: what a laptop needs before it goes offline.
    public func studiesWithoutDetail(limit: Int) throws(StoreFailure) -> [Study] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM study WHERE listed = 1 AND NOT EXISTS (
                        SELECT 1 FROM study_detail WHERE study_instance_uid = study.study_instance_uid AND fetched_at > 0)
                    ORDER BY priority, received_at LIMIT ?
                    """,
                arguments: [limit]
            ).map(Study.init(row:))
        }
    }

    public func savePriors(_ priors: [Prior], receivedAt: Radiology.Instant) throws(StoreFailure) {
        try writing { database in
            for prior in priors {
                try upsertPriorStudy(prior.study, in: database, receivedAt: receivedAt, isVerified: false)
                for report in prior.reports { try upsert(report, in: database) }
            }
        }
    }

    private func upsert(_ report: PriorReport, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO prior_report (sop_instance_uid, study_instance_uid, report) VALUES (?, ?, ?)
                ON CONFLICT (sop_instance_uid) DO UPDATE SET report = excluded.report
                """
        ).execute(arguments: [
            report.document.instance.rawValue, report.document.study.rawValue, try JSON.encode(report),
        ])
    }

    /// - Parameter isVerified: whether the demographics are the metadata's; a search answer's do not replace those.
    private func upsertPriorStudy(
        _ study: Study, in database: Database, receivedAt: Radiology.Instant, isVerified: Bool
    ) throws {
        var columns = try study.columns()
        let hasDetail = try Bool.fetchOne(
            database, sql: "SELECT fetched_at > 0 FROM study_detail WHERE study_instance_uid = ?",
            arguments: [study.uid.rawValue])
        if !isVerified, hasDetail == true { keepDemographics(&columns) }
        columns["received_at"] = receivedAt.millisecondsSince1970
        let known = try Int64.fetchOne(
            database, sql: "SELECT received_at FROM study WHERE study_instance_uid = ?",
            arguments: [study.uid.rawValue])
        if let known { columns["received_at"] = known }
        // Orders come from the worklist; a study's own headers know less of them.
        if study.order.requestedProcedures.isEmpty { columns["requested_procedures"] = nil as String? }
        columns = columns.filter { $0.key != "requested_procedures" || $0.value != nil }
        try upsert(columns, in: database)
    }

    /// Other studies of the same patient, newest first, with the reports known here.
    public func priors(of study: Study) throws(StoreFailure) -> [Prior] {
        guard let identifier = study.patient.identifier else { return [] }
        return try reading { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT * FROM study WHERE patient_id = ? AND issuer_of_patient_id IS ?
                        AND study_instance_uid <> ? AND (study_date IS NULL OR study_date <= ?)
                    ORDER BY study_date DESC, study_time DESC LIMIT 200
                    """,
                arguments: [
                    identifier.id.rawValue, identifier.issuer?.rawValue, study.uid.rawValue,
                    study.date?.dicom ?? "99999999",
                ])
            let studies = try Array(rows.map(Study.init(row:)))
            return try studies.map { Prior(study: $0, reports: try Self.reports(in: $0.uid, database)) }
        }
    }

    /// Reports of the study itself, signed here or read from a server, each once and the newest first.
    public func reports(in uid: StudyInstanceUID) throws(StoreFailure) -> [PriorReport] {
        try reading { try Self.reports(in: uid, $0) }
    }

    static func reports(in uid: StudyInstanceUID, _ database: Database) throws -> [PriorReport] {
        let here = try versions(of: uid, in: database).reversed().map(PriorReport.init)
        let read = try String.fetchAll(
            database,
            sql: "SELECT report FROM prior_report WHERE study_instance_uid = ? ORDER BY sop_instance_uid",
            arguments: [uid.rawValue]
        ).map { try JSON.decode(PriorReport.self, $0) }
        let known = Set(here.map(\.document.instance))
        return (here + read.filter { !known.contains($0.document.instance) }).newestFirst
    }

    /// Other patients of the same name, at most three: another identifier, another issuer or another birth date.
    public func homonyms(of patient: Patient) throws(StoreFailure) -> [Patient] {
        guard let name = patient.name?.dicom else { return [] }
        return try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM study WHERE patient_name = ? COLLATE NOCASE
                    GROUP BY patient_id, issuer_of_patient_id, birth_date LIMIT 50
                    """,
                arguments: [name])
            let others = try rows.map { try Study(row: $0).patient }.filter { other in
                other.identifier != patient.identifier || other.birthDate != patient.birthDate
            }
            return Array(others.prefix(3))
        }
    }
}
