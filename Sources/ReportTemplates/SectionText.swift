/// Turns a section's elements and values into its text.
struct SectionText {
    let content: ReportContent

    /// A run of a line: a literal, or what a field holds.
    private enum Piece {
        case literal(String)
        case value(id: Field.ID, label: String?, text: String)
    }

    /// The section's text without its title; empty when nothing was said.
    func text(of section: Section) -> String {
        var lines: [String] = []
        for part in parts(of: section) {
            switch part {
            case .line(let pieces): lines.append(SectionText.compose(pieces))
            case .block(let nested): lines += block(for: nested)
            }
        }
        lines.removeAll(where: \.isEmpty)
        if let free = content.freeText[section.id]?.trimmed, !free.isEmpty { lines.append(free) }
        return lines.joined(separator: "\n")
    }

    /// Empty fields amid a sentence that says something: the report would have a hole there.
    func gaps(in section: Section) -> Set<Field.ID> {
        var found: Set<Field.ID> = []
        for part in parts(of: section) {
            switch part {
            case .line(let pieces):
                for sentence in SectionText.sentences(of: pieces) { found.formUnion(SectionText.gaps(in: sentence)) }
            case .block(let nested): found.formUnion(gaps(in: nested))
            }
        }
        return found
    }

    private static func gaps(in sentence: [Piece]) -> [Field.ID] {
        let values = sentence.compactMap { piece -> (id: Field.ID, isEmpty: Bool)? in
            if case .value(let id, _, let text) = piece { return (id, text.isEmpty) }
            return nil
        }
        let saysNothing = values.allSatisfy(\.isEmpty)
        return saysNothing ? [] : values.filter(\.isEmpty).map(\.id)
    }

    private enum Part {
        case line([Piece])
        case block(Section)
    }

    private func parts(of section: Section) -> [Part] {
        var result: [Part] = []
        var line: [Piece] = []
        for element in section.elements {
            switch element {
            case .text(let text): line.append(.literal(text))
            case .field(let field): line.append(piece(for: field))
            case .instruction: break
            case .lineBreak, .section:
                result.append(.line(line))
                line = []
                if case .section(let nested) = element { result.append(.block(nested)) }
            }
        }
        return result + [.line(line)]
    }

    private func block(for section: Section) -> [String] {
        let text = text(of: section)
        guard !text.isEmpty else { return [] }
        return section.title.isEmpty ? [text] : [section.title + ":", text]
    }

    private func piece(for field: Field) -> Piece {
        let value = content.value(of: field.id).text.trimmed
        let label = field.printsLabel ? field.label : nil
        guard let unit = field.unit, !unit.isEmpty, let last = value.last, last.isNumber else {
            return .value(id: field.id, label: label, text: value)
        }
        return .value(id: field.id, label: label, text: "\(value) \(unit)")
    }

    /// Joins a line's pieces. A sentence whose fields are all empty says nothing and is left out, label and all.
    private static func compose(_ pieces: [Piece]) -> String {
        sentences(of: pieces).reduce(into: "") { line, sentence in
            let values = sentence.compactMap { piece -> String? in
                if case .value(_, _, let text) = piece { return text }
                return nil
            }
            if !values.isEmpty, values.allSatisfy(\.isEmpty) { return }
            append(joined(sentence), to: &line)
        }
    }

    private static func append(_ sentence: String, to line: inout String) {
        let text = sentence.trimmed
        guard !text.isEmpty else { return }
        if let last = line.last {
            let isClosing = text.first.map { ".,;:!?)".contains($0) } ?? false
            let needsMark = !".,;:!?".contains(last) && !isClosing && text.first?.isUppercase == true
            line += isClosing ? "" : needsMark ? "; " : " "
        }
        // "Normal." in a sentence that goes on with "." would end twice.
        let repeats = text.first == "." && line.last == "."
        line += repeats ? String(text.dropFirst()) : text
    }

    private static func joined(_ sentence: [Piece]) -> String {
        var text = ""
        for piece in sentence {
            switch piece {
            case .literal(let literal):
                let repeats = literal.first == "." && text.last == "."
                text += repeats ? String(literal.dropFirst()) : literal
            case .value(_, _, ""):
                while text.hasSuffix("  ") { text.removeLast() }
            case .value(_, let label, let value):
                if let label { text += (text.isEmpty || text.last?.isWhitespace == true ? "" : " ") + label + ": " }
                text += value
            }
        }
        return text
    }

    /// Splits a line where one statement ends: after a full stop in a literal, and before a label.
    private static func sentences(of pieces: [Piece]) -> [[Piece]] {
        var result: [[Piece]] = [[]]
        for piece in pieces {
            switch piece {
            case .value(_, let label, _):
                if label != nil, !(result.last ?? []).isEmpty { result.append([]) }
                result[result.count - 1].append(piece)
            case .literal(let text):
                for (index, part) in sentenceParts(of: text).enumerated() {
                    if index > 0 { result.append([]) }
                    if !part.isEmpty { result[result.count - 1].append(.literal(part)) }
                }
            }
        }
        return result
    }

    /// `"a. b"` is `["a.", " b"]`.
    private static func sentenceParts(of text: String) -> [String] {
        var parts = [""]
        var previous: Character?
        for character in text {
            if character.isWhitespace, let previous, ".!?;".contains(previous) { parts.append("") }
            parts[parts.count - 1].append(character)
            previous = character
        }
        return parts
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
