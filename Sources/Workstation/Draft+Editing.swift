import ReportTemplates

// Typing into a draft. Offsets count characters.

extension Draft {
    /// Types at the cursor; on a selected or empty pick list the letters pick an option as long as they fit one.
    mutating func type(_ typed: String) {
        if let bracket { return type(typed, in: bracket) }
        if let tail = pickedTail, tail.hasPrefix(typed.lowercased()) {
            pickedTail = String(tail.dropFirst(typed.count))
            return
        }
        if isSelected || text.isEmpty, !options.isEmpty, pick(byTyping: typed) { return }
        insert(typed, joins: typed.allSatisfy { !$0.isWhitespace })
    }

    mutating func insert(_ raw: String, joins: Bool) {
        let inserted = Draft.clean(raw)
        guard !inserted.isEmpty else { return }
        if let bracket { return replace(bracket, with: inserted) }
        let text = isSelected ? "" : self.text
        let offset = isSelected ? 0 : cursor
        let place = text.place(ofCharacter: offset)
        var changed = text
        changed.insert(contentsOf: inserted, at: place)
        // Counted anew: a combining mark joins the character before it.
        let after = changed.characterCount - text[place...].characterCount
        change(to: changed, cursor: after, joins: joins)
    }

    /// The letters right before the cursor.
    public var begunWord: String {
        let before = text[..<text.place(ofCharacter: cursor)]
        return String(before.suffix(while: { $0.isLetter || $0.isNumber }))
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
        if let bracket { return replace(bracket, with: "") }
        if isSelected { return change(to: "", cursor: 0, joins: false) }
        var text = self.text
        cursor = min(cursor, text.characterCount)
        guard cursor > 0 else { return }
        text.remove(at: text.place(ofCharacter: cursor - 1))
        change(to: text, cursor: cursor - 1, joins: true)
    }

    mutating func deleteForward() {
        if let bracket { return replace(bracket, with: "") }
        if isSelected { return change(to: "", cursor: 0, joins: false) }
        var text = self.text
        guard cursor < text.characterCount else { return }
        text.remove(at: text.place(ofCharacter: cursor))
        change(to: text, cursor: cursor, joins: true)
    }

    mutating func eraseWord() {
        if let bracket { return replace(bracket, with: "") }
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
        cursor = min(max(0, offset), text.characterCount)
    }

    /// What a selected field holds is the reader's from here on.
    public mutating func keepSelected() {
        resolvePick()
        if isSelected, case .field(let id)? = place?.target, content.value(of: id).origin != .touched {
            content.confirm(id)
            edits += 1
        }
        isSelected = false
        pickPrefix = ""
        bracket = nil
        pickedTail = nil
    }

    /// Leaves the place for another, having looked at it.
    mutating func go(to index: Int) {
        keepSelected()
        history.close()
        enter(index)
    }

    mutating func choose(_ option: Int) {
        pickPrefix = ""
        choose(option, from: nil)
    }

    /// - Parameter base: what the field is to hold before the choice, where that is not what it holds now.
    private mutating func choose(_ option: Int, from base: PlaceValue?) {
        guard case .field(let id)? = place?.target, options.indices.contains(option) else { return }
        let before = content.placeValue(at: .field(id))
        if let base { content.restore(base, at: .field(id)) }
        content.choose(option, in: id)
        record(before, at: .field(id), cursorAfter: content.value(of: id).text.count, joins: false)
        // Of a beginning the rest is written next.
        isSelected = options[option].takesText != true
    }

    /// - Returns: whether the letters were taken; if they begin no option, what was typed so far becomes the text.
    private mutating func pick(byTyping typed: String) -> Bool {
        let prefix = pickPrefix + typed
        if options(startingWith: prefix).isEmpty {
            insert(prefix, joins: true)
            return true
        }
        let base = pickBase ?? place.map { content.placeValue(at: $0.target) }
        // More letters of an option that is picked already pick nothing: where several may be chosen they would take
        // it back.
        if let option = option(pickedBy: prefix), option != self.option(pickedBy: pickPrefix), let base {
            pick(option, from: base)
        }
        pickPrefix = prefix
        pickBase = base
        // Letters that pick nothing yet were typed all the same, and are saved.
        edits += 1
        return true
    }

    /// The option is chosen on top of what the field held, unless that is this very option.
    private mutating func pick(_ option: Int, from base: PlaceValue) {
        guard Draft.holds(base, only: option), let target = place?.target else { return choose(option, from: base) }
        let before = content.placeValue(at: target)
        guard before != base else { return }
        content.restore(base, at: target)
        record(before, at: target, cursorAfter: text.count, joins: false)
    }

    private static func holds(_ value: PlaceValue, only option: Int) -> Bool {
        if case .field(let value) = value { value.chosen == [option] } else { false }
    }

    /// Letters that picked nothing become the text when the reader goes on: nobody chose what the field held.
    mutating func resolvePick() {
        guard !pickPrefix.isEmpty, option(pickedBy: pickPrefix) == nil else { return }
        insert(pickPrefix, joins: false)
    }

    /// An option that is spelt out, even where a longer one begins with it, or the only one that begins so.
    private func option(pickedBy prefix: String) -> Int? {
        guard !prefix.isEmpty else { return nil }
        let wanted = prefix.lowercased()
        let exact = options.firstIndex { $0.label.lowercased() == wanted || $0.text.lowercased() == wanted }
        let fitting = options(startingWith: prefix)
        return exact ?? (fitting.count == 1 ? fitting[0] : nil)
    }

    /// Options whose label or text begins with these letters.
    private func options(startingWith prefix: String) -> [Int] {
        let wanted = prefix.lowercased()
        return options.indices.filter {
            options[$0].label.lowercased().hasPrefix(wanted) || options[$0].text.lowercased().hasPrefix(wanted)
        }
    }

    mutating func change(to text: String, cursor: Int, joins: Bool) {
        guard let target = place?.target else { return }
        let before = content.placeValue(at: target)
        content.setText(text, at: target)
        record(before, at: target, cursorAfter: cursor, joins: joins && !isSelected)
        isSelected = false
        pickPrefix = ""
        bracket = nil
        pickedTail = nil
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
        // What the change hides or shows may move the place within the list.
        if let index = places.firstIndex(where: { $0.target == target }) { placeIndex = index }
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
        bracket = nil
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
