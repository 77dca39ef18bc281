import Testing

@testable import ReportTemplates

@Suite struct ConditionTests {
    private func read(_ body: String, embedding: @escaping (String) -> [UInt8]? = { _ in nil }) throws -> ReadTemplate {
        let head = """
            <!DOCTYPE html><html><head><meta charset="UTF-8"><title>T</title>
            <meta name="dcterms.identifier" content="1.2.3"><script type="text/xml"><template_attributes>
            </template_attributes></script></head><body>
            """
        return try Template.read(mrrt: Array((head + body + "</body></html>").utf8), embedding: embedding)
    }

    private func id(_ name: String) -> Field.ID { Field.ID(rawValue: name) }

    @Test func aFieldAppliesWhileItsConditionHolds() throws {
        let template = try read(
            """
            <p><label for="prior">Prior</label><select id="prior"><option value="" selected>None</option>
            <option value="yes">Available</option></select></p>
            <div data-show-if="prior=yes"><p><label for="date">Date</label><input id="date" value="2020"></p></div>
            """
        ).template
        #expect(template.field(id("date"))?.condition == Condition(field: id("prior"), values: ["Available"]))
        var content = ReportContent(template: template)
        #expect(content.hiddenFields == [id("date")] && content.plainText() == "Prior: None\n")
        #expect(!content.places.contains { $0.label == "Date" })
        content.choose(1, in: id("prior"))
        #expect(content.plainText() == "Prior: Available\nDate: 2020\n")
        content.choose(0, in: id("prior"))
        #expect(content.plainText() == "Prior: None\n" && content.value(of: id("date")).text == "2020")
    }

    @Test func radioButtonsBoxesAndChainsAreConditionsToo() throws {
        let template = try read(
            """
            <p>Stone: <input type="radio" name="stone" id="no" value="0" checked> None
            <input type="radio" name="stone" id="yes" value="1"> Stone</p>
            <p data-show-if="yes"><label for="n">Count</label><input type="number" id="n" value="2"></p>
            <p data-show-if="stone!=1"><label for="w">Why</label><input id="w" value="clear"></p>
            <p data-show-if="n=2|3"><label for="m">More</label><input id="m" value="two"></p>
            <p data-show-if="stone=1">A stone was seen.</p>
            <p data-show-if="nothing=1"><label for="z">Always</label><input id="z" value="there"></p>
            """)
        #expect(template.deviations.map(\.kind) == [.conditionForNothing("nothing=1")])
        var content = ReportContent(template: template.template)
        #expect(content.plainText() == "Stone: None\nWhy: clear\nAlways: there\n")
        content.choose(1, in: id("stone"))
        #expect(content.plainText() == "Stone: Stone\nCount: 2\nMore: two\nA stone was seen.\nAlways: there\n")
    }

    @Test func aRingOfConditionsEnds() {
        func field(_ name: String, _ other: String) -> Field {
            Field(id: id(name), label: name, defaultText: "x", condition: Condition(field: id(other), values: ["x"]))
        }
        let section = Section(
            id: .init(rawValue: "1"), title: "S", elements: [.field(field("a", "b")), .field(field("b", "a"))])
        let content = ReportContent(template: Template(identifier: "t", title: "T", sections: [section]))
        #expect(content.hiddenFields.isEmpty)
    }

    @Test func aNestedTemplateStandsWhereItIsAskedFor() throws {
        let inner =
            "<html><body><section data-section-name=\"Liver\"><p>Liver: <input id=\"x\" value=\"Normal.\"></p></section></body></html>"
        let loop =
            "<html><body><embed src=\"loop.html\" type=\"text/html\"><p>Looped: <input id=\"l\"></p></body></html>"
        let files = ["liver.html": inner, "loop.html": loop, "deep.bin": ""]
        let read = try read(
            """
            <section data-section-name="Findings"><p>Before: <input id="x" value="a"></p>
            <embed src="liver.html" type="text/html"><p>After: <input id="y" value="b"></p>
            <embed src="loop.html" type="text/html"><embed src="gone.html" type="text/html"></section>
            """, embedding: { files[$0].map { Array($0.utf8) } })
        #expect(read.template.fields.map(\.label) == ["Before", "Liver", "After", "Looped"])
        #expect(read.deviations.contains { $0.kind == .nestedTemplateNotLoaded("gone.html") })
        #expect(
            read.deviations.contains {
                if case .nestedTemplateUnreadable("loop.html", _) = $0.kind { true } else { false }
            })
    }
}
