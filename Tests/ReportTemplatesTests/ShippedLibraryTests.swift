import Radiology
import Testing

@testable import ReportTemplates

@Suite struct ShippedLibraryTests {
    static let names = TemplateLibrary.shippedFiles.map(\.name)

    @Test(arguments: names) func everyFileReadsWithoutADeviation(name: String) throws {
        let file = try #require(TemplateLibrary.shippedFiles.first { $0.name == name })
        let read = try Template.read(mrrt: file.bytes)
        #expect(read.deviations == [])
        #expect(read.template.identifier == "urn:readroom:template:" + name.replacing(".html", with: ""))
    }

    @Test func theLibraryHasWhatItPromises() {
        #expect(
            TemplateLibrary.shipped.templates.map {
                "\($0.title): \($0.sections.count) sections, \($0.fields.count) fields"
            }
                == [
                    "Chest X-ray: 6 sections, 13 fields", "CT head: 6 sections, 19 fields",
                    "CT chest: 6 sections, 21 fields", "CT abdomen and pelvis: 6 sections, 26 fields",
                    "US abdomen: 6 sections, 23 fields", "MR brain: 6 sections, 18 fields",
                    "Plain report: 6 sections, 9 fields", "Addendum: 1 sections, 1 fields",
                    "Critical result note: 6 sections, 14 fields", "CT coronary angiography: 6 sections, 27 fields",
                    "CT head, stroke: 6 sections, 25 fields", "CT chest, lung cancer screening: 6 sections, 25 fields",
                    "CT pulmonary embolism (CTPA): 6 sections, 23 fields", "CT trauma: 6 sections, 29 fields",
                    "Panoramic dental X-ray: 6 sections, 20 fields", "Mammography: 6 sections, 26 fields",
                    "MR heart: 6 sections, 32 fields", "MR knee: 6 sections, 24 fields",
                    "MR liver: 6 sections, 29 fields", "MR prostate: 6 sections, 29 fields",
                    "MR cervical spine: 6 sections, 27 fields", "MR lumbar spine: 6 sections, 29 fields",
                    "Bone scan: 6 sections, 20 fields", "Tumour response (RECIST 1.1): 6 sections, 34 fields",
                    "PET/CT oncology: 6 sections, 35 fields", "US carotid arteries: 6 sections, 25 fields",
                    "US leg veins: 6 sections, 20 fields", "US pregnancy, fetal anatomy: 6 sections, 32 fields",
                    "US pregnancy, first trimester: 6 sections, 25 fields", "US pelvis: 6 sections, 26 fields",
                    "US thyroid: 6 sections, 20 fields", "X-ray extremity: 6 sections, 19 fields",
                    "X-ray spine: 6 sections, 17 fields",
                ])
    }

    @Test(arguments: TemplateLibrary.shipped.templates) func aTemplateIsSound(template: Template) {
        #expect(Set(template.fields.map(\.id)).count == template.fields.count)
        for field in template.fields {
            #expect(!field.label.isEmpty)
            if case .number = field.kind { #expect(field.label == "ASPECTS" || field.unit != nil, "\(field.label)") }
            let defaults = field.options.filter(\.isDefault).count
            // What only the reader knows, such as the side, begins empty and is asked for at signing.
            let expected = field.completionAction == .none ? 1 : 0
            if case .pickOne = field.kind { #expect(defaults == expected, "\(field.label)") }
        }
        for section in template.sections {
            #expect(section.role != nil, "\(section.title)")
            #expect(section.role.map { section.codes.contains($0.concept) } == true, "\(section.title)")
        }
    }

    @Test(arguments: TemplateLibrary.shipped.templates) func aNormalReportIsSignableWithoutTyping(template: Template) {
        let content = ReportContent(template: template, context: Fixture.context)
        let mustBeWritten = content.places.contains { place in
            guard case .field(let id) = place.target, let field = template.field(id) else { return false }
            return field.completionAction != .none && content.value(of: id).isEmpty
        }
        #expect(content.completionObstacles().isEmpty == !mustBeWritten, "\(content.completionObstacles())")
        let text = content.plainText()
        #expect(!text.contains("["))
        for line in text.split(separator: "\n") { #expect(line.count <= 76) }
        if !mustBeWritten { #expect(text.contains("IMPRESSION\n")) }
    }

    @Test func everyLOINCCodeHasItsCheckDigit() {
        let templates = TemplateLibrary.shipped.templates
        let codes =
            templates.flatMap(\.scope.procedures) + templates.flatMap { $0.sections.flatMap(\.codes) }
            + SectionRole.allCases.map(\.concept)
        for code in codes where code.scheme == "LN" {
            let parts = code.value.split(separator: "-")
            let digits = (parts.first ?? "").reversed().compactMap(\.wholeNumberValue)
            let sum = digits.enumerated().reduce(0) { sum, digit in
                let value = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
                return sum + value / 10 + value % 10
            }
            #expect(parts.last == "\((10 - sum % 10) % 10)", "\(code.value)")
        }
    }

    @Test func theNormalChestReportReadsLikeOne() throws {
        let template = try #require(TemplateLibrary.shipped.template(identifier: "urn:readroom:template:chest-x-ray"))
        let text = ReportContent(template: template, context: Fixture.context).plainText()
        #expect(
            text == """
                INDICATION
                Cough and fever for three days.

                TECHNIQUE
                Examination: Chest, 2 views

                COMPARISON
                None available.

                FINDINGS
                Lines and devices: None.
                Lungs: Clear. No consolidation or nodule.
                Pleura: No pleural effusion or pneumothorax.
                Heart and mediastinum: Normal size and contour.
                Hila and vessels: Normal.
                Bones and soft tissues: No acute osseous abnormality.

                IMPRESSION
                No acute cardiopulmonary abnormality.

                """)
    }
}

enum Fixture {
    static let context = MergeContext(values: [
        .indication: "Cough and fever for three days.", .studyDescription: "Chest, 2 views",
    ])

    static func template(_ brackets: String) throws -> Template {
        try Template.read(bracketText: brackets, identifier: "urn:test", title: "Test")
    }
}
