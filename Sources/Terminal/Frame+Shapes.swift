extension Frame {
    /// Fills a rectangle with one character of one cell; wider ones and controls become spaces.
    public mutating func fill(_ region: Region, with character: Character = " ", style: Style = .text) {
        let isSafe = cellWidth(of: character) == 1 && isPlain(String(character))
        let cell = Cell(isSafe ? character : " ", style: style)
        // A rectangle that begins left of the screen keeps its right edge.
        let start = max(0, region.column)
        let end = min(columns, region.column + region.columns)
        guard start < end else { return }
        for row in max(0, region.row)..<max(max(0, region.row), min(rows, region.row + region.rows)) {
            set(repeatElement(cell, count: end - start), row: row, column: start)
        }
    }

    /// Puts cells as they are, which a frame had in this row and column before; they lie inside.
    public mutating func put(cells kept: [Cell], row: Int, column: Int) {
        guard row >= 0, row < rows, column >= 0, column + kept.count <= columns else { return }
        set(kept, row: row, column: column)
    }

    /// Sets whole rows as they were taken from a frame of the same width.
    public mutating func put(rows kept: [Cell], row: Int) {
        guard row >= 0, columns > 0, row * columns + kept.count <= cells.count else { return }
        let start = row * columns
        cells.withUnsafeMutableBufferPointer { buffer in
            _ = buffer[start...].update(fromContentsOf: kept)
        }
    }

    /// Gives a rectangle a style and leaves its text.
    public mutating func restyle(_ region: Region, style: Style) {
        for row in max(0, region.row)..<max(max(0, region.row), min(rows, region.row + region.rows)) {
            let start = max(0, region.column)
            let end = min(columns, region.column + region.columns)
            guard start < end else { continue }
            for column in start..<end { cells[row * columns + column].style = style }
        }
    }

    /// A line from a cell to the right; to the edge when `width` is `nil`.
    public mutating func horizontalRule(row: Int, column: Int = 0, width: Int? = nil, style: Style = Style(.border)) {
        let length = min(width ?? columns - column, columns)
        guard length > 0 else { return }
        fill(Region(row: row, column: column, columns: length, rows: 1), with: "─", style: style)
    }

    /// A line from a cell downwards; to the edge when `height` is `nil`.
    public mutating func verticalRule(row: Int, column: Int, height: Int? = nil, style: Style = Style(.border)) {
        fill(Region(row: row, column: column, columns: 1, rows: height ?? rows - row), with: "│", style: style)
    }

    /// An empty box with a title in its upper edge, for pop-ups. Returns the region inside.
    @discardableResult
    public mutating func box(
        _ region: Region, title: String = "", style: Style = Style(.border), titleStyle: Style = Style(.title)
    ) -> Region {
        guard region.columns >= 2, region.rows >= 2 else { return region.inset(by: 1) }
        let right = region.column + region.columns - 1
        let bottom = region.row + region.rows - 1
        fill(region, style: Style(.popup))
        for row in [region.row, bottom] {
            horizontalRule(row: row, column: region.column, width: region.columns, style: style)
        }
        for column in [region.column, right] {
            verticalRule(row: region.row, column: column, height: region.rows, style: style)
        }
        put("┌", row: region.row, column: region.column, style: style)
        put("┐", row: region.row, column: right, style: style)
        put("└", row: bottom, column: region.column, style: style)
        put("┘", row: bottom, column: right, style: style)
        let shown = title.truncated(toWidth: region.columns - 6)
        if !shown.isEmpty { put(" \(shown) ", row: region.row, column: region.column + 1, style: titleStyle) }
        return region.inset(by: 1)
    }
}
