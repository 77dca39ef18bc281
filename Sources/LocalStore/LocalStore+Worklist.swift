import GRDB
public import Radiology
import Synchronization

extension LocalStore {
    /// Takes in what the server's worklist holds now. Studies it no longer holds leave the list, but stay here.
    ///
    /// - Parameter isComplete: whether `items` is the whole list; if not, nothing leaves it.
    public func mergeWorklist(_ items: [WorklistItem], isComplete: Bool) throws(StoreFailure) {
        try writing { database in
            for item in items { try upsert(item, in: database) }
            guard isComplete else { return }
            let listed = try String.fetchSet(
                database,
                sql: "SELECT study_instance_uid FROM study INDEXED BY study_on_worklist WHERE on_worklist = 1")
            for uid in listed.subtracting(items.lazy.map(\.study.uid.rawValue)) {
                try database.cachedStatement(sql: "UPDATE study SET on_worklist = 0 WHERE study_instance_uid = ?")
                    .execute(arguments: [uid])
            }
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
            AND claim_reader IS NOT :reader
        """

    func upsert(_ columns: [String: (any DatabaseValueConvertible)?], in database: Database) throws {
        let names = columns.keys.sorted()
        let statement = try database.cachedStatement(sql: upserts.sql(of: names))
        let values: [(any DatabaseValueConvertible)?] = names.map { columns[$0] ?? nil }
        try statement.execute(arguments: StatementArguments(values))
    }

    /// Most of what a pull brings is known: a row that stays as it is costs no write.
    fileprivate static func upsert(_ names: [String]) -> String {
        let changes = names.filter { $0 != "study_instance_uid" }.map { (column: $0, value: Self.newValue(of: $0)) }
        return """
            INSERT INTO study (\(names.joined(separator: ", ")))
            VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
            ON CONFLICT (study_instance_uid) DO UPDATE
                SET \(changes.map { "\($0.column) = \($0.value)" }.joined(separator: ", "))
                WHERE \(changes.map { "\($0.column) IS NOT \($0.value)" }.joined(separator: " OR "))
            """
    }

    /// What a server leaves out it may still hold; but a patient is one patient, told as a whole. And a claim belongs to
    /// its workitem; another workitem of the study waits until that one is done.
    private static func newValue(of column: String) -> String {
        if column == "workitem_uid" {
            return "CASE WHEN claim_transaction IS NULL THEN excluded.workitem_uid ELSE workitem_uid END"
        }
        return demographics.contains(column) ? "excluded.\(column)" : "coalesce(excluded.\(column), \(column))"
    }
}

/// The statements of the few sets of columns that rows of a pull have, each put together once.
final class Upserts: Sendable {
    private let known = Mutex<[[String]: String]>([:])

    fileprivate func sql(of names: [String]) -> String {
        known.withLock { known in
            if let sql = known[names] { return sql }
            let sql = LocalStore.upsert(names)
            known[names] = sql
            return sql
        }
    }
}
