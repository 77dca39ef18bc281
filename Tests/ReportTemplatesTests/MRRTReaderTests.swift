import Radiology
import Testing

@testable import ReportTemplates

@Suite struct MRRTReaderTests {
    private func read(_ body: String, attributes: String = "") throws -> ReadTemplate {
        let head = """
            <!DOCTYPE html><html><head><meta charset="UTF-8"><title>T</title>
            <meta name="dcterms.identifier" content="1.2.3"><script type="text/xml"><template_attributes>\(attributes)
            </template_attributes></script></head><body>
            """
        return try Template.read(mrrt: Array((head + body + "</body></html>").utf8))
    }

    @Test func controlsBecomeFields() throws {
        let read = try read(
            """
            <section data-section-name="Findings" data-section-required="TRUE"><header class="level1">Befund</header>
            <p><label for="a">Liver:</label><input id="a" value="Normal."></p>
            <p><label for="b">Size</label><input type="NUMBER" id="b" data-field-units="cm" min="1" max="9">
            <p><label>Spleen <select id="c"><option>normal<option selected value="large spleen">large</select></label></p>
            <p><label for="d">Signs</label><select id="d" multiple><option selected>a</option><option>b</option></select>
            <p>Seen: <input list="l" id="e" value="well"><datalist id="l"><option value="well"><option value="badly"></datalist>
            <p><input type="checkbox" id="f" value="Incomplete study." checked> incomplete</p>
            <p>Side: <input type="radio" name="g" value="left"> left <input type="radio" name="g" value="right" checked> right
            <p><textarea id="h" data-field-completion-action="PROHIBIT">
              one
              two</textarea>
            </section>
            """)
        let template = read.template
        #expect(read.deviations == [])
        try #require(template.fields.count == 8)
        #expect(template.sections.map(\.title) == ["Befund"])
        #expect(template.sections[0].isRequired)
        #expect(
            template.fields.map(\.label) == [
                "Liver", "Size", "Spleen", "Signs", "Seen", "incomplete", "Side", "h",
            ])
        #expect(template.fields[1].kind == .number(.init(unit: "cm", minimum: 1, maximum: 9)))
        #expect(template.fields[2].options.map(\.text) == ["normal", "large spleen"])
        #expect(template.fields[6].options.map(\.isDefault) == [false, true])
        #expect(template.fields[7].completionAction == .prohibit)
        #expect(
            ReportContent(template: template).plainText() == """
                BEFUND
                Liver: Normal.
                Spleen: large spleen
                Signs: a
                Seen: well
                Incomplete study.
                Side: right
                one
                two

                """)
    }

    @Test func labelsOfEmptyControlsAndEmptySectionsAreLeftOut() throws {
        let template = try read(
            """
            <section data-section-name="A"><label for="x">Liver</label><input id="x"></section>
            <section data-section-name="B"><p>Literal text.</p><p hidden>secret</p><mark>hint</mark></section>
            """
        ).template
        var content = ReportContent(template: template)
        #expect(content.plainText() == "B\nLiteral text.\n")
        content.setText("large", in: Field.ID(rawValue: "x"))
        #expect(content.plainText() == "A\nLiver: large\n\nB\nLiteral text.\n")
    }

    @Test(arguments: ["Patient Age", "RDE196", "RID58", "[enter text]", "___", "Liver", "bitte auswählen", "…"])
    func placeholdersNeverBecomeText(placeholder: String) throws {
        let read = try read(#"<p><label for="x">Liver</label><input id="x" value="\#(placeholder)"></p>"#)
        #expect(read.template.fields[0].defaultText.isEmpty)
        #expect(read.template.fields[0].hint == placeholder)
        #expect(read.deviations.map(\.kind) == [.placeholderDefault("x")])
        #expect(ReportContent(template: read.template).plainText().isEmpty)
    }

    @Test func aPickListWithoutAMarkedOptionHasNoDefault() throws {
        let template = try read("<select id='x'><option>Pneumothorax<option>none</select>").template
        #expect(ReportContent(template: template).plainText().isEmpty)
    }

    @Test func duplicateIDsAreMadeUniqueAndOtherOdditiesNoted() throws {
        let read = try read(
            """
            <input id="x"><input id="x"><label for="nothing">N</label><input data-field-completion-action="MAYBE">
            <script>alert(1)</script><embed src="other.html">
            <select id="y"><option selected>a<option selected>b</select>
            """)
        try #require(read.template.fields.map(\.id.rawValue) == ["x", "x-2", "field-1", "y"])
        #expect(read.template.fields[2].completionAction == .alert)
        #expect(read.template.fields[3].options.map(\.isDefault) == [false, true])
        #expect(
            Set(read.deviations.map(\.kind)) == [
                .duplicateID("x"), .labelForNothing("nothing"), .controlWithoutID, .unknownCompletionAction("maybe"),
                .scriptNotRun, .nestedTemplateNotLoaded("other.html"), .severalDefaults("y"),
                .notOne(element: "script", count: 2),
            ])
        #expect(read.deviations.allSatisfy { $0.line != nil })
    }

    @Test func attributesInACommentAndMalformedAreRead() throws {
        let attributes = """
            <!-- <status>DRAFT</status><term><code meaning="computed tomography" value="RID10321" scheme="RadLex"></term>
            <term type="anatomy"><code meaning="abdomen" value="http://radlex.org/RID/RID56" scheme="RADLEX"></term>
            <coded_content><entry origtxt="x"><term><code meaning="liver" value="RID58" scheme="RadLex"></term></entry>
            <entry ORIGTXT="gone"><term><code meaning="q" value="1" scheme="LOINC"></term></entry></coded_content> -->
            """
        let read = try read("<input id='x'>", attributes: attributes)
        #expect(read.template.status == .draft)
        #expect(read.template.scope.modalities == [.computedTomography])
        #expect(read.template.scope.anatomy == [CodedConcept("RID56", "RADLEX", "abdomen")])
        #expect(read.template.fields[0].codes == [CodedConcept("RID58", "RADLEX", "liver")])
        #expect(read.deviations.contains { $0.kind == .codeForNothing("gone") })
    }

    @Test func captionsAppearOnlyAboveWhatWasSaid() throws {
        let template = try read(
            """
            <section data-section-name="Findings"><p>Right kidney</p><p><label for="a">Size</label><input id="a"></p>
            <p>Left kidney</p><p><label for="b">Size</label><input id="b"></p><p>No free fluid.</p></section>
            """
        ).template
        var content = ReportContent(template: template)
        #expect(content.plainText() == "FINDINGS\nNo free fluid.\n")
        content.setText("9 cm", in: Field.ID(rawValue: "b"))
        #expect(content.plainText() == "FINDINGS\nLeft kidney:\nSize: 9 cm\nNo free fluid.\n")
    }

    @Test func textOfAFormAroundTheReportIsNotReportText() throws {
        let template = try read(
            """
            <section class="form"><h2>Pneumothorax RID5352</h2><p>Fill in one side only.</p>
            <label>Signs <span>RID1</span><div><label><input type="checkbox" id="a">webs</label>
            <label><input type="checkbox" id="b">bands</label></div></label></section>
            """
        ).template
        var content = ReportContent(template: template)
        #expect(content.plainText().isEmpty)
        content.choose(0, in: Field.ID(rawValue: "b"))
        #expect(content.plainText() == "PNEUMOTHORAX\nbands\n")
        content.choose(0, in: Field.ID(rawValue: "a"))
        #expect(content.plainText() == "PNEUMOTHORAX\nSigns: webs, bands\n")
    }

    @Test func mergeFieldsAreFilled() throws {
        let template = try read(
            """
            <p>Age: <input id="a" data-field-merge-flag="true" data-merge-field="patient-age"></p>
            <p>On: <input id="Study_Date" data-field-merge-flag="TRUE"></p>
            """
        ).template
        #expect(template.fields.map(\.mergeField) == [.patientAge, .studyDate])
        let context = MergeContext(values: [.patientAge: "67-year-old"])
        #expect(ReportContent(template: template, context: context).plainText() == "Age: 67-year-old\n")
    }

    @Test func limitsHold() {
        let large = [UInt8](repeating: 0x20, count: HTMLNode.sizeLimit + 1)
        #expect(throws: TemplateFileError.tooLarge(bytes: large.count, limit: HTMLNode.sizeLimit)) {
            try Template.read(mrrt: large)
        }
        let deep = String(repeating: "<div>", count: 200) + "x"
        #expect(throws: TemplateFileError.self) { try Template.read(mrrt: Array(deep.utf8)) }
        for empty in ["", "<html></html>", "\0\0", "<!DOCTYPE"] {
            #expect(throws: TemplateFileError.self) { try Template.read(mrrt: Array(empty.utf8)) }
        }
    }

    @Test func noControlCharacterComesThrough() throws {
        let template = try read("<p>a&#27;[31m\u{1B}b&#x9b;</p><input id='x' value='\u{7}q&#27;z'>").template
        let text = ReportContent(template: template).plainText()
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B || $0 == "\n" }, "\(text)")
    }

    @Test func anyBytesAreReadOrRefused() {
        let file = TemplateLibrary.shippedFiles[0].bytes
        var state: UInt64 = 7
        for _ in 0..<200 {
            var bytes = file
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            guard let read = try? Template.read(mrrt: bytes) else { continue }
            #expect(Set(read.template.fields.map(\.id)).count == read.template.fields.count)
            _ = ReportContent(template: read.template).plainText()
        }
    }

    /// Choices in an element of their own are one field; a text beside a choice continues it.
    @Test func aGroupOfChoicesIsOneField() throws {
        let read = try read(
            """
            <p><label for="technique">Technique:</label>
            <span id="technique" name="" data-field-type="CHECKBOX" data-field-completion-action="PROHIBIT"><br>
            <input id="technique_0" type="checkbox" name="technique" value="Without contrast." checked="">Without contrast.</input><br>
            <input id="technique_1" type="checkbox" name="technique" value="Thin slices.">Thin slices.</input>
            <span><input id="technique_2" type="checkbox" name="technique" value="With contrast and"/>
            <input id="technique_2_FreeText" type="text" value="With contrast and"/></span></span></p>
            <p><label for="side">Side:</label><span id="side" data-field-type="RADIO">
            <input id="side_0" type="radio" name="side" value="Left">Left <input id="side_1" type="radio" name="side" value="Right" checked>Right</span></p>
            <p data-show-if="side_1"><label for="n">Count</label><input id="n" value="2"></p>
            """,
            attributes: """
                <coded_content><entry origtxt="technique_1"><term><code meaning="thin" value="http://radlex.org/RID/RID7" scheme="RADLEX"></code></term></entry>
                <entry origtxt="side"><term><code meaning="side" value="RID8" scheme="RADLEX"></code></term></entry></coded_content>
                """)
        #expect(read.deviations == [])
        let fields = read.template.fields
        try #require(fields.map(\.label) == ["Technique", "Side", "Count"])
        #expect(fields[0].allowsSeveral && fields[0].completionAction == .prohibit)
        #expect(fields[0].options.map(\.text) == ["Without contrast.", "Thin slices.", "With contrast and"])
        #expect(fields[0].options.map(\.takesText) == [nil, nil, true])
        #expect(
            fields[0].options.map(\.isDefault) == [true, false, false] && fields[0].options[1].code?.value == "RID7")
        #expect(!fields[1].allowsSeveral && fields[1].options.map(\.isDefault) == [false, true])
        #expect(fields[1].codes.map(\.value) == ["RID8"] && fields[2].condition?.values == ["Right"])
        #expect(
            ReportContent(template: read.template).plainText()
                == "Technique: Without contrast.\nSide: Right\nCount: 2\n")
        #expect(try Template.read(mrrt: Array(read.template.mrrt().utf8)).template == read.template)
    }
}
