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

    /// Only for a store that is damaged or gone. Whatever interrupts it, it can be called again: drafts that could be
    /// read are in a file of their own before anything is moved, until they are in the new store.
    ///
    /// - Parameter told: how many records of the second copy were looked at, of how many.
    public static func rebuild(
        _ path: String, keys: KeyRing?, at now: Radiology.Instant, told: (Int, Int) -> Void = { _, _ in }
    ) throws(StoreFailure) -> Outcome {
        var outcome = Outcome()
        do {
            guard try !isOfOtherKeys(path, keys) else { throw StoreFailure.foreignKeys(path: path) }
            try keep(rescue(path, keys), beside: path, keys)
            // The file first: without it nothing opens, and a log alone is not played back into anything.
            for suffix in ["", "-wal", "-shm"] {
                if let moved = try MovedAside.move(path + suffix) { outcome.movedAside.append(moved) }
            }
            let store = try LocalStore(path: path, keys: keys, isRebuilding: true)
            defer { store.close() }
            let copying = try store.copySigned(at: now, told: told)
            outcome.restoredVersions = copying.restored
            outcome.failed = copying.failed
            outcome.rescuedDrafts = try takeRescued(into: store, keys: keys)
        } catch {
            throw LocalStore.classified(error)
        }
        return outcome
    }

    /// Where nothing of the second copy opens either, the keys are more likely another store's than both files damaged:
    /// rebuilding would put an empty store in the place of one that only lacks its keys.
    private static func isOfOtherKeys(_ path: String, _ keys: KeyRing?) throws -> Bool {
        let copies = LocalStore.copiesPath(of: path, isSealed: keys != nil)
        guard FileManager.default.fileExists(atPath: copies) else { return false }
        let (records, deviations) = try SealedLog.read(path: copies, name: LocalStore.copiesName, keys: keys)
        return records.isEmpty && !deviations.isEmpty
    }

    /// Puts rescued drafts into a store that has none of these studies; after an interrupted rebuild the next start does.
    ///
    /// - Returns: how many.
    @discardableResult
    public static func takeRescued(into store: LocalStore, keys: KeyRing?) throws(StoreFailure) -> Int {
        let path = rescuedPath(store.path)
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        do {
            let (records, deviations) = try SealedLog.read(path: path, name: rescuedName, keys: keys)
            var count = 0
            var unusable = deviations.count
            // The last ones first: a rebuilding that was called again may have read a draft twice.
            for record in records.reversed() {
                guard let rescued = try? JSONDecoder().decode(Rescued.self, from: Data(record.bytes)) else {
                    unusable += 1
                    continue
                }
                guard try store.draft(rescued.study.uid) == nil else { continue }
                try insert(rescued, into: store)
                count += 1
            }
            // What cannot be read here must not keep the store from opening, and is not deleted either.
            if unusable == 0 { unlink(path) } else { _ = try MovedAside.move(path) }
            return count
        } catch {
            throw LocalStore.classified(error)
        }
    }

    private static func rescuedPath(_ path: String) -> String { path + ".rescued" }
    private static let rescuedName = "rescued drafts"

    private static func keep(_ drafts: [Rescued], beside path: String, _ keys: KeyRing?) throws {
        guard !drafts.isEmpty else { return }
        let log = try SealedLog(path: rescuedPath(path), name: rescuedName, keys: keys)
        for draft in drafts { try log.append(Array(try JSONEncoder().encode(draft))) }
    }

    private struct Rescued: Codable {
        var study: Study
        var content: String
        /// Milliseconds since 1970.
        var savedAt: Int64
        var findings: [ActionableFinding]
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
            let findings =
                (try? String.fetchAll(
                    database,
                    sql: "SELECT finding FROM actionable_finding WHERE study_instance_uid = ? AND is_signed = 0",
                    arguments: [study.uid.rawValue])) ?? []
            return Rescued(
                study: study, content: row["content"], savedAt: row["saved_at"],
                findings: findings.compactMap { try? JSON.decode(ActionableFinding.self, $0) })
        }
    }

    private static func insert(_ rescued: Rescued, into store: LocalStore) throws {
        try store.writing { database in
            var columns = try rescued.study.columns()
            columns["received_at"] = rescued.savedAt
            try store.upsert(columns, in: database)
        }
        try store.saveDraft(
            StoredDraft(
                study: rescued.study.uid, content: rescued.content,
                savedAt: Radiology.Instant(millisecondsSince1970: rescued.savedAt), findings: rescued.findings))
    }
}
