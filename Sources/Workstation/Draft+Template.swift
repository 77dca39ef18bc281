import Radiology
import ReportTemplates

extension Draft {
    /// Goes on with another template. What was typed is kept: in the field of the same name, or else as free text of
    /// the section of the same role.
    mutating func switchTemplate(to template: Template, reason: String, context: MergeContext) {
        var fresh = ReportContent(template: template, context: context)
        for section in content.template.sections { carry(section, into: &fresh) }
        let history = self.history
        self = Draft(detail: detail, content: fresh, matchReason: reason, predecessor: predecessor, edits: edits + 1)
        // Undo reaches back to places of this template only.
        if history.done.isEmpty { self.history = history }
    }

    private init(
        detail: StudyDetail, content: ReportContent, matchReason: String, predecessor: Predecessor?, edits: Int
    ) {
        self.init(detail: detail, content: content, matchReason: matchReason, predecessor: predecessor)
        self.edits = edits
    }

    private func carry(_ section: Section, into fresh: inout ReportContent) {
        for field in section.fields where content.value(of: field.id).origin == .touched {
            let text = content.value(of: field.id).text
            if text.isEmpty { continue }
            if let twin = fresh.template.fields.first(where: { $0.label == field.label }) {
                fresh.setText(text, in: twin.id)
            } else {
                append("\(field.label): \(text)", of: section, to: &fresh)
            }
        }
        if let text = content.freeText[section.id] { append(text, of: section, to: &fresh) }
    }

    private func append(_ text: String, of section: Section, to fresh: inout ReportContent) {
        let home = fresh.template.sections.first { $0.role == section.role && section.role != nil }
            ?? fresh.template.sections.first { $0.role == .findings } ?? fresh.template.sections.last
        guard let home else { return }
        let before = fresh.freeText[home.id]
        fresh.setFreeText([before, text].compactMap(\.self).joined(separator: "\n"), in: home.id)
    }
}
