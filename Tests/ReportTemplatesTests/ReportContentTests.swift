import Foundation
import Radiology
import Testing

@testable import ReportTemplates

@Suite struct ReportContentTests {
    private func id(_ number: Int) -> Field.ID { Field.ID(rawValue: "field-\(number)") }

    @Test func choosingAndTyping() throws {
        var content = ReportContent(template: try Fixture.template("A: [x* | y]\nB: [p; q; r]\nC: [<check> done]"))
        #expect(content.value(of: id(1)) == FieldValue(text: "x", chosen: [0], origin: .default))
        content.choose(1, in: id(1))
        #expect(content.value(of: id(1)) == FieldValue(text: "y", chosen: [1], origin: .touched))
        content.choose(2, in: id(2))
        content.choose(0, in: id(2))
        #expect(content.value(of: id(2)).text == "p, r")
        content.choose(2, in: id(2))
        #expect(content.value(of: id(2)).text == "p")
        content.choose(0, in: id(3))
        #expect(content.value(of: id(3)).text == "done")
        content.choose(0, in: id(3))
        #expect(content.value(of: id(3)).isEmpty)
        content.setText("something else", in: id(1))
        #expect(content.value(of: id(1)) == FieldValue(text: "something else", chosen: [], origin: .touched))
        content.setText("x", in: id(1))
        #expect(content.value(of: id(1)).chosen == [0])
        let before = content
        content.choose(9, in: id(1))
        content.setText("x", in: id(9))
        #expect(content == before)
    }

    @Test func placesFollowTheDocument() throws {
        let content = ReportContent(template: try Fixture.template("FINDINGS:\nA: [x]\nIMPRESSION: [y]"))
        #expect(
            content.places.map(\.target) == [
                .field(id(1)), .freeText(Section.ID(rawValue: "1")), .field(id(2)),
                .freeText(Section.ID(rawValue: "2")),
            ])
        #expect(content.places.map(\.sectionTitle) == ["FINDINGS", "FINDINGS", "IMPRESSION", "IMPRESSION"])
        #expect(content.places[0].label == "A")
    }

    @Test func freeTextGoesWhereItWasTyped() throws {
        var content = ReportContent(template: try Fixture.template("FINDINGS:\nA: [x]\nRECOMMENDATION:\n"))
        content.setText("Line one\nline two", at: .freeText(Section.ID(rawValue: "1")))
        #expect(content.plainText() == "FINDINGS\nA: x\nLine one\nline two\n")
        content.setText("CT in 3 months.", at: .freeText(Section.ID(rawValue: "2")))
        #expect(content.sections().map(\.role) == [.findings, .recommendation])
        #expect(content.sections()[1].reportSection.concept == CodedConcept("18783-1", "LN", "Recommendations"))
    }

    @Test func aDraftComesBackAsItWas() throws {
        for template in TemplateLibrary.shipped.templates {
            var content = ReportContent(template: template, context: Fixture.context)
            content.setFreeText("kept", in: template.sections[0].id)
            let data = try JSONEncoder().encode(content)
            #expect(try JSONDecoder().decode(ReportContent.self, from: data) == content)
        }
    }

    @Test func linesNeverExceedTheWidth() throws {
        let long = String(repeating: "unremarkable ", count: 20) + String(repeating: "x", count: 200) + " 山田太郎山田太郎"
        var content = ReportContent(template: try Fixture.template("FINDINGS:\nA: []\n1. []"))
        content.setText(long, in: id(1))
        content.setText(long, in: id(2))
        for width in [1, 2, 20, 40, 76] {
            for line in content.plainText(width: width).split(separator: "\n") {
                #expect(PlainText.columns(String(line)) <= max(2, width), "\(width): \(line)")
            }
        }
        let kept = content.plainText(width: 40).filter { !$0.isWhitespace }
        #expect(kept.contains(long.filter { !$0.isWhitespace }))
    }

    @Test func obstaclesNameTheirPlace() throws {
        var template = try Fixture.template(
            "FINDINGS:\nA: [x | y]\nB: [normal]\nC: [# mm 0..10]\nD: [q [r]]".replacing(" [r]", with: ""))
        template.sections[0].isRequired = true
        for (index, element) in template.sections[0].elements.enumerated() {
            guard case .field(var field) = element else { continue }
            field.completionAction = [id(1): .prohibit, id(2): .alert][field.id] ?? .none
            template.sections[0].elements[index] = .field(field)
        }
        var content = ReportContent(template: template)
        #expect(content.completionObstacles().map(\.reason) == [.empty, .untouched])
        #expect(content.completionObstacles().map(\.action) == [.prohibit, .alert])
        content.choose(0, in: id(1))
        content.confirm(id(2))
        #expect(content.completionObstacles() == [])
        content.setText("12", in: id(3))
        #expect(content.completionObstacles().map(\.reason) == [.outsideRange])
        content.setText("large", in: id(3))
        content.setText("see [fill in] and ___", in: id(4))
        content.setFreeText("Patient Age", in: template.sections[0].id)
        #expect(
            content.completionObstacles().map(\.reason) == [
                .notANumber, .leftover("[fill in]"), .leftover("___"), .placeholder("Patient Age"),
            ])
    }

    @Test func anEmptyRequiredSectionForbidsSigning() {
        let content = ReportContent(template: TemplateLibrary.shipped.plainReport)
        let required = content.completionObstacles().filter { $0.reason == .emptySection }
        #expect(required.map(\.label) == ["Findings", "Impression"])
        #expect(required.allSatisfy { $0.action == .prohibit })
    }

    @Test func whatIsKnownLaterFillsOnlyWhatNobodyTouched() throws {
        var content = ReportContent(template: try Fixture.template("H: [<indication>]\nC: [<comparison>]"))
        content.setText("Pain.", in: id(1))
        content.merge(MergeContext(values: [.indication: "Fall.", .comparison: "CT 2025-02-11."]))
        #expect(content.value(of: id(1)).text == "Pain.")
        #expect(content.value(of: id(2)) == FieldValue(text: "CT 2025-02-11.", origin: .merged))
    }
}
