import Foundation
import GRDB
import Radiology
import Sync

/// One signed version as the second copy keeps it: all that is needed to put it back.
struct SignedCopy: Codable {
    /// The version's text as it is in the database, to the letter: its hash stands in the chain.
    var version: String
    var document: Data
    var destinations: [String]

    init(row: Row, destinations: [String]) {
        version = row["version"]
        document = row["document"]
        self.destinations = destinations
    }

    init(record: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(record)) }

    var record: [UInt8] {
        get throws { Array(try JSONEncoder().encode(self)) }
    }

    var frozen: FrozenReport {
        get throws {
            FrozenReport(version: try JSON.decode(ReportVersion.self, version), document: Array(document))
        }
    }
}
