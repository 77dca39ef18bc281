import Foundation
import GRDB

/// A store's rows, as a connection beside the store's own reads them.
struct Inspection {
    struct Version: Hashable {
        var id: String
        var text: String
        var document: [UInt8]
    }

    struct Delivery: Hashable {
        var version: String
        var destination: String
        var state: String
        var attempts: Int
        var answer: String?
        var filedAt: Int64?
    }

    struct Identity: Hashable {
        var study: String
        var patient: String?
        var accession: String?
    }

    var versions: [String: Version] = [:]
    var drafts: [String: String] = [:]
    var deliveries: [Delivery] = []
    var identities: Set<Identity> = []
    /// Of each kind of event, what it tells of.
    var events: [String: [String]] = [:]

    /// The versions that came back from the second copy.
    var restored: [String] {
        events["restored", default: []].map { String($0.prefix { $0 != " " }) }
    }

    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        try DatabaseQueue(path: path, configuration: configuration).read { database in
            try readReports(database)
            try readOthers(database)
        }
    }

    private mutating func readReports(_ database: Database) throws {
        for row in try Row.fetchAll(database, sql: "SELECT id, version, document FROM report_version") {
            let version = Version(id: row[0], text: row[1], document: Array(row[2] as Data))
            versions[version.id] = version
        }
        let sql = "SELECT version_id, destination, state, attempts, last_answer, filed_at FROM outbox"
        for row in try Row.fetchAll(database, sql: sql) {
            deliveries.append(
                Delivery(
                    version: row[0], destination: row[1], state: row[2], attempts: row[3], answer: row[4],
                    filedAt: row[5]))
        }
    }

    private mutating func readOthers(_ database: Database) throws {
        for row in try Row.fetchAll(database, sql: "SELECT study_instance_uid, content FROM draft") {
            drafts[row[0]] = row[1] as String
        }
        let studies = "SELECT study_instance_uid, patient_id, accession_number FROM study"
        for row in try Row.fetchAll(database, sql: studies) {
            identities.insert(Identity(study: row[0], patient: row[1], accession: row[2]))
        }
        for row in try Row.fetchAll(database, sql: "SELECT event, detail FROM audit ORDER BY position") {
            events[row[0], default: []].append(row[1])
        }
    }
}
