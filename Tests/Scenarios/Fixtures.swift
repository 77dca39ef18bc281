import Foundation
import Radiology

// Patients who never lived, in a department that never was.

enum Fixture {
    /// 2026-11-21 09:14 UTC, a Saturday morning on call.
    static let now = Instant(
        date: day("20261121"), time: TimeOfDay(hour: 9, minute: 14) ?? TimeOfDay(secondsOfDay: 0), offset: .utc)

    static func day(_ dicom: String) -> CalendarDate {
        CalendarDate(dicom: dicom)!
    }

    static let reader = Reader(
        name: PersonName(dicom: "OKONKWO^Ada^^Dr")!, organization: "North General", identification: nil)

    static func uid(_ number: Int) -> StudyInstanceUID { StudyInstanceUID(rawValue: "1.2.826.0.1.99.\(number)")! }

    static func series(_ number: Int, of study: Int, _ modality: String, _ words: String, images: Int) -> Series {
        let base = "1.2.826.0.1.99.\(study).\(number)"
        let instances = (0..<images).map { index in
            Instance(
                uid: SOPInstanceUID(rawValue: "\(base).\(index + 1)")!,
                sopClass: SOPClassUID(rawValue: "1.2.840.10008.5.1.4.1.1.2")!)
        }
        return Series(
            uid: SeriesInstanceUID(rawValue: base)!, number: number, modality: Modality(rawValue: modality),
            description: words, instances: instances)
    }

    static func document(_ number: Int) -> DocumentReference {
        DocumentReference(
            study: uid(number), series: SeriesInstanceUID(rawValue: "1.2.826.0.1.98.\(number)")!,
            instance: SOPInstanceUID(rawValue: "1.2.826.0.1.98.\(number).1")!)
    }
}

extension TimeOfDay {
    /// Only for constants of tests.
    init(secondsOfDay: Int) { self = TimeOfDay(dicom: "0000")! }
}

/// What makes one row of the worklist.
struct Case {
    var number: Int
    var name: String?
    var born: String?
    var sex: Sex?
    var id: String
    var modality: String
    var part: String?
    var words: String
    var priority: Priority
    /// Minutes ago.
    var waiting: Int
    var indication: String?
    var status = ReadingStatus.unread
    var priors = 0
    var site = "North General"
    var accession: String?
    var date = "20261121"

    var study: Study {
        Study(
            uid: Fixture.uid(number),
            patient: Patient(
                identifier: PatientID(rawValue: id).map {
                    PatientIdentifier(id: $0, issuer: IssuerOfPatientID(rawValue: "NGH"))
                },
                name: name.flatMap { PersonName(dicom: $0) }, birthDate: born.map(Fixture.day), sex: sex),
            order: Order(
                accessionNumber: accession.flatMap { AccessionNumber(rawValue: $0) },
                referringPhysician: PersonName(dicom: "BRANDT^Elke^^Dr"), indication: indication),
            date: Fixture.day(date), time: TimeOfDay(hour: 8, minute: 51), description: words,
            modalities: [Modality(rawValue: modality)], bodyPart: part, site: SiteName(rawValue: site),
            seriesCount: 3, instanceCount: 210)
    }

    var row: WorklistRow {
        var claim: Claim?
        if case .readBy(let other) = status { claim = Claim(reader: other) }
        if status == .claimed || status == .draft {
            claim = Claim(reader: "Okonkwo", transaction: TransactionUID(rawValue: "1.2.826.0.1.97.\(number)"))
        }
        return WorklistRow(
            item: WorklistItem(
                study: study, priority: priority,
                receivedAt: Fixture.now.adding(seconds: Double(-waiting * 60)), claim: claim),
            status: status, priorCount: priors)
    }
}

extension Case {
    static let all: [Case] =
        remarkable
        + (0..<40).map { index in
            let family = ["LINDQVIST", "OYELARAN", "MOREAU", "TANAKA", "KOWALSKI", "HADDAD", "SILVA", "BECKER"][
                index % 8]
            let given = ["Ana", "Bo", "Chidi", "Dana", "Eli"][index % 5]
            let kind = [
                ("DX", "CHEST", "Chest, 2 views"), ("US", "ABDOMEN", "Abdomen complete"),
                ("CT", "CHEST", "Chest with contrast"), ("MR", "KNEE", "Knee left"),
            ][index % 4]
            return Case(
                number: 100 + index, name: "\(family)^\(given)", born: "19\(50 + index)0\(index % 9 + 1)11",
                sex: index % 2 == 0 ? .female : .male, id: "3\(1000 + index)", modality: kind.0, part: kind.1,
                words: kind.2, priority: .routine, waiting: 170 + index * 7, indication: "Follow-up.",
                priors: index % 6, accession: "48\(10 + index)")
        }

    private static let remarkable = [
        Case(
            number: 3, name: "AL-HASHIMI^Noor", born: "19970204", sex: .female, id: "00207", modality: "DX",
            part: "CHEST", words: "Chest, 1 view", priority: .stat, waiting: 18,
            indication: "Sudden dyspnoea, fever 39.1. Pneumonia? Pneumothorax?", priors: 1, accession: "4713"),
        Case(
            number: 2, name: "YAMADA^Tarō=山田^太郎", born: "19720118", sex: .male, id: "00511", modality: "CT",
            part: "CHEST", words: "Pulmonary angiography", priority: .stat, waiting: 12,
            indication: "Tachycardia after knee replacement.", status: .readBy("Lee"), accession: "4712"),
        Case(
            number: 1, name: "DOE^Jane", born: "19590312", sex: .female, id: "00123", modality: "CT", part: "HEAD",
            words: "Head without contrast", priority: .stat, waiting: 7,
            indication: "Fall from standing, on apixaban. GCS 14.", priors: 3, accession: "4711"),
        Case(
            number: 4, name: "PETROV^Ivan", born: "19550630", sex: .male, id: "00822", modality: "MR", part: "BRAIN",
            words: "Brain with and without contrast", priority: .urgent, waiting: 41, indication: "New focal seizure.",
            status: .draft, priors: 5, accession: "4698"),
        Case(
            number: 9, name: "الهاشمي^نور", born: "20261118", sex: .female, id: "00931", modality: "DX", part: "CHEST",
            words: "Chest portable neonate", priority: .urgent, waiting: 55, indication: "Term newborn, grunting.",
            site: "Children's", accession: "4702"),
        Case(
            number: 12, name: nil, born: nil, sex: nil, id: "TRAUMA-7", modality: "CT", part: "WHOLEBODY",
            words: "Trauma whole body with contrast", priority: .urgent, waiting: 58, indication: nil,
            accession: nil),
        Case(
            number: 5, name: "NGUYEN^Thi Hoa", born: "19810505", sex: .female, id: "01002", modality: "US",
            part: "ABDOMEN", words: "Abdomen complete", priority: .routine, waiting: 160,
            indication: "Right upper quadrant pain.",
            status: .claimed, priors: 2, accession: "4640"),
        Case(
            number: 6, name: "SMITH^Mary-Anne", born: "19740922", sex: .female, id: "01111", modality: "MG",
            part: "BREAST", words: "Screening bilateral", priority: .routine, waiting: 150,
            status: .signedHere(.preliminary), priors: 7, accession: "4633"),
        Case(
            number: 8, name: "WOLFESCHLEGELSTEINHAUSENBERGERDORFF^Hubert Blaine^Adolph Charles^Prof. Dr.^Sr.",
            born: "19140803", sex: .male, id: "WXYZ-0000-1234-5678-9999", modality: "CT", part: "ABDOMEN",
            words: "Abdomen and pelvis with oral and intravenous contrast, late phase", priority: .routine,
            waiting: 140, indication: String(repeating: "Long story short, abdominal pain since spring. ", count: 6),
            priors: 12, site: "St. Bartholomew's and the Royal", accession: "ACC-2026-11-000004630"),
        Case(
            number: 10, name: "GARCÍA LÓPEZ^Ana", born: "19930214", sex: .female, id: "01414", modality: "PX",
            part: "JAW", words: "Panoramic", priority: .routine, waiting: 130, status: .filed(.final),
            accession: "4622"),
        Case(
            number: 11, name: "KIM^Soo", born: "19661231", sex: .other, id: "01600", modality: "US", part: "ABDOMEN",
            words: "Abdomen complete", priority: .routine, waiting: 125, status: .needsAttention, accession: "4610"),
    ]
}
