import Radiology
import ReportTemplates
import Sync
import Workstation

/// The simulation's numbers as the values the workstation works with, and back.
enum Facts {
    static func uid(_ study: Int) -> StudyInstanceUID { StudyInstanceUID(unchecked: "1.2.826.0.1.99.\(study)") }

    static func number(_ uid: StudyInstanceUID) -> Int { Int(uid.rawValue.split(separator: ".").last ?? "") ?? -1 }

    static func patientID(_ facts: StudyFacts) -> String { "P\(facts.identity.patient)" }

    static func detail(_ facts: StudyFacts) -> StudyDetail {
        let name = PersonNameGroup(family: "TEST\(facts.identity.patient)", given: "Patient")
        let patient = Patient(
            identifier: PatientIdentifier(id: PatientID(unchecked: patientID(facts))),
            name: PersonName(alphabetic: name), birthDate: CalendarDate(year: 1959, month: 3, day: 12), sex: .female)
        let study = Study(
            uid: uid(facts.study), patient: patient,
            order: Order(accessionNumber: AccessionNumber(unchecked: "A\(facts.identity.accession)")),
            date: CalendarDate(year: 2026, month: 11, day: 21), description: "Chest, 1 view",
            modalities: [.digitalRadiography], bodyPart: "CHEST")
        return StudyDetail(study: study, series: facts.series.map(series))
    }

    private static func series(_ number: Int) -> Series {
        let instance = Instance(
            uid: SOPInstanceUID(unchecked: "1.2.826.0.1.98.\(number).1"), sopClass: SOPClassUID(unchecked: "1.2"))
        return Series(
            uid: SeriesInstanceUID(unchecked: "1.2.826.0.1.98.\(number)"), number: number,
            modality: .digitalRadiography, instances: [instance])
    }

    static func read(_ detail: StudyDetail) -> StudyFacts {
        let patient = Int(detail.study.patient.identifier?.id.rawValue.dropFirst() ?? "") ?? -1
        let accession = Int(detail.study.order.accessionNumber?.rawValue.dropFirst() ?? "") ?? -1
        return StudyFacts(
            study: number(detail.study.uid), identity: Identity(patient: patient, accession: accession),
            series: detail.series.compactMap(\.number))
    }

    static func digest(_ text: String) -> ContentDigest {
        let hash = text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return ContentDigest(hexadecimal: String(hash, radix: 16))
    }

    /// What the program makes of a request; identifiers are put in when it is stored.
    static func version(_ request: SigningRequest, reader: Reader, at now: Instant) -> ReportVersion {
        let study = request.subject.study
        return ReportVersion(
            id: ReportVersionID(unchecked: "0"), reportID: ReportID(unchecked: "0"), number: 1, study: study,
            evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: "2.1"),
                instance: SOPInstanceUID(unchecked: "3.1")),
            flags: request.flags, isAddendum: request.draft.isAddendum,
            templateIdentifier: request.draft.content.template.identifier,
            title: request.draft.content.template.title, language: "en", sections: request.sections,
            text: request.text, signedBy: reader, signedAt: now, timeZone: .utc,
            predecessor: request.draft.predecessor?.document, actionable: nil)
    }
}
