extension Template {
    /// Reads bracket notation.
    ///
    /// - Throws: ``BracketError`` with every problem and its line; a template is never half read.
    public static func read(
        bracketText: String, identifier: String, title: String, language: String = "en", scope: Scope = Scope()
    ) throws(BracketError) -> Template {
        var reader = BracketReader()
        reader.read(bracketText)
        guard reader.problems.isEmpty else { throw BracketError(problems: reader.problems) }
        return Template(
            identifier: identifier, title: title, language: language, scope: scope, sections: reader.sections)
    }
}

/// Reads a text line by line; brackets may span lines.
struct BracketReader {
    private(set) var sections: [Section] = []
    private(set) var problems: [BracketProblem] = []

    private var title = ""
    private var hasSection = false
    private var elements: [Element] = []
    private var fieldCount = 0
    private var line = 1

    mutating func read(_ text: String) {
        let unified = text.replacingCodePoints("\r\n", with: "\n")
        for source in BracketReader.logicalLines(unified, problems: &problems) {
            line = source.number
            read(source.symbols)
        }
        finishSection()
        if sections.isEmpty, problems.isEmpty { problems.append(BracketProblem(reason: .nothing, line: 1)) }
    }

    private mutating func note(_ reason: BracketProblem.Reason) {
        problems.append(BracketProblem(reason: reason, line: line))
    }

    // MARK: Lines

    private typealias Source = (number: Int, symbols: [Bracket.Symbol])

    /// Joins lines while a bracket is open. A line that closes nothing, or an end that is never closed, is a problem.
    private static func logicalLines(_ text: String, problems: inout [BracketProblem]) -> [Source] {
        var result: [Source] = []
        var open: (character: Character, line: Int)?
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let symbols = Bracket.symbols(raw)
            let continues = open != nil
            for symbol in symbols where !symbol.isEscaped {
                if let opened = open {
                    if symbol.character == closing(opened.character) { open = nil }
                } else if symbol.character == "[" || symbol.character == "{" {
                    open = (symbol.character, index + 1)
                } else if symbol.character == "]" || symbol.character == "}" {
                    problems.append(BracketProblem(reason: .notOpened(symbol.character), line: index + 1))
                }
            }
            if continues {
                result[result.count - 1].symbols += [Bracket.Symbol(character: " ", isEscaped: false)] + symbols
            } else {
                result.append((index + 1, symbols))
            }
        }
        if let open { problems.append(BracketProblem(reason: .notClosed(open.character), line: open.line)) }
        return problems.isEmpty ? result : []
    }

    private static func closing(_ open: Character) -> Character { open == "[" ? "]" : "}" }

    private mutating func read(_ symbols: [Bracket.Symbol]) {
        var rest = symbols.trimmedSpace
        if let heading = BracketReader.heading(in: rest) {
            finishSection()
            hasSection = true
            title = heading.title
            rest = heading.rest
        }
        guard !rest.isEmpty else { return }
        if !elements.isEmpty { elements.append(.lineBreak) }
        readInline(rest)
    }

    /// `NAME:` in capitals at the beginning of a line, and what follows it.
    private static func heading(in symbols: [Bracket.Symbol]) -> (title: String, rest: [Bracket.Symbol])? {
        guard let colon = symbols.firstIndex(where: { $0.is(":") }), colon > 1 else { return nil }
        let name = symbols[..<colon]
        guard name.allSatisfy({ !$0.isEscaped && !Bracket.special.contains($0.character) }) else { return nil }
        let title = Array(name).text.trimmed
        let letters = title.filter(\.isLetter)
        guard letters.count > 1, title == title.uppercased() else { return nil }
        return (title, Array(symbols[(colon + 1)...]).trimmedSpace)
    }

    /// Whether a line would be read as a heading.
    static func isHeading(_ line: String) -> Bool { heading(in: Bracket.symbols(line[...])) != nil }

    private mutating func finishSection() {
        defer {
            elements = []
            title = ""
        }
        guard hasSection || !elements.isEmpty else { return }
        let id = Section.ID(rawValue: "\(sections.count + 1)")
        sections.append(Section(id: id, title: title, elements: elements))
    }

    // MARK: Within a line

    private mutating func readInline(_ symbols: [Bracket.Symbol]) {
        var text: [Bracket.Symbol] = []
        var index = 0
        while index < symbols.count {
            let symbol = symbols[index]
            guard symbol.is("[") || symbol.is("{") else {
                text.append(symbol)
                index += 1
                continue
            }
            let close = BracketReader.closing(symbol.character)
            let end = symbols[index...].firstIndex { $0.is(close) } ?? symbols.count
            let inside = Array(symbols[(index + 1)..<end])
            if symbol.is("{") {
                appendText(&text)
                elements.append(.instruction(inside.text.trimmed))
            } else {
                appendField(inside, after: &text)
            }
            index = end + 1
        }
        appendText(&text)
    }

    private mutating func appendText(_ text: inout [Bracket.Symbol]) {
        if !text.isEmpty { elements.append(.text(text.text)) }
        text = []
    }

    private mutating func appendField(_ inside: [Bracket.Symbol], after text: inout [Bracket.Symbol]) {
        let label = BracketReader.takeLabel(from: &text, isLineStart: isLineStart)
        appendText(&text)
        fieldCount += 1
        var field = Field(
            id: Field.ID(rawValue: "field-\(fieldCount)"), label: label ?? "", printsLabel: label != nil)
        switch BracketField.read(inside, into: &field) {
        case .some(let reason): note(reason)
        case .none: break
        }
        if field.label.isEmpty { field.label = fallbackLabel(for: field) }
        elements.append(.field(field))
    }

    private var isLineStart: Bool {
        switch elements.last {
        case .none, .lineBreak: true
        default: false
        }
    }

    /// `Liver: ` before a bracket, at the beginning of a line or sentence, is the field's label.
    private static func takeLabel(from text: inout [Bracket.Symbol], isLineStart: Bool) -> String? {
        var rest = text
        while rest.last?.character == " " { rest.removeLast() }
        guard rest.last?.is(":") == true else { return nil }
        rest.removeLast()
        let stop = rest.lastIndex { ".;!?:".contains($0.character) }
        guard stop != nil || isLineStart else { return nil }
        let name = Array(rest[(stop.map { $0 + 1 } ?? 0)...])
        let label = name.text.trimmed
        guard !label.isEmpty, label.count <= 60 else { return nil }
        text = stop.map { Array(rest[...$0]) + [Bracket.Symbol(character: " ", isEscaped: false)] } ?? []
        return label
    }

    /// What to call a field that has no label: the words before it, or its section.
    private func fallbackLabel(for field: Field) -> String {
        if let merge = field.mergeField { return merge.rawValue.replacing("-", with: " ") }
        if case .text(let before)? = elements.last {
            let words = before.split(separator: " ").suffix(3).joined(separator: " ")
            if words.contains(where: \.isLetter) { return words }
        }
        return title.isEmpty ? "Field \(fieldCount)" : title.lowercased().capitalizingFirst
    }
}

extension String {
    fileprivate var capitalizingFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
