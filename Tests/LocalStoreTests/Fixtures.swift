import Foundation
import LocalStore
import Radiology
import Sync

/// Synthetic patients and studies, and a store in a folder of its own that goes with the test.
final class TemporaryStore {
    let path: String
    private let folder: URL
    private(set) var store: LocalStore

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-\(UUID().uuidString)")
        path = folder.appendingPathComponent("store.sqlite").path
        store = try LocalStore(path: path)
    }

    func reopen() throws {
        store.close()
        store = try LocalStore(path: path)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(at: folder)
    }
}

enum Fixture {
    static let now = Radiology.Instant(millisecondsSince1970: 1_790_000_000_000)
    static let moment = ListMoment(now: now, timeZone: TimeZoneOffset(seconds: 0))

    static func study(
        _ number: Int, name: String = "GARCÍA LÓPEZ^Ana", patient: String? = nil, issuer: String? = "NGH",
        modality: Modality = .computedRadiography
    ) -> Study {
        Study(
            uid: StudyInstanceUID(unchecked: "1.2.3.\(number)"),
            patient: Patient(
                identifier: PatientIdentifier(
                    id: PatientID(unchecked: patient ?? "P\(number)"),
                    issuer: issuer.map(IssuerOfPatientID.init(unchecked:))),
                name: PersonName(dicom: name), birthDate: CalendarDate(year: 1959, month: 3, day: 12), sex: .female),
            order: Order(
                accessionNumber: AccessionNumber(rawValue: "A\(number)"),
                requestedProcedures: [RequestedProcedure(description: "Chest 2 views")], indication: "Cough."),
            date: CalendarDate(year: 2026, month: 11, day: 21), description: "Chest PA", modalities: [modality],
            bodyPart: "CHEST")
    }

    static func item(
        _ number: Int, priority: Priority = .routine, minutesAgo: Double = 30, study: Study? = nil
    ) -> WorklistItem {
        WorklistItem(
            study: study ?? Fixture.study(number), priority: priority,
            receivedAt: now.adding(seconds: -60 * minutesAgo),
            workitem: WorkitemUID(unchecked: "9.9.\(number)"))
    }

    static func frozen(_ study: Study, number: Int = 1, report: String? = nil) -> FrozenReport {
        let identity = "\(study.uid.rawValue).\(number)"
        let version = ReportVersion(
            id: ReportVersionID(unchecked: "v\(identity)"), reportID: ReportID(unchecked: report ?? study.uid.rawValue),
            number: number, study: study, evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: identity + ".1"),
                instance: SOPInstanceUID(unchecked: identity + ".1.1")),
            flags: .final, isAddendum: number > 1, templateIdentifier: "t", title: "Chest", language: "en-US",
            sections: [ReportSection(title: "Findings", text: "Clear.")], text: "FINDINGS\nClear.",
            signedBy: Reader(name: PersonName(dicom: "Reader^Rita")!, organization: "NGH"), signedAt: now,
            timeZone: .utc, predecessor: nil)
        return FrozenReport(version: version, document: Array("document \(identity)".utf8))
    }

    static func event(_ kind: AuditEvent.Kind, _ study: Study? = nil) -> AuditEvent {
        AuditEvent(at: now, kind: kind, reader: "Reader^Rita", study: study?.uid)
    }

    static let pacs = DestinationName(unchecked: "PACS North")
}
