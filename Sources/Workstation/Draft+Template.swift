import Radiology
import ReportTemplates

extension Draft {
    /// Goes on with another template. What was typed is kept: in the field of the same name, or else as free text of
    /// the section of the same role.
    mutating func switchTemplate(to template: Template, reason: String, context: MergeContext) {
        resolvePick()
        let untouched = ReportContent(template: content.template, context: context)
        var fresh = ReportContent(template: template, context: context)
        var taken: Set<Field.ID> = []
        for section in content.template.sections {
            carry(section, role: section.role, since: untouched, into: &fresh, taken: &taken)
        }
        let history = self.history
        let begunAt = self.begunAt
        let (actionable, zone) = (self.actionable, self.zone)
        let copied = copiedHomes(in: fresh)
        self = Draft(detail: detail, content: fresh, matchReason: reason, predecessor: predecessor, edits: edits + 1)
        self.begunAt = begunAt
        (self.actionable, self.zone) = (actionable, zone)
        self.copied = copied
        // Undo reaches back to places of this template only.
        if history.done.isEmpty { self.history = history }
    }

    private init(
        detail: StudyDetail, content: ReportContent, matchReason: String, predecessor: Predecessor?, edits: Int
    ) {
        self.init(detail: detail, content: content, matchReason: matchReason, predecessor: predecessor)
        self.edits = edits
    }

    /// Sections inside others carry their own text, under the role of the section around them.
    private func carry(
        _ section: Section, role: SectionRole?, since untouched: ReportContent, into fresh: inout ReportContent,
        taken: inout Set<Field.ID>
    ) {
        for element in section.elements {
            switch element {
            case .field(let field): carry(field, role: role, since: untouched, into: &fresh, taken: &taken)
            case .section(let nested):
                carry(nested, role: nested.role ?? role, since: untouched, into: &fresh, taken: &taken)
            case .text, .caption, .lineBreak, .instruction: break
            }
        }
        if let text = content.freeText[section.id] { append(text, role: role, to: &fresh) }
    }

    /// A default that was only looked at stays behind; the other template has its own.
    private func carry(
        _ field: Field, role: SectionRole?, since untouched: ReportContent, into fresh: inout ReportContent,
        taken: inout Set<Field.ID>
    ) {
        let text = content.text(at: .field(field.id))
        guard text != untouched.text(at: .field(field.id)) else { return }
        // Two fields of one name do not share a place: the second would overwrite the first.
        if let twin = fresh.template.fields.first(where: { $0.label == field.label && !taken.contains($0.id) }) {
            fresh.setText(text, in: twin.id)
            taken.insert(twin.id)
        } else if !text.isEmpty {
            append("\(field.label): \(text)", role: role, to: &fresh)
        }
    }

    /// Where text that was copied and not touched goes: it is still not the reader's own there.
    private func copiedHomes(in fresh: ReportContent) -> [ReportPlace.Target: String] {
        var homes: [ReportPlace.Target: String] = [:]
        for (target, source) in copied ?? [:] {
            guard case .freeText(let id) = target else { continue }
            let role = content.template.sections.first { $0.id == id }?.role
            if let home = Draft.home(of: role, in: fresh.template) { homes[.freeText(home.id)] = source }
        }
        return homes
    }

    private static func home(of role: SectionRole?, in template: Template) -> Section? {
        template.sections.first { $0.role == role && role != nil }
            ?? template.sections.first { $0.role == .findings } ?? template.sections.last
    }

    private func append(_ text: String, role: SectionRole?, to fresh: inout ReportContent) {
        guard let home = Draft.home(of: role, in: fresh.template) else { return }
        let before = fresh.freeText[home.id]
        fresh.setFreeText([before, text].compactMap(\.self).joined(separator: "\n"), in: home.id)
    }
}
