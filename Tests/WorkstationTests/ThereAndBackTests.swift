import Foundation
import Radiology
import ReportChecks
import ReportTemplates
import Testing

@testable import Workstation

/// From one template to another and back: nothing is lost, nothing is said twice, nothing is contradicted.
@Suite struct ThereAndBackTests {
    private static let lungs = Field.ID(rawValue: "lungs")
    private static let chest = Template(
        identifier: "chest", title: "Chest",
        sections: [
            Section(
                id: .init(rawValue: "1"), title: "FINDINGS", role: .findings,
                elements: [
                    .field(Field(id: lungs, label: "Lungs", kind: .multiline, defaultText: "Clear.")),
                    .field(Field(id: .init(rawValue: "heart"), label: "Heart", kind: .text, defaultText: "Normal.")),
                    .field(Field(id: .init(rawValue: "size"), label: "Size", kind: .number(.init(unit: "mm")))),
                ])
        ])
    private static let plain = Template(
        identifier: "plain", title: "Plain",
        sections: [Section(id: .init(rawValue: "9"), title: "FINDINGS", role: .findings)])

    private var draft: Draft {
        var draft = Draft(
            detail: Fixture.detail(), content: ReportContent(template: Self.chest), matchReason: "fits")
        draft.content.setText("Large consolidation.\nCavitation.", in: Self.lungs)
        draft.content.setText("12", in: .init(rawValue: "size"))
        draft.edits += 2
        return draft
    }

    private func choose(_ template: Template, for draft: inout Draft) {
        draft.switchTemplate(to: template, reason: "", context: MergeContext())
    }

    @Test func thereAndBackIsWhatItWas() {
        var draft = draft
        let before = draft.content
        choose(Self.plain, for: &draft)
        #expect(draft.content.plainText().contains("Lungs: Large consolidation.\nCavitation.\nSize: 12 mm"))
        choose(Self.chest, for: &draft)
        #expect(draft.content == before && draft.matchReason == "fits")
    }

    @Test func theSameOverAThirdTemplate() {
        var draft = draft
        let before = draft.content
        choose(Self.plain, for: &draft)
        var third = Self.plain
        third.identifier = "third"
        choose(third, for: &draft)
        #expect(draft.content.template == third)
        choose(Self.chest, for: &draft)
        #expect(draft.content == before)
    }

    @Test func whatWasWrittenMeanwhileFindsItsFields() {
        var draft = draft
        choose(Self.plain, for: &draft)
        draft.go(to: 0)
        draft.insert("\n\nRib fracture.", joins: false)
        choose(Self.chest, for: &draft)
        #expect(draft.content.value(of: Self.lungs).text == "Large consolidation.\nCavitation.")
        #expect(draft.content.value(of: .init(rawValue: "size")).text == "12")
        #expect(draft.content.value(of: .init(rawValue: "heart")).origin == .default)
        let text = draft.content.plainText()
        #expect(text.contains("Rib fracture.") && !text.contains("Clear."))
        #expect(text.components(separatedBy: "Large consolidation").count == 2)
        // "Heart: Normal." was never looked at, and the free text may be about it.
        #expect(draft.sectionsToReread.map(\.title) == ["FINDINGS"])
    }

    /// What was merged in one language is merged in the other's, and is not text that somebody typed.
    @Test func anotherLanguageMergesAnew() {
        func template(_ language: String) -> Template {
            let field = Field(id: .init(rawValue: "sex"), label: "Patient", kind: .text, mergeField: .patientSex)
            return Template(
                identifier: language, title: language, language: language,
                sections: [Section(id: .init(rawValue: "1"), title: "FINDINGS", elements: [.field(field)])])
        }
        func context(_ language: String) -> MergeContext {
            MergeContext(detail: Fixture.detail(), language: language)
        }
        var draft = Draft(
            detail: Fixture.detail(), content: ReportContent(template: template("en"), context: context("en")),
            matchReason: "")
        #expect(draft.content.plainText().contains("female"))
        draft.switchTemplate(to: template("de"), reason: "", context: context("de"))
        #expect(draft.content.plainText().contains("weiblich") && !draft.content.plainText().contains("female"))
    }

    /// Words of an earlier report are not the reader's own by changing the template.
    @Test func whatWasCopiedStaysMarked() {
        var draft = Draft(detail: Fixture.detail(), content: ReportContent(template: Self.plain), matchReason: "")
        draft.content.setFreeText("Lungs: Mass.", in: .init(rawValue: "9"))
        let target = ReportPlace.Target.freeText(.init(rawValue: "9"))
        draft.copied = [target: CopiedText(source: "CT 2025-02-11", text: "Lungs: Mass.")]
        choose(Self.chest, for: &draft)
        #expect(draft.copiedSource(at: .freeText(.init(rawValue: "1"))) == "CT 2025-02-11")
        #expect(draft.content.value(of: Self.lungs).origin == .default)
    }

    @Test func nobodyGoesBackOverWhatWasWrittenSince() throws {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("Nodule.")
        state.take(.templatesOpened)
        _ = state.update(.dialog(.confirmed))
        let switched = try #require(state.wait(1).savedDrafts.last)
        #expect(switched.left != nil)
        state.type("More.")
        let written = try #require(
            state.update(
                .editor(
                    .draftSaved(switched.study, edits: switched.edits, at: state.system.now, begunAt: switched.begunAt))
            ).savedDrafts.last ?? state.wait(2).savedDrafts.last)
        #expect(written.left == nil && written.content == state.editor?.draft.content)
    }

    @Test func undoGoesBackToTheTemplateBefore() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("Nodule.")
        let before = state.editor?.draft.content
        let candidate = state.editor?.candidateIndex
        state.take(.templatesOpened)
        _ = state.update(.dialog(.confirmed))
        #expect(state.editor?.draft.content.template != before?.template)
        state.take(.undone)
        #expect(state.editor?.draft.content == before && state.editor?.candidateIndex == candidate)
        #expect(state.system.notice?.text.hasPrefix("Back to the template") == true)
        // And what was done before it can be undone as ever.
        state.take(.undone)
        #expect(state.text(of: "Other").isEmpty)
    }

    @Test func aSavedDraftGoesBackToo() throws {
        var draft = draft
        let before = draft.content
        choose(Self.plain, for: &draft)
        var read = try JSONDecoder().decode(Draft.self, from: JSONEncoder().encode(draft))
        choose(Self.chest, for: &read)
        #expect(read.content == before)
    }

    @Test func looseTextBesideDefaultsIsToldAtSigning() {
        let state = Fixture.reporting()
        var draft = Draft(detail: Fixture.detail(), content: ReportContent(template: Self.plain), matchReason: "")
        draft.content.setFreeText("Cardiomegaly.", in: .init(rawValue: "9"))
        func isTold(_ draft: Draft) -> Bool {
            state.obstacles(of: draft).contains { $0.sentence.contains("stands beside defaults") }
        }
        #expect(!isTold(draft))
        choose(Self.chest, for: &draft)
        #expect(isTold(draft))
        for id in draft.content.fields.map(\.id) { draft.content.confirm(id) }
        #expect(!isTold(draft))
    }

    @Test func aFigureOfAnotherUnitStaysText() {
        var draft = Draft(detail: Fixture.detail(), content: ReportContent(template: Self.plain), matchReason: "")
        draft.content.setFreeText("Size: 3 cm\nSize: about 3 mm\nSpleen: big", in: .init(rawValue: "9"))
        choose(Self.chest, for: &draft)
        #expect(draft.content.value(of: .init(rawValue: "size")).text.isEmpty)
        #expect(draft.content.freeText.values.first == "Size: 3 cm\nSize: about 3 mm\nSpleen: big")
    }
}
