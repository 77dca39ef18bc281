extension Frame {
    /// Writes a text from a cell to the right.
    ///
    /// The text passes ``displayable(_:)`` first. Without `width` it is cut at the frame's edge; with `width` it is cut
    /// there, ending in `…`. A wide grapheme that would straddle an edge becomes a space.
    ///
    /// - Parameter padded: whether the rest of `width` is filled with spaces in this style.
    /// - Returns: the column after the last cell written, so that pieces can follow each other; a column outside if the
    ///   text goes on there.
    @discardableResult
    public mutating func put(
        _ text: String, row: Int, column: Int, style: Style = .text, width: Int? = nil, padded: Bool = false
    ) -> Int {
        let limit = width.map { column + max(0, $0) } ?? Int.max
        let shown = width.map { text.truncated(toWidth: $0) } ?? text
        var next = write(shown, row: row, column: column, style: style, limit: limit)
        if padded, limit != Int.max, next < limit {
            fill(Region(row: row, column: next, columns: limit - next, rows: 1), style: style)
            next = limit
        }
        return next
    }

    private mutating func write(_ text: String, row: Int, column: Int, style: Style, limit: Int) -> Int {
        let room = max(0, columns - column)
        guard row >= 0, row < rows else { return min(limit, column + cellWidth(of: text, upTo: room)) }
        // What lies beyond the edge is not even looked at.
        let text = text.utf8.count <= room ? text : TextBeginning(text, filling: room).shown
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            return writeASCII(text, row: row, column: column, style: style)
        }
        var next = column
        for character in displayable(text) {
            let cells = cellWidth(of: character)
            if cells > 0 { set(character, cells: cells, row: row, column: next, style: style) }
            next += cells
        }
        return next
    }

    private mutating func writeASCII(_ text: String, row: Int, column: Int, style: Style) -> Int {
        var next = column
        for byte in text.utf8 {
            if next >= columns { break }
            if next >= 0 { setSingle(Cell(ascii: byte, style: style), row: row, column: next) }
            next += 1
        }
        return column + text.utf8.count
    }

    private mutating func set(_ character: Character, cells: Int, row: Int, column: Int, style: Style) {
        guard column < columns, column + cells > 0 else { return }
        let fits = column >= 0 && column + cells <= columns
        for offset in 0..<cells where column + offset >= 0 && column + offset < columns {
            setSingle(
                Cell(fits && offset == 0 ? character : " ", style: style), row: row, column: column + offset)
        }
        guard fits, cells > 1 else { return }
        for offset in 1..<cells { self.cells[row * columns + column + offset].isContinuation = true }
    }

    /// Sets one cell that is known to lie inside, and blanks what is left of a wide grapheme it cuts.
    private mutating func setSingle(_ cell: Cell, row: Int, column: Int) {
        let index = row * columns + column
        let cutsLeft = cells[index].isContinuation
        let cutsRight = column + 1 < columns && cells[index + 1].isContinuation
        cells[index] = cell
        if cutsLeft { blankLeft(of: index, rowStart: row * columns) }
        if cutsRight { blankRight(of: index, rowEnd: (row + 1) * columns) }
    }

    /// Sets cells that are known to lie inside one row, and blanks what is left of wide graphemes they cut.
    mutating func set(_ kept: some Collection<Cell>, row: Int, column: Int) {
        let start = row * columns + column
        let end = start + kept.count
        let rowEnd = (row + 1) * columns
        if start < end, cells[start].isContinuation { blankLeft(of: start, rowStart: row * columns) }
        if end < rowEnd, cells[end].isContinuation { blankRight(of: end - 1, rowEnd: rowEnd) }
        cells.withUnsafeMutableBufferPointer { buffer in
            _ = buffer[start..<end].update(fromContentsOf: kept)
        }
    }

    private mutating func blankLeft(of index: Int, rowStart: Int) {
        var place = index - 1
        while place >= rowStart {
            let isHead = !cells[place].isContinuation
            cells[place].character = " "
            cells[place].isContinuation = false
            if isHead { return }
            place -= 1
        }
    }

    private mutating func blankRight(of index: Int, rowEnd: Int) {
        var place = index + 1
        while place < rowEnd, cells[place].isContinuation {
            cells[place].isContinuation = false
            place += 1
        }
    }
}
