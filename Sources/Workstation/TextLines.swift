/// A text by its lines, and the line and column of the cursor. Offsets count characters.
struct TextLines {
    private var lines: [String]
    private var index = 0
    private var column = 0

    init(_ text: String, cursor: Int) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        column = cursor
        while index < lines.count - 1, column > lines[index].count {
            column -= lines[index].count + 1
            index += 1
        }
    }

    var text: String { lines.joined(separator: "\n") }

    var cursor: Int {
        guard lines.indices.contains(index) else { return text.count }
        return lines[..<index].reduce(0) { $0 + $1.count + 1 } + min(column, lines[index].count)
    }

    mutating func delete() {
        lines.remove(at: index)
        index = min(index, max(0, lines.count - 1))
        column = 0
    }

    mutating func move(by delta: Int) -> Bool {
        let target = index + delta
        guard lines.indices.contains(target) else { return false }
        lines.swapAt(index, target)
        index = target
        return true
    }

    /// Up or down, keeping the column; at the first and last line as far as there is.
    ///
    /// - Returns: whether that is another line.
    mutating func go(by delta: Int) -> Bool {
        let target = min(max(0, index + delta), lines.count - 1)
        defer { index = target }
        return target != index
    }
}
