/// Lines of plain text. A terminal's widths are not known here: what may be wide counts as wide.
enum PlainText {
    static func wrapped(_ text: String, width: Int) -> [String] {
        guard width > 0, !fits(text, width: width) else { return [text] }
        var filler = LineFiller(width: width, indent: hangingIndent(of: text, width: width))
        for character in text { filler.take(character) }
        return filler.finished()
    }

    /// Looks no further than the width: a text may be a megabyte.
    private static func fits(_ text: String, width: Int) -> Bool {
        // No character is wider than it has bytes.
        if text.utf8.count <= width { return true }
        var used = 0
        for character in text {
            used += columns(character)
            if used > width { return false }
        }
        return true
    }

    /// `1. ` and `- ` hang: what follows stands under the text and not under the number.
    private static func hangingIndent(of text: String, width: Int) -> String {
        // A number of four characters is none, so no more are looked at.
        let head = text.prefix(4).prefix { $0 != " " }
        let isNumber = head.count <= 3 && head.last == "." && head.dropLast().allSatisfy(\.isNumber) && head.count > 1
        guard isNumber || head == "-", width > 20 else { return "" }
        return String(repeating: " ", count: head.count + 1)
    }

    static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isEmojiPresentation || character.unicodeScalars.count > 1 ? 2 : 1
        }
    }
}

/// Fills lines character by character, so that a text costs its length, whatever its words are like.
private struct LineFiller {
    let width: Int
    let indent: String
    private var lines: [String] = []
    /// The line that is being filled; it holds whole words only.
    private var line = ""
    private var used = 0
    /// Whether the line holds nothing but its indentation.
    private var isBlank = true
    private var word = ""
    private var wordColumns = 0

    init(width: Int, indent: String) {
        self.width = width
        self.indent = indent
    }

    mutating func take(_ character: Character) {
        if character == " " { return endWord() }
        let columns = PlainText.columns(character)
        // A word longer than a line of its own is broken.
        let room = width - (isBlank ? used : indent.count)
        if wordColumns + columns > room, !word.isEmpty { breakWord() }
        word.append(character)
        wordColumns += columns
    }

    mutating func finished() -> [String] {
        endWord()
        endLine()
        return lines
    }

    private mutating func endWord() {
        if !isBlank, used + 1 + wordColumns > width { endLine() }
        if !isBlank {
            line += " "
            used += 1
        }
        line += word
        used += wordColumns
        isBlank = isBlank && word.isEmpty
        (word, wordColumns) = ("", 0)
    }

    private mutating func breakWord() {
        if !isBlank { endLine() }
        lines.append(line + word)
        startLine()
        (word, wordColumns) = ("", 0)
    }

    private mutating func endLine() {
        if !line.trimmed.isEmpty { lines.append(line) }
        startLine()
    }

    private mutating func startLine() {
        line = lines.isEmpty ? "" : indent
        used = line.count
        isBlank = true
    }
}
