/// How many cells a screen has.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A cell, counted from the top left corner, from 0.
public struct Position: Hashable, Sendable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells. It may reach outside a frame: what lies outside is not painted.
public struct Region: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public var size: Size

    public init(row: Int, column: Int, columns: Int, rows: Int) {
        self.row = row
        self.column = column
        self.size = Size(columns: max(0, columns), rows: max(0, rows))
    }

    public var columns: Int { size.columns }
    public var rows: Int { size.rows }

    /// The rectangle without a margin; empty when the margins meet.
    public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Region {
        Region(
            row: row + top, column: column + left,
            columns: columns - left - right, rows: rows - top - bottom)
    }

    /// The rectangle without `margin` cells on every side.
    public func inset(by margin: Int) -> Region {
        inset(top: margin, left: margin, bottom: margin, right: margin)
    }

    /// A rectangle of this size in the middle of this one, cut to fit.
    public func centered(columns wanted: Int, rows wantedRows: Int) -> Region {
        let width = min(max(0, wanted), columns)
        let height = min(max(0, wantedRows), rows)
        return Region(
            row: row + (rows - height) / 2, column: column + (columns - width) / 2, columns: width, rows: height)
    }
}
