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
    public func setClaim(
        _ claim: Claim?, on uid: StudyInstanceUID, audit event: AuditEvent
    ) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: "UPDATE study SET claim_reader = ?, claim_transaction = ? WHERE study_instance_uid = ?",
                arguments: [claim?.reader, claim?.transaction?.rawValue, uid.rawValue])
            try append(event, in: database)
        }
    }

    public func finishedWorkitems() throws(StoreFailure) -> [FinishedWorkitem] {
        try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM study WHERE workitem_completed = 0 AND workitem_uid IS NOT NULL
                        AND claim_transaction IS NOT NULL AND signed_at IS NOT NULL AND unsent = 0 AND has_draft = 0
                    """)
            return try rows.compactMap { row in
                guard let study = StudyInstanceUID(rawValue: row["study_instance_uid"]),
                    let workitem = WorkitemUID(rawValue: row["workitem_uid"]),
                    let transaction = TransactionUID(rawValue: row["claim_transaction"])
                else { return nil }
                return FinishedWorkitem(
                    study: study, workitem: workitem, transaction: transaction,
                    reports: try Self.versions(of: study, in: database).map(\.document))
            }
        }
    }

    public func markWorkitemCompleted(_ study: StudyInstanceUID) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: "UPDATE study SET workitem_completed = 1, on_worklist = 0 WHERE study_instance_uid = ?",
                arguments: [study.rawValue])
        }
    }
}
