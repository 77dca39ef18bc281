import Foundation
import GRDB
import Radiology
import Sync
import Vault

extension LocalStore {
    /// What does not hold, one sentence each, with the invariant's number in SAFETY; empty when all is well.
    public func brokenInvariants() throws(StoreFailure) -> [String] {
        let inside = try reading { database in
            try Self.damage(in: database) + Self.changedVersions(in: database) + Self.lostDeliveries(in: database)
                + Self.brokenAudit(in: database)
        }
        do { return try inside + copyDamage() } catch { throw LocalStore.classified(error) }
    }

    private static func damage(in database: Database) throws -> [String] {
        let answer = try String.fetchAll(database, sql: "PRAGMA quick_check")
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
        return (answer == ["ok"] ? [] : ["the file is damaged (\(answer.count) findings)"])
            + (orphans == 0 ? [] : ["\(orphans) rows refer to something that is not there"])
    }

    /// Invariants 1 and 3: every signed version still has its digest and its place in the chain.
    private static func changedVersions(in database: Database) throws -> [String] {
        var broken: [String] = []
        var previous: String?
        let rows = try Row.fetchCursor(
            database, sql: "SELECT position, version, document, digest, chain FROM report_version ORDER BY position")
        while let row = try rows.next() {
            let position: Int64 = row["position"]
            let digest = ContentDigest(hexadecimal: row["digest"])
            if SHA256.hexadecimal(of: row["document"] as Data) != digest.hexadecimal {
                broken.append("signed version \(position) does not have its digest (1)")
            }
            let chain: String = row["chain"]
            if chain != link(previous, row["version"], digest) {
                broken.append("signed version \(position) does not follow its predecessor (3)")
            }
            previous = chain
        }
        return broken
    }

    /// Invariant 4: signed = filed + queued + unknown + rejected + conflict.
    private static func lostDeliveries(in database: Database) throws -> [String] {
        let counts = try outboxCounts(in: database)
        let total = counts.byState.values.reduce(0, +)
        return counts.isConserved ? [] : ["\(counts.signed) deliveries were signed, but the outbox has \(total) (4)"]
    }

    /// Invariant 25: the audit is one unbroken chain.
    private static func brokenAudit(in database: Database) throws -> [String] {
        var previous: String?
        for (position, row) in try auditRows(in: database).enumerated() {
            if row.chain != row.event.link(after: previous) {
                return ["the audit is broken at event \(position + 1) (25)"]
            }
            previous = row.chain
        }
        return []
    }
}
