import Radiology
import ReportTemplates
import Testing

@Suite struct ComparableStudiesTests {
    private func study(
        _ uid: String, _ description: String, _ modality: String, _ date: String, _ time: String? = nil,
        part: String? = nil
    ) -> Study {
        Study(
            uid: StudyInstanceUID(rawValue: uid)!,
            patient: Patient(
                identifier: PatientIdentifier(id: PatientID(rawValue: "P1")!), name: PersonName(dicom: "DOE^Jane")),
            date: CalendarDate(dicom: date), time: time.flatMap { TimeOfDay(dicom: $0) }, description: description,
            modalities: [Modality(rawValue: modality)], bodyPart: part)
    }

    @Test(arguments: [
        ("Pelvis and hip radiograph", "DX", nil, false), ("Wrist radiograph", "CR", "WRIST", false),
        ("Chest CT", "CT", nil, true), ("Thorax p.a.", "CR", nil, true), ("Whole body", "PT", nil, true),
        ("Something", "DX", nil, false),
    ])
    func onlyWhatShowsTheSamePart(description: String, modality: String, part: String?, fits: Bool) {
        let chest = study("1.2.1", "Chest X-ray", "DX", "20261121", part: "CHEST")
        #expect(chest.isComparable(with: study("1.2.2", description, modality, "20240101", part: part)) == fits)
    }

    @Test func theOtherSideIsNoComparison() {
        let right = study("1.2.1", "Wrist right", "DX", "20261121")
        #expect(right.isComparable(with: study("1.2.2", "Wrist right", "DX", "20240101")))
        #expect(right.isComparable(with: study("1.2.2", "Wrists both", "DX", "20240101")))
        #expect(!right.isComparable(with: study("1.2.2", "Wrist left", "DX", "20240101")))
    }

    @Test func whatIsNotEarlierIsNoComparison() {
        let chest = study("1.2.1", "Chest", "DX", "20261121", "0311")
        #expect(chest.isComparable(with: study("1.2.2", "Chest", "DX", "20261121", "0310")))
        #expect(!chest.isComparable(with: study("1.2.2", "Chest", "DX", "20261121", "0312")))
        #expect(!chest.isComparable(with: study("1.2.2", "Chest", "DX", "20261121")))
        #expect(!chest.isComparable(with: study("1.2.2", "Chest", "DX", "20261122")))
        #expect(!chest.isComparable(with: chest))
    }

    @Test func withoutAPartOnlyTheSameExaminationIs() {
        let one = study("1.2.1", "Protocol 7", "MR", "20261121")
        #expect(one.isComparable(with: study("1.2.2", "protocol 7", "MR", "20240101")))
        #expect(!one.isComparable(with: study("1.2.2", "Protocol 8", "MR", "20240101")))
        #expect(!one.isComparable(with: study("1.2.2", "Protocol 7", "CT", "20240101")))
    }

    @Test func aRadiographIsOneHoweverItsPlateWasRead() {
        #expect(study("1.2.1", "", "CR", "20261121").hasKind(of: study("1.2.2", "", "DX", "20261121")))
        #expect(!study("1.2.1", "", "CR", "20261121").hasKind(of: study("1.2.2", "", "CT", "20261121")))
    }
}
