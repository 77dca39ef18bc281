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
        var lines = TextLines(text, cursor: cursor)
        move(to: lines.go(by: delta) ? lines.cursor : delta < 0 ? 0 : text.count)
    }
}
