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
    private let text: String
    /// Never empty.
    private let places: [Place]

    /// A paragraph, and what comes before it: characters, lines and bytes of the text.
    private struct Place {
        var start: Int
        var row: Int
        var byte: Int
        let paragraph: Paragraph
    }

    /// - Parameter previous: the layout of an earlier text at the same place. Of a long text the next key changes one
    ///   paragraph; the others are taken from there.
    public init(_ text: String, width: Int, after previous: TextLayout? = nil) {
        let width = max(1, width)
        let known = previous.flatMap { $0.width == width ? $0 : nil }
        if let known, known.text == text {
            self = known
            return
        }
        self.width = width
        self.text = text
        var paragraphs = known.map { $0.paragraphs(sharedWith: text) } ?? Shared()
        let changed = Paragraph.texts(
            in: text, from: paragraphs.bytesBefore, to: text.utf8.count - paragraphs.bytesAfter)
        if let changed {
            paragraphs.before += changed.map { Paragraph($0, width: width) }
            paragraphs.before += paragraphs.after
        } else {
            paragraphs.before = [Paragraph(text, width: width)]
        }
        places = TextLayout.places(paragraphs.before)
    }

    private static func places(_ paragraphs: [Paragraph]) -> [Place] {
        var (start, row, byte) = (0, 0, 0)
        return paragraphs.map { paragraph in
            defer {
                start += paragraph.marks.count + 1
                row += paragraph.lines.count
                byte += paragraph.bytes + 1
            }
            return Place(start: start, row: row, byte: byte, paragraph: paragraph)
        }
    }

    /// The paragraphs at the beginning and the end of another text that are the same, and how many bytes they are there.
    private struct Shared {
        var before: [Paragraph] = []
        var bytesBefore = 0
        var after: ArraySlice<Paragraph> = []
        var bytesAfter = 0
    }

    private func paragraphs(sharedWith other: String) -> Shared {
        // Where there are other line ends, the text is one paragraph.
        guard places.count > 1 else { return Shared() }
        let (before, after) = text.commonBytes(with: other)
        var shared = Shared()
        var first = 0
        while first < places.count - 1, places[first + 1].byte <= before { first += 1 }
        shared.before = places[..<first].map(\.paragraph)
        shared.bytesBefore = places[first].byte
        var last = places.count
        // The line end before a paragraph is its own, too.
        while last > first + 1, text.utf8.count - places[last - 1].byte < after { last -= 1 }
        shared.after = places[last...].map(\.paragraph)[...]
        if last < places.count { shared.bytesAfter = text.utf8.count - places[last].byte + 1 }
        return shared
    }

    public static func == (left: TextLayout, right: TextLayout) -> Bool {
        left.width == right.width && left.text == right.text
    }

    /// How many lines there are: an empty text has one.
    public var lineCount: Int { (places.last?.row ?? 0) + (places.last?.paragraph.lines.count ?? 0) }

    public var lines: [Line] { (0..<lineCount).map(line) }

    /// The lines as text, as they stand on the screen, hanging spaces included.
    public var texts: [String] { places.flatMap(\.paragraph.texts) }

    private func place(ofRow row: Int) -> Place { places.lastElement { $0.row <= row } ?? places[0] }
    private func place(ofOffset offset: Int) -> Place { places.lastElement { $0.start <= offset } ?? places[0] }

    /// - Parameter row: less than ``lineCount``.
    public func line(_ row: Int) -> Line {
        let place = place(ofRow: row)
        let line = place.paragraph.lines[row - place.row]
        return Line(start: place.start + line.start, end: place.start + line.end, endsParagraph: line.endsParagraph)
    }

    /// - Parameter row: less than ``lineCount``.
    public func text(ofLine row: Int) -> String {
        let place = place(ofRow: row)
        return place.paragraph.texts[row - place.row]
    }

    private var count: Int { (places.last?.start ?? 0) + (places.last?.paragraph.marks.count ?? 0) }

    /// Where the character at `offset` is, or the cursor before it. Offsets outside the text are moved to its ends.
    public func position(ofOffset offset: Int) -> Position {
        let offset = min(max(0, offset), count)
        let place = place(ofOffset: offset)
        let inside = offset - place.start
        let lines = place.paragraph.lines
        let row = lines.lastIndex { $0.start <= inside } ?? 0
        let marks = place.paragraph.marks[lines[row].start..<max(lines[row].start, min(inside, lines[row].end))]
        return Position(row: place.row + row, column: min(marks.reduce(0) { $0 + $1.cells }, width))
    }

    /// The offset of the character drawn at a place, or the nearest one.
    public func offset(at position: Position) -> Int {
        guard position.row >= 0 else { return 0 }
        guard position.row < lineCount else { return count }
        let place = place(ofRow: position.row)
        let line = place.paragraph.lines[position.row - place.row]
        var column = 0
        for offset in line.start..<line.end {
            column += place.paragraph.marks[offset].cells
            if column > position.column { return place.start + offset }
        }
        // Past the end of a line that goes on below, the offset after its last character is the next line's first.
        return place.start + (line.endsParagraph ? line.end : max(line.start, line.end - 1))
    }
}

/// A text between two line ends, laid out. Once made it is only looked at.
final class Paragraph: Sendable {
    let marks: [TextMark]
    /// Their offsets count from the paragraph's beginning.
    let lines: [TextLayout.Line]
    let texts: [String]
    let bytes: Int

    init(_ text: String, width: Int) {
        let source = MarkedText(text)
        marks = source.marks
        var breaker = LineBreaker(marks: marks, width: width)
        lines = breaker.lines()
        texts = source.texts(of: lines)
        bytes = text.utf8.count
    }

    /// The paragraphs in a part of a text; `nil` where the part has other line ends than line feeds, and all of the text
    /// is one.
    static func texts(in text: String, from start: Int, to end: Int) -> [String]? {
        var text = text
        return text.withUTF8 { bytes in
            var texts: [String] = []
            var begin = start
            for place in start..<end where bytes[place] <= 0x0D || bytes[place] == 0xC2 || bytes[place] == 0xE2 {
                if bytes[place] == 0x0A {
                    texts.append(String(decoding: bytes[begin..<place], as: UTF8.self))
                    begin = place + 1
                } else if isOtherNewline(bytes[place..<end]) {
                    return nil
                }
            }
            return texts + [String(decoding: bytes[begin..<end], as: UTF8.self)]
        }
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

extension String {
    /// How many bytes at the beginning and, of the rest, at the end are those of another text.
    fileprivate func commonBytes(with other: String) -> (before: Int, after: Int) {
        var (mine, theirs) = (self, other)
        return mine.withUTF8 { mine in
            theirs.withUTF8 { theirs in
                let most = min(mine.count, theirs.count)
                var before = 0
                while before < most, mine[before] == theirs[before] { before += 1 }
                var after = 0
                while after < most - before, mine[mine.count - 1 - after] == theirs[theirs.count - 1 - after] {
                    after += 1
                }
                return (before, after)
            }
        }
    }
}

extension Array {
    /// The last element for which something holds that holds for all before it.
    fileprivate func lastElement(where holds: (Element) -> Bool) -> Element? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? self[low - 1] : nil
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
