/// What a character is to the breaking of lines.
struct TextMark: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case newline, space, tab, hyphen, letter
        /// Marks that may not begin a line, or end one, in Chinese and Japanese text.
        case closing, opening
        case other
    }

    let cells: Int
    let kind: Kind

    init(cells: Int, kind: Kind) {
        self.cells = cells
        self.kind = kind
    }

    init(_ character: Character) {
        cells = cellWidth(of: character)
        kind = TextMark.kind(of: character)
    }

    private static func kind(of character: Character) -> Kind {
        if character.isNewline { return .newline }
        switch character {
        case " ": return .space
        case "\t": return .tab
        case "-": return .hyphen
        default: break
        }
        if closing.contains(character) { return .closing }
        if opening.contains(character) { return .opening }
        return character.isLetter ? .letter : .other
    }

    private static let closing = Set("、。，．・：；？！）］｝」』】〉》ー々…,.;:!?)]}")
    private static let opening = Set("（［｛「『【〈《([{")
}

/// A text with what its characters are to the breaking of lines.
///
/// A report is laid out anew at every key. Nearly all of it is Western letters, where a code point is a character of one
/// cell: these are read byte by byte, and only other texts character by character.
struct MarkedText: Equatable, Sendable {
    let marks: [TextMark]
    private let text: String
    private let isWestern: Bool

    init(_ text: String) {
        self.text = text
        if let western = MarkedText.western(text) {
            marks = western
            isWestern = true
        } else {
            marks = text.map(TextMark.init)
            isWestern = false
        }
    }

    /// The marks of the code points up to U+024F, which stand for themselves; `nil` if there is anything else in it, or a
    /// control.
    private static func western(_ text: String) -> [TextMark]? {
        var marks: [TextMark] = []
        marks.reserveCapacity(text.utf8.count)
        var lead: UInt8 = 0
        for byte in text.utf8 {
            if byte >= 0x80, byte < 0xC0 {
                let value = (UInt32(lead) & 0x1F) << 6 | UInt32(byte) & 0x3F
                guard value >= 0xA0, value < 0x250, value != 0xAD else { return nil }
                marks.append(latin[Int(value)])
            } else if byte >= 0x80 {
                guard byte < 0xCA else { return nil }
                lead = byte
            } else {
                guard byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 else { return nil }
                marks.append(latin[Int(byte)])
            }
        }
        return marks
    }

    /// Code points without a combining one behind them are characters.
    private static let latin = (0..<0x250 as Range<UInt32>).map { value in
        TextMark(Character(Unicode.Scalar(value) ?? " "))
    }

    /// The text of each line. The lines follow each other in the text.
    func texts(of lines: [TextLayout.Line]) -> [String] {
        guard isWestern else {
            let characters = Array(text)
            return lines.map { String(characters[$0.start..<$0.end]) }
        }
        let scalars = text.unicodeScalars
        var offset = 0
        var index = scalars.startIndex
        return lines.map { line in
            index = scalars.index(index, offsetBy: line.start - offset)
            let start = index
            index = scalars.index(index, offsetBy: line.end - line.start)
            offset = line.end
            return String(scalars[start..<index])
        }
    }
}
