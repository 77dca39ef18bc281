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

    public let characters: [Character]
    public let width: Int
    /// Never empty: an empty text has one empty line.
    public let lines: [Line]

    public init(_ text: String, width: Int) {
        // "\r\n" is one character for Swift and one line end for us.
        characters = Array(text)
        self.width = max(1, width)
        var breaker = LineBreaker(characters: characters, width: self.width)
        lines = breaker.lines()
    }

    /// The lines as text, as they stand on the screen, hanging spaces included.
    public var texts: [String] {
        lines.map { String(characters[$0.start..<$0.end]) }
    }

    /// Where the character at `offset` is, or the cursor before it. Offsets outside the text are moved to its ends.
    public func position(ofOffset offset: Int) -> Position {
        let place = min(max(0, offset), characters.count)
        let row = lines.lastIndex { $0.start <= place } ?? 0
        let column = columns(from: lines[row].start, to: min(place, lines[row].end))
        return Position(row: row, column: min(column, width))
    }

    /// The offset of the character drawn at a place, or the nearest one.
    public func offset(at position: Position) -> Int {
        guard position.row >= 0 else { return 0 }
        guard position.row < lines.count else { return characters.count }
        let line = lines[position.row]
        var column = 0
        for offset in line.start..<line.end {
            column += cellWidth(of: characters[offset])
            if column > position.column { return offset }
        }
        // Past the end of a line that goes on below, the offset after its last character is the next line's first.
        return line.endsParagraph ? line.end : max(line.start, line.end - 1)
    }

    private func columns(from start: Int, to end: Int) -> Int {
        characters[start..<end].reduce(0) { $0 + cellWidth(of: $1) }
    }
}

/// Finds where lines break.
private struct LineBreaker {
    let characters: [Character]
    let width: Int

    private var result: [TextLayout.Line] = []
    private var start = 0
    private var column = 0
    /// The last place where this line may be broken, and the column there.
    private var opportunity: (offset: Int, column: Int)?

    init(characters: [Character], width: Int) {
        self.characters = characters
        self.width = width
    }

    mutating func lines() -> [TextLayout.Line] {
        for offset in characters.indices {
            if characters[offset].isNewline {
                finish(at: offset, endsParagraph: true)
                start = offset + 1
            } else {
                place(offset)
            }
        }
        finish(at: characters.count, endsParagraph: true)
        return result
    }

    private mutating func place(_ offset: Int) {
        let cells = cellWidth(of: characters[offset])
        if mayBreak(before: offset) { opportunity = (offset, column) }
        let isSpace = characters[offset] == " "
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
        let previous = characters[offset - 1]
        let next = characters[offset]
        if previous == " " || previous == "\t" { return next != " " }
        if previous == "-" { return offset > start + 1 && next.isLetter && characters[offset - 2].isLetter }
        let isWide = cellWidth(of: previous) == 2 || cellWidth(of: next) == 2
        return isWide && next != " " && !closing.contains(next) && !opening.contains(previous)
    }

    /// Marks that may not begin a line, or end one, in Chinese and Japanese text.
    private var closing: String { "、。，．・：；？！）］｝」』】〉》ー々…,.;:!?)]}" }
    private var opening: String { "（［｛「『【〈《([{" }
}
