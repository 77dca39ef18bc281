/// One term of a filter as it was typed. Between quotation marks nothing has a meaning of its own: a space ends no term
/// there, a comma no alternative, and a colon no key.
public struct FilterPiece: Hashable, Sendable {
    private struct Mark: Hashable, Sendable {
        var character: Character
        var isQuoted = false
    }

    /// Without the quotation marks.
    private var marks: [Mark] = []

    /// What stands between the spaces of a filter, as it was typed. The last is empty where another term may begin.
    public static func typed(in text: String) -> [Substring] {
        var isQuoted = false
        return text.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { isQuoted.toggle() }
            return character.isWhitespace && !isQuoted
        }
    }

    public init(_ typed: Substring) {
        var isQuoted = false
        for character in typed {
            if character == "\"" {
                isQuoted.toggle()
            } else {
                marks.append(Mark(character: character, isQuoted: isQuoted))
            }
        }
    }

    public var text: String { String(marks.map(\.character)) }

    /// Whether a minus turns the term round.
    public var isNegated: Bool { marks.count > 1 && marks[0] == Mark(character: "-") }

    /// Without the minus.
    public var body: FilterPiece { isNegated ? part(1..<marks.count) : self }

    /// What stands before and behind the colon; `nil` where there is none, or nothing before it.
    public var keyAndValue: (key: String, value: FilterPiece)? {
        guard let colon = marks.firstIndex(of: Mark(character: ":")), colon > 0 else { return nil }
        return (part(0..<colon).text, part(colon + 1..<marks.count))
    }

    /// The texts between commas; the last one may be empty, while it is typed.
    public var alternatives: [String] {
        marks.split(separator: Mark(character: ","), omittingEmptySubsequences: false).map { marks in
            String(marks.map(\.character))
        }
    }

    private func part(_ range: Range<Int>) -> FilterPiece {
        var part = self
        part.marks = Array(marks[range])
        return part
    }
}
