import Foundation
import Radiology
import Testing

@testable import ReportTemplates

/// Import, export, import: the same template, of everything there is.
@Suite struct MRRTWriterTests {
    private func expectSame(_ template: Template, _ name: String) throws {
        let text = template.mrrt()
        let again = try Template.read(mrrt: Array(text.utf8))
        #expect(again.template == template, "\(name)")
        #expect(!again.deviations.contains { $0.severity == .error }, "\(name): \(again.deviations)")
        #expect(again.template.mrrt() == text, "\(name)")
    }

    @Test func theShippedLibraryComesBackAsItIs() throws {
        for template in TemplateLibrary.shipped.templates { try expectSame(template, template.title) }
    }

    @Test(arguments: SampleFilesTests.files) func aRealFileComesBackAsItWasRead(file: URL) throws {
        guard let read = try? Template.read(mrrt: Array(try Data(contentsOf: file))) else { return }
        try expectSame(read.template, file.lastPathComponent)
    }

    /// A mark that combines with a quotation mark or a `<` makes one character of both, and hides it from a search.
    @Test(arguments: ["quoted \"\u{301} and on", "less <\u{301}b> than", "and &\u{301}lt; more"])
    func whatCombinesHidesNothing(text: String) throws {
        let field = Field(id: .init(rawValue: "a"), label: text, kind: .text, defaultText: text)
        let section = Section(id: .init(rawValue: "1"), title: text, elements: [.field(field)])
        let template = Template(identifier: "urn:test:marks", title: text, sections: [section])
        try expectSame(template, text)
    }

    @Test func whatIsHardToWriteComesBack() throws {
        let condition = Condition(field: .init(rawValue: "a"), values: ["x, y", "1=2|3"], isNegated: true)
        var odd = Field(
            id: .init(rawValue: "a"), label: "A \"quoted\" <b> & label: with colon:", kind: .text,
            defaultText: "Patient Age", completionAction: .prohibit, hint: "Patient Age", verbalTrigger: "go there",
            codes: [CodedConcept("RID58", "RADLEX", "liver"), CodedConcept("1-2", "LN", "a & b")])
        odd.textUnit = "cm/s"
        let list = PickList([
            .init("please select", label: "--", code: CodedConcept("x", "99X", "y")), .init("yes", label: "Oui"),
        ])
        let fields: [Field] = [
            odd,
            Field(id: .init(rawValue: "b"), label: "b", printsLabel: false, kind: .pickOne(list), condition: condition),
            Field(id: .init(rawValue: "c"), label: "Free", kind: .pickOne(list), defaultText: "neither"),
            Field(id: .init(rawValue: "d"), label: "Lines", kind: .multiline, defaultText: "one\n\n  two\n"),
            Field(id: .init(rawValue: "e"), label: "Size", kind: .number(.init(unit: "mm", minimum: 0.5, maximum: 9))),
            Field(id: .init(rawValue: "f"), label: "Box", kind: .checkbox("yes"), defaultText: "yes", score: "ti-rads"),
        ]
        let nested = Section(
            id: .init(rawValue: "1.1"), title: "Inside", level: 2, isRequired: true,
            elements: [.lineBreak, .field(fields[4]), .text("  two spaces  "), .lineBreak, .lineBreak, .caption("C")])
        let section = Section(
            id: .init(rawValue: "1"), title: "FINDINGS: odd", role: .technique,
            elements: [
                .text("Text."), .field(fields[0]), .instruction("look <here>"), .lineBreak, .field(fields[1]),
                .section(nested), .field(fields[2]), .lineBreak, .field(fields[3]), .field(fields[5]), .lineBreak,
            ])
        var template = Template(
            identifier: "urn:x", title: "T & Co", language: "de", status: .draft, purpose: .addendum,
            scope: Scope(
                modalities: [.computedTomography], procedures: [CodedConcept("36643-5", "LN", "XR Chest 2 Views")],
                contrast: .withoutAndWith, laterality: .both),
            sections: [section])
        template.provenance.creators = ["A", "B"]
        template.provenance.contributors = ["C"]
        try expectSame(template, "odd")
    }
}
