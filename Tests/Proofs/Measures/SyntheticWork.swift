import Proving
package import Radiology
import Sync
import LocalStore

/// Studies, details, drafts and reports of invented patients; the same number gives the same ones in every process.
package enum SyntheticWork {
    package static let now = Radiology.Instant(millisecondsSince1970: 1_790_000_000_000)
    static let reader = "Reader^Rita"
    static let destination = DestinationName(unchecked: "Archive")

    private static let families = [
        "GARCÍA LÓPEZ", "Müller", "Yamada", "O'Neill", "Kowalska", "Nguyen", "Okafor", "Smith", "Dubois", "Østergaard",
        "Ivanova", "Rossi", "Haddad", "Silva", "Novák", "Fairweather",
    ]
    private static let given = ["Ana", "Jörg", "Tarou", "Máire", "Zofia", "Linh", "Ada", "John", "Chloé", "Lars"]
    private static let procedures: [(modality: Modality, title: String, part: String)] = [
        (.computedTomography, "CT head without contrast", "HEAD"),
        (.computedTomography, "CT chest, abdomen, pelvis with contrast", "CHEST"),
        (.computedRadiography, "Chest PA and lateral", "CHEST"), (Modality(rawValue: "MR"), "MR knee left", "KNEE"),
        (Modality(rawValue: "US"), "Ultrasound abdomen", "ABDOMEN"),
        (Modality(rawValue: "MR"), "MR lumbar spine", "SPINE"),
        (Modality(rawValue: "MG"), "Mammography screening", "BREAST"),
        (Modality(rawValue: "NM"), "Bone scintigraphy", "WHOLE BODY"),
    ]

    /// Every patient has four studies.
    static func study(_ number: Int) -> Study {
        var random = SeededRandom(seed: UInt64(number))
        let person = number / 4
        let procedure = procedures[random.below(procedures.count)]
        let day = CalendarDate(year: 2026, month: 1 + person % 12, day: 1 + number % 28)
        return Study(
            uid: StudyInstanceUID(unchecked: "1.2.826.0.1.3680043.10.99.1.\(number)"), patient: patient(person),
            order: Order(
                accessionNumber: AccessionNumber(rawValue: "A\(10_000_000 + number)"),
                requestedProcedures: [RequestedProcedure(description: procedure.title)],
                referringPhysician: PersonName(dicom: "Okafor^Ada"),
                indication: "Pain for \(2 + number % 20) days, question of fracture. No earlier operations."),
            studyID: "\(number)", date: day, time: TimeOfDay(dicom: "083000"), description: procedure.title,
            modalities: [procedure.modality], bodyPart: procedure.part,
            site: SiteName(rawValue: ["North General", "Harbour Clinic", "Hillside"][number % 3]),
            seriesCount: 1 + number % 6, instanceCount: 2 + number % 300)
    }

    private static func patient(_ number: Int) -> Patient {
        let family = families[number % families.count] + (number % 3 == 0 ? "" : " \(suffix(number))")
        return Patient(
            identifier: PatientIdentifier(
                id: PatientID(unchecked: "P\(1_000_000 + number)"), issuer: IssuerOfPatientID(unchecked: "NGH")),
            name: PersonName(dicom: "\(family)^\(given[number / 7 % given.count])"),
            birthDate: CalendarDate(year: 1930 + number % 80, month: 1 + number % 12, day: 1 + number % 28),
            sex: number.isMultiple(of: 2) ? .female : .male)
    }

    /// Three letters, so that names differ.
    private static func suffix(_ number: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        return String([letters[number % 26], letters[number / 26 % 26], letters[number / 676 % 26]])
    }

    package static func item(_ number: Int) -> WorklistItem {
        let priority: Priority = number % 50 == 0 ? .stat : number % 10 == 0 ? .urgent : .routine
        return WorklistItem(
            study: study(number), priority: priority, receivedAt: now.adding(seconds: -Double(number % 90_000)),
            workitem: WorkitemUID(unchecked: "1.2.826.0.1.3680043.10.99.2.\(number)"))
    }

    package static func detail(_ number: Int) -> StudyDetail { StudyDetail(study: study(number), series: []) }

    static func draft(_ number: Int) -> StoredDraft {
        StoredDraft(study: study(number).uid, content: text(number, bytes: 1500), savedAt: now)
    }

    static func frozen(_ number: Int, version: Int = 1) -> FrozenReport {
        let study = study(number)
        let identity = "\(number).\(version)"
        let text = text(number, bytes: 1200)
        let report = ReportVersion(
            id: ReportVersionID(unchecked: "v\(identity)"), reportID: ReportID(unchecked: "r\(number)"),
            number: version, study: study, evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: "1.2.826.0.1.3680043.10.99.3." + identity),
                instance: SOPInstanceUID(unchecked: "1.2.826.0.1.3680043.10.99.4." + identity)),
            flags: .final, isAddendum: version > 1, templateIdentifier: "t", title: "Report", language: "en-US",
            sections: [ReportSection(title: "Findings", text: text)], text: text, signedBy: signer, signedAt: now,
            timeZone: .utc, predecessor: nil)
        return FrozenReport(version: report, document: Array("document \(identity) \(text)\(text)".utf8))
    }

    static var signer: Reader {
        guard let name = PersonName(dicom: reader) else { preconditionFailure("the reader has a name") }
        return Reader(name: name, organization: "NGH")
    }

    static func event(_ kind: AuditEvent.Kind, _ number: Int) -> AuditEvent {
        AuditEvent(at: now, kind: kind, reader: reader, study: study(number).uid, detail: "")
    }

    private static let words = [
        "lungs", "clear", "nodule", "of", "the", "left", "upper", "lobe", "no", "effusion", "heart", "2 mm",
        "unchanged", "since", "prior", "follow-up",
    ]

    private static func text(_ number: Int, bytes: Int) -> String {
        var random = SeededRandom(seed: UInt64(number) &+ 7_000_000)
        var text = ""
        while text.utf8.count < bytes { text += random.pick(words) + " " }
        return text
    }
}
