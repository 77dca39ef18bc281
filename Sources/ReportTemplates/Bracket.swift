/// One thing wrong in a text in bracket notation.
public struct BracketProblem: Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case notClosed(Character)
        case notOpened(Character)
        case severalDefaults
        case emptyOption
        case unknownType(String)
        case badRange(String)
        case nothing
        case badHead(String, String)
        case badName(String)
    }

    public let reason: Reason
    /// From 1.
    public let line: Int

    public var description: String { "line \(line): \(sentence)" }

    /// What is wrong, without the line.
    public var sentence: String {
        switch reason {
        case .notClosed(let open): "\"\(open)\" is never closed"
        case .notOpened(let close): "\"\(close)\" closes nothing; write \"\\\(close)\" for the character itself"
        case .severalDefaults: "a pick list separated by | takes one option, and several are marked with *"
        case .emptyOption: "an option is empty"
        case .unknownType(let type): "\"<\(type)>\" is neither a type nor a merge field"
        case .badRange(let text): "\"\(text)\" is no range; write 0..20"
        case .nothing: "there is neither text nor a field"
        case .badHead(let key, let value):
            "\"\(key): \(value)\" is not understood; known: title, language, modality, body, procedure, contrast, laterality"
        case .badName(let name):
            "\"\(name)\" is no name of a macro; take small letters, digits, - and _"
        }
    }
}

/// All that is wrong in a text, in the order of its lines.
public struct BracketError: Error, Hashable, Sendable {
    public let problems: [BracketProblem]
}

/// The bracket notation: what a radiologist writes in a minute.
///
///     FINDINGS:
///     Liver: [Normal.]
///     Ventricles: [normal* | dilated]
///     Seen in [left lung; right lung*].
///     Spleen measures [# cm] on [<date>]. {measure in the coronal plane}
///
/// - `[text]` is a field with a default, `[]` one without.
/// - `[a* | b]` takes one, `[a*; b]` takes several; `*` marks defaults.
/// - `[# unit]` is a number; `[# cm 0..20 = 11]` also has a range and a default.
/// - `[<date>]`, `[<time>]`, `[<text>]`, `[<multiline>]`, `[<check> words]`, and `[<indication>]` or any other merge field.
/// - `{…}` is for the reader's eye and never in a report.
/// - A line that begins with capitals and a colon is a heading; words and a colon before a bracket are the field's label.
/// - `\` takes the next character as itself.
enum Bracket {
    static let special: Set<Character> = ["[", "]", "{", "}", "\\"]
    static let separators: Set<Character> = ["|", ";", "*"]

    static let types: [(name: String, kind: Field.Kind)] = [
        ("date", .date), ("time", .time), ("text", .text), ("multiline", .multiline),
    ]

    /// Characters with what escaping made of them.
    struct Symbol: Equatable {
        let character: Character
        let isEscaped: Bool

        func `is`(_ wanted: Character) -> Bool { !isEscaped && character == wanted }
    }

    static func symbols(_ line: Substring) -> [Symbol] {
        var result: [Symbol] = []
        var isEscaped = false
        for character in line {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else {
                result.append(Symbol(character: character, isEscaped: isEscaped))
                isEscaped = false
            }
        }
        // A backslash at the end escapes nothing and is itself.
        if isEscaped { result.append(Symbol(character: "\\", isEscaped: true)) }
        return result
    }
}

extension [Bracket.Symbol] {
    var text: String { String(map(\.character)) }

    /// Split at a separator that is not escaped.
    func split(at separator: Character) -> [[Bracket.Symbol]] {
        var parts: [[Bracket.Symbol]] = [[]]
        for symbol in self {
            if symbol.is(separator) { parts.append([]) } else { parts[parts.count - 1].append(symbol) }
        }
        return parts
    }

    var trimmedSpace: [Bracket.Symbol] {
        var rest = self[...]
        while rest.first?.character.isWhitespace == true { rest.removeFirst() }
        while rest.last?.character.isWhitespace == true { rest.removeLast() }
        return Array(rest)
    }
}
