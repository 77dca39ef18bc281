import ReportTemplates

// Typing into a draft. Offsets count characters.

extension Draft {
    /// Types at the cursor; on a selected or empty pick list the letters pick an option as long as they fit one.
    mutating func type(_ typed: String) {
        if isSelected || text.isEmpty, !options.isEmpty, pick(byTyping: typed) { return }
        insert(typed, joins: typed.allSatisfy { !$0.isWhitespace })
    }

    mutating func insert(_ raw: String, joins: Bool) {
        let inserted = Draft.clean(raw)
        guard !inserted.isEmpty else { return }
        let text = isSelected ? "" : self.text
        let offset = isSelected ? 0 : cursor
        let place = text.index(text.startIndex, offsetBy: min(offset, text.count))
        var changed = text
        changed.insert(contentsOf: inserted, at: place)
        // Counted anew: a combining mark joins the character before it.
        let after = changed.count - text[place...].count
        change(to: changed, cursor: after, joins: joins)
    }

    /// Pasted text brings line ends of all kinds, tabs and control characters; a report holds lines of text.
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t": result.append(contentsOf: "    ".unicodeScalars)
            default:
                if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
            previous = scalar
        }
        return String(result)
    }

    mutating func backspace() {
        if isSelected { return change(to: "", cursor: 0, joins: false) }
        guard cursor > 0 else { return }
        var text = self.text
        text.remove(at: text.index(text.startIndex, offsetBy: cursor - 1))
        change(to: text, cursor: cursor - 1, joins: true)
    }

    mutating func deleteForward() {
        if isSelected { return change(to: "", cursor: 0, joins: false) }
        var text = self.text
        guard cursor < text.count else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: cursor))
        change(to: text, cursor: cursor, joins: true)
    }

    mutating func eraseWord() {
        if isSelected { return change(to: "", cursor: 0, joins: false) }
        let characters = Array(text)
        var start = min(cursor, characters.count)
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        change(to: String(characters[..<start] + characters[cursor...]), cursor: start, joins: false)
    }

    /// Moves the cursor. On a selected text it keeps the text, which counts as having looked at it.
    mutating func move(to offset: Int) {
        keepSelected()
        history.close()
        cursor = min(max(0, offset), text.count)
    }

    /// What a selected field holds is the reader's from here on.
    public mutating func keepSelected() {
        if isSelected, case .field(let id)? = place?.target, content.value(of: id).origin != .touched {
            content.confirm(id)
            edits += 1
        }
        isSelected = false
        pickPrefix = ""
    }

    /// Leaves the place for another, having looked at it.
    mutating func go(to index: Int) {
        keepSelected()
        history.close()
        enter(index)
    }

    mutating func choose(_ option: Int) {
        guard case .field(let id)? = place?.target, options.indices.contains(option) else { return }
        pickPrefix = ""
        let before = content.placeValue(at: .field(id))
        content.choose(option, in: id)
        record(before, at: .field(id), cursorAfter: text.count, joins: false)
        isSelected = true
    }

    /// - Returns: whether the letters belong to an option; if not, what was typed so far becomes the text.
    private mutating func pick(byTyping typed: String) -> Bool {
        let prefix = pickPrefix + typed
        let fitting = options(startingWith: prefix)
        if fitting.isEmpty {
            insert(prefix, joins: true)
            return true
        }
        // More letters of an option that is picked already pick nothing: where several may be chosen they would take
        // it back.
        let isPicked = !pickPrefix.isEmpty && options(startingWith: pickPrefix) == fitting
        let isChosen = field.map { content.value(of: $0.id).chosen == fitting } ?? false
        if fitting.count == 1, !isPicked, !isChosen { choose(fitting[0]) }
        pickPrefix = prefix
        return true
    }

    /// Options whose label or text begins with these letters.
    private func options(startingWith prefix: String) -> [Int] {
        let wanted = prefix.lowercased()
        return options.indices.filter {
            options[$0].label.lowercased().hasPrefix(wanted) || options[$0].text.lowercased().hasPrefix(wanted)
        }
    }

    private mutating func change(to text: String, cursor: Int, joins: Bool) {
        guard let target = place?.target else { return }
        let before = content.placeValue(at: target)
        content.setText(text, at: target)
        record(before, at: target, cursorAfter: cursor, joins: joins && !isSelected)
        isSelected = false
        pickPrefix = ""
    }

    private mutating func record(
        _ before: PlaceValue, at target: ReportPlace.Target, cursorAfter: Int, joins: Bool
    ) {
        history.record(
            EditHistory.Edit(
                target: target, before: before, after: content.placeValue(at: target), cursorBefore: cursor,
                cursorAfter: cursorAfter, isOpen: joins))
        cursor = cursorAfter
        edits += 1
    }

    mutating func undo() {
        guard let edit = history.undo() else { return }
        apply(edit.before, at: edit.target, cursor: edit.cursorBefore)
    }

    mutating func redo() {
        guard let edit = history.redo() else { return }
        apply(edit.after, at: edit.target, cursor: edit.cursorAfter)
    }

    private mutating func apply(_ value: PlaceValue, at target: ReportPlace.Target, cursor: Int) {
        content.restore(value, at: target)
        edits += 1
        if let index = places.firstIndex(where: { $0.target == target }) { placeIndex = index }
        isSelected = false
        pickPrefix = ""
        self.cursor = min(cursor, text.count)
    }

    /// The next place that a template wants filled and that holds nothing, or a default nobody looked at.
    func nextUnfilled() -> Int? {
        let wanted = content.completionObstacles().map(\.place)
        let places = self.places
        let order = places.indices.map { ($0 + placeIndex + 1) % places.count }
        return order.first { wanted.contains(places[$0].target) }
            ?? order.first { index in
                if case .field(let id) = places[index].target { content.value(of: id).isEmpty } else { false }
            }
    }
}
