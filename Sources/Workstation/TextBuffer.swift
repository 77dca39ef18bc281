/// A text being edited, and where the cursor is in it. Offsets count characters.
public struct TextBuffer: Hashable, Sendable {
    public private(set) var text: String
    public private(set) var cursor: Int

    public init(_ text: String = "", cursor: Int = 0) {
        self.text = text
        self.cursor = min(max(0, cursor), text.count)
    }

    mutating func insert(_ raw: String) {
        let words = Draft.clean(raw)
        text.insert(contentsOf: words, at: text.index(text.startIndex, offsetBy: cursor))
        cursor = min(cursor + words.count, text.count)
    }

    mutating func erase(by delta: Int) {
        let offset = delta < 0 ? cursor - 1 : cursor
        guard offset >= 0, offset < text.count else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: offset))
        cursor = offset
    }

    mutating func move(to offset: Int) { cursor = min(max(0, offset), text.count) }

    /// Up or down by lines of the text, keeping the column.
    mutating func move(lines delta: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.count)
        var row = 0
        var column = cursor
        while row < lines.count - 1, column > lines[row] {
            column -= lines[row] + 1
            row += 1
        }
        let target = min(max(0, row + delta), lines.count - 1)
        guard target != row else { return move(to: delta < 0 ? 0 : text.count) }
        move(to: lines[..<target].reduce(0) { $0 + $1 + 1 } + min(column, lines[target]))
    }

    /// The cursor's line, from 0.
    public var row: Int { text.prefix(cursor).count { $0 == "\n" } }
}
