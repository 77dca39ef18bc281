import Radiology
import Testing

@testable import ReportTemplates

@Suite struct TemplateChoiceTests {
    private func best(_ context: MatchContext) -> RankedMatch? {
        TemplateLibrary.shipped.choose(for: context).first
    }

    @Test(arguments: [
        ("CT", "HEAD", "Head without contrast", "CT head"), ("CT", nil, "CT Head without contrast", "CT head"),
        ("CT", "CHEST", "Chest", "CT chest"), ("CT", nil, "Thoracic aorta", "CT chest"),
        ("CT", "ABDOMEN", "Abdomen and pelvis with contrast", "CT abdomen and pelvis"),
        ("CT", "ABDOMEN", "", "CT abdomen and pelvis"), ("CT", "CHESTABDPELVIS", "", "Plain report"),
        ("CT", "CSPINE", "Cervical spine", "Plain report"), ("CT", nil, "", "Plain report"),
        ("CT", "KNEE", "Knee left", "Plain report"), ("DX", "CHEST", "Chest, 1 view", "Chest X-ray"),
        ("CR", nil, "Thorax p.a.", "Chest X-ray"), ("US", "ABDOMEN", "Abdomen complete", "US abdomen"),
        ("US", nil, "Thyroid", "US thyroid"), ("MR", "BRAIN", "Brain with and without", "MR brain"),
        ("MR", "KNEE", "Knee right", "MR knee"), ("MG", "BREAST", "Screening bilateral", "Mammography"),
        ("PX", nil, "Panoramic", "Plain report"), ("CT", "HEAD", "Head and cervical spine", "Plain report"),
    ])
    func theBestTemplate(modality: String, bodyPart: String?, description: String, title: String) {
        let context = MatchContext(
            modalities: [Modality(rawValue: modality)], bodyPart: bodyPart, description: description)
        #expect(best(context)?.template.title == title)
    }

    @Test func theReasonSaysWhatMatched() {
        let context = MatchContext(modalities: [.computedTomography], bodyPart: "HEAD")
        #expect(best(context)?.reason == "matched: modality, body part")
        #expect(best(MatchContext())?.reason == "fits any examination")
    }

    @Test func aProcedureCodeDecides() {
        let code = CodedConcept("24590-2", "LN", "MR Brain")
        let match = best(MatchContext(procedures: [code], modalities: [.magneticResonance]))
        #expect(match?.template.title == "MR brain")
        #expect(match?.reason == "matched: procedure, modality")
    }

    @Test func anotherModalityIsNeverOfferedAndThePlainReportAlways() {
        let matches = TemplateLibrary.shipped.choose(for: MatchContext(modalities: [.ultrasound], bodyPart: "HEAD"))
        #expect(matches.first?.template.title == "Plain report")
        #expect(matches.contains { $0.template.title == "US abdomen" })
        #expect(matches.allSatisfy { [[], [.ultrasound]].contains($0.template.scope.modalities) })
        let empty = TemplateLibrary([]).choose(for: MatchContext(modalities: [.ultrasound]))
        #expect(empty.map(\.template.title) == ["Plain report"])
    }

    @Test(arguments: [
        ("Head without contrast", Contrast.without), ("Chest w/o contrast", .without), ("Abdomen with contrast", .with),
        ("Brain with and without contrast", .withoutAndWith), ("Brain with and without", .withoutAndWith),
        ("Thorax nativ", .without), ("Noncontrast CT", .without), ("Contrast enhanced MRI", .with),
    ])
    func contrastInWords(words: String, contrast: Contrast) {
        #expect(Contrast(words: words) == contrast)
    }

    /// A template for a wrist with normal defaults is not one for an ankle; one for limbs is for both.
    @Test(arguments: [
        ("wrist", "WRIST", true), ("wrist", "ANKLE", false), ("wrist", "HAND", false), ("hip", "KNEE", false),
        ("extremity", "ANKLE", true), ("foot", "Foot left 3 views", true), ("shoulder", "ELBOW", false),
    ])
    func aTemplateForAJointIsForThatJoint(anatomy: String, bodyPart: String, fits: Bool) {
        let own = Template(
            identifier: Template.personalPrefix + "mine", title: "Mine",
            scope: Scope(modalities: [.digitalRadiography], anatomy: [CodedConcept("", "", anatomy)]), sections: [])
        let library = TemplateLibrary([own] + TemplateLibrary.shipped.templates)
        let context = MatchContext(modalities: [.digitalRadiography], bodyPart: bodyPart)
        #expect((library.choose(for: context).first?.template.title == "Mine") == fits)
    }

    @Test func silenceIsNotAContrastPhase() {
        #expect(Contrast(words: "Chest") == nil)
        #expect(Contrast(words: "Patient with cough") == nil)
        #expect(Laterality(words: "Knee") == nil)
        #expect(Laterality(words: "Knee left") == .left)
    }
}
