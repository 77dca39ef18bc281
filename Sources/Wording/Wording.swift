/// A sentence or a word for the reader, in whatever language the screen speaks.
///
/// It is written as an English literal. Its English format, with `%1`, `%2` where something is put in, is the key of
/// the catalogue; so a sentence stands in the code as it is read, and is translated where it is shown.
public struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation,
    CustomStringConvertible
{
    /// What is put into a sentence: text that has no translation, as a name or a number, or another wording.
    enum Argument: Sendable {
        case verbatim(String)
        case wording(Wording)
        /// A day in ISO 8601, as `1959-03-12`.
        case day(String)
        /// A decimal number, or text with some in it: `CTDIvol 48.2 mGy`.
        case figures(String)
    }

    /// One literal: its pieces are what stands around its arguments, one more than there are arguments.
    struct Phrase: Sendable {
        var pieces: [String]
        var arguments: [Argument] = []

        /// The English format: the catalogue's key.
        var key: String {
            var key = pieces[0]
            for index in arguments.indices { key += "%\(index + 1)" + pieces[index + 1] }
            return key
        }
    }

    var phrases: [Phrase]

    public init(stringLiteral value: String) { phrases = [Phrase(pieces: [value])] }

    public init(stringInterpolation: StringInterpolation) {
        phrases = [Phrase(pieces: stringInterpolation.pieces, arguments: stringInterpolation.arguments)]
    }

    /// Text that is the same in every language: a name, a path, the words of a server.
    public init(verbatim text: String) {
        phrases = [Phrase(pieces: ["", ""], arguments: [.verbatim(text)])]
    }

    /// A day as the reader's language writes it: `1959-03-12`, `12.03.1959`.
    public init(day iso: String) {
        phrases = [Phrase(pieces: ["", ""], arguments: [.day(iso)])]
    }

    /// Text whose numbers are written as the reader's language has them: `48.2 mGy`, `48,2 mGy`.
    public init(figures text: String) {
        phrases = [Phrase(pieces: ["", ""], arguments: [.figures(text)])]
    }

    /// The catalogue's entry of this English text, for tables and lists that hold their words as text.
    /// What is not in the catalogue stays as it is.
    public init(key: String) { phrases = [Phrase(pieces: [key])] }

    init(phrases: [Phrase]) { self.phrases = phrases }

    public func text(in language: Language) -> String {
        phrases.map { language == .english ? $0.english : $0.text(in: language) }.joined()
    }

    public var english: String { text(in: .english) }

    public var description: String { english }

    /// One sentence after another.
    public static func + (left: Wording, right: Wording) -> Wording {
        Wording(phrases: left.phrases + right.phrases)
    }

    /// Two wordings are the same when they say the same.
    public static func == (left: Wording, right: Wording) -> Bool { left.english == right.english }

    public func hash(into hasher: inout Hasher) { hasher.combine(english) }
}

extension Wording {
    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces = [""]
        var arguments: [Argument] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1] += literal }

        public mutating func appendInterpolation(_ wording: Wording) { append(.wording(wording)) }

        public mutating func appendInterpolation<Value>(_ value: Value) { append(.verbatim("\(value)")) }

        private mutating func append(_ argument: Argument) {
            arguments.append(argument)
            pieces.append("")
        }
    }
}

extension Wording.Phrase {
    var english: String {
        guard !arguments.isEmpty else { return pieces[0] }
        var text = pieces[0]
        for (index, argument) in arguments.enumerated() { text += argument.text(in: .english) + pieces[index + 1] }
        return text
    }

    func text(in language: Language) -> String {
        guard let format = Catalogue.entry(key, language) else {
            var text = pieces[0]
            for (index, argument) in arguments.enumerated() { text += argument.text(in: language) + pieces[index + 1] }
            return text
        }
        return Format.filled(format, with: arguments.map { $0.text(in: language) })
    }
}

extension Wording.Argument {
    func text(in language: Language) -> String {
        switch self {
        case .verbatim(let text): text
        case .wording(let wording): wording.text(in: language)
        case .day(let iso):
            switch language {
            case .english: iso
            case .german: iso.split(separator: "-").reversed().joined(separator: ".")
            }
        case .figures(let text):
            switch language {
            case .english: text
            case .german: Figures.withComma(text)
            }
        }
    }
}

extension Sequence<Wording> {
    public func joined(separator: Wording) -> Wording {
        Wording(
            phrases: reduce(into: []) { phrases, wording in
                if !phrases.isEmpty { phrases += separator.phrases }
                phrases += wording.phrases
            })
    }
}
