import GRDB
public import Radiology

extension LocalStore {
    /// Takes over a draft's findings: those it held before are gone, those of signed reports stay.
    func replaceFindings(
        of study: StudyInstanceUID, with findings: [ActionableFinding], isSigned: Bool, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: "DELETE FROM actionable_finding WHERE study_instance_uid = ? AND is_signed = 0"
        ).execute(arguments: [study.rawValue])
        try addFindings(findings, of: study, isSigned: isSigned, in: database)
    }

    func addFindings(
        _ findings: [ActionableFinding], of study: StudyInstanceUID, isSigned: Bool, in database: Database
    ) throws {
        for finding in findings where try !isKnown(finding, of: study, isSigned: isSigned, in: database) {
            try database.execute(
                sql: """
                    INSERT INTO actionable_finding (study_instance_uid, is_signed, found_at, communicated_at, finding)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    study.rawValue, isSigned, finding.foundAt.millisecondsSince1970,
                    finding.communication?.at.millisecondsSince1970, try JSON.encode(finding),
                ])
        }
    }

    /// A finding of a signed version that the next version takes up again stays one finding. A draft does not change it:
    /// it may be discarded.
    private func isKnown(
        _ finding: ActionableFinding, of study: StudyInstanceUID, isSigned: Bool, in database: Database
    ) throws -> Bool {
        let found: StatementArguments = [study.rawValue, finding.foundAt.millisecondsSince1970]
        let condition = "study_instance_uid = ? AND found_at = ? AND is_signed = 1"
        let isKnown =
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM actionable_finding WHERE \(condition))", arguments: found)
            ?? false
        guard isKnown, isSigned, let told = finding.communication else { return isKnown }
        try database.execute(
            sql: "UPDATE actionable_finding SET communicated_at = ?, finding = ? WHERE \(condition)",
            arguments: [told.at.millisecondsSince1970, try JSON.encode(finding)] + found)
        return true
    }

    /// Findings of a study's signed versions as they stand now, oldest first.
    public func signedFindings(of study: StudyInstanceUID) throws(StoreFailure) -> [ActionableFinding] {
        try reading { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT finding FROM actionable_finding WHERE study_instance_uid = ? AND is_signed = 1
                    ORDER BY found_at, id
                    """,
                arguments: [study.rawValue]
            ).map { try JSON.decode(ActionableFinding.self, $0) }
        }
    }

    /// Writes down who was told of a finding of a signed report. The signed text stays as it is.
    ///
    /// - Returns: whether there was such a finding nobody had been told of.
    public func recordCommunication(
        _ finding: ActionableFinding, of study: StudyInstanceUID, audit event: AuditEvent
    ) throws(StoreFailure) -> Bool {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE actionable_finding SET communicated_at = ?, finding = ? WHERE id = (
                        SELECT id FROM actionable_finding WHERE study_instance_uid = ? AND found_at = ?
                            AND communicated_at IS NULL AND is_signed = 1 LIMIT 1)
                    """,
                arguments: [
                    finding.communication?.at.millisecondsSince1970, try JSON.encode(finding), study.rawValue,
                    finding.foundAt.millisecondsSince1970,
                ])
            guard database.changesCount > 0 else { return false }
            try append(event, in: database)
            return true
        }
    }

    /// Text of reports to learn phrases from: what was signed here, and what the server had of other readers.
    public func reportTexts() throws(StoreFailure) -> [(text: String, isOwn: Bool)] {
        try reading { database in
            let own = try String.fetchAll(database, sql: "SELECT version FROM report_version ORDER BY position")
                .map { (text: try JSON.decode(ReportVersion.self, $0).text, isOwn: true) }
            let others = try String.fetchAll(database, sql: "SELECT report FROM prior_report ORDER BY sop_instance_uid")
                .map { (text: try JSON.decode(PriorReport.self, $0).plainText, isOwn: false) }
            return others + own
        }
    }

    // MARK: - Macros

    public func countMacroUse(_ name: String) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO macro_use (name, uses) VALUES (?, 1)
                    ON CONFLICT (name) DO UPDATE SET uses = uses + 1
                    """,
                arguments: [name])
        }
    }

    public func macroUses() throws(StoreFailure) -> [String: Int] {
        try reading { database in
            let rows = try Row.fetchAll(database, sql: "SELECT name, uses FROM macro_use")
            return Dictionary(rows.map { ($0["name"] as String, $0["uses"] as Int) }, uniquingKeysWith: { $1 })
        }
    }
}

extension PriorReport {
    fileprivate var plainText: String {
        sections.map { "\($0.title.uppercased())\n\($0.text)\n" }.joined(separator: "\n")
    }
}
