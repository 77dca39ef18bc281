internal import ReportTemplates

/// Reads a report as sentences, in the order of the document.
struct ReportReader {
    private let content: ReportContent
    private let hidden: Set<Field.ID>
    private var sentences: [Sentence] = []
    private var run = Run()

    /// Literals and values that stand on one line.
    private struct Run {
        struct Piece {
            var text: String
            var place: ReportPlace.Target?
            var isUntouched = false
            var hasOwnRange = false
        }
        var pieces: [Piece] = []
        var label: String?
        var field: Field.ID?
    }

    static func sentences(of content: ReportContent) -> [Sentence] {
        var reader = ReportReader(content)
        for section in content.template.sections { reader.read(section, part: nil, title: "") }
        return reader.sentences
    }

    private init(_ content: ReportContent) {
        self.content = content
        hidden = content.hiddenFields
    }

    private mutating func read(_ section: Section, part outer: Part?, title: String) {
        let part = section.role.map { Part($0) } ?? outer ?? .findings
        let names = section.role == nil ? section.title : ""
        var caption = ""
        for element in section.elements {
            switch element {
            case .text(let text): run.pieces.append(Run.Piece(text: text))
            case .field(let field): if !hidden.contains(field.id) { add(field, part, names + " " + caption, section) }
            case .lineBreak: end(part, names + " " + caption, section)
            case .caption(let text):
                end(part, names + " " + caption, section)
                caption = text
            case .section(let nested):
                end(part, names + " " + caption, section)
                read(nested, part: part, title: names)
            case .instruction: break
            }
        }
        end(part, names + " " + caption, section)
        run.pieces.append(Run.Piece(text: content.freeText[section.id] ?? "", place: .freeText(section.id)))
        end(part, names, section)
    }

    private mutating func add(_ field: Field, _ part: Part, _ names: String, _ section: Section) {
        if field.printsLabel {
            end(part, names, section)
            run.label = field.label
            run.field = field.id
        } else if case .multiline = field.kind {
            run.field = run.field ?? field.id
        }
        let value = content.value(of: field.id)
        var text = value.isEmpty ? String(Tokenizer.emptyValue) : value.text
        while text.last?.isWhitespace == true { text.removeLast() }
        if let unit = field.unit, let last = text.last, last.isNumber { text += " " + unit }
        run.pieces.append(
            Run.Piece(
                text: text, place: .field(field.id), isUntouched: value.origin == .default && !value.isEmpty,
                hasOwnRange: Self.hasOwnRange(field)))
    }

    private static func hasOwnRange(_ field: Field) -> Bool {
        if case .number(let quantity) = field.kind { return quantity.minimum != nil || quantity.maximum != nil }
        return false
    }

    private mutating func end(_ part: Part, _ names: String, _ section: Section) {
        defer { run = Run() }
        guard run.pieces.contains(where: { !$0.text.isEmpty }) else { return }
        var tokenizer = Tokenizer()
        for (index, piece) in run.pieces.enumerated() { tokenizer.add(piece.text, piece: index) }
        let context = Self.tokens(of: names + " : " + (run.label ?? ""))
        var part = part
        for cut in SentenceCutter.sentences(of: tokenizer.tokens) {
            let (heading, rest) = Self.heading(of: cut)
            if let heading { part = heading }
            let (label, said) = Self.label(of: rest)
            guard let sentence = sentence(said, part, context + label, section) else { continue }
            sentences.append(sentence)
        }
    }

    private func sentence(_ tokens: [Token], _ part: Part, _ context: [Token], _ section: Section) -> Sentence? {
        let isEmpty = { (token: Token) in token.text.first == Tokenizer.emptyValue }
        let places = tokens.filter { run.pieces[$0.piece].place != nil }
        // A sentence whose fields are all empty says nothing: the report leaves it out.
        if !places.isEmpty, places.allSatisfy(isEmpty) { return nil }
        let said = tokens.filter { !isEmpty($0) }
        guard !said.isEmpty else { return nil }
        let own = places.first { !isEmpty($0) }
        let place = own.flatMap { run.pieces[$0.piece].place } ?? run.pieces.lazy.compactMap(\.place).first
        return Sentence(
            tokens: said, context: context, part: part, place: place ?? .freeText(section.id),
            isUntouched: own.map { run.pieces[$0.piece].isUntouched } ?? false,
            hasOwnRange: own.map { run.pieces[$0.piece].hasOwnRange } ?? false, field: run.field)
    }

    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer()
        tokenizer.add(text, piece: 0)
        return tokenizer.tokens.filter { !$0.isMark("\n") }
    }

    /// Headings that were typed into a text: `IMPRESSION: …` begins another part of the report.
    private static func heading(of tokens: [Token]) -> (Part?, [Token]) {
        guard let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }), colon > 0 else {
            return (nil, tokens)
        }
        let words = tokens[..<colon]
        guard words.allSatisfy(\.isWord), let first = words.first, headings.contains(first.text) else {
            return (nil, tokens)
        }
        let title = words.map(\.text).joined(separator: " ")
        guard let role = SectionRole(title: title) else { return (nil, tokens) }
        return (Part(role), Array(tokens[(colon + 1)...]))
    }

    /// A label that was typed: `Haemorrhage: none.`
    private static func label(of tokens: [Token]) -> ([Token], [Token]) {
        guard let colon = tokens.prefix(6).firstIndex(where: { $0.isMark(":") }), colon > 0, colon + 1 < tokens.count,
            tokens[..<colon].allSatisfy({ $0.isWord || $0.isMark(",") })
        else { return ([], tokens) }
        return (Array(tokens[..<colon]), Array(tokens[(colon + 1)...]))
    }

    private static let headings: Set<String> = [
        "impression", "conclusion", "opinion", "summary", "findings", "finding", "technique", "comparison", "history",
        "indication", "clinical", "recommendation", "recommendations", "reason", "befund", "beurteilung", "technik",
        "vergleich", "voruntersuchung", "voruntersuchungen", "indikation", "fragestellung", "anamnese", "empfehlung",
        "klinische", "zusammenfassung", "protocol",
    ]
}
