internal import CNCurses
internal import Glibc
internal import Terminal

/// Hands curses the cells that changed; curses finds the cheapest way to show them.
struct Painter {
    private let paint: Paint
    private let synchronizes: Bool
    private var shown: Frame?

    /// Rows that can change without anybody seeing them change one after the other.
    private static let fewRows = 2

    /// - Parameter synchronizes: whether the terminal can show a frame in one go.
    init(theme: Theme, colors: Int, pairs: Int, shown: ShownEmphasis, synchronizes: Bool = false) {
        paint = Paint(theme: theme, colors: colors, pairs: pairs, shown: shown)
        self.synchronizes = synchronizes
    }

    /// Whether the frame is what is shown already, but for the cursor.
    func shows(_ frame: Frame) -> Bool {
        guard let shown, shown.size == frame.size else { return false }
        return (0..<frame.rows).allSatisfy { shown.row($0) == frame.row($0) }
    }

    /// The bytes of some cells of a row, as they were painted; `nil` where a cell is not one column for itself.
    func bytes(at position: Position, columns: Int) -> [UInt8]? {
        guard let shown else { return nil }
        var bytes: [UInt8] = []
        for column in position.column..<position.column + columns {
            guard let cell = shown[position.row, column], !cell.isContinuation,
                shown[position.row, column + 1]?.isContinuation != true
            else { return nil }
            for scalar in glyphs(of: cell).flatMap(\.scalars) {
                guard let encoded = LineTerminal.bytes(of: scalar) else { return nil }
                bytes += encoded
            }
        }
        return bytes
    }

    private func glyphs(of cell: Cell) -> [Glyph] {
        cell.ascii.map { [Glyph(scalars: [UInt32($0)], width: 1)] } ?? glyphs(of: cell, cells: 1)
    }

    /// The next frame is painted whole.
    mutating func forget() {
        shown = nil
    }

    mutating func paint(_ frame: Frame) {
        let known = shown?.size == frame.size ? shown : nil
        var changedRows = 0
        for row in 0..<frame.rows {
            let changed = RowDifference.changed(from: known?.row(row), to: frame.row(row))
            guard !changed.isEmpty else { continue }
            put(frame, row: row, columns: changed)
            changedRows += 1
        }
        let cursor = frame.cursor.flatMap { frame[$0.row, $0.column] == nil ? nil : $0 }
        cn_cursor(cursor != nil, Int32(cursor?.row ?? 0), Int32(cursor?.column ?? 0))
        cn_flush(synchronizes && changedRows > Painter.fewRows)
        shown = frame
    }

    private func put(_ frame: Frame, row: Int, columns: Range<Int>) {
        var known: (style: Style, isBlank: Bool, look: Paint.Look)?
        for column in columns {
            guard let cell = frame[row, column], !cell.isContinuation else { continue }
            var cells = 1
            while frame[row, column + cells]?.isContinuation == true { cells += 1 }
            // Most cells look like the one before.
            let isBlank = cell.ascii == 0x20
            if known?.style != cell.style || known?.isBlank != isBlank {
                known = (cell.style, isBlank, isBlank ? paint.lookOfBlank(cell.style) : paint.look(of: cell.style))
            }
            guard let look = known?.look else { continue }
            put(cell, cells: cells, look, row: row, column: column)
        }
    }

    private func put(_ cell: Cell, cells: Int, _ look: Paint.Look, row: Int, column: Int) {
        if cells == 1, let ascii = cell.ascii {
            var scalar = UInt32(ascii)
            cn_put(Int32(row), Int32(column), &scalar, 1, look.emphasis, look.pair)
            return
        }
        var next = column
        for glyph in glyphs(of: cell, cells: cells) {
            cn_put(Int32(row), Int32(next), glyph.scalars, Int32(glyph.scalars.count), look.emphasis, look.pair)
            next += glyph.width
        }
    }

    private func glyphs(of cell: Cell, cells: Int) -> [Glyph] {
        if cells == 1, cell.character.isASCII {
            // Frame.put lets no control through; this is the last door, and it does not rely on that.
            return [Glyph(scalars: [0x3F], width: 1)]
        }
        return GlyphSplitter.glyphs(of: cell.character, cells: cells)
    }
}

/// Which columns of a row have to be painted.
enum RowDifference {
    /// From the first to the last changed cell, and no wide grapheme of either row cut.
    static func changed(from old: ArraySlice<Cell>?, to new: ArraySlice<Cell>) -> Range<Int> {
        guard let old, old.count == new.count else { return 0..<new.count }
        let count = new.count
        // The rows are looked at where they are: copying them costs more than comparing.
        return old.withUnsafeBufferPointer { before in
            new.withUnsafeBufferPointer { after in
                // Most rows are the same to the byte.
                if let old = before.baseAddress, let new = after.baseAddress,
                    memcmp(old, new, count * MemoryLayout<Cell>.stride) == 0
                {
                    return 0..<0
                }
                guard var first = (0..<count).first(where: { after[$0] != before[$0] }) else { return 0..<0 }
                var end = count
                while after[end - 1] == before[end - 1] { end -= 1 }
                while first > 0, before[first].isContinuation || after[first].isContinuation { first -= 1 }
                while end < count, before[end].isContinuation || after[end].isContinuation { end += 1 }
                return first..<end
            }
        }
    }
}
