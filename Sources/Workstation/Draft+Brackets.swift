public import ReportTemplates

// Brackets amid a text, as macros bring them: stops on the way through the report.

extension Draft {
    public var inlineField: InlineField? {
        bracket.flatMap { InlineField.next(in: text, from: $0.lowerBound) }
    }

    /// Selects the next bracket of the place's text, after the one that is selected.
    ///
    /// - Returns: whether there was one.
    mutating func enterNextBracket() -> Bool {
        let from = bracket?.upperBound ?? (isSelected ? 0 : cursor)
        return enter(InlineField.next(in: text, from: from))
    }

    mutating func enterPreviousBracket() -> Bool {
        enter(InlineField.previous(in: text, before: bracket?.lowerBound ?? cursor))
    }

    private mutating func enter(_ field: InlineField?) -> Bool {
        guard let field, options.isEmpty || !isSelected else { return false }
        keepSelected()
        history.close()
        bracket = field.range
        cursor = field.range.upperBound
        return true
    }

    mutating func replace(_ range: Range<Int>, with words: String) {
        let characters = Array(text)
        guard range.upperBound <= characters.count else { return }
        let tail = String(characters[range.upperBound...])
        let text = String(characters[..<range.lowerBound]) + words + tail
        // Counted anew: what meets here may become one character.
        change(to: text, cursor: max(0, text.count - tail.count), joins: false)
    }

    /// A letter that begins exactly one option picks it; other text takes the bracket's place.
    mutating func type(_ typed: String, in range: Range<Int>) {
        let options = inlineField?.options ?? []
        let fitting = options.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
        if fitting.count == 1 {
            replace(range, with: fitting[0])
            // Whoever goes on spelling the option means it once.
            pickedTail = String(fitting[0].lowercased().dropFirst(typed.count))
            return
        }
        // The unit stays, behind the cursor.
        let unit = inlineField?.unit.map { " " + $0 } ?? ""
        replace(range, with: typed + unit)
        cursor -= unit.count
    }

    mutating func chooseInBracket(_ option: Int) {
        guard let field = inlineField, field.options.indices.contains(option) else { return }
        replace(field.range, with: field.options[option])
    }

    /// Keeps the bracket's default, without the bracket.
    mutating func keepBracket() {
        guard let field = inlineField else { return }
        // A bracket without a default stays, to be seen: a hole in a sentence would not be.
        if field.defaultText.isEmpty { return move(to: field.range.upperBound) }
        replace(field.range, with: field.defaultText)
    }
}
