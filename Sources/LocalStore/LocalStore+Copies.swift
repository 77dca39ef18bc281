import Foundation
import GRDB
public import Radiology
import Sync
import Synchronization
import Vault

/// What became of the second copy when it was brought up to date.
public struct CopyingOutcome: Hashable, Sendable {
    /// Versions written to the copy now.
    public var copied = 0
    /// Signed versions the database did not have any more, put back from the copy.
    public var restored = 0
    /// Where a damaged copy was moved; a new one stands in its place.
    public var movedAside: String?
    /// Records that could not be put back.
    public var failed = 0
}

/// The second copy of what was signed (SAFETY invariant 19): a file beside the store, appended to after every signing,
/// and never written by SQLite, so that what damages the one leaves the other.
extension LocalStore {
    static func copiesPath(of path: String, isSealed: Bool) -> String {
        path + (isSealed ? ".signed" : ".signed-plain")
    }

    /// Writes to the copy whatever it does not have, and puts back whatever the database lost. To be called after
    /// every signing, and once at the start. Whoever signs holds the copy alone.
    @discardableResult
    public func copySigned(
        at now: Radiology.Instant, told: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreFailure) -> CopyingOutcome {
        do {
            return try copies.withLock { log in
                var outcome = CopyingOutcome()
                let known = log
                // After an error nobody knows what the file holds: the next call reads it again.
                log = nil
                var open = try known ?? openCopies(&outcome)
                // One that was already open was compared when it was opened.
                if known == nil {
                    if try isBehind(open) || open.isDamaged { open = try reconcile(open, at: now, &outcome, told) }
                    try takePlainCopies(at: now, &outcome)
                }
                outcome.copied = try appendMissing(to: open)
                log = open
                return outcome
            }
        } catch {
            throw LocalStore.classified(error)
        }
    }

    private var copiesPath: String { Self.copiesPath(of: path, isSealed: isSealed) }

    /// A file in which nothing opens is moved aside: it may be another key's, and opening it would cut it off.
    private func openCopies(_ outcome: inout CopyingOutcome) throws -> SealedLog {
        if FileManager.default.fileExists(atPath: copiesPath) {
            let (records, deviations) = try SealedLog.read(path: copiesPath, name: Self.copiesName, keys: keys)
            if records.isEmpty, !deviations.isEmpty { outcome.movedAside = try MovedAside.move(copiesPath) }
        }
        return try SealedLog(path: copiesPath, name: Self.copiesName, keys: keys)
    }

    static let copiesName = "signed versions"

    /// Whether the database has something else where the copy ends: an older one, put back, may have grown since.
    private func isBehind(_ log: SealedLog) throws -> Bool {
        guard let last = log.last else { return false }
        let id = try reading { database in
            try String.fetchOne(
                database, sql: "SELECT id FROM report_version ORDER BY position LIMIT 1 OFFSET ?",
                arguments: [Int64(last.sequence) - 1])
        }
        return try SignedCopy(record: last.bytes).frozen.version.id.rawValue != id
    }

    private static func versionCount(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM report_version") ?? 0
    }

    private func appendMissing(to log: SealedLog) throws -> Int {
        let missing = try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT id, version, document FROM report_version ORDER BY position LIMIT -1 OFFSET ?",
                arguments: [Int64(log.lastSequence)]
            ).map { row in
                SignedCopy(
                    row: row,
                    destinations: try String.fetchAll(
                        database, sql: "SELECT destination FROM outbox WHERE version_id = ?", arguments: [row["id"]]))
            }
        }
        for copy in missing { try log.append(copy.record) }
        return missing.count
    }

    /// A store that was sealed later has a copy from before, which anybody can read: what the database lacks is put back
    /// from it, and it goes once all of it is there.
    private func takePlainCopies(at now: Radiology.Instant, _ outcome: inout CopyingOutcome) throws {
        let plain = Self.copiesPath(of: path, isSealed: false)
        guard isSealed, FileManager.default.fileExists(atPath: plain) else { return }
        let (records, deviations) = try SealedLog.read(path: plain, name: Self.copiesName, keys: nil)
        let unusable = try putBack(records, at: now, &outcome) { _, _ in }
        guard unusable == 0, !deviations.contains(where: \.isDamage) else { return }
        unlink(plain)
    }

    // MARK: - Putting back

    /// The copy has what the database has not, or is damaged itself: each gives the other what it lacks.
    private func reconcile(
        _ log: SealedLog, at now: Radiology.Instant, _ outcome: inout CopyingOutcome, _ told: (Int, Int) -> Void
    ) throws -> SealedLog {
        let records = try SealedLog.read(path: log.path, name: Self.copiesName, keys: keys).records
        outcome.failed += try putBack(records, at: now, &outcome, told)
        // Its records are numbered as they were signed; where the numbers no longer say what is in it, a new one is
        // begun, and the old one stays beside it.
        outcome.movedAside = try MovedAside.move(log.path)
        return try openCopies(&outcome)
    }

    /// An error of the store ends it, and the copy stays as it is: a full disk passes.
    ///
    /// - Returns: how many records can never be put back, since they do not hold what they should.
    private func putBack(
        _ records: [SealedLog.Record], at now: Radiology.Instant, _ outcome: inout CopyingOutcome,
        _ told: (Int, Int) -> Void
    ) throws -> Int {
        var unusable = 0
        for (index, record) in records.enumerated() {
            told(index + 1, records.count)
            guard let copy = try? SignedCopy(record: record.bytes), let frozen = try? copy.frozen else {
                unusable += 1
                continue
            }
            if try restore(copy, frozen, at: now) { outcome.restored += 1 }
        }
        return unusable
    }

    /// - Returns: whether the database lacked this version.
    private func restore(_ copy: SignedCopy, _ frozen: FrozenReport, at now: Radiology.Instant) throws -> Bool {
        try writing { database in
            let id = frozen.version.id.rawValue
            let isThere =
                try Bool.fetchOne(
                    database, sql: "SELECT EXISTS (SELECT 1 FROM report_version WHERE id = ?)", arguments: [id])
                ?? false
            guard !isThere else { return false }
            try keepStudy(of: frozen.version, in: database)
            try insert(frozen, text: copy.version, in: database)
            try addFindings(
                frozen.version.actionable ?? [], of: frozen.version.study.uid, isSigned: true, in: database)
            // Whether it was filed is not known any more: the server is asked before anything is sent.
            for destination in copy.destinations {
                try database.execute(
                    sql: "INSERT INTO outbox (version_id, destination, state) VALUES (?, ?, 'unknown')",
                    arguments: [id, destination])
            }
            try append(
                AuditEvent(
                    at: now, kind: .restored, reader: frozen.version.signedBy.name.dicom,
                    study: frozen.version.study.uid, detail: "\(id) \(frozen.digest.hexadecimal)"),
                in: database)
            return true
        }
    }

    private func keepStudy(of version: ReportVersion, in database: Database) throws {
        let uid = version.study.uid.rawValue
        let isThere = try Row.fetchOne(
            database, sql: "SELECT 1 FROM study WHERE study_instance_uid = ?", arguments: [uid])
        guard isThere == nil else { return }
        var columns = try version.study.columns()
        columns["received_at"] = version.signedAt.millisecondsSince1970
        try upsert(columns, in: database)
    }

    // MARK: - Looking

    /// What is wrong with the second copy, one sentence each. Changes nothing. That it lags behind is not wrong: a
    /// crash right after signing leaves it so, and the next start writes what is missing.
    func copyDamage() throws -> [String] {
        guard FileManager.default.fileExists(atPath: copiesPath) else { return [] }
        let (records, deviations) = try SealedLog.read(path: copiesPath, name: Self.copiesName, keys: keys)
        let copied = Set(try records.map { try SignedCopy(record: $0.bytes).frozen.digest.hexadecimal })
        let lost = copied.subtracting(try reading { try String.fetchSet($0, sql: "SELECT digest FROM report_version") })
        let damage = deviations.filter(\.isDamage).count
        return (damage == 0 ? [] : ["the second copy of signed versions is damaged in \(damage) places (19)"])
            + (lost.isEmpty ? [] : ["\(lost.count) signed versions are in the second copy only (1)"])
    }

    /// How many signed versions there are, and how many of them have their second copy.
    public func copyCounts() throws(StoreFailure) -> (signed: Int, copied: Int) {
        do {
            let signed = try reading { try Self.versionCount($0) }
            guard FileManager.default.fileExists(atPath: copiesPath) else { return (signed, 0) }
            return (signed, try SealedLog.read(path: copiesPath, name: Self.copiesName, keys: keys).records.count)
        } catch {
            throw LocalStore.classified(error)
        }
    }
}

extension SealedLog {
    fileprivate var isDamaged: Bool { deviations.contains(where: \.isDamage) }
}

extension SealedLog.Deviation {
    /// A torn end was never acknowledged, and is written again.
    fileprivate var isDamage: Bool {
        if case .tornEnd = self { false } else { true }
    }
}

/// Files that cannot be used are moved aside and never deleted.
enum MovedAside {
    /// - Returns: the new path; `nil` if there was no file.
    static func move(_ path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
        let target = "\(path).damaged-\(number)"
        guard rename(path, target) == 0 else {
            throw StoreFailure.failed("\(path) cannot be moved aside (error \(errno))")
        }
        return target
    }
}
