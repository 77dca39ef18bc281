public import Radiology

/// A section as the report shows it.
public struct RenderedSection: Hashable, Sendable {
    public var id: Section.ID
    public var role: SectionRole?
    public var title: String
    public var text: String

    /// The section as the domain knows it, its heading coded.
    public var reportSection: ReportSection {
        ReportSection(concept: role?.concept, title: title, text: text)
    }
}

extension ReportContent {
    /// The sections that say something, in the order of the document.
    ///
    /// Labels of empty controls, instructions, hints and sections without text are left out.
    public func sections() -> [RenderedSection] {
        let writer = SectionText(content: self)
        return template.sections.flatMap { promoted($0) }.compactMap { section in
            let text = writer.text(of: section)
            guard !text.isEmpty else { return nil }
            return RenderedSection(id: section.id, role: section.role, title: section.title, text: text)
        }
    }

    /// The whole report as text of at most `width` columns, the same for the same content.
    public func plainText(width: Int = 76) -> String {
        let blocks = sections().map { section -> String in
            let lines = section.text.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { PlainText.wrapped(String($0), width: width) }
            let title = section.title.isEmpty ? [] : PlainText.wrapped(section.title.uppercased(), width: width)
            return (title + lines).joined(separator: "\n")
        }
        return blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
    }

    /// A nameless section that only holds named ones is a wrapper: what it holds stands for itself.
    private func promoted(_ section: Section) -> [Section] {
        guard section.title.isEmpty else { return [section] }
        let hasNamed = section.elements.contains { if case .section = $0 { true } else { false } }
        guard hasNamed else { return [section] }
        var rest = section
        var result: [Section] = []
        rest.elements = []
        for element in section.elements {
            if case .section(let nested) = element {
                if !rest.elements.isEmpty { result.append(ownText(of: rest, isLast: false)) }
                rest.elements = []
                result += promoted(nested)
            } else {
                rest.elements.append(element)
            }
        }
        return result + [ownText(of: rest, isLast: true)]
    }

    /// A part of a wrapper; only the last one carries the wrapper's free text.
    private func ownText(of part: Section, isLast: Bool) -> Section {
        guard !isLast else { return part }
        var result = part
        result.id = Section.ID(rawValue: part.id.rawValue + "+")
        return result
    }
}

/// Lines of plain text. A terminal's widths are not known here: what may be wide counts as wide.
enum PlainText {
    static func wrapped(_ text: String, width: Int) -> [String] {
        guard columns(text) > width, width > 0 else { return [text] }
        let indent = hangingIndent(of: text, width: width)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            let candidate = line.isEmpty || line == indent ? line + word : line + " " + word
            if columns(candidate) <= width {
                line = candidate
                continue
            }
            if !line.trimmed.isEmpty { lines.append(line) }
            line = (lines.isEmpty ? "" : indent) + word
            while columns(line) > width { lines.append(cut(&line, width: width)) }
        }
        if !line.trimmed.isEmpty { lines.append(line) }
        return lines
    }

    /// `1. ` and `- ` hang: what follows stands under the text and not under the number.
    private static func hangingIndent(of text: String, width: Int) -> String {
        let head = text.prefix { $0 != " " }
        let isNumber = head.count <= 3 && head.last == "." && head.dropLast().allSatisfy(\.isNumber) && head.count > 1
        guard isNumber || head == "-", width > 20 else { return "" }
        return String(repeating: " ", count: head.count + 1)
    }

    private static func cut(_ line: inout String, width: Int) -> String {
        var used = 0
        var head = ""
        for character in line {
            used += columns(character)
            if used > width, !head.isEmpty { break }
            head.append(character)
        }
        line.removeFirst(head.count)
        return head
    }

    static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    private static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isEmojiPresentation || character.unicodeScalars.count > 1 ? 2 : 1
        }
    }
}
