extension Template {
    /// The template in bracket notation. What brackets cannot say is left out: codes, hints, completion actions.
    public func bracketText() -> String {
        sections.map { BracketWriter.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}

enum BracketWriter {
    static func text(of section: Section) -> String {
        var lines = section.title.isEmpty ? [] : [section.title.uppercased() + ":"]
        var line = ""
        func finishLine() {
            let text = line.trimmed
            if !text.isEmpty { lines.append(BracketReader.isHeading(text) ? "\\" + text : text) }
            line = ""
        }
        for element in section.elements {
            switch element {
            case .text(let text): line += escaped(text, Bracket.special)
            // Brackets have no words that are printed only with what follows them.
            case .caption(let text):
                finishLine()
                lines.append("{" + escaped(text, Bracket.special) + "}")
            case .instruction(let text): line += "{" + escaped(text, Bracket.special) + "}"
            case .field(let field): line += written(field, after: line)
            case .lineBreak: finishLine()
            case .section(let nested):
                finishLine()
                lines.append(text(of: nested))
            }
        }
        finishLine()
        return lines.joined(separator: "\n")
    }

    private static func written(_ field: Field, after line: String) -> String {
        let label = field.printsLabel ? escaped(field.label, Bracket.special) + ": " : ""
        let space = label.isEmpty || line.isEmpty || line.last == " " ? "" : " "
        return space + label + "[" + inside(field) + "]"
    }

    private static func inside(_ field: Field) -> String {
        if let merge = field.mergeField { return typed(merge.rawValue, field.defaultText) }
        switch field.kind {
        case .text: return text(field)
        case .multiline: return typed("multiline", field.defaultText)
        case .date: return typed("date", field.defaultText)
        case .time: return typed("time", field.defaultText)
        case .checkbox(let text): return typed(field.defaultText.isEmpty ? "check" : "check*", text)
        case .number(let quantity): return number(quantity, field.defaultText)
        // One option is a box: ticked or not, but never said unasked.
        case .pickOne(let list) where list.options.count == 1 && field.defaultText.isEmpty:
            return typed(list.options[0].isDefault ? "check*" : "check", list.options[0].text)
        case .pickMany(let list) where list.options.count == 1 && field.defaultText.isEmpty:
            return typed(list.options[0].isDefault ? "check*" : "check", list.options[0].text)
        case .pickOne(let list): return options(list, separator: " | ", field.defaultText)
        case .pickMany(let list): return options(list, separator: "; ", field.defaultText)
        }
    }

    private static func text(_ field: Field) -> String {
        let escaped = escaped(field.defaultText, Bracket.special.union(["|", ";"]))
        return escaped.first == "#" || escaped.first == "<" ? "\\" + escaped : escaped
    }

    private static func typed(_ name: String, _ rest: String) -> String {
        let flat = escaped(rest.replacingCodePoints("\n", with: " "), Bracket.special)
        return flat.isEmpty ? "<\(name)>" : "<\(name)> \(flat)"
    }

    private static func number(_ quantity: Field.Quantity, _ defaultText: String) -> String {
        var parts = ["#"]
        if let unit = quantity.unit { parts.append(escaped(unit, Bracket.special.union(["="]))) }
        if quantity.minimum != nil || quantity.maximum != nil {
            parts.append(bound(quantity.minimum) + ".." + bound(quantity.maximum))
        }
        if !defaultText.isEmpty { parts += ["=", escaped(defaultText, Bracket.special)] }
        return parts.joined(separator: " ")
    }

    private static func bound(_ value: Double?) -> String {
        guard let value else { return "" }
        guard let whole = Int(exactly: value) else { return "\(value)" }
        return "\(whole)"
    }

    private static func options(_ list: PickList, separator: String, _ defaultText: String) -> String {
        let special = Bracket.special.union(Bracket.separators)
        var options = list.options
        // A default that is no option becomes one: brackets have no other place for it.
        if !defaultText.isEmpty, !options.contains(where: \.isDefault) {
            if let index = options.firstIndex(where: { $0.text == defaultText }) {
                options[index].isDefault = true
            } else {
                options.insert(PickList.Option(defaultText, isDefault: true), at: 0)
            }
        }
        var written = options.map { escaped($0.text, special) + ($0.isDefault ? "*" : "") }
        if let first = written.first, first.first == "#" || first.first == "<" { written[0] = "\\" + first }
        // A single option needs a separator to be a list at all; there is none to write, so it becomes plain text.
        return written.joined(separator: separator)
    }

    private static func escaped(_ text: String, _ special: Set<Character>) -> String {
        var result = ""
        for character in text.replacingCodePoints("\n", with: " ") {
            if special.contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
