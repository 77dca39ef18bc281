import GRDB
public import Radiology

/// A claimed workitem whose report is filed everywhere: the server's worklist is told that it is done.
public struct FinishedWorkitem: Hashable, Sendable {
    public var study: StudyInstanceUID
    public var workitem: WorkitemUID
    public var transaction: TransactionUID
    public var reports: [DocumentReference]
}

extension LocalStore {
    /// - Parameter isLocal: the server was not told yet; it is asked when it can be reached.
    public func setClaim(
        _ claim: Claim?, on uid: StudyInstanceUID, isLocal: Bool = false, audit event: AuditEvent?
    ) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE study SET claim_reader = ?, claim_transaction = ?, claimed_locally = ?
                    WHERE study_instance_uid = ?
                    """,
                arguments: [claim?.reader, claim?.transaction?.rawValue, isLocal, uid.rawValue])
            if let event { try append(event, in: database) }
        }
    }

    /// Claims made while the server could not be asked, of studies on its worklist.
    public func localClaims() throws(StoreFailure) -> [(study: StudyInstanceUID, workitem: WorkitemUID, claim: Claim)] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM study WHERE claimed_locally = 1 AND workitem_uid IS NOT NULL
                        AND claim_transaction IS NOT NULL AND workitem_completed = 0
                    """
            ).compactMap { row in
                let item = try WorklistItem(row: row)
                guard let workitem = item.workitem, let claim = item.claim else { return nil }
                return (item.study.uid, workitem, claim)
            }
        }
    }

    public func finishedWorkitems() throws(StoreFailure) -> [FinishedWorkitem] {
        try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM study WHERE workitem_completed = 0 AND workitem_uid IS NOT NULL
                        AND claim_transaction IS NOT NULL AND claimed_locally = 0 AND final_at IS NOT NULL
                        AND unsent = 0 AND has_draft = 0
                    """)
            return try rows.compactMap { row in
                guard let study = StudyInstanceUID(rawValue: row["study_instance_uid"]),
                    let workitem = WorkitemUID(rawValue: row["workitem_uid"]),
                    let transaction = TransactionUID(rawValue: row["claim_transaction"])
                else { return nil }
                return FinishedWorkitem(
                    study: study, workitem: workitem, transaction: transaction,
                    reports: try Self.filedDocuments(of: study, in: database))
            }
        }
    }

    /// What the server was given, and not what was refused or settled in another way.
    private static func filedDocuments(of study: StudyInstanceUID, in database: Database) throws -> [DocumentReference]
    {
        let filed = try String.fetchSet(
            database,
            sql: """
                SELECT version_id FROM outbox JOIN report_version ON report_version.id = outbox.version_id
                WHERE study_instance_uid = ? AND state = 'filed'
                """,
            arguments: [study.rawValue])
        return try versions(of: study, in: database).filter { filed.contains($0.id.rawValue) }.map(\.document)
    }

    public func markWorkitemCompleted(_ study: StudyInstanceUID) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE study SET workitem_completed = 1, on_worklist = 0, claim_reader = NULL,
                        claim_transaction = NULL
                    WHERE study_instance_uid = ?
                    """,
                arguments: [study.rawValue])
        }
    }
}
