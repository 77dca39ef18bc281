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

    /// Keys for a one-line input, where one is open.
    func typedText(_ key: Key) -> [Message]? {
        if state.overlay == .signing, let signing = state.signing, signing.needsIdentity, !signing.isReidentified {
            return identity(key, signing)
        }
        if state.overlay == .signing, state.signing?.credential != nil { return credential(key) }
        if state.overlay == .signing, let reason = state.signing?.reason { return self.reason(key, reason) }
        if context == .dialog { return dialog(key) }
        guard state.overlay == nil else { return nil }
        if state.screen == .report, let words = state.editor?.find { return find(key, words) }
        if state.screen == .worklist, state.worklist.isFiltering { return filter(key) }
        if state.screen == .study, state.study?.isSearching == true { return search(key) }
        return nil
    }

    private func filter(_ key: Key) -> [Message]? {
        Input.edited(state.worklist.query.filter, by: key).map { [.worklist(.filterTyped($0))] }
    }

    private func search(_ key: Key) -> [Message]? {
        switch key {
        case .enter: return [.study(.searchClosed)]
        case .escape: return [.study(.metadataSearched("")), .study(.searchClosed)]
        default: return Input.edited(state.study?.search ?? "", by: key).map { [.study(.metadataSearched($0))] }
        }
    }

    private func identity(_ key: Key, _ signing: SigningState) -> [Message]? {
        Input.edited(signing.typedIdentity, by: key).map { [.signing(.identityTyped($0))] }
    }

    private func credential(_ key: Key) -> [Message]? {
        switch key {
        case .character(let character): [.signing(.credentialTyped(String(character)))]
        case .paste(let text): [.signing(.credentialTyped(text.filter { !$0.isNewline }))]
        case .backspace, .control("h"): [.signing(.credentialErased)]
        case .enter: [.signing(.credentialGiven)]
        case .escape: [.signing(.cancelled)]
        default: nil
        }
    }

    private func reason(_ key: Key, _ reason: String) -> [Message]? {
        if key == .enter { return [.signing(.reasonGiven)] }
        return Input.edited(reason, by: key).map { [.signing(.reasonTyped($0))] }
    }

    private func find(_ key: Key, _ words: String) -> [Message]? {
        switch key {
        case .enter, .control("s"): return [.editor(.findNext)]
        case .escape: return [.editor(.findClosed)]
        default:
            if let edited = Input.edited(words, by: key) { return [.editor(.findTyped(edited))] }
            return nil
        }
    }

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
