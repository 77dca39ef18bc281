import Radiology
import ReportTemplates

/// A report as it was before another template was chosen for it.
struct LeftTemplate: Hashable, Codable, Sendable {
    var content: ReportContent
    var matchReason: String
    var copied: [ReportPlace.Target: CopiedText]?
    var carried: [ReportPlace.Target: String]?
    var history: EditHistory
    /// The draft's when the other template was there: as long as they are that, nothing was written in it.
    var edits: Int
}

extension Draft {
    /// Goes on with another template. What was typed is kept: in the field of the same name, or else as free text of
    /// the section of the same role.
    ///
    /// Undo and redo are about places of one template. The first undo in the other one goes back to this, and so does
    /// choosing it again before anything was written.
    mutating func switchTemplate(to template: Template, reason: String, context: MergeContext) {
        resolvePick()
        // Who looks through several templates takes to each what they wrote, not what became of it on the way.
        if takeBack(), content.template == template {
            content.merge(context)
            return
        }
        let before = LeftTemplate(
            content: content, matchReason: matchReason, copied: copied, carried: carried, history: history,
            edits: edits + 1)
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
        self.carried = carriedHomes(since: ReportContent(template: template, context: context))
        left = before
    }

    /// Whether nothing was written since another template was left.
    private var canTakeBack: Bool { left?.edits == edits }

    /// Nobody goes back any more: the other template's text need not be saved with this one's.
    mutating func forgetLeft() { if !canTakeBack { left = nil } }

    /// Goes back to the template before this one, if nothing was written here.
    ///
    /// - Returns: whether it did.
    mutating func takeBack() -> Bool {
        guard let left, canTakeBack else { return false }
        (content, matchReason, history) = (left.content, left.matchReason, left.history)
        (copied, carried) = (left.copied, left.carried)
        self.left = nil
        edits += 1
        enter(firstPlace)
        return true
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
        guard let text = content.freeText[section.id] else { return }
        // What was copied and not touched keeps its mark, which is that of a whole text.
        if copiedSource(at: .freeText(section.id)) != nil {
            append(text, role: role, to: &fresh)
        } else {
            carry(text, role: role, into: &fresh, taken: &taken)
        }
    }

    /// Free text goes where its labels say: `Lungs: clear` into the field called Lungs of the section of this role, with
    /// the lines after it. What nobody asks for stays free text.
    private func carry(
        _ text: String, role: SectionRole?, into fresh: inout ReportContent, taken: inout Set<Field.ID>
    ) {
        var loose: [Substring] = []
        var field: Field.ID?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let (found, value) = Draft.labelled(line, role: role, in: fresh), !taken.contains(found) {
                fresh.setText(value, in: found)
                taken.insert(found)
                field = found
            } else if let open = field, !line.isEmpty, Draft.isMultiline(open, in: fresh) {
                fresh.setText(fresh.value(of: open).text + "\n" + line, in: open)
            } else {
                loose.append(line)
                field = nil
            }
        }
        let rest = loose.joined(separator: "\n")
        if rest.contains(where: { !$0.isWhitespace }) { append(rest, role: role, to: &fresh) }
    }

    private static func isMultiline(_ id: Field.ID, in content: ReportContent) -> Bool {
        content.field(id)?.kind == .multiline
    }

    private static func labelled(
        _ line: Substring, role: SectionRole?, in fresh: ReportContent
    ) -> (Field.ID, String)? {
        guard let colon = line.firstRange(of: ": ") else { return nil }
        let (label, value) = (line[..<colon.lowerBound], line[colon.upperBound...])
        let namesakes = fresh.fields.filter { $0.label == label }
        guard let field = namesakes.first, namesakes.count == 1, !fresh.hiddenFields.contains(field.id),
            Draft.fields(of: role, in: fresh.template).contains(field.id)
        else { return nil }
        guard case .number(let quantity) = field.kind else { return (field.id, String(value)) }
        // A figure of another unit is another figure.
        let unit = quantity.unit.map { " " + $0 } ?? ""
        guard value.hasSuffix(unit), Double(value.dropLast(unit.count)) != nil else { return nil }
        return (field.id, String(value.dropLast(unit.count)))
    }

    private static func fields(of role: SectionRole?, in template: Template) -> Set<Field.ID> {
        Set(template.sections.filter { $0.role == role }.flatMap(\.fields).map(\.id))
    }

    /// A default that was only looked at stays behind, and so does what does not apply now.
    private func carry(
        _ field: Field, role: SectionRole?, since untouched: ReportContent, into fresh: inout ReportContent,
        taken: inout Set<Field.ID>
    ) {
        let text = content.text(at: .field(field.id))
        // What was merged is merged anew, in the language of the other template.
        guard content.value(of: field.id).origin == .touched, text != untouched.text(at: .field(field.id)),
            !hiddenFields.contains(field.id)
        else { return }
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

    /// Free text that was there before anybody wrote in this template.
    private func carriedHomes(since fresh: ReportContent) -> [ReportPlace.Target: String] {
        content.freeText.reduce(into: [:]) { homes, entry in
            if fresh.freeText[entry.key] != entry.value { homes[.freeText(entry.key)] = entry.value }
        }
    }

    /// Sections where text of the other template stands beside defaults, and nobody touched either: what is called by
    /// other words there may say the opposite here.
    var sectionsToReread: [Section] {
        content.template.sections.filter { section in
            let target = ReportPlace.Target.freeText(section.id)
            guard let text = carried?[target], content.text(at: target) == text else { return false }
            return section.fields.contains { field in
                let value = content.value(of: field.id)
                return value.origin == .default && !value.text.isEmpty && !hiddenFields.contains(field.id)
            }
        }
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
