import Foundation
import LocalStore
import Radiology
import Sync
import Synchronization

/// Studies, drafts and reports of invented patients. The same seed and number give the same bytes in every process,
/// so nobody has to tell another what was signed.
final class SyntheticReports: Sendable {
    private struct Key: Hashable, Sendable {
        var study: Int
        var number: Int
    }

    let seed: UInt64
    /// Bytes of a report's document.
    let documentSize: Int
    // Made once: examining thousands of stores asks for the same ones again and again.
    private let reports = Cache<Key, FrozenReport>()
    private let rows = Cache<Key, Inspection.Version>()
    private let drafts = Cache<Key, StoredDraft>()

    init(seed: UInt64, documentSize: Int) {
        self.seed = seed
        self.documentSize = documentSize
    }

    static let now = Radiology.Instant(millisecondsSince1970: 1_790_000_000_000)
    static let reader = "Reader^Rita"

    var destinations: [DestinationName] {
        (0...Int(seed % 3)).map { DestinationName(unchecked: "Archive \($0)") }
    }

    func study(_ number: Int) -> Study {
        let name = ["GARCÍA LÓPEZ^Ana", "Müller^Jörg", "Yamada^Tarou", "O'Neill^Máire"][number % 4]
        return Study(
            uid: StudyInstanceUID(unchecked: "1.2.3.\(seed).\(number)"),
            patient: Patient(
                identifier: PatientIdentifier(
                    id: PatientID(unchecked: "P\(number)"), issuer: IssuerOfPatientID(unchecked: "NGH")),
                name: PersonName(dicom: name), birthDate: CalendarDate(year: 1959, month: 3, day: 12), sex: .female),
            order: Order(
                accessionNumber: AccessionNumber(rawValue: "A\(seed)-\(number)"),
                requestedProcedures: [RequestedProcedure(description: "Chest 2 views")], indication: "Cough."),
            date: CalendarDate(year: 2026, month: 11, day: 21), description: "Chest PA",
            modalities: [.computedRadiography], bodyPart: "CHEST")
    }

    func item(_ number: Int) -> WorklistItem {
        WorklistItem(
            study: study(number), priority: .routine, receivedAt: SyntheticReports.now,
            workitem: WorkitemUID(unchecked: "9.9.\(seed).\(number)"))
    }

    func draft(_ number: Int, revision: Int) -> StoredDraft {
        drafts.made(Key(study: number, number: revision)) { newDraft(number, revision) }
    }

    func frozen(_ number: Int, version: Int = 1) -> FrozenReport {
        reports.made(Key(study: number, number: version)) { newReport(number, version) }
    }

    /// How a store keeps it.
    func row(_ number: Int, version: Int) -> Inspection.Version {
        rows.made(Key(study: number, number: version)) {
            let frozen = frozen(number, version: version)
            return Inspection.Version(
                id: frozen.version.id.rawValue, text: DefectiveSigning.text(frozen.version), document: frozen.document)
        }
    }

    func identity(_ number: Int) -> Inspection.Identity {
        Inspection.Identity(study: "1.2.3.\(seed).\(number)", patient: "P\(number)", accession: "A\(seed)-\(number)")
    }

    // MARK: Making

    private func newDraft(_ number: Int, _ revision: Int) -> StoredDraft {
        var random = SeededText(seed: seed, number * 1000 + revision)
        let content = "study \(number), revision \(revision): " + random.words(bytes: 200 + 40 * (revision % 50))
        return StoredDraft(study: study(number).uid, content: content, savedAt: SyntheticReports.now)
    }

    private func newReport(_ number: Int, _ version: Int) -> FrozenReport {
        let study = study(number)
        let identity = "\(seed).\(number).\(version)"
        var random = SeededText(seed: seed, number * 1000 + version + 500_000)
        let text = random.words(bytes: 600)
        let signed = ReportVersion(
            id: ReportVersionID(unchecked: "v\(identity)"), reportID: ReportID(unchecked: "r\(seed).\(number)"),
            number: version, study: study, evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: "1.5." + identity),
                instance: SOPInstanceUID(unchecked: "1.6." + identity)),
            flags: .final, isAddendum: version > 1, templateIdentifier: "t", title: "Chest", language: "en-US",
            sections: [ReportSection(title: "Findings", text: text)], text: text,
            signedBy: SyntheticReports.signer, signedAt: SyntheticReports.now, timeZone: .utc, predecessor: nil)
        let document = Array("document \(identity): ".utf8) + Array(random.words(bytes: documentSize).utf8)
        return FrozenReport(version: signed, document: document)
    }

    private static var signer: Reader {
        guard let name = PersonName(dicom: reader) else { preconditionFailure("the reader has a name") }
        return Reader(name: name, organization: "NGH")
    }

    func event(_ kind: AuditEvent.Kind, study number: Int, detail: String) -> AuditEvent {
        AuditEvent(
            at: SyntheticReports.now, kind: kind, reader: SyntheticReports.reader, study: study(number).uid,
            detail: detail)
    }
}

/// Values made once for each key.
private final class Cache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Mutex<[Key: Value]>([:])

    func made(_ key: Key, _ make: () -> Value) -> Value {
        if let known = values.withLock({ $0[key] }) { return known }
        let new = make()
        values.withLock { $0[key] = new }
        return new
    }
}
