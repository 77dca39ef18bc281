/// One cell of a screen.
///
/// A plain value of eight bytes: screens are made, compared and copied at every key.
public struct Cell: Hashable, Sendable {
    private var code: UInt32
    public var style: Style
    /// Whether a wide grapheme to the left covers this cell.
    public var isContinuation: Bool

    /// The grapheme drawn here; a space in the cells a wide grapheme covers to its right.
    public var character: Character {
        get { Grapheme.character(of: code) }
        set { code = Grapheme.code(of: newValue) }
    }

    public init(_ character: Character = " ", style: Style = .text, isContinuation: Bool = false) {
        code = Grapheme.code(of: character)
        self.style = style
        self.isContinuation = isContinuation
    }

    /// - Parameter ascii: a printable one.
    init(ascii: UInt8, style: Style) {
        code = UInt32(ascii)
        self.style = style
        isContinuation = false
    }

    public static let blank = Cell()

    /// The printable ASCII character it shows, if it shows one.
    public var ascii: UInt8? { (0x20..<0x7F).contains(code) ? UInt8(code) : nil }
}

/// A picture of the whole screen: what a terminal should show, as a value.
///
/// Everything outside its edges is left out silently, so that a screen drawn for 160 columns also survives on 1 × 1.
public struct Frame: Equatable, Sendable {
    public let size: Size
    /// Row after row.
    public internal(set) var cells: [Cell]
    /// Where the terminal's own cursor stands; `nil` hides it.
    public var cursor: Position?

    public init(size: Size) {
        let safe = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        self.size = safe
        cells = [Cell](repeating: .blank, count: safe.columns * safe.rows)
    }

    public init(columns: Int, rows: Int) {
        self.init(size: Size(columns: columns, rows: rows))
    }

    public var columns: Int { size.columns }
    public var rows: Int { size.rows }

    /// The whole screen.
    public var region: Region {
        Region(row: 0, column: 0, columns: columns, rows: rows)
    }

    /// The cells of one row, empty when there is no such row.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < rows else { return [] }
        return cells[row * columns..<(row + 1) * columns]
    }

    /// A cell, `nil` outside.
    public subscript(row: Int, column: Int) -> Cell? {
        guard row >= 0, row < rows, column >= 0, column < columns else { return nil }
        return cells[row * columns + column]
    }

    /// The rows as text, blanks at the right end cut: what a golden screen holds.
    public var plainText: [String] {
        (0..<rows).map { row in
            var text = ""
            for cell in self.row(row) where !cell.isContinuation { text.append(cell.character) }
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}
