import Radiology
import ReportTemplates
import Testing

@testable import ReportChecks

/// Numbers, dates, names and slips of the keys.
@Suite struct FigureTests {
    private func says(_ sign: String, _ fixture: Fixture) -> Bool { fixture.sentences.contains { $0.contains(sign) } }

    @Test(arguments: [
        ("A nodule measuring 12.", true), ("A cyst of 12 x 8 in the liver.", true), ("Hematoma up to 9 thick.", true),
        ("Der Herd misst 14.", true), ("The duct measures 12, previously 10 mm.", true),
        ("A nodule measuring 12 mm.", false),
        ("A cyst of 12 x 8 x 4 mm.", false), ("Der Herd misst 14 mm.", false),
        ("Measures 12 (previously 10) mm.", false),
        ("Attenuation measures 40 HU.", false), ("Series 4 image 12.", false), ("Fracture of L2.", false),
        ("Matrix 512 x 512.", false), ("Stenosis measures 60 %.", false), ("1. Nodule of 4 mm.\n2. Cyst.", false),
    ])
    func units(findings: String, isFound: Bool) {
        #expect(says("has no unit", Fixture(findings: findings, impression: "As above.")) == isFound)
    }

    @Test(arguments: [
        ("A 45 cm lung nodule.", true), ("The common bile duct measures 60 mm.", true),
        ("The right kidney measures 5 x 4 mm.", true),
        ("The common bile duct measures 6 mm.", false), ("Right renal cyst of 5 mm.", false),
        ("The right kidney measures 10.5 cm.", false),
        ("Aorta measures 31 mm.", false), ("Tube tip 4 cm above the carina.", false),
        ("Normal kidney. Cyst of 3 mm.", false),
        ("Calculus of 4 mm in the left kidney.", false), ("Abdominal aortic aneurysm of 8.2 cm.", false),
    ])
    func plausible(findings: String, isFound: Bool) {
        #expect(says("implausible", Fixture(findings: findings, impression: "As above.")) == isFound)
    }

    @Test(arguments: [
        ("Nodule of 12 mm.", "12 cm nodule.", true), ("Nodule of 12 mm.", "1.2 mm nodule.", true),
        ("Nodule of 12 mm.", "1.2 cm nodule.", false),
        ("Calculus of 5 mm. Aorta of 5 cm.", "Aortic aneurysm of 5 cm.", false),
        ("Nodule of 12 mm.", "Aorta 12 cm.", false),
    ])
    func millimetresAndCentimetres(findings: String, impression: String, isFound: Bool) {
        #expect(says("ten times", Fixture(findings: findings, impression: impression)) == isFound)
    }

    @Test(arguments: [
        ("CT of 2024-05-06.", true), ("CT vom 6. Mai 2024.", true), ("Compared with May 6, 2024.", true),
        ("CT from 2023.", true),
        ("CT of 2025-02-11.", false), ("CT of 11 February 2025.", false), ("CT vom 11.02.2025.", false),
        ("CT of 02/11/2025.", false),
        ("CT of February 2025.", false), ("Prior CT.", false),
    ])
    func comparisonsThatAreUnknown(comparison: String, isFound: Bool) {
        var fixture = Fixture(comparison: comparison, findings: "Clear.", impression: "As above.")
        #expect(!says("not among", fixture), "nothing is known")
        fixture.priors = [Fixture.prior("20250211")]
        #expect(says("not among", fixture) == isFound)
    }

    @Test(arguments: [
        ("None available.", "CT chest", "CT", true), ("Keine.", "CT chest", "CT", true),
        ("CT of 2025-02-11.", "CT chest", "CT", false),
        ("None available.", "CT knee", "CT", false), ("None available.", "MR chest", "MR", false),
        ("", "CT chest", "CT", false),
    ])
    func comparisonsThatAreMissing(comparison: String, title: String, modality: String, isFound: Bool) {
        var fixture = Fixture(comparison: comparison, findings: "Clear.", impression: "As above.")
        fixture.detail = Fixture.detail(description: "CT Thorax", bodyPart: "CHEST")
        fixture.priors = [Fixture.prior("20250211", modality, title)]
        #expect(says("none is cited", fixture) == isFound)
    }

    @Test(arguments: [
        ("72-year-old woman.", "The age", true), ("Patient aged 45.", "The age", true),
        ("45-jährige Patientin.", "The age", true),
        ("66-year-old woman.", "The age", false), ("67-year-old woman.", "The age", false),
        ("20-year-old fracture.", "The age", false),
        ("45-year-old sister with cancer.", "The age", false), ("Age: 66", "The age", false),
        ("Age: 30", "The age", true),
        ("Mrs Smith fell.", "The name", true), ("Patient: Smith.", "The name", true),
        ("Frau Meier stürzte.", "The name", true),
        ("Mrs Doe fell.", "The name", false), ("Mrs. Jane Doe fell.", "The name", false),
        ("MR Knee left.", "The name", false),
        ("Discussed with Mrs Smith, RN.", "The name", false), ("66-year-old man.", "other sex", true),
        ("He fell.", "other sex", true),
        ("66-year-old female.", "other sex", false), ("Discussed with Dr Hale, he agrees.", "other sex", false),
        ("Mr Doe fell.", "other sex", true), ("Male pattern of fat.", "other sex", false),
    ])
    func identity(history: String, sign: String, isFound: Bool) {
        let fixture = Fixture(history: history, findings: "Clear.", impression: "As above.")
        #expect(says(sign, fixture) == isFound, "\(history): \(fixture.sentences)")
    }

    @Test(arguments: [
        ("There is the the nodule.", true), ("Der der Herd.", true), ("No no effusion.", true),
        ("Nodule in in the lung.", true),
        ("The fact that that is so.", false), ("He had had surgery.", false), ("Clear.\nClear.", false),
        ("C5 C5.", false),
        ("Die Lunge, die die Rippen berührt.", false), ("Effusion, effusion.", false),
    ])
    func doubledWords(findings: String, isFound: Bool) {
        #expect(says("twice", Fixture(findings: findings, impression: "As above.")) == isFound)
    }

    @Test(arguments: [
        ("Patient Age presents with pain.", true), ("Seen on <date> again.", true), ("Size *** mm.", true),
        ("As in RDE196 above.", true),
        ("a < b and c > d.", false), ("The patient age is known.", false), ("Grade ** of three.", true),
    ])
    func placeholdersInSentences(findings: String, isFound: Bool) {
        #expect(says("placeholder", Fixture(findings: findings, impression: "As above.")) == isFound)
    }

    /// A field's label, its side and its place are part of what it says.
    @Test func obstaclesHaveTheirPlace() {
        let fixture = Fixture(findings: "Right pneumothorax.", impression: "No pneumothorax.")
        let found = fixture.obstacles.first {
            $0.sentence.contains("denies pneumothorax") || $0.sentence.contains("state it")
        }
        #expect(found?.place == .freeText(Section.ID(rawValue: "4")))
        #expect(found?.severity == .alert)
    }

    @Test func noTextIsTooStrange() {
        var random = SystemRandomNumberGenerator()
        let words = [
            "no", "pneumothorax", "left", "right", "12", "x", "mm", ",", ".", "(", "[", "\n", "12.", "3,4,5",
            "2025-02-", "Mr", "-", ":", "ä", "\u{301}",
            "👨‍👩‍👧", "\u{0}", "BI-RADS", "TR", "LR", "4", "without", "compared", "with", "Patient", "year-old", "\u{FFFC}",
            "<", "*", "?", "aged", "of", "May",
        ]
        for _ in 0..<400 {
            let text = (0..<30).compactMap { _ in words.randomElement(using: &random) }.joined(
                separator: Bool.random() ? " " : "")
            var fixture = Fixture(technique: text, history: text, comparison: text, findings: text, impression: text)
            fixture.priors = [Fixture.prior("20250211")]
            _ = fixture.obstacles
        }
    }

    /// Twice the text takes about twice the time; a quadratic check would take four times as long.
    @Test func timeIsLinear() {
        func time(_ count: Int) -> Duration {
            let text = String(
                repeating:
                    "No pneumothorax, small left effusion of 12 mm, compared with 2025-02-11 and no change in it ",
                count: count)
            let fixture = Fixture(findings: text, impression: "As above.")
            return ContinuousClock().measure { _ = fixture.obstacles }
        }
        _ = time(20)
        #expect(time(320) < time(80) * 10)
    }
}
