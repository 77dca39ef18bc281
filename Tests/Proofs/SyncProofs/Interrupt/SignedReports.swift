import CentralServer
import Foundation
import LocalStore
import Radiology
import Sync

/// A store with signed reports in it, as an evening without a network leaves it.
enum SignedReports {
    static let destinations = ["PACS", "Archive", "Regional"].map { DestinationName(unchecked: $0) }

    /// Three reports, one of them with an addendum, for three destinations.
    static func make(at path: String) throws {
        let store = try LocalStore(path: path)
        defer { store.close() }
        let studies = (1...3).map { Facts.detail(StudyFacts(study: $0, identity: identity($0), series: [1])).study }
        try store.mergeWorklist(
            studies.map { WorklistItem(study: $0, receivedAt: Facts.day) }, isComplete: true)
        var first: ReportVersion?
        for (index, study) in studies.enumerated() {
            let version = version(study, number: 1, of: nil)
            first = index == 0 ? version : first
            try sign(version, in: store)
        }
        if let first { try sign(version(first.study, number: 2, of: first), in: store) }
    }

    private static func identity(_ number: Int) -> Identity { Identity(patient: number, accession: 4710 + number) }

    private static func sign(_ version: ReportVersion, in store: LocalStore) throws {
        let document = try ReportDocument.encode(version, softwareVersion: "0")
        try store.sign(
            FrozenReport(version: version, document: document), destinations: destinations,
            audit: [AuditEvent(at: Facts.day, kind: .signed, reader: "Roe^Rita", study: version.study.uid)])
    }

    private static func version(_ study: Study, number: Int, of parent: ReportVersion?) -> ReportVersion {
        let base = "\(study.uid).\(number)"
        let words = ReportSection(title: "Impression", text: parent == nil ? "Normal." : "Also normal.")
        return ReportVersion(
            id: ReportVersionID(unchecked: "v\(base)"), reportID: ReportID(unchecked: "r\(study.uid)"), number: number,
            study: study, evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: base + ".7"),
                instance: SOPInstanceUID(unchecked: base + ".7.1")),
            flags: .final, isAddendum: parent != nil, templateIdentifier: "urn:test:plain", title: "Plain",
            language: "en", sections: [words], text: "IMPRESSION\n\(words.text)\n",
            signedBy: Reader(
                name: PersonName(alphabetic: PersonNameGroup(family: "Roe", given: "Rita")), organization: "North"),
            signedAt: Facts.day, timeZone: .utc, predecessor: parent?.document)
    }
}

extension Facts {
    static let day = Instant(millisecondsSince1970: Simulator.dayBegins)
}
