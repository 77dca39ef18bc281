internal import Radiology
internal import ReportTemplates

/// One report with the examination it is about, its priors, and what it says in each part.
struct Case: Sendable {
    var story: Story
    var detail: StudyDetail
    var priors: [Prior]
    /// Only of cases that are written into a template.
    var content: ReportContent
    var facts: Facts

    struct Facts: Sendable {
        var side = "left"
        var opposite = "right"
        var size = 10
        var age = 60
        var family = ""
        var colleague = ""
        var time = ""
        var priorDate = CalendarDate(daysSince1970: 19_000)
        var isMale = false
        var told = ""
    }

    /// Puts text under the first heading of a role: into its unlabelled field, or after its fields.
    static func put(_ text: String, _ role: SectionRole, into content: inout ReportContent) {
        guard let section = content.template.sections.first(where: { $0.role == role }) else { return }
        if let field = section.fields.first(where: { !$0.printsLabel }) {
            content.setText(text, in: field.id)
        } else if let other = section.fields.first(where: { $0.label == "Other findings" }) {
            content.setText(text, in: other.id)
        } else {
            content.setFreeText(text, in: section.id)
        }
    }

    static func text(_ role: SectionRole, of content: ReportContent) -> String {
        guard let section = content.template.sections.first(where: { $0.role == role }) else { return "" }
        if let field = section.fields.first(where: { !$0.printsLabel }) { return content.value(of: field.id).text }
        if let other = section.fields.first(where: { $0.label == "Other findings" }) {
            return content.value(of: other.id).text
        }
        return content.freeText[section.id] ?? ""
    }

    func text(_ role: SectionRole) -> String { Case.text(role, of: content) }
    mutating func put(_ text: String, _ role: SectionRole) { Case.put(text, role, into: &content) }
}
