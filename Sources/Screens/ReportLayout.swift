import ReportTemplates
import Terminal
import Workstation

/// The report as lines on the screen: headings, labels, what the places hold, and where the cursor is in them.
struct ReportLayout {
    struct Line {
        var label = ""
        var labelStyle = Style(.fieldLabel)
        var text = ""
        var style = Style.text
        var textColumn = 0
        var isActive = false
    }

    private(set) var lines: [Line] = []
    /// The lines of the active place, and its text's way onto them.
    private(set) var active: TextLayout?
    private(set) var activeLine = 0
    private(set) var activeColumn = 0

    private let draft: Draft
    private let width: Int
    private let labelWidth: Int
    private let hidden: Set<Field.ID>
    /// The place the reader is in.
    private let target: ReportPlace.Target?
    /// How the texts of the places are laid out.
    private(set) var texts: [ReportPlace.Target: TextLayout] = [:]
    private let before: [ReportPlace.Target: TextLayout]

    /// - Parameter before: the texts of an earlier layout; nearly all of them are the same at the next key.
    init(draft: Draft, width: Int, after before: [ReportPlace.Target: TextLayout] = [:]) {
        self.draft = draft
        target = draft.place?.target
        self.before = before
        hidden = draft.content.hiddenFields
        self.width = width
        labelWidth = ReportLayout.labelWidth(draft, width)
        for section in draft.content.template.sections { add(section) }
    }

    /// Labels get what the longest needs, within a third of the pane.
    private static func labelWidth(_ draft: Draft, _ width: Int) -> Int {
        let longest = draft.content.fields.map { cellWidth(of: $0.label) }.max() ?? 0
        return min(longest, max(12, min(28, width * 2 / 5)))
    }

    private mutating func add(_ section: Section) {
        if !section.title.isEmpty {
            lines.append(Line(label: section.title.uppercased(), labelStyle: Style(.title)))
        }
        for element in section.elements {
            switch element {
            case .field(let field): if !hidden.contains(field.id) { add(field) }
            case .section(let nested): add(nested)
            case .text(let text): addLiteral(text)
            case .caption(let text): lines.append(Line(text: text, style: Style(.fieldLabel), textColumn: 2))
            case .instruction(let text): lines.append(Line(text: text, style: Style(.hint), textColumn: 2))
            case .lineBreak: break
            }
        }
        addFreeText(of: section)
    }

    /// The template's own words between its fields.
    private mutating func addLiteral(_ text: String) {
        for line in text.wrapped(width: max(1, width - 2)) where line.contains(where: { !$0.isWhitespace }) {
            lines.append(Line(text: line, style: .secondary, textColumn: 2))
        }
    }

    private mutating func add(_ field: Field) {
        let value = draft.content.value(of: field.id)
        let column = 2 + labelWidth + 2
        let style: Style = value.origin == .touched ? .text : Style(.fieldDefault)
        place(.field(field.id), text: value.text, label: field.label, column: column, style: style) {
            // An empty field shows a line to write on, and its unit.
            value.isEmpty ? "___" + (field.unit.map { " \($0)" } ?? "") : nil
        }
        if !value.isEmpty, let unit = field.unit, let last = lines.indices.last {
            let end = lines[last].textColumn + cellWidth(of: lines[last].text)
            if end + unit.count < width { lines[last].text += " \(unit)" }
        }
    }

    private mutating func addFreeText(of section: Section) {
        let target = ReportPlace.Target.freeText(section.id)
        let text = draft.content.text(at: target)
        let isActive = self.target == target
        // An empty free text takes a line only where the reader is in it, or where nothing else could be typed.
        guard !text.isEmpty || isActive || section.elements.isEmpty else { return }
        let style: Style = draft.copiedSource(at: target) == nil ? .text : Style(.fieldDefault)
        place(target, text: text, label: "", column: 2, style: style) { text.isEmpty ? "…" : nil }
    }

    private mutating func place(
        _ target: ReportPlace.Target, text: String, label: String, column: Int, style: Style,
        whenEmpty placeholder: () -> String?
    ) {
        let layout = TextLayout(text, width: max(8, width - column - 1), after: before[target])
        texts[target] = layout
        let isActive = self.target == target
        if isActive {
            active = layout
            activeLine = lines.count
            activeColumn = column
        }
        for (index, part) in layout.texts.enumerated() {
            var line = Line(text: part, style: style, textColumn: column, isActive: isActive)
            if index == 0 { line.label = label }
            if index == 0, let words = placeholder(), !(isActive && !draft.isSelected) {
                line.text = words
                line.style = .secondary
            }
            if isActive, draft.isSelected { line.style = Style(.fieldActive).reversed }
            lines.append(line)
        }
    }

    /// Where the cursor is, in lines of this layout.
    var cursor: Position {
        let position = active?.position(ofOffset: draft.cursor) ?? Position(row: 0, column: 0)
        return Position(row: activeLine + position.row, column: activeColumn + position.column)
    }

    /// The cells of a part of the active text, line by line, in lines and columns of this layout.
    func parts(of range: Range<Int>) -> [(row: Int, column: Int, columns: Int)] {
        guard let active else { return [] }
        let start = active.position(ofOffset: range.lowerBound)
        let end = active.position(ofOffset: range.upperBound)
        return (start.row...max(start.row, end.row)).map { row in
            let first = row == start.row ? start.column : 0
            let last = row == end.row ? end.column : cellWidth(of: active.text(ofLine: row))
            return (activeLine + row, activeColumn + first, max(1, last - first))
        }
    }

    /// The offset one line further, in the same column; `nil` outside the active place.
    func offset(lines delta: Int) -> Int? {
        guard let active else { return nil }
        let position = active.position(ofOffset: draft.cursor)
        let row = position.row + delta
        guard row >= 0, row < active.lineCount else { return nil }
        return active.offset(at: Position(row: row, column: position.column))
    }

    /// The offsets at which the cursor's line starts and ends.
    var lineBounds: (start: Int, end: Int) {
        guard let active else { return (0, 0) }
        let line = active.line(active.position(ofOffset: draft.cursor).row)
        return (line.start, line.endsParagraph ? line.end : max(line.start, line.end - 1))
    }
}
