import Radiology
import Testing

@testable import ReportTemplates

@Suite struct MacroTests {
    private func macro(
        _ name: String, _ text: String, _ modalities: [Modality] = [], _ origin: Macro.Origin = .personal
    )
        -> Macro
    {
        Macro(name: name, text: text, modalities: modalities, origin: origin)
    }

    @Test func aPrefixMeansAMacroAsSoonAsItIsTheOnlyOne() {
        let library = MacroLibrary([macro("normal", "a"), macro("nodule", "b"), macro("no", "c")])
        #expect(library.macro(for: "nor", modalities: [])?.name == "normal")
        #expect(library.macro(for: "no", modalities: [])?.name == "no")
        #expect(library.macro(for: "n", modalities: []) == nil)
        #expect(library.matching("no", modalities: []).map(\.name) == ["no", "nodule", "normal"])
    }

    @Test func ownBeforeSiteAndForTheModalityBeforeAny() {
        let library = MacroLibrary([
            macro("x", "site", [], .site), macro("x", "own", [], .personal),
            macro("x", "own CT", [.computedTomography]),
            macro("y", "MR", [.magneticResonance]),
        ])
        #expect(library.macro(for: "x", modalities: [.computedTomography])?.text == "own CT")
        #expect(library.macro(for: "x", modalities: [.ultrasound])?.text == "own")
        #expect(library.macro(for: "y", modalities: [.ultrasound]) == nil)
    }

    @Test func macrosAndMergeFieldsInsideAreFilledAndOtherBracketsStay() {
        let library = MacroLibrary([
            macro("a", "Seen: [.b] Reason: [<indication>]; [<comparison>]. [normal* | dilated]"),
            macro("b", "[left; right] lung, [.c]"), macro("c", "loop [.a]"), macro("d", "[.nothing]"),
        ])
        let context = MergeContext(values: [.indication: "Cough"])
        let a = library.expand(library.macros[0], context: context, modalities: [])
        #expect(a == "Seen: [left; right] lung, loop [.a] Reason: Cough; [<comparison>]. [normal* | dilated]")
        #expect(library.expand(library.macros[3], context: context, modalities: []) == "[.nothing]")
    }

    @Test func aFileSaysItsTitleAndModalities() throws {
        let read = try Macro.read(
            "# title: Normal chest\n# modality: DX, CR\n\nClear [lungs | bases].\n", name: "nc", origin: .site)
        #expect(
            read
                == Macro(
                    name: "nc", title: "Normal chest", text: "Clear [lungs | bases].",
                    modalities: ["DX", "CR"].map { Modality(rawValue: $0) },
                    origin: .site))
    }

    @Test(arguments: [
        ("# colour: red\nText.", "nc", 1), ("Text.\n[open", "nc", 2), ("", "nc", 1), ("Text.", "Two words", 1),
        ("# title: x\n\nText [<nonsense>].", "nc", 3),
    ])
    func whatIsWrongIsNamedWithItsLine(source: String, name: String, line: Int) throws {
        let error = #expect(throws: BracketError.self) { try Macro.read(source, name: name, origin: .personal) }
        #expect(error?.problems.first?.line == line)
    }

    @Test func bracketsInATextAreFields() throws {
        let text = "é [a* | b] and [# mm] or [] [x; y*; z*]"
        let first = try #require(InlineField.next(in: text, from: 0))
        #expect(first.options == ["a", "b"] && first.defaultText == "a" && Array(text)[first.range.lowerBound] == "[")
        let second = try #require(InlineField.next(in: text, from: first.range.upperBound))
        #expect(second.unit == "mm" && second.options.isEmpty)
        let third = try #require(InlineField.next(in: text, from: second.range.upperBound))
        #expect(third.allowsSeveral && third.defaultText == "y, z")
        #expect(InlineField.next(in: text, from: third.range.upperBound) == nil)
        #expect(InlineField.previous(in: text, before: third.range.lowerBound) == second)
    }

    @Test func aPersonalTemplateComesBackFromItsFile() throws {
        let source = """
            # title: Chest, mine
            # modality: DX
            # body: chest
            # contrast: without

            FINDINGS:
            Lungs: [Clear.]
            Heart: [normal* | large]
            """
        let template = try Template.read(bracketFile: source, name: "chest")
        #expect(template.identifier == "urn:readroom:personal:chest" && template.title == "Chest, mine")
        #expect(template.scope.contrast == .without && template.fields.count == 2)
        #expect(try Template.read(bracketFile: template.bracketFile(), name: "chest") == template)
        let error = #expect(throws: BracketError.self) { try Template.read(bracketFile: source + "\n[", name: "chest") }
        #expect(error?.problems.map(\.line) == [9])
    }

    @Test func aSiteRuleDecides() {
        let rule = ChoiceRule(modality: .computedTomography, words: ["stroke"], template: "Plain report")
        var library = TemplateLibrary.shipped
        library.rules = [rule]
        let stroke = MatchContext(
            modalities: [.computedTomography], bodyPart: "HEAD", description: "CT Head Stroke protocol")
        #expect(library.choose(for: stroke)[0].matched == ["site rule"])
        #expect(library.choose(for: stroke)[0].template.title == "Plain report")
        let other = MatchContext(modalities: [.computedTomography], bodyPart: "HEAD", description: "CT Head")
        #expect(library.choose(for: other)[0].template.title != "Plain report")
    }
}
