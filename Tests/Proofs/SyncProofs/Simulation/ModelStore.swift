import Radiology
import Sync

/// The tables of one workstation. A write happens whole or not at all; whoever crashes meanwhile does not know which.
struct ModelStore: Sendable {
    /// Where each signed version has to get, by number.
    let destinations: [Int]
    var versions: [StoredVersion] = []
    var rows: [StoredRow] = []
    var drafts: [Int: KeptDraft] = [:]
    var details: [Int: StudyFacts] = [:]
    /// Versions the audit says were signed.
    var audit: [Int] = []
    /// Counts what was written, so that what did not change is not checked again.
    var writes = 0
    /// Row by row the digest of the bytes it is to carry.
    private(set) var digests: [UInt64] = []
    /// Claims made while the server could not be asked.
    var localClaims: Set<Int> = []

    static let names = (0..<Schedule.servers).map { DestinationName(unchecked: "S\($0)") }

    var unfiled: [OutboxEntry] {
        rows.compactMap { $0.isDropped || $0.entry.progress.state == .filed ? nil : $0.entry }
    }

    func versions(of study: Int) -> [StoredVersion] { versions.filter { $0.study == study } }

    init(destinations: [Int]) { self.destinations = destinations }

    func row(_ id: OutboxEntryID) -> StoredRow? {
        let index = Int(id.rawValue) - 1
        return rows.indices.contains(index) ? rows[index] : nil
    }

    /// The trigger `report_version_in_order`: a version follows the latest one, or is refused.
    func follows(_ version: StoredVersion) -> Bool {
        version.number == 1 + versions.count { $0.report == version.report }
    }

    mutating func insert(_ version: StoredVersion) {
        versions.append(version)
        writes += 1
    }

    mutating func insertRows(for version: StoredVersion) {
        let index = versions.count - 1
        writes += 1
        for destination in destinations {
            let entry = OutboxEntry(
                id: OutboxEntryID(rawValue: Int64(rows.count + 1)),
                version: ReportVersionID(unchecked: String(version.id)),
                report: ReportID(unchecked: String(version.report)), versionNumber: version.number,
                destination: ModelStore.names[destination], document: ModelStore.reference(version.document),
                digest: ContentDigest(hexadecimal: String(version.document.digest, radix: 16)),
                signedAt: version.signedAt, progress: FilingProgress())
            digests.append(version.document.digest)
            rows.append(StoredRow(entry: entry, version: index, destination: destination))
        }
    }

    mutating func record(_ progress: FilingProgress, for id: OutboxEntryID) {
        rows[Int(id.rawValue) - 1].entry.progress = progress
        writes += 1
    }

    private static func reference(_ document: Document) -> DocumentReference {
        DocumentReference(
            study: StudyInstanceUID(unchecked: "1.\(document.study)"),
            series: SeriesInstanceUID(unchecked: "2.\(document.uid)"),
            instance: SOPInstanceUID(unchecked: "3.\(document.uid)"))
    }
}
