import Foundation
import Radiology
import ReportTemplates
import Testing

@testable import ReportChecks

/// No shipped template raises an alarm of its own, as it comes or with any of its options.
@Suite struct ShippedTemplateTests {
    private static func detail(_ template: Template) -> StudyDetail {
        var detail = Fixture.detail(sex: template.identifier.hasSuffix("prostate") ? .male : .female)
        detail.study.modalities = template.scope.modalities.isEmpty ? [.computedTomography] : template.scope.modalities
        return detail
    }

    private func alarms(_ content: ReportContent) -> [String] {
        meaningObstacles(content, CheckContext(detail: Self.detail(content.template))).map(\.sentence)
    }

    /// By name: a failure prints its argument.
    private static let names = TemplateLibrary.shipped.templates.map(\.identifier)

    @Test(arguments: names) func asItComes(name: String) throws {
        let template = try #require(TemplateLibrary.shipped.template(identifier: name))
        #expect(alarms(ReportContent(template: template)).isEmpty)
        let context = MergeContext(values: [.indication: "Pain for three days.", .technique: "Slices of 1 mm"])
        #expect(alarms(ReportContent(template: template, context: context)).isEmpty)
    }

    private static let isLong = ProcessInfo.processInfo.environment["READROOM_LONG"] == "1"

    /// Options alone, the impression saying the same as the findings, and somebody told: every fifth one, or with
    /// `READROOM_LONG=1` each.
    @Test(arguments: names) func eachOption(name: String) throws {
        let template = try #require(TemplateLibrary.shipped.template(identifier: name))
        var number = 0
        for field in template.fields {
            for index in field.options.indices where !field.options[index].text.isEmpty {
                number += 1
                guard Self.isLong || number % 5 == 0 else { continue }
                var content = ReportContent(template: template)
                if let condition = field.condition, !condition.isNegated {
                    for value in condition.values.prefix(1) { content.setText(value, in: condition.field) }
                }
                content.choose(index, in: field.id)
                let section = template.sections.first { $0.role == .impression }
                let said = "\(field.label): \(field.options[index].text) Discussed with Dr Hale at 14:20."
                if let impression = section?.fields.first, impression.id != field.id {
                    content.setText(said, in: impression.id)
                }
                let found = alarms(content)
                #expect(found.isEmpty, "\(template.title) › \(field.label): \(field.options[index].text)")
            }
        }
    }
}
