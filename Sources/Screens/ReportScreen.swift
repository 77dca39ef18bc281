import Radiology
import ReportTemplates
import Terminal
import Wording
import Workstation

/// How the report screen is divided. Below 100 columns the prior report takes the whole pane when it is asked for.
struct ReportPanes {
    let report: Region
    let prior: Region?
    /// What can be picked, under the line of the field.
    let options: [String]
    private let keymap: Keymap

    init(size: Size, editor: EditorState, now: Instant, keymap: Keymap) {
        self.keymap = keymap
        options = ReportPanes.options(editor, size: size, now: now, keymap)
        let body = Region(row: 2, column: 0, columns: size.columns, rows: size.rows - 4 - options.count)
        guard ReportPanes.isWide(size) else {
            report = body
            let pane = Region(row: 1, column: 2, columns: size.columns - 3, rows: body.rows + 1)
            prior = editor.isPriorInFront && editor.shownPrior != nil ? pane : nil
            return
        }
        guard editor.showsPrior, editor.shownPrior != nil else {
            report = body
            prior = nil
            return
        }
        let left = size.columns * 3 / 5
        report = Region(row: 2, column: 0, columns: left, rows: body.rows)
        prior = Region(row: 1, column: left + 2, columns: size.columns - left - 3, rows: body.rows + 1)
    }

    static func isWide(_ size: Size) -> Bool { size.columns >= 100 }

    /// The options of a pick list, several on a line, each whole; at most a fifth of the screen. Where words may be
    /// suggested the line for them is always there: the report does not move while it is written.
    private static func options(_ editor: EditorState, size: Size, now: Instant, _ keymap: Keymap) -> [String] {
        let draft = editor.draft
        if let field = draft.inlineField {
            return lined(field.options.enumerated().map { "\($0 + 1) \($1)" }, size: size)
        }
        let isWriting = editor.takesSuggestions && !draft.text.isEmpty
        if isWriting || !editor.suggestions.isEmpty {
            let most = isWide(size) ? 1 : 2
            let shown =
                editor.restedAt > now ? [] : suggestions(editor, keymap).dropFirst(editor.suggestsInPlace ? 1 : 0)
            return padded(lined(Array(shown), size: size), to: most)
        }
        guard let field = draft.field, !draft.options.isEmpty else { return [] }
        let chosen = draft.content.value(of: field.id).chosen
        return lined(
            draft.options.enumerated().map { index, option in
                "\(index < 9 ? "\(index + 1)" : "·")\(chosen.contains(index) ? "✓" : " ")\(option.label)"
            }, size: size)
    }

    /// The same lines when the suggestion behind the cursor finds no room there: it is said below at once, and whole,
    /// for nobody may take words that were not to be seen.
    func optionsWithFirst(_ editor: EditorState, size: Size, now: Instant) -> [String] {
        let all = ReportPanes.suggestions(editor, keymap)
        guard let first = all.first else { return options }
        let others = editor.restedAt > now ? [] : Array(all.dropFirst())
        let whole = first.wrapped(width: size.columns - 2)
        let lines =
            whole.count == 1
            ? ReportPanes.lined([first] + others, size: size) : whole + ReportPanes.lined(others, size: size)
        return ReportPanes.padded(lines, to: options.count)
    }

    private static func padded(_ lines: [String], to count: Int) -> [String] {
        lines.prefix(count) + Array(repeating: "", count: max(0, count - lines.count))
    }

    /// What may follow, with the word that it completes, behind the key that takes it.
    private static func suggestions(_ editor: EditorState, _ keymap: Keymap) -> [String] {
        let takes: [Command] = [.takeFirst, .takeSecond, .takeThird, .takeFourth, .takeFifth]
        guard !editor.suggestions.isEmpty else { return [] }
        let begun = editor.draft.begunWord
        return zip(takes, editor.suggestions).map { command, suggestion in
            let isCompletion = suggestion.text.first.map { $0.isLetter || $0.isNumber } ?? false
            let words = (isCompletion ? begun : "") + suggestion.text.replacing("\n", with: "⏎")
            return "\(keymap.key(of: command, in: .report)) \(words)"
        }
    }

    private static func lined(_ texts: [String], size: Size) -> [String] {
        var lines: [String] = []
        for text in texts {
            if let last = lines.last, cellWidth(of: last) + cellWidth(of: text) + 3 <= size.columns - 2 {
                lines[lines.count - 1] = last + "   " + text
            } else {
                lines.append(text)
            }
        }
        return Array(lines.prefix(size.rows / 5))
    }
}

extension ScreenPainter {
    func paintReport(_ frame: inout Frame) {
        guard let editor = state.editor else { return }
        let priority = state.study?.row.item.priority
        let leftOut = paintBanner(&frame, editor.draft.detail.study, priority: priority)
        let panes = ReportPanes(size: frame.size, editor: editor, now: state.system.now, keymap: keymap)
        var options = panes.options
        frame.horizontalRule(row: 1)
        let isCovered = panes.prior.map { $0.column < panes.report.columns } ?? false
        if !isCovered {
            paintTemplateLine(&frame, editor, leftOut: leftOut, width: panes.report.columns)
            let isWhole = paintDraft(&frame, editor, in: panes.report)
            if !isWhole { options = panes.optionsWithFirst(editor, size: frame.size, now: state.system.now) }
        }
        if let pane = panes.prior { paintPriorPane(&frame, editor, in: pane) }
        if isCovered, let key = keymap.keys(of: .togglePrior, in: .report).first {
            let words = tr(" \(key) back to the draft ")
            frame.put(words, row: 1, column: frame.columns - words.count - 2, style: Style(.hint))
        }
        paintFieldLine(&frame, editor, row: frame.rows - 2 - options.count)
        for (index, line) in options.enumerated() {
            frame.put(line, row: frame.rows - 1 - options.count + index, column: 1, width: frame.columns - 2)
        }
    }

    private func paintTemplateLine(_ frame: inout Frame, _ editor: EditorState, leftOut: [String], width: Int) {
        let content = editor.draft.content
        let kind = editor.draft.isAddendum ? tr("ADDENDUM · ") : ""
        let text = " \(kind)\(content.template.title) (\(tr(reason: editor.draft.matchReason))) · \(saving(editor)) "
        let style = editor.saveFailure == nil ? Style(.title) : Style(.error).bold
        let end = frame.put(text, row: 1, column: 1, style: style, width: width - 3)
        // What the banner had no room for, where it fits here; the day rather than nothing.
        let day = editor.draft.detail.study.date.map(dayText) ?? ""
        let choices = [leftOut.joined(separator: "  ")] + leftOut.reversed() + [leftOut.isEmpty ? "" : day]
        if let rest = choices.first(where: { !$0.isEmpty && cellWidth(of: $0) <= width - end - 4 }) {
            frame.put(" \(rest) ", row: 1, column: width - cellWidth(of: rest) - 3, style: Style(.banner))
        }
    }

    private func saving(_ editor: EditorState) -> String {
        if editor.saveFailure != nil { return tr("DRAFT NOT SAVED") }
        if editor.isUnsaved { return tr("draft not saved yet") }
        guard editor.savedAt != nil || editor.draft.edits > 0 else { return tr("nothing changed") }
        return tr("draft saved")
    }

    /// - Returns: whether the suggestion behind the cursor, if there is one, is shown whole.
    private func paintDraft(_ frame: inout Frame, _ editor: EditorState, in region: Region) -> Bool {
        let layout = ReportLayout(draft: editor.draft, width: region.columns - 3, after: memory.texts)
        memory.texts = layout.texts
        let cursor = layout.cursor
        // The active line stays in the upper two thirds, so that what follows is in sight.
        let top = max(0, min(cursor.row - region.rows * 2 / 3, layout.lines.count - region.rows))
        for (index, line) in layout.lines.dropFirst(top).prefix(region.rows).enumerated() {
            let row = region.row + index
            if line.isActive { frame.put("▌", row: row, column: 1, style: Style(.selectionMarker)) }
            if !line.label.isEmpty {
                let indent = line.textColumn == 0 ? 3 : 5
                let room = line.textColumn == 0 ? region.columns - 4 : line.textColumn - 4
                frame.put(line.label, row: row, column: indent, style: line.labelStyle, width: room)
            }
            frame.put(
                line.text, row: row, column: 3 + line.textColumn, style: line.style,
                width: max(0, region.columns - 3 - line.textColumn))
        }
        let origin = Position(row: region.row - top, column: 3)
        frame.cursor = Position(row: origin.row + cursor.row, column: origin.column + cursor.column)
        for (range, style) in marks(editor) {
            for part in layout.parts(of: range) where part.row >= top && part.row < top + region.rows {
                let shown = Region(row: origin.row + part.row, column: 3 + part.column, columns: part.columns, rows: 1)
                frame.restyle(shown, style: style)
            }
        }
        guard editor.suggestsInPlace, let suggestion = editor.suggestions.first, let position = frame.cursor
        else { return true }
        return paint(suggestion, at: position, end: region.column + region.columns - 1, &frame)
    }

    /// What of the text is looked at: a bracket to be filled, the words that were found.
    private func marks(_ editor: EditorState) -> [(range: Range<Int>, style: Style)] {
        let bracket = editor.draft.bracket.map { ($0, Style(.fieldActive).reversed) }
        let found = editor.find.flatMap { editor.draft.match(of: $0) }.map { ($0, Style(.match)) }
        return [bracket, found].compactMap(\.self)
    }

    /// Dim behind the cursor, but what changes the meaning is never dim.
    ///
    /// - Returns: whether there was room for all of it.
    private func paint(_ suggestion: PhraseSuggestion, at position: Position, end: Int, _ frame: inout Frame) -> Bool {
        let isWhole = position.column + cellWidth(of: suggestion.text.replacing("\n", with: "⏎")) <= end
        let end = isWhole ? end : end - 1
        var column = position.column
        for (index, character) in suggestion.text.enumerated() {
            let isPlain = suggestion.plain.contains { $0.contains(index) }
            let style = isPlain ? Style.text.bold.underlined : Style(.suggestion)
            let shown = character == "\n" ? "⏎" : String(character)
            guard column + cellWidth(of: shown) <= end else { break }
            column = frame.put(shown, row: position.row, column: column, style: style)
        }
        if !isWhole, column <= end { frame.put("…", row: position.row, column: column, style: Style(.suggestion)) }
        return isWhole
    }

    private func paintPriorPane(_ frame: inout Frame, _ editor: EditorState, in region: Region) {
        if region.column > 2 {
            frame.put("┬", row: 1, column: region.column - 2, style: Style(.border))
            frame.verticalRule(row: 2, column: region.column - 2, height: region.rows - 1)
        }
        if let prior = editor.shownPrior {
            paintReports(&frame, (prior.study, prior.reports), top: editor.priorTop, in: region)
        }
    }

    /// One line that says where the reader is, so that a glance is enough.
    private func paintFieldLine(_ frame: inout Frame, _ editor: EditorState, row: Int) {
        let draft = editor.draft
        let places = draft.places
        let name = draft.place.map { $0.label.isEmpty ? tr("\($0.sectionTitle): free text") : $0.label } ?? ""
        var parts = [tr("field \(draft.placeIndex + 1)/\(places.count) \(name)")]
        if let preview = macroWords { parts.append(preview) }
        if let source = draft.place.flatMap({ draft.copiedSource(at: $0.target) }) {
            parts.append(tr("copied from \(source)"))
        }
        if !draft.pickPrefix.isEmpty {
            parts.append(tr("typed “\(draft.pickPrefix)”"))
        } else if draft.field?.allowsSeveral == true {
            parts.append(tr("pick any"))
        } else if let hint = draft.field?.hint, hint != name {
            parts.append(hint)
        }
        let waiting = draft.content.completionObstacles().count
        if waiting > 0 { parts.append(tr("\(waiting) to look at")) }
        frame.horizontalRule(row: row)
        frame.put(
            " \(parts.joined(separator: " · ")) ", row: row, column: 1, style: Style(.status),
            width: frame.columns - 2)
    }

    /// What Tab would write for the macro being typed.
    private var macroWords: String? {
        let key = key(.nextField, in: .report)
        let tab = key == Key.tab.name ? "⇥" : key
        return switch state.macroPreview {
        case .text(let name, let text): ".\(name) \(tab) \(text.replacing("\n", with: " "))"
        case .calculator(let id): tr(".\(id) \(tab) calculator")
        case .several(let names): "." + names.prefix(8).joined(separator: " .")
        case nil: nil
        }
    }

    /// The final text as it will be signed.
    func paintPreview(_ frame: inout Frame, top: Int) {
        guard let draft = state.editor?.draft else { return }
        let lines = PreviewLines.lines(of: draft)
        let region = Region(row: 1, column: 0, columns: frame.columns, rows: frame.rows - 2)
            .centered(columns: min(82, frame.columns), rows: frame.rows - 2)
        frame.fill(region, style: Style(.popup))
        let more = readingMore(lines.count, rows: region.rows - 2)
        let inner = frame.box(region, title: tr("Preview · \(draft.content.template.title)\(more)\(readingClose)"))
        let first = max(0, min(top, lines.count - inner.rows))
        for (index, line) in lines.dropFirst(first).prefix(inner.rows).enumerated() {
            frame.put(
                line, row: inner.row + index, column: inner.column + 1, style: Style(.popup),
                width: inner.columns - 1)
        }
    }
}

enum PreviewLines {
    static func lines(of draft: Draft) -> [String] {
        draft.reportText().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension Input {
    func message(report command: Command) -> Message? {
        guard let editor = state.editor else { return nil }
        let draft = editor.draft
        let panes = ReportPanes(size: size, editor: editor, now: state.system.now, keymap: keymap)
        func layout() -> ReportLayout { ReportLayout(draft: draft, width: panes.report.columns - 3) }
        switch command {
        case .nextField: return .editor(.nextPlace)
        case .previousField: return .editor(.previousPlace)
        case .nextUnfilled: return .editor(.nextUnfilled)
        case .newLine: return .editor(takesNewLines(draft) ? .newline : .nextPlace)
        case .left: return .editor(.movedLeft)
        case .right: return .editor(editor.suggestsInPlace ? .wordTaken : .movedRight)
        case .takeWord: return .editor(editor.suggestions.isEmpty ? .movedTo(wordEnd(draft)) : .wordTaken)
        case .takeFirst: return .editor(.suggestionTaken(0))
        case .takeSecond: return .editor(.suggestionTaken(1))
        case .takeThird: return .editor(.suggestionTaken(2))
        case .takeFourth: return .editor(.suggestionTaken(3))
        case .takeFifth: return .editor(.suggestionTaken(4))
        case .nextObstacle: return .editor(.nextObstacle)
        case .confirmSection: return .editor(.sectionConfirmed)
        case .calculate: return .editor(.scoreOpened)
        case .actionable: return .editor(.actionableOpened)
        case .copyPrior: return .editor(.priorCopied)
        case .find: return .editor(.findOpened)
        case .compareWith: return .editor(.comparisonsOpened)
        case .pasteValue: return .editor(.valuePasted)
        case .viewer: return .study(.viewerAsked)
        case .deleteLine: return .editor(.lineDeleted)
        case .moveLineUp: return .editor(.lineMoved(-1))
        case .moveLineDown: return .editor(.lineMoved(1))
        case .saveAsTemplate: return .editor(.savingAsTemplateOpened)
        case .lineUp: return draft.isSelected ? .editor(.previousPlace) : vertical(layout(), -1)
        case .lineDown: return draft.isSelected ? .editor(.nextPlace) : vertical(layout(), 1)
        case .lineStart: return .editor(.movedTo(layout().lineBounds.start))
        case .lineEnd where draft.bracket != nil: return .editor(.bracketKept)
        case .lineEnd: return .editor(.movedTo(draft.isSelected ? draft.text.count : layout().lineBounds.end))
        case .eraseBack: return .editor(.backspaced)
        case .eraseForward: return .editor(.deleted)
        case .eraseWord: return .editor(.wordErased)
        case .undo: return .editor(.undone)
        case .redo: return .editor(.redone)
        case .sign: return .editor(.signAsked(thenNext: false))
        case .signAndNext: return .editor(.signAsked(thenNext: true))
        case .putAside: return .editor(.putAside)
        case .discard: return .editor(.discardAsked)
        case .restoreDraft: return .editor(.restoringAsked)
        case .preview: return .editor(.previewToggled)
        case .togglePrior: return .editor(ReportPanes.isWide(size) ? .priorToggled : .priorRaised)
        case .priorDown: return scrollPrior(editor, panes, size.rows / 2)
        case .priorUp: return scrollPrior(editor, panes, -size.rows / 2)
        case .chooseTemplate: return .editor(.templatesOpened)
        // Under the notice of a lost claim leaving is another thing: the draft goes back to the list.
        case .close where state.standingRival != nil: return .editor(.putAside)
        case .close where !editor.suggestions.isEmpty: return .editor(.suggestionsHidden)
        case .close: return .editor(editor.isPriorInFront && !ReportPanes.isWide(size) ? .priorRaised : .left)
        default: return nil
        }
    }

    /// Never past the last line: scrolling back would seem to do nothing.
    private func scrollPrior(_ editor: EditorState, _ panes: ReportPanes, _ lines: Int) -> Message? {
        guard let pane = panes.prior else { return nil }
        let last = ReportLine.lines(of: editor.shownPrior?.reports ?? [], width: pane.columns).count - 1
        return .editor(.priorScrolled(min(last, editor.priorTop + lines)))
    }

    private func wordEnd(_ draft: Draft) -> Int {
        let rest = draft.text.dropFirst(draft.cursor)
        let space = rest.prefix { $0.isWhitespace }.count
        return draft.cursor + space + rest.dropFirst(space).prefix { !$0.isWhitespace }.count
    }

    private func takesNewLines(_ draft: Draft) -> Bool {
        switch draft.field?.kind {
        case nil: true
        case .multiline: !draft.isSelected
        default: false
        }
    }

    private func vertical(_ layout: ReportLayout, _ delta: Int) -> Message {
        if let offset = layout.offset(lines: delta) { return .editor(.movedTo(offset)) }
        return .editor(delta < 0 ? .previousPlace : .nextPlace)
    }
}
