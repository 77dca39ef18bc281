import Foundation
import GRDB
public import Radiology
import Sync
public import Vault

/// Rebuilds a store that does not open (SAFETY invariant 19).
///
/// The damaged files are moved aside, never deleted. Signed versions come back from the second copy; drafts from the
/// damaged file, as far as it can be read; the worklist from the server, with the next sync.
public enum StoreRecovery {
    public struct Outcome: Hashable, Sendable {
        /// Where the damaged files are now.
        public var movedAside: [String] = []
        public var restoredVersions = 0
        public var rescuedDrafts = 0
        /// Records of the second copy that could not be put back.
        public var failed = 0
    }

    /// Only for a store that is damaged or gone. Whatever interrupts it, it can be called again.
    public static func rebuild(
        _ path: String, keys: KeyRing?, at now: Radiology.Instant
    ) throws(StoreFailure) -> Outcome {
        var outcome = Outcome()
        do {
            let drafts = rescue(path, keys)
            // The file first: without it nothing opens, and a log alone is not played back into anything.
            for suffix in ["", "-wal", "-shm"] {
                if let moved = try MovedAside.move(path + suffix) { outcome.movedAside.append(moved) }
            }
            let store = try LocalStore(path: path, keys: keys, isRebuilding: true)
            defer { store.close() }
            let copying = try store.copySigned(at: now)
            outcome.restoredVersions = copying.restored
            outcome.failed = copying.failed
            for draft in drafts {
                try insert(draft, into: store)
                outcome.rescuedDrafts += 1
            }
        } catch {
            throw LocalStore.classified(error)
        }
        return outcome
    }

    private struct Rescued {
        var study: Study
        var draft: StoredDraft
    }

    /// The drafts that can still be read, one by one: what is damaged costs only itself.
    private static func rescue(_ path: String, _ keys: KeyRing?) -> [Rescued] {
        guard FileManager.default.fileExists(atPath: path), (try? keys?.mount()) != nil || keys == nil else {
            return []
        }
        defer { keys?.unmount() }
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return [] }
        defer { try? queue.close() }
        return
            (try? queue.read { database in
                let ids = (try? Int64.fetchAll(database, sql: "SELECT rowid FROM draft")) ?? []
                return ids.compactMap { try? rescued($0, in: database) }
            }) ?? []
    }

    private static func rescued(_ id: Int64, in database: Database) throws -> Rescued? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM draft JOIN study USING (study_instance_uid) WHERE draft.rowid = ?",
            arguments: [id]
        ).map { row in
            let study = try Study(row: row)
            let saved = Radiology.Instant(millisecondsSince1970: row["saved_at"])
            return Rescued(study: study, draft: StoredDraft(study: study.uid, content: row["content"], savedAt: saved))
        }
    }

    private static func insert(_ rescued: Rescued, into store: LocalStore) throws {
        try store.writing { database in
            var columns = try rescued.study.columns()
            columns["received_at"] = rescued.draft.savedAt.millisecondsSince1970
            try store.upsert(columns, in: database)
        }
        try store.saveDraft(rescued.draft)
    }
}
