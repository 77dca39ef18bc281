import Radiology
import ReportTemplates

/// A way the text may go on, shown after the cursor.
public struct PhraseSuggestion: Hashable, Sendable {
    public var text: String
    /// Characters the key for one word takes.
    public var firstWord: Int
    /// Numbers, sides and negations, in characters of the text: they are never shown dim.
    public var plain: [Range<Int>]

    public init(text: String, firstWord: Int, plain: [Range<Int>] = []) {
        self.text = text
        self.firstWord = firstWord
        self.plain = plain
    }
}

extension PhraseSuggestion {
    /// As much of it as belongs to the place the reader is in: a field ends with its line, a section before the next
    /// heading; `nil` where nothing is left.
    func within(_ draft: Draft) -> PhraseSuggestion? {
        let isLine = draft.field.map { if case .multiline = $0.kind { false } else { true } } ?? false
        let end = isLine ? text.firstRange(of: "\n") : text.firstRange(of: "\n\n")
        guard let end else { return self }
        let kept = String(text[..<end.lowerBound])
        guard kept.contains(where: { !$0.isWhitespace }) else { return nil }
        return PhraseSuggestion(
            text: kept, firstWord: min(firstWord, kept.count), plain: plain.filter { $0.upperBound <= kept.count })
    }
}

extension PhraseSuggestion {
    /// What is left of it when its beginning was typed; `nil` where something else was, or nothing is left.
    func rest(after typed: String) -> PhraseSuggestion? {
        guard text.hasPrefix(typed) else { return nil }
        let count = typed.count
        let rest = String(text.dropFirst(count))
        guard rest.contains(where: { !$0.isWhitespace }) else { return nil }
        let spaces = rest.prefix(while: \.isWhitespace).count
        let word = spaces + rest.dropFirst(spaces).prefix { !$0.isWhitespace }.count
        return PhraseSuggestion(
            text: rest, firstWord: firstWord > count ? firstWord - count : word,
            plain: plain.compactMap { part in
                part.upperBound > count ? max(0, part.lowerBound - count)..<part.upperBound - count : nil
            })
    }
}

extension EditorState {
    /// Candidates on the screen at once.
    public static let mostSuggestions = 5

    /// Where words may be suggested: at the end of a line of text that is being written.
    public var takesSuggestions: Bool {
        guard !draft.isSelected, draft.bracket == nil, find == nil, macroPrefix == nil else { return false }
        guard draft.options.isEmpty || !draft.text.isEmpty, draft.pickPrefix.isEmpty else { return false }
        switch draft.field?.kind {
        case .number, .date, .time, .checkbox: return false
        case .text, .multiline, .pickOne, .pickMany, nil: break
        }
        let rest = draft.text[draft.text.place(ofCharacter: draft.cursor)...]
        return rest.isEmpty || rest.first == "\n"
    }

    /// Whether Tab and Right take the first suggestion. After a full stop they go on, as the reader means them to: what
    /// may follow is then offered below the text, by number.
    public var suggestsInPlace: Bool {
        guard !suggestions.isEmpty else { return false }
        return draft.text[..<draft.text.place(ofCharacter: draft.cursor)].last.map { !".!?:".contains($0) } ?? false
    }

    /// Whether the reader can have seen a suggestion: behind the cursor at once, below the text when the keys rested.
    func hasShown(_ suggestion: Int, at now: Instant) -> Bool {
        suggestion == 0 && suggestsInPlace || restedAt <= now
    }

    mutating func take(_ suggestion: Int) {
        guard suggestions.indices.contains(suggestion) else { return }
        draft.insert(suggestions[suggestion].text, joins: false)
    }

    mutating func takeWord() {
        guard let first = suggestions.first else { return }
        draft.insert(String(first.text.prefix(first.firstWord)), joins: false)
    }
}

extension WorkstationState {
    /// Asks how the text may go on, after an edit. The suggestion that stood behind the cursor stays while its words are
    /// typed; of the others none may come there unseen, where Tab would take it.
    ///
    /// - Parameter shown: what stood behind the cursor.
    mutating func suggest(
        after message: EditorMessage, shown: PhraseSuggestion?, since edits: Int, at place: ReportPlace.Target?,
        _ cursor: Int
    ) -> [Effect] {
        guard let editor else { return [] }
        let isSame = editor.draft.edits == edits && editor.draft.place?.target == place && editor.draft.cursor == cursor
        if isSame { return [] }
        let typed = if case .typed(let text) = message, editor.draft.place?.target == place { text } else { "" }
        let isGoneOn = !typed.isEmpty && editor.draft.cursor == cursor + typed.count && editor.takesSuggestions
        self.editor?.suggestions = isGoneOn ? [shown?.rest(after: typed)].compactMap(\.self) : []
        // Whoever only looks around is not offered anything.
        guard editor.draft.edits != edits, editor.takesSuggestions, editor.draft.place?.target == place else {
            return []
        }
        self.editor?.asked = EditorState.Asked(
            edits: editor.draft.edits, place: place, cursor: editor.draft.cursor)
        return [.suggest(editor.draft.study, edits: editor.draft.edits, after: editor.draft.textBeforeCursor)]
    }

    mutating func suggested(_ uid: StudyInstanceUID, _ edits: Int, _ found: [PhraseSuggestion]) {
        guard let editor, editor.draft.study == uid, editor.takesSuggestions else { return }
        let here = EditorState.Asked(edits: edits, place: editor.draft.place?.target, cursor: editor.draft.cursor)
        guard editor.draft.edits == edits, editor.asked == here else { return }
        let fitting = found.compactMap { $0.within(editor.draft) }
        let distinct = fitting.enumerated().filter { index, suggestion in
            !fitting[..<index].contains { $0.text == suggestion.text }
        }
        self.editor?.suggestions = Array(distinct.map(\.element).prefix(EditorState.mostSuggestions))
    }
}
