import Radiology
import ReportTemplates
import Testing
import Wording

@testable import Workstation

/// A report is in one language: its template's, whatever the screens are written in.
@Suite struct ReportLanguageTests {
    private func draft(language: String) -> Draft {
        let section = Section(
            id: .init(rawValue: "1"), title: "BEFUND",
            elements: [
                .field(
                    Field(
                        id: .init(rawValue: "a"), label: "Patient", kind: .text, mergeField: .patientSex))
            ])
        let template = Template(identifier: "t", title: "T", language: language, sections: [section])
        let context = MergeContext(detail: Fixture.detail(), language: language)
        var draft = Draft(
            detail: Fixture.detail(), content: ReportContent(template: template, context: context), matchReason: "")
        draft.actionable = [
            ActionableFinding(
                category: .critical, text: "distale Radiusfraktur", foundAt: Fixture.now,
                communication: .init(
                    toldTo: "Dr. Weber", toldBy: "Dr. Roe", at: Fixture.now, means: "by telephone", readBack: true))
        ]
        return draft
    }

    private func unwrapped(_ draft: Draft) -> String {
        draft.reportText().split { $0.isWhitespace }.joined(separator: " ")
    }

    @Test func whatIsWrittenByItselfIsInTheTemplatesLanguage() {
        let german = draft(language: "de-AT")
        let text = unwrapped(german)
        #expect(text.contains("Patient: weiblich"))
        #expect(text.contains("Kritischer Befund: distale Radiusfraktur, erhoben"))
        #expect(text.contains("telefonisch, rückgelesen."))
        #expect(german.reportSections().last?.title == "Mitteilung")
        #expect(!text.contains("inding") && !text.contains("ommunicat"))
        let english = unwrapped(draft(language: "en"))
        #expect(english.contains("Patient: female") && english.contains("by telephone, read back."))
    }

    @Test func anAddendumIsInTheLanguageOfWhatItAddsTo() {
        var version = Fixture.version()
        version.language = "de"
        var state = Fixture.state()
        _ = state.open(Fixture.row(1), reporting: true)
        _ = state.update(.study(.opened(Fixture.bundle(versions: [version]), reporting: true)))
        #expect(state.editor?.draft.isAddendum == true)
        #expect(state.editor?.draft.language == "de")
    }
}
