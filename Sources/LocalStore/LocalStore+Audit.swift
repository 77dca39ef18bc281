import GRDB
public import Radiology
import Vault

/// Who did what to which study, when. Detail never holds report text.
public struct AuditEvent: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case started, opened, draftDiscarded, signed, filed, claimed, released, claimLost
        /// An alert before signing was acknowledged, with the reason.
        case acknowledged
        /// A wrong passphrase on the locked screen.
        case unlockFailed
        /// The audit itself was handed out.
        case exported
        /// A signed version was put back from its second copy.
        case restored
        /// Somebody was told of an actionable finding.
        case communicated
    }

    public var at: Radiology.Instant
    public var kind: Kind
    public var reader: String
    public var study: StudyInstanceUID?
    public var detail: String

    public init(
        at: Radiology.Instant, kind: Kind, reader: String, study: StudyInstanceUID? = nil, detail: String = ""
    ) {
        self.at = at
        self.kind = kind
        self.reader = reader
        self.study = study
        self.detail = detail
    }

    /// The event's text in the hash chain: fields behind their lengths, so that no two events read the same.
    func link(after previous: String?) -> String {
        let fields = [
            previous ?? "", String(at.millisecondsSince1970), kind.rawValue, reader, study?.rawValue ?? "", detail,
        ]
        return SHA256.hexadecimal(of: fields.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n").utf8)
    }
}

extension LocalStore {
    public func append(_ event: AuditEvent) throws(StoreFailure) {
        try writing { try append(event, in: $0) }
    }

    func append(_ event: AuditEvent, in database: Database) throws {
        let previous = try String.fetchOne(database, sql: "SELECT chain FROM audit ORDER BY position DESC LIMIT 1")
        try database.execute(
            sql: "INSERT INTO audit (at, event, reader, study_instance_uid, detail, chain) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                event.at.millisecondsSince1970, event.kind.rawValue, event.reader, event.study?.rawValue,
                event.detail, event.link(after: previous),
            ])
    }

    public func auditEvents() throws(StoreFailure) -> [AuditEvent] {
        try reading { try Self.auditRows(in: $0).map(\.event) }
    }

    static func auditRows(in database: Database) throws -> [(event: AuditEvent, chain: String)] {
        try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY position").map { row in
            guard let kind = AuditEvent.Kind(rawValue: row["event"]) else {
                throw StoreFailure.failed("the audit holds an event of an unknown kind")
            }
            let event = AuditEvent(
                at: Radiology.Instant(millisecondsSince1970: row["at"]), kind: kind, reader: row["reader"],
                study: (row["study_instance_uid"] as String?).flatMap(StudyInstanceUID.init(rawValue:)),
                detail: row["detail"])
            return (event, row["chain"])
        }
    }
}
