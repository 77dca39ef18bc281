import Radiology
import ReportTemplates
import Terminal
import Workstation

// Keys that are text: the filter, the metadata search, the patient's initials, and the report itself.

extension Input {
    /// While the screen is locked nothing is typed but the passphrase.
    func lockedKey(_ key: Key) -> [Message] {
        switch key {
        case .character(let character): [.lock(.typed(String(character)))]
        case .paste(let text): [.lock(.typed(text.filter { !$0.isNewline }))]
        case .backspace, .control("h"): [.lock(.erased)]
        case .enter: [.lock(.confirmed)]
        default: []
        }
    }

    /// A line that is typed on, over a screen or in the sign dialog.
    private enum Line {
        case filter(String)
        case find(String)
        case search(String)
        case identity(String)
        case reason(String)
        case credential
    }

    private var line: Line? {
        if state.overlay == .signing, let signing = state.signing {
            if signing.needsIdentity, !signing.isReidentified { return .identity(signing.typedIdentity) }
            return signing.credential != nil ? .credential : signing.reason.map(Line.reason)
        }
        guard state.overlay == nil else { return nil }
        switch state.screen {
        case .report: return state.editor?.find.map(Line.find)
        case .worklist: return state.worklist.isFiltering ? .filter(state.worklist.query.filter) : nil
        case .study: return state.study.flatMap { $0.isSearching ? .search($0.search) : nil }
        case .outbox, .comparison, .library: return nil
        }
    }

    /// What a key writes or erases on the line that is typed on.
    func typedText(_ key: Key) -> [Message]? {
        if context == .dialog { return dialog(key) }
        func edited(_ text: String) -> String? { Input.edited(text, by: key) }
        return switch line {
        case .filter(let text): edited(text).map { [.worklist(.filterTyped($0))] }
        case .find(let words): edited(words).map { [.editor(.findTyped($0))] }
        case .search(let text): edited(text).map { [.study(.metadataSearched($0))] }
        case .identity(let text): edited(text).map { [.signing(.identityTyped($0))] }
        case .reason(let text): edited(text).map { [.signing(.reasonTyped($0))] }
        case .credential: credential(key)
        case nil: nil
        }
    }

    private func credential(_ key: Key) -> [Message]? {
        switch key {
        case .character(let character): [.signing(.credentialTyped(String(character)))]
        case .paste(let text): [.signing(.credentialTyped(text.filter { !$0.isNewline }))]
        case .backspace, .control("h"): [.signing(.credentialErased)]
        default: nil
        }
    }

    /// What takes or leaves the line that is typed on: the keys that do so in dialogs, whatever lies below.
    func lineMessages(_ sequence: [Key]) -> [Message]? {
        guard let line else { return nil }
        let command = keymap.command(sequence, in: .dialog)
        return switch (line, command) {
        case (.find, .confirm): [.editor(.findNext)]
        case (.find, _) where keymap.command(sequence, in: .report) == .find: [.editor(.findNext)]
        case (.find, .close): [.editor(.findClosed)]
        case (.search, .confirm): [.study(.searchClosed)]
        case (.search, .close): [.study(.metadataSearched("")), .study(.searchClosed)]
        case (.reason, .confirm): [.signing(.reasonGiven)]
        case (.credential, .confirm): [.signing(.credentialGiven)]
        case (.reason, .close), (.credential, .close): [.signing(.cancelled)]
        default: nil
        }
    }

    /// Whether a key begins a sequence that takes or leaves the line.
    func isLineLeader(_ key: Key) -> Bool { line != nil && keymap.isLeader(key, in: .dialog) }

    private func dialog(_ key: Key) -> [Message]? {
        switch key {
        case .character(let character): [.dialog(.typed(String(character)))]
        case .paste(let text): [.dialog(.typed(text))]
        case .backspace, .control("h"): [.dialog(.erased)]
        default: nil
        }
    }

    /// A key without a command, in the editor of templates and macros.
    func editedText(_ key: Key) -> [Message] {
        switch key {
        case .character(let character): [.library(.typed(String(character)))]
        case .paste(let text): [.library(.typed(text))]
        case .enter: [.library(.typed("\n"))]
        case .tab: [.library(.typed("    "))]
        default: []
        }
    }

    /// The text of a one-line input after a key; `nil` for keys that do not edit.
    static func edited(_ text: String, by key: Key) -> String? {
        switch key {
        case .character(let character): text + String(character)
        case .paste(let pasted): text + pasted.filter { !$0.isNewline }
        case .backspace, .control("h"): String(text.dropLast())
        case .control("u"): ""
        default: nil
        }
    }

    /// A key without a command, in a report: text, or the number of an option.
    func reportText(_ key: Key) -> [Message] {
        switch key {
        case .character(let character):
            if let option = optionNumber(character) { return [.editor(.optionPicked(option))] }
            return [.editor(.typed(String(character)))]
        case .paste(let text): return [.editor(.pasted(text))]
        default: return []
        }
    }

    /// Digits pick while a pick list is selected; once its text is being edited they are digits.
    private func optionNumber(_ character: Character) -> Int? {
        guard let draft = state.editor?.draft, let digit = character.wholeNumberValue, character.isASCII,
            (1...9).contains(digit)
        else { return nil }
        if let field = draft.inlineField { return digit <= field.options.count ? digit - 1 : nil }
        guard draft.isSelected || draft.text.isEmpty, digit <= draft.options.count else { return nil }
        return digit - 1
    }
}
