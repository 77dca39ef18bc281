import Terminal
import Wording
import Workstation

extension ScreenPainter {
    func paintLibrary(_ frame: inout Frame) {
        guard let library = state.library else { return }
        if let editing = library.editing { return paintEditing(&frame, editing) }
        frame.put(tr(" Templates and macros"), row: 0, column: 0, style: Style(.title))
        frame.put(tr("yours first"), row: 0, column: frame.columns - 13, style: .secondary)
        let items = library.items
        let height = max(1, frame.rows - 4)
        let top = scrollWindow(count: items.count, selected: library.selected, height: height, previousTop: 0)
        for (line, item) in items.dropFirst(top).prefix(height).enumerated() {
            let isSelected = top + line == library.selected
            let row = 2 + line
            if isSelected {
                frame.put("▌", row: row, column: 1, style: Style(.selectionMarker))
                frame.cursor = Position(row: row, column: 1)
            }
            let style = isSelected ? Style(.selected) : .text
            frame.put(
                item.kind == .macro ? tr("macro") : tr("template"), row: row, column: 3, style: .secondary, width: 8)
            frame.put(item.title, row: row, column: 13, style: style, width: frame.columns / 2 - 14)
            frame.put(
                tr(item.detail), row: row, column: frame.columns / 2, style: .secondary, width: frame.columns / 2 - 1)
        }
    }

    private func paintEditing(_ frame: inout Frame, _ editing: LibraryState.Editing) {
        let kind = editing.kind == .macro ? tr("Macro .") : tr("Template ")
        let title = " \(kind)\(editing.name)\(editing.isNaming ? tr("▏ (name, then Enter)") : "")"
        frame.put(title, row: 0, column: 0, style: Style(.title), width: frame.columns - 1)
        frame.horizontalRule(row: 1)
        let problems = editing.problems.prefix(4)
        let height = max(1, frame.rows - 4 - problems.count)
        let layout = EditingLayout(editing.buffer, columns: frame.columns)
        let top = max(0, layout.cursor.row - height * 2 / 3)
        for (index, line) in layout.lines.dropFirst(top).prefix(height).enumerated() {
            if let number = line.number {
                frame.put("\(number)", row: 2 + index, column: 0, style: .secondary, width: 4)
            }
            frame.put(line.text, row: 2 + index, column: 5, style: .text, width: frame.columns - 5)
        }
        for (index, problem) in problems.enumerated() {
            frame.put(
                tr(problem), row: frame.rows - 2 - problems.count + index, column: 1, style: Style(.error),
                width: frame.columns - 2)
        }
        if !editing.isNaming {
            frame.cursor = Position(row: 2 + layout.cursor.row - top, column: 5 + layout.cursor.column)
        }
    }
}

/// A text with its line numbers, long lines wrapped.
struct EditingLayout {
    private(set) var lines: [(number: Int?, text: String)] = []
    private(set) var cursor = Position(row: 0, column: 0)
    private let layout: TextLayout

    init(_ buffer: TextBuffer, columns: Int) {
        layout = TextLayout(buffer.text, width: max(8, columns - 6))
        cursor = layout.position(ofOffset: buffer.cursor)
        var number = 1
        var isNew = true
        for (text, line) in zip(layout.texts, layout.lines) {
            lines.append((isNew ? number : nil, text))
            isNew = line.endsParagraph
            if isNew { number += 1 }
        }
    }

    /// The offsets at which the cursor's line starts and ends.
    var lineBounds: (start: Int, end: Int) {
        let line = layout.lines[cursor.row]
        return (line.start, line.endsParagraph ? line.end : max(line.start, line.end - 1))
    }
}

extension Input {
    func message(library command: Command) -> Message? {
        guard let library = state.library else { return nil }
        if let editing = library.editing { return message(editing: command, editing).map { .library($0) } }
        let page = max(1, size.rows - 5)
        let message: LibraryMessage? =
            switch command {
            case .down: .selected(library.selected + 1)
            case .up: .selected(library.selected - 1)
            case .pageDown: .selected(library.selected + page)
            case .pageUp: .selected(library.selected - page)
            case .edit: .editChosen
            case .editOutside: .editOutsideChosen
            case .newTemplate: .begun(.template)
            case .newMacro: .begun(.macro)
            case .delete: .deleteChosen
            case .close: .closed
            default: nil
            }
        return message.map { .library($0) }
    }

    private func message(editing command: Command, _ editing: LibraryState.Editing) -> LibraryMessage? {
        let layout = EditingLayout(editing.buffer, columns: size.columns)
        switch command {
        case .save: return .saveAsked
        case .close: return .closed
        case .left: return .movedTo(editing.buffer.cursor - 1)
        case .right: return .movedTo(editing.buffer.cursor + 1)
        case .lineUp: return .movedLines(-1)
        case .lineDown: return .movedLines(1)
        case .pageUp: return .movedLines(-(size.rows - 6))
        case .pageDown: return .movedLines(size.rows - 6)
        case .lineStart: return .movedTo(layout.lineBounds.start)
        case .lineEnd: return .movedTo(layout.lineBounds.end)
        case .eraseBack: return .erased(-1)
        case .eraseForward: return .erased(1)
        default: return nil
        }
    }
}
