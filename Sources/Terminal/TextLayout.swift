/// An editable text in lines of at most `width` cells, and the way between a place in the text and a place on the screen.
///
/// Offsets count characters (graphemes) of the text. One space may hang over the right edge at a break, so the cursor
/// may stand in column `width`: give the field one column more than the layout.
public struct TextLayout: Equatable, Sendable {
    /// One line on the screen: the characters `start..<end`.
    public struct Line: Equatable, Sendable {
        public let start: Int
        public let end: Int
        /// Whether a line end of the text, or the text's own end, follows.
        public let endsParagraph: Bool
    }

    public let width: Int
    /// Never empty: an empty text has one empty line.
    public let lines: [Line]
    /// The lines as text, as they stand on the screen, hanging spaces included.
    public let texts: [String]
    /// The paragraphs, each with the offset of its first character.
    private let paragraphs: [(start: Int, paragraph: Paragraph)]

    public init(_ text: String, width: Int) {
        var memory = ParagraphMemory()
        self.init(text, width: width, memory: &memory)
    }

    /// - Parameter memory: of a layout before; its paragraphs are not laid out anew.
    public init(_ text: String, width: Int, memory: inout ParagraphMemory) {
        self.width = max(1, width)
        var lines: [Line] = []
        var texts: [String] = []
        var paragraphs: [(start: Int, paragraph: Paragraph)] = []
        var start = 0
        for part in Paragraph.texts(in: text) {
            let paragraph = memory.paragraph(part, width: self.width)
            for line in paragraph.lines {
                lines.append(
                    Line(start: start + line.start, end: start + line.end, endsParagraph: line.endsParagraph))
            }
            texts += paragraph.texts
            paragraphs.append((start, paragraph))
            start += paragraph.marks.count + 1
        }
        self.lines = lines
        self.texts = texts
        self.paragraphs = paragraphs
    }

    public static func == (left: TextLayout, right: TextLayout) -> Bool {
        left.width == right.width && left.lines == right.lines && left.texts == right.texts
    }

    /// Where the character at `offset` is, or the cursor before it. Offsets outside the text are moved to its ends.
    public func position(ofOffset offset: Int) -> Position {
        let place = min(max(0, offset), lines.last?.end ?? 0)
        let row = lines.lastIndex { $0.start <= place } ?? 0
        let column = cells(of: lines[row].start..<max(lines[row].start, min(place, lines[row].end))).reduce(0, +)
        return Position(row: row, column: min(column, width))
    }

    /// The offset of the character drawn at a place, or the nearest one.
    public func offset(at position: Position) -> Int {
        guard position.row >= 0 else { return 0 }
        guard position.row < lines.count else { return lines.last?.end ?? 0 }
        let line = lines[position.row]
        var column = 0
        for (offset, cells) in zip(line.start..<line.end, cells(of: line.start..<line.end)) {
            column += cells
            if column > position.column { return offset }
        }
        // Past the end of a line that goes on below, the offset after its last character is the next line's first.
        return line.endsParagraph ? line.end : max(line.start, line.end - 1)
    }

    /// How wide the characters of one line are.
    private func cells(of offsets: Range<Int>) -> [Int] {
        guard let (start, paragraph) = paragraphs.last(where: { $0.start <= offsets.lowerBound }) else { return [] }
        return paragraph.marks[offsets.lowerBound - start..<offsets.upperBound - start].map(\.cells)
    }
}

/// A text between two line ends, laid out. Once made it is only looked at.
final class Paragraph: Sendable {
    let marks: [TextMark]
    /// Their offsets count from the paragraph's beginning.
    let lines: [TextLayout.Line]
    let texts: [String]

    init(_ text: String, width: Int) {
        let source = MarkedText(text)
        marks = source.marks
        var breaker = LineBreaker(marks: marks, width: width)
        lines = breaker.lines()
        texts = source.texts(of: lines)
    }

    /// The paragraphs of a text. Where it has other line ends than line feeds it is one, and is broken at all of them.
    static func texts(in text: String) -> [String] {
        let texts = text.utf8.withContiguousStorageIfAvailable { bytes -> [String] in
            var texts: [String] = []
            var start = 0
            for place in bytes.indices where bytes[place] <= 0x0D || bytes[place] == 0xC2 || bytes[place] == 0xE2 {
                if bytes[place] == 0x0A {
                    texts.append(String(decoding: bytes[start..<place], as: UTF8.self))
                    start = place + 1
                } else if isOtherNewline(bytes[place...]) {
                    return []
                }
            }
            return texts + [String(decoding: bytes[start...], as: UTF8.self)]
        }
        return texts.flatMap { $0.isEmpty ? nil : $0 } ?? [text]
    }

    /// U+000B to U+000D, U+0085, U+2028 and U+2029.
    private static func isOtherNewline(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = bytes.first else { return false }
        if first < 0x80 { return first >= 0x0B && first <= 0x0D }
        let rest = bytes.dropFirst().prefix(2)
        return first == 0xC2
            ? rest.first == 0x85 : rest.elementsEqual([0x80, 0xA8]) || rest.elementsEqual([0x80, 0xA9])
    }
}

/// The paragraphs of the last layouts: of a long report, the next key changes one.
public struct ParagraphMemory: Sendable {
    private struct Key: Hashable {
        var text: String
        var width: Int
    }

    private var current: [Key: Paragraph] = [:]
    private var before: [Key: Paragraph] = [:]

    public init() {}

    /// Begins a screen: what the one before did not use is forgotten.
    public mutating func begin() {
        swap(&current, &before)
        current.removeAll(keepingCapacity: true)
    }

    mutating func paragraph(_ text: String, width: Int) -> Paragraph {
        let key = Key(text: text, width: width)
        if let known = current[key] { return known }
        let paragraph = before[key] ?? Paragraph(text, width: width)
        current[key] = paragraph
        return paragraph
    }
}

/// Finds where lines break.
private struct LineBreaker {
    let marks: [TextMark]
    let width: Int

    private var result: [TextLayout.Line] = []
    private var start = 0
    private var column = 0
    /// The last place where this line may be broken, and the column there.
    private var opportunity: (offset: Int, column: Int)?

    init(marks: [TextMark], width: Int) {
        self.marks = marks
        self.width = width
    }

    mutating func lines() -> [TextLayout.Line] {
        for offset in marks.indices {
            if marks[offset].kind == .newline {
                finish(at: offset, endsParagraph: true)
                start = offset + 1
            } else {
                place(offset)
            }
        }
        finish(at: marks.count, endsParagraph: true)
        return result
    }

    private mutating func place(_ offset: Int) {
        let cells = marks[offset].cells
        if mayBreak(before: offset) { opportunity = (offset, column) }
        let isSpace = marks[offset].kind == .space
        let hangs = isSpace && column == width
        // A second space past the edge goes down by itself, not with the word before it.
        if isSpace, column > width { opportunity = (offset, column) }
        while column + cells > width, !hangs, offset > start { breakLine(before: offset) }
        column += cells
    }

    private mutating func breakLine(before offset: Int) {
        guard let place = opportunity, place.offset > start else {
            finish(at: offset, endsParagraph: false)
            return
        }
        let rest = column - place.column
        finish(at: place.offset, endsParagraph: false)
        column = rest
    }

    private mutating func finish(at end: Int, endsParagraph: Bool) {
        // After a hanging space the cursor would stand outside: it gets a line of its own.
        if endsParagraph, column > width, end > start { finish(at: end, endsParagraph: false) }
        result.append(TextLayout.Line(start: start, end: end, endsParagraph: endsParagraph))
        start = end
        column = 0
        opportunity = nil
    }

    private func mayBreak(before offset: Int) -> Bool {
        guard offset > start else { return false }
        let previous = marks[offset - 1]
        let next = marks[offset]
        if previous.kind == .space || previous.kind == .tab { return next.kind != .space }
        if previous.kind == .hyphen {
            return offset > start + 1 && next.kind == .letter && marks[offset - 2].kind == .letter
        }
        let isWide = previous.cells == 2 || next.cells == 2
        return isWide && next.kind != .space && next.kind != .closing && previous.kind != .opening
    }
}
