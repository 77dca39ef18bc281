/// A bracket amid a text that a macro, or the reader, put there, to be filled or left out before signing.
public struct InlineField: Hashable, Sendable {
    /// In characters of the text, the brackets included.
    public var range: Range<Int>
    /// What may be picked, in the order of the bracket; empty where words are asked for.
    public var options: [String]
    public var allowsSeveral: Bool
    /// What End keeps: the bracket's default, empty where it has none.
    public var defaultText: String
    /// Written after a number that is typed here.
    public var unit: String?

    /// The first bracket of a text that begins at this offset or later.
    public static func next(in text: String, from offset: Int) -> InlineField? {
        brackets(in: Array(text)).first { $0.lowerBound >= offset }.map { InlineField(Array(text), $0) }
    }

    /// The last bracket that begins before this offset.
    public static func previous(in text: String, before offset: Int) -> InlineField? {
        brackets(in: Array(text)).last { $0.lowerBound < offset }.map { InlineField(Array(text), $0) }
    }

    private init(_ characters: [Character], _ range: Range<Int>) {
        self.range = range
        let inside = String(characters[(range.lowerBound + 1)..<(range.upperBound - 1)])
        var field = Field(id: Field.ID(rawValue: ""), label: "")
        // What is no valid field is words to replace.
        let isSound = BracketField.read(Bracket.symbols(inside[...]), into: &field) == nil
        options = isSound ? field.options.map(\.text) : []
        allowsSeveral = field.allowsSeveral
        unit = field.unit
        let chosen = field.options.filter(\.isDefault).map(\.text)
        defaultText = isSound ? (chosen.isEmpty ? field.defaultText : chosen.joined(separator: ", ")) : ""
    }

    /// Brackets that are closed, do not hold another, and are not escaped.
    private static func brackets(in characters: [Character]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for (index, character) in characters.enumerated() {
            if character == "[" { open = index }
            if character == "]", let start = open {
                if index > start + 1 { found.append(start..<(index + 1)) }
                open = nil
            }
        }
        return found
    }

    /// The text with some of its brackets replaced; `nil` leaves one as it is.
    static func replacing(in text: String, _ replacement: (String) -> String?) -> String {
        let characters = Array(text)
        var result = ""
        var end = 0
        func append(upTo next: Int) {
            var rest = characters[end..<next]
            // A value that ends a sentence, and the sentence's own full stop, are one.
            if end > 0, rest.first == ".", result.last.map({ ".?!".contains($0) }) ?? false { rest.removeFirst() }
            result += String(rest)
        }
        for range in brackets(in: characters) {
            append(upTo: range.lowerBound)
            let inside = String(characters[(range.lowerBound + 1)..<(range.upperBound - 1)])
            result += replacement(inside) ?? "[\(inside)]"
            end = range.upperBound
        }
        append(upTo: characters.count)
        return result
    }
}
