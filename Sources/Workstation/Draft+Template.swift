import Radiology
import ReportTemplates

extension Draft {
    /// Goes on with another template. What was typed is kept: in the field of the same name, or else as free text of
    /// the section of the same role.
    ///
    /// Undo and redo end here: they are about places of the other template.
    mutating func switchTemplate(to template: Template, reason: String, context: MergeContext) {
        resolvePick()
        let untouched = ReportContent(template: content.template, context: context)
        var fresh = ReportContent(template: template, context: context)
        var taken: Set<Field.ID> = []
        for section in content.template.sections {
            carry(section, role: section.role, since: untouched, into: &fresh, taken: &taken)
        }
        let begunAt = self.begunAt
        let (actionable, zone) = (self.actionable, self.zone)
        let copied = copiedHomes(in: fresh)
        self = Draft(detail: detail, content: fresh, matchReason: reason, predecessor: predecessor, edits: edits + 1)
        self.begunAt = begunAt
        (self.actionable, self.zone) = (actionable, zone)
        self.copied = copied
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

    /// A default that was only looked at stays behind, and so does what does not apply now.
    private func carry(
        _ field: Field, role: SectionRole?, since untouched: ReportContent, into fresh: inout ReportContent,
        taken: inout Set<Field.ID>
    ) {
        let text = content.text(at: .field(field.id))
        guard text != untouched.text(at: .field(field.id)), !hiddenFields.contains(field.id) else { return }
        if let twin = twin(of: field, in: fresh.template), !taken.contains(twin.id) {
            fresh.setText(text, in: twin.id)
            taken.insert(twin.id)
        } else if !text.isEmpty {
            let unit = field.unit.map { text.last?.isNumber == true ? " \($0)" : "" } ?? ""
            append("\(field.label): \(text)\(unit)", role: role, to: &fresh)
        }
    }

    private var hiddenFields: Set<Field.ID> { content.hiddenFields }

    /// The field that asks for the same: of the same name and unit, and where several are called so, below the same
    /// headings. "Size" on the left never goes to "Size" on the right.
    private func twin(of field: Field, in template: Template) -> Field? {
        let namesakes = template.fields.filter { $0.label == field.label && $0.unit == field.unit }
        let isOne = content.fields.count { $0.label == field.label } == 1
        if isOne, namesakes.count == 1 { return namesakes[0] }
        let path = Draft.headings(of: field.id, in: content.template)
        let same = namesakes.filter { Draft.headings(of: $0.id, in: template) == path }
        return same.count == 1 ? same[0] : nil
    }

    private static func headings(of id: Field.ID, in template: Template) -> [String]? {
        func path(in section: Section) -> [String]? {
            for element in section.elements {
                switch element {
                case .field(let field) where field.id == id: return [section.title]
                case .section(let nested): if let rest = path(in: nested) { return [section.title] + rest }
                default: continue
                }
            }
            return nil
        }
        return template.sections.lazy.compactMap(path).first
    }

    /// Where text that was copied and not touched goes: it is still not the reader's own there.
    private func copiedHomes(in fresh: ReportContent) -> [ReportPlace.Target: CopiedText] {
        var homes: [ReportPlace.Target: CopiedText] = [:]
        for (target, text) in copied ?? [:] {
            guard case .freeText(let id) = target, copiedSource(at: target) != nil else { continue }
            let role = content.template.sections.first { $0.id == id }?.role
            if let home = Draft.home(of: role, in: fresh.template) {
                homes[.freeText(home.id)] = CopiedText(source: text.source, text: fresh.text(at: .freeText(home.id)))
            }
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
