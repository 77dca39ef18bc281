internal import Radiology

/// Options of selects, data lists, radio buttons and checkboxes.
enum MRRTChoice {
    /// The options of a `select` or `datalist`. Those that only ask to choose are left out.
    static func list(_ node: HTMLNode, codes: [String: [CodedConcept]]) -> PickList {
        PickList(
            node.all("option").compactMap { option in
                let shown = option.value("label") ?? option.text()
                let exact = option["data-readroom-text"]
                guard let text = exact ?? text(value: option["value"]?.trimmed, label: shown) else { return nil }
                return PickList.Option(
                    text, label: shown.isEmpty ? text : shown, isDefault: option["selected"] != nil,
                    code: option.value("id").flatMap { codes[$0]?.first },
                    takesText: option["data-readroom-takes-text"] == nil ? nil : true)
            })
    }

    /// What the report says for a choice: the value, unless it is a mere key such as `1` or `yes` beside a better label.
    static func text(value: String?, label: String?) -> String? {
        let label = label?.foldingSpace ?? ""
        let value = value?.foldingSpace ?? ""
        if !label.isEmpty && isRequest(label) || label.isEmpty && isRequest(value) { return nil }
        if label.isEmpty { return value }
        if value.isEmpty { return label }
        let isKey = !value.contains(" ") && value.lowercased() != label.lowercased()
        return isKey ? label : value
    }

    /// What the report says for a control's raw values, in lower case.
    static func texts(_ node: HTMLNode, lists: [String: HTMLNode], box: String?) -> [String: String] {
        if let box {
            let raw = node.value("value")?.lowercased()
            return Dictionary(
                [raw, "yes", "true", "on", "checked"].compactMap { $0.map { ($0, box) } },
                uniquingKeysWith: { first, _ in first })
        }
        let options = (node.value("list").flatMap { lists[$0] } ?? node).all("option")
        return options.reduce(into: [:]) { result, option in
            let shown = option.value("label") ?? option.text()
            guard let text = text(value: option["value"]?.trimmed, label: shown) else { return }
            result[(option.value("value") ?? text).lowercased()] = text
        }
    }

    /// `--`, `please select`: asks for a choice and is none.
    private static func isRequest(_ text: String) -> Bool {
        let isMark = { (character: Character) in "-–—. …".contains(character) }
        let folded = String(text.lowercased().drop(while: isMark))
        if folded.isEmpty { return true }
        // "– device –": what stands between dashes is no answer.
        if let first = text.first, let last = text.last, "-–—".contains(first), "-–—".contains(last) { return true }
        return ["please ", "select", "choose", "bitte ", "auswahl", "wählen"].contains { folded.hasPrefix($0) }
    }

    /// A text area's content: its lines kept, the indentation of the file not.
    static func lines(of node: HTMLNode) -> String {
        let lines = node.rawText().replacingCodePoints("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.map { String($0).foldingSpace }.joined(separator: "\n").trimmed
    }
}
