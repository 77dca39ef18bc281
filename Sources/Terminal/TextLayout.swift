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
    private let source: MarkedText

    public init(_ text: String, width: Int) {
        source = MarkedText(text)
        self.width = max(1, width)
        var breaker = LineBreaker(marks: source.marks, width: self.width)
        lines = breaker.lines()
    }

    /// The lines as text, as they stand on the screen, hanging spaces included.
    public var texts: [String] { source.texts(of: lines) }

    /// Where the character at `offset` is, or the cursor before it. Offsets outside the text are moved to its ends.
    public func position(ofOffset offset: Int) -> Position {
        let place = min(max(0, offset), source.marks.count)
        let row = lines.lastIndex { $0.start <= place } ?? 0
        let column = columns(from: lines[row].start, to: min(place, lines[row].end))
        return Position(row: row, column: min(column, width))
    }

    /// The offset of the character drawn at a place, or the nearest one.
    public func offset(at position: Position) -> Int {
        guard position.row >= 0 else { return 0 }
        guard position.row < lines.count else { return source.marks.count }
        let line = lines[position.row]
        var column = 0
        for offset in line.start..<line.end {
            column += source.marks[offset].cells
            if column > position.column { return offset }
        }
        // Past the end of a line that goes on below, the offset after its last character is the next line's first.
        return line.endsParagraph ? line.end : max(line.start, line.end - 1)
    }

    private func columns(from start: Int, to end: Int) -> Int {
        source.marks[start..<end].reduce(0) { $0 + $1.cells }
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
