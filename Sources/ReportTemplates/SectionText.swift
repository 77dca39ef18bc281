/// Turns a section's elements and values into its text.
struct SectionText {
    let content: ReportContent
    private let hidden: Set<Field.ID>

    init(content: ReportContent) {
        self.content = content
        hidden = content.hiddenFields
    }

    /// A run of a line: a literal, or what a field holds.
    private enum Piece {
        case literal(String)
        case value(id: Field.ID, label: String?, text: String)
    }

    /// The section's text without its title; empty when nothing was said.
    func text(of section: Section) -> String {
        var lines: [String] = []
        var captions = PendingCaptions()
        for part in parts(of: section) {
            switch part {
            case .caption(let text): captions.add(text)
            case .line(let pieces):
                let line = SectionText.compose(pieces)
                if !pieces.isEmpty { lines += captions.lines(before: line, isField: SectionText.holdsField(pieces)) }
            case .block(let nested):
                lines += block(for: nested)
                captions = PendingCaptions()
            }
        }
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
            case .caption: break
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

    private static func holdsField(_ pieces: [Piece]) -> Bool {
        pieces.contains { if case .value = $0 { true } else { false } }
    }

    private enum Part {
        case caption(String)
        case line([Piece])
        case block(Section)
    }

    private func parts(of section: Section) -> [Part] {
        var result: [Part] = []
        var line: [Piece] = []
        for element in section.elements {
            switch element {
            case .text(let text): line.append(.literal(text))
            case .field(let field): if !hidden.contains(field.id) { line.append(piece(for: field)) }
            case .instruction: break
            case .lineBreak, .section, .caption:
                result.append(.line(line))
                line = []
                if case .caption(let text) = element { result.append(.caption(text)) }
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
        var followsValue = false
        for piece in sentence {
            switch piece {
            case .literal(let literal):
                let repeats = literal.first == "." && text.last == "."
                text += repeats ? String(literal.dropFirst()) : literal
                followsValue = false
            case .value(_, _, ""):
                while text.hasSuffix("  ") { text.removeLast() }
            case .value(_, let label, let value):
                // Choices side by side are a list.
                if followsValue, label == nil { text += ", " }
                followsValue = true
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

/// Captions that wait for something to be said under them.
private struct PendingCaptions {
    private var texts: [String] = []
    /// Whether a line came since the last caption: the next caption then begins anew.
    private var isUsed = false

    mutating func add(_ text: String) {
        if isUsed { texts = [] }
        isUsed = false
        texts.append(text)
    }

    /// A literal sentence does not bring a caption with it: it may belong to the whole section.
    mutating func lines(before line: String, isField: Bool) -> [String] {
        isUsed = true
        guard !line.isEmpty else { return [] }
        guard isField else { return [line] }
        defer { texts = [] }
        return texts.map { $0 + ":" } + [line]
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
