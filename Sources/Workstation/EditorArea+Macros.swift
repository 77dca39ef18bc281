import Radiology
import ReportTemplates
import Scores

// Macros while they are typed: `.name` before the cursor.

extension EditorState {
    /// The name being typed after a full stop at the beginning of a word, without the stop.
    public var macroPrefix: String? {
        guard !draft.isSelected, draft.bracket == nil else { return nil }
        let before = draft.text[..<draft.text.place(ofCharacter: draft.cursor)]
        let name = before.suffix(while: { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        guard !name.isEmpty, before[..<name.startIndex].last == "." else { return nil }
        let stop = before.index(before: name.startIndex)
        guard stop == before.startIndex || before[before.index(before: stop)].isWhitespace else { return nil }
        return String(name)
    }

    /// Replaces the name before the cursor, and goes to the text's first bracket.
    mutating func expand(to text: String) {
        guard let prefix = macroPrefix else { return }
        let start = draft.cursor - prefix.count - 1
        draft.replace(start..<draft.cursor, with: text)
        draft.cursor = start
        if !draft.enterNextBracket(within: text.count) { draft.cursor = start + text.count }
    }
}

extension Draft {
    /// The next bracket, if it begins within so many characters of the cursor.
    fileprivate mutating func enterNextBracket(within count: Int) -> Bool {
        let end = cursor + count
        guard let next = InlineField.next(in: text, from: cursor), next.range.lowerBound < end else { return false }
        return enterNextBracket()
    }
}

/// What Tab would write for the name before the cursor.
public enum MacroPreview: Hashable, Sendable {
    /// The text, and the macro's title.
    case text(name: String, String)
    case calculator(String)
    /// Names that begin so.
    case several([String])
}

extension WorkstationState {
    public var macroPreview: MacroPreview? {
        guard let editor, let prefix = editor.macroPrefix else { return nil }
        let modalities = editor.draft.detail.study.imageModalities
        if let macro = macros.macro(for: prefix, modalities: modalities) {
            return .text(
                name: macro.name, macros.expand(macro, context: editor.mergeContext(), modalities: modalities))
        }
        let names = macros.matching(prefix, modalities: modalities).map(\.name)
        if names.isEmpty, let calculator = Calculators.find(prefix) { return .calculator(calculator.id) }
        return names.isEmpty ? nil : .several(names)
    }

    /// - Returns: whether Tab meant a macro; what it causes otherwise.
    mutating func expandMacro() -> [Effect]? {
        switch macroPreview {
        case .text(let name, let text):
            editor?.expand(to: text)
            return [.macroUsed(name)]
        case .calculator(let id):
            editor?.expand(to: "")
            overlay = .score(ScoreState(calculator: id))
            return []
        case .several, nil: return nil
        }
    }
}

extension Substring {
    /// The end of the text, as far as its characters are such.
    func suffix(while predicate: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, predicate(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
