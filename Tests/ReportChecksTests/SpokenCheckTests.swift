import Radiology
import ReportTemplates
import Testing

@testable import ReportChecks

/// One line a case: what is said, and whether it is objected to.
@Suite struct SpokenCheckTests {
    private func says(_ sign: String, _ fixture: Fixture) -> Bool { fixture.sentences.contains { $0.contains(sign) } }

    @Test(arguments: [
        ("Right pleural effusion.", "Left pleural effusion.", true),
        ("Pleuraerguss rechts.", "Pleuraerguss links.", true),
        ("Small effusion on the right. No pneumothorax.", "Small left pleural effusion.", true),
        ("Fracture of the left distal radius.", "Right distal radius fracture.", true),
        ("Midline shift of 6 mm to the left.", "Midline shift to the right.", true),
        ("8 mm nodule in the left lower lobe.", "8 mm nodule in the right lower lobe.", true),
        ("Irregular mass in the left breast.", "Suspicious right breast mass.", true),
        ("Absent flow in the left ovary. Ovarian torsion.", "Torsion of the right ovary.", true),
        ("Left lower lobe nodule. Right renal cyst.", "Nodule in the left lung, cyst in the right kidney.", false),
        ("Bilateral pleural effusions, right greater than left.", "Left pleural effusion.", false),
        ("Right effusion. Left effusion, smaller.", "Left pleural effusion.", false),
        ("The right knee is narrowed compared with the left knee.", "Right knee osteoarthritis.", false),
        ("Multiple nodules. The largest is in the right upper lobe.", "Nodules, one in the left lower lobe.", false),
        ("No left effusion. Right pleural effusion.", "Right pleural effusion.", false),
        ("Enlarged left ventricle. Right atrium normal.", "Right heart failure.", false),
        ("Status post left nephrectomy. Right hydronephrosis.", "Right hydronephrosis.", false),
        ("Right pleural effusion.", "No left pleural effusion. Right pleural effusion.", false),
    ])
    func sidesOfOneThing(findings: String, impression: String, isFound: Bool) {
        #expect(says("The impression says", Fixture(findings: findings, impression: impression)) == isFound)
    }

    @Test(arguments: [
        ("XR Knee left", "KNEE", "", "Fracture of the right patella.", true),
        ("MR KNEE L", nil, "Sequences of the right knee.", "Medial meniscal tear.", true),
        ("Röntgen Knie links", "KNEE", "", "Fraktur der Patella rechts.", true),
        ("XR Hand left", "HAND", "", "Fracture of the right distal radius.", true),
        ("XR Knee left", "KNEE", "", "Fracture of the left patella.", false),
        ("XR Knee left", "KNEE", "", "Left patella is higher than the right patella.", false),
        ("XR Knee both", "KNEE", "", "Right knee osteoarthritis.", false),
        ("CT Chest", "CHEST", "", "Right pleural effusion.", false),
        ("MR Knee left", "KNEE", "", "Effusion in the right kidney.", false),
    ])
    func sideOfTheOrder(order: String, bodyPart: String?, technique: String, findings: String, isFound: Bool) {
        let detail = Fixture.detail(description: order, bodyPart: bodyPart)
        let fixture = Fixture(technique: technique, findings: findings, impression: "As above.", detail: detail)
        #expect(says("The order is for", fixture) == isFound, "\(fixture.sentences)")
    }

    @Test(arguments: [
        (Sex.male, "The uterus is normal.", true), (.male, "Status post hysterectomy.", true),
        (.female, "Prostate is enlarged.", true),
        (.female, "Zustand nach Prostatektomie.", true), (.male, "Beide Ovarien unauffällig.", true),
        (.male, "No uterus is seen.", false), (.male, "Mother with ovarian cancer.", false),
        (.female, "Fetal lobulation of the kidney.", false),
        (.female, "The uterus is normal.", false), (.other, "The uterus and the prostate.", false),
        (.male, "Processus vaginalis is patent.", false),
        (.male, "Prostate is normal.", false),
    ])
    func anatomyOfTheOtherSex(sex: Sex, findings: String, isFound: Bool) {
        let fixture = Fixture(findings: findings, impression: "As above.", detail: Fixture.detail(sex: sex))
        #expect(says("anatomy, the patient is", fixture) == isFound)
    }

    @Test(arguments: [
        ("Without intravenous contrast.", "Iohexol 350", "CT Chest", true),
        ("Natives CT.", "Iomeprol", "CT Thorax", true),
        ("With intravenous contrast.", nil, "CT Chest without contrast", true),
        ("Noncontrast CT.", nil, "CT Chest with contrast", true),
        ("Without and with intravenous contrast.", "Gadobutrol", "MR Brain", false),
        ("After 80 mL of iomeprol.", "Iomeprol", "CT Chest", false),
        ("Without intravenous contrast.", nil, "CT Chest", false),
        ("Oral contrast only.", nil, "CT Abdomen without contrast", false),
        ("Standard protocol.", "Iohexol", "CT Chest without contrast", false),
        ("CT without contrast. CT angiography.", "Iomeprol", "CT head", false),
    ])
    func contrast(technique: String, agent: String?, order: String, isFound: Bool) {
        let detail = Fixture.detail(description: order, contrast: agent)
        let fixture = Fixture(technique: technique, findings: "Clear.", impression: "As above.", detail: detail)
        #expect(says("The technique says", fixture) == isFound, "\(fixture.sentences)")
    }

    @Test(arguments: [
        ("Avidly enhancing mass.", true), ("No abnormal enhancement.", true),
        ("Kräftig kontrastmittelaufnehmende Läsion.", true),
        ("Enhancement cannot be assessed.", false), ("Enhancement: Not assessed without contrast.", false),
        ("Posterior acoustic enhancement.", false), ("Contrast-enhanced CT is recommended.", false),
        ("Previously enhancing lesion.", false), ("Clear.", false),
    ])
    func enhancementWithoutContrast(findings: String, isFound: Bool) {
        let fixture = Fixture(technique: "Noncontrast CT.", findings: findings, impression: "As above.")
        #expect(says("Enhancement is stated", fixture) == isFound)
        let given = Fixture(technique: "CT with intravenous contrast.", findings: findings, impression: "As above.")
        #expect(!says("Enhancement is stated", given))
    }

    @Test(arguments: [
        ("No pneumothorax.", "Small right pneumothorax.", true), ("Right pneumothorax.", "No pneumothorax.", true),
        ("Lungenembolie rechts.", "Keine Lungenembolie.", true), ("Kein Pneumothorax.", "Pneumothorax links.", true),
        ("Acute subdural hematoma.", "No intracranial hemorrhage.", true),
        ("Acute appendicitis.", "No acute abnormality.", true),
        ("Gallstones.", "Normal abdominal ultrasound.", true),
        ("Neither effusion nor pneumothorax.", "Pneumothorax.", true),
        ("A pneumothorax is not seen.", "Pneumothorax.", true),
        ("No acute fracture.", "Acute fracture of the radius.", true),
        ("No pneumothorax, but a small effusion.", "Small pleural effusion.", false),
        ("No acute fracture. Old rib fracture.", "Healed rib fracture.", false),
        ("No tension pneumothorax. Small pneumothorax.", "Small pneumothorax.", false),
        ("Skull: No fracture.", "Rib fracture.", false), ("No left pneumothorax.", "Right pneumothorax.", false),
        ("No change in the pneumothorax.", "Pneumothorax, unchanged.", false),
        ("Pneumothorax cannot be excluded.", "No definite pneumothorax.", false),
        ("Pneumothorax has resolved.", "No pneumothorax.", false),
        ("History of pulmonary embolism.", "No pulmonary embolism.", false),
        ("Degenerative changes.", "No acute abnormality.", false),
        ("No intracranial hemorrhage.", "Chronic infarct.", false),
        ("No longer any effusion.", "No effusion.", false), ("Possible pneumonia.", "No consolidation.", false),
        ("Kein Pneumothorax, jedoch Pleuraerguss links.", "Pleuraerguss links.", false),
    ])
    func contradictions(findings: String, impression: String, isFound: Bool) {
        let found = Fixture(findings: findings, impression: impression).sentences
        let isSaid = found.contains { $0.hasSuffix("deny it.") || $0.hasSuffix("state it.") || $0.hasSuffix("do not.") }
        #expect(isSaid == isFound, "\(findings) | \(impression): \(found)")
    }

    @Test(arguments: [
        ("Large right pneumothorax.", "", true), ("Akute Lungenembolie beidseits.", "", true),
        ("Free intraperitoneal air.", "", true),
        ("Acute aortic dissection.", "Will be communicated to Dr Hale.", true),
        ("Findings suspicious for testicular torsion.", "", true),
        ("Acute infarct in the left MCA territory.", "Not yet discussed with the team.", true),
        ("Spinal cord compression.", "Dr Hale could not be reached.", true),
        ("Endotracheal tube tip in the right main bronchus.", "", true),
        ("Active extravasation from the spleen.", "", true),
        ("Akutes Subduralhämatom.", "Der Befund wird telefonisch mitgeteilt.", true),
        ("Large right pneumothorax.", "Discussed with Dr Hale at 14:20.", false),
        ("Akute Lungenembolie.", "Dr. Hale wurde telefonisch informiert.", false),
        ("No pneumothorax.", "", false), ("Unchanged small pneumothorax.", "", false),
        ("Resolved pneumothorax.", "", false),
        ("Chronic subdural hematoma.", "", false), ("Evaluate for pulmonary embolism.", "", false),
        ("Possible pneumothorax.", "", false),
        ("Aortic aneurysm without rupture.", "", false), ("No cord compression.", "", false),
        ("Disc herniation at L4-5.", "", false),
        ("Old infarct in the left thalamus.", "", false), ("Splenic infarct.", "", false),
        ("Hemorrhagic ovarian cyst.", "", false),
    ])
    func criticalFindings(findings: String, told: String, isFound: Bool) {
        let fixture = Fixture(
            history: "Rule out pulmonary embolism.", findings: findings, impression: "As above. " + told)
        #expect(says("nobody told", fixture) == isFound, "\(findings) \(told): \(fixture.sentences)")
    }

    @Test func aMarkedFindingIsEnough() {
        var fixture = Fixture(findings: "Right pneumothorax. Free air.", impression: "As above.")
        let found = Instant(millisecondsSince1970: 0)
        fixture.actionable = [ActionableFinding(category: .critical, text: "Pneumothorax on the right", foundAt: found)]
        #expect(
            fixture.sentences.filter { $0.contains("nobody told") } == [
                "Critical finding not marked, and nobody told: free air."
            ])
        fixture.actionable.append(ActionableFinding(category: .critical, text: "see report", foundAt: found))
        #expect(!says("nobody told", fixture))
    }

    @Test(arguments: [
        ("BI-RADS 4B.", "", true), ("Lung-RADS 4A.", "", true), ("LR-5 observation.", "", true),
        ("PI-RADS: 5", "", true),
        ("CAD-RADS 3.", "", true), ("BI-RADS Kategorie 0.", "", true), ("TI-RADS 5 nodule of 12 mm.", "", true),
        ("BI-RADS 4B.", "Core biopsy.", false), ("BI-RADS 2.", "", false), ("Lung-RADS 2.", "", false),
        ("LR-3.", "", false),
        ("Previously BI-RADS 4, now benign.", "", false), ("TI-RADS 3 nodule of 8 mm.", "", false),
        ("No PI-RADS 4 lesion.", "", false),
        ("BI-RADS 0: recall for additional views.", "", false), ("BI-RADS 4. Biopsie empfohlen.", "", false),
    ])
    func categories(impression: String, recommendation: String, isFound: Bool) {
        let fixture = Fixture(findings: "As described.", impression: impression, recommendation: recommendation)
        #expect(says("asks for a recommendation", fixture) == isFound)
    }
}
