import GRDB
public import Radiology

/// A draft as it is kept: the text of the editor's whole state, whose shape the store does not know.
public struct StoredDraft: Hashable, Sendable {
    public var study: StudyInstanceUID
    public var content: String
    public var savedAt: Radiology.Instant
    /// What somebody has to be told: the worklist counts the time.
    public var findings: [ActionableFinding]

    public init(
        study: StudyInstanceUID, content: String, savedAt: Radiology.Instant, findings: [ActionableFinding] = []
    ) {
        self.findings = findings
        self.study = study
        self.content = content
        self.savedAt = savedAt
    }
}

extension LocalStore {
    public func saveDraft(_ draft: StoredDraft) throws(StoreFailure) {
        try writing { database in
            try database.cachedStatement(
                sql: """
                    INSERT INTO draft (study_instance_uid, saved_at, content) VALUES (?, ?, ?)
                    ON CONFLICT (study_instance_uid) DO UPDATE SET saved_at = excluded.saved_at,
                        content = excluded.content
                    """
            ).execute(arguments: [draft.study.rawValue, draft.savedAt.millisecondsSince1970, draft.content])
            try replaceFindings(of: draft.study, with: draft.findings, isSigned: false, in: database)
        }
    }

    public func draft(_ uid: StudyInstanceUID) throws(StoreFailure) -> StoredDraft? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM draft WHERE study_instance_uid = ?", arguments: [uid.rawValue]
            ).map {
                StoredDraft(
                    study: uid, content: $0["content"],
                    savedAt: Radiology.Instant(millisecondsSince1970: $0["saved_at"]))
            }
        }
    }

    /// The study's draft that was discarded last.
    public func discardedDraft(_ uid: StudyInstanceUID) throws(StoreFailure) -> StoredDraft? {
        try reading { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM discarded_draft WHERE study_instance_uid = ? ORDER BY id DESC LIMIT 1",
                arguments: [uid.rawValue]
            ).map {
                StoredDraft(
                    study: uid, content: $0["content"],
                    savedAt: Radiology.Instant(millisecondsSince1970: $0["discarded_at"]))
            }
        }
    }

    /// Takes the draft off the worklist. Its text is kept: a mistaken key must not cost a report.
    public func discardDraft(
        _ uid: StudyInstanceUID, at now: Radiology.Instant, audit event: AuditEvent
    ) throws(StoreFailure) {
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO discarded_draft (study_instance_uid, discarded_at, content)
                        SELECT study_instance_uid, :now, content FROM draft WHERE study_instance_uid = :uid;
                    DELETE FROM draft WHERE study_instance_uid = :uid
                    """,
                arguments: ["now": now.millisecondsSince1970, "uid": uid.rawValue])
            try replaceFindings(of: uid, with: [], isSigned: false, in: database)
            try append(event, in: database)
        }
    }
}
