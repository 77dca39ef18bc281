/// The beginning of a text, enough of it to fill some cells: a text may be megabytes, a screen is not.
struct TextBeginning {
    /// What is shown of it; more than the cells asked for where the text goes on.
    let shown: String
    /// Whether this is the whole text.
    let isWhole: Bool

    /// Looks at twice as many code points as there are cells, then at four times as many, and so on.
    ///
    /// Each code point is shown by itself, and only the last character can still grow: where all but that one are too
    /// wide, the rest of the text changes nothing. So long a run of marks without cells is hostile; it ends the search.
    init(_ text: String, filling width: Int) {
        let width = min(max(0, width), 1 << 40)
        let most = 32 * width + 256
        var count = 2 * width + 16
        while true {
            let scalars = text.unicodeScalars.prefix(count)
            let isWhole = scalars.endIndex == text.endIndex
            let shown = displayable(String(scalars))
            if isWhole || count >= most || cellWidth(of: String(shown.dropLast())) > width {
                self.shown = shown
                self.isWhole = isWhole
                return
            }
            count = min(most, 4 * count)
        }
    }
}

/// The number of cells a text takes on one line, counted no further than it takes to see that it is more than `limit`.
public func cellWidth(of text: String, upTo limit: Int) -> Int {
    let beginning = TextBeginning(text, filling: limit)
    let width = cellWidth(of: beginning.shown)
    return beginning.isWhole ? width : max(width, min(limit, 1 << 40) + 1)
}

extension String {
    /// The first lines of ``wrapped(width:)``, found without looking at the rest of the text. Where a hostile run of marks
    /// without cells, or of spaces, fills no lines, there are fewer.
    public func wrapped(width: Int, lines most: Int) -> [String] {
        guard most > 0 else { return [] }
        let width = max(1, width)
        var count = (most + 1) * (width + 1)
        let largest = 16 * count
        while true {
            let scalars = unicodeScalars.prefix(count)
            let isWhole = scalars.endIndex == endIndex
            // The last character may go on, and so may the last line: the others stay as they are.
            let lines = String(String(scalars).dropLast(isWhole ? 0 : 1)).wrapped(width: width)
            if isWhole || count >= largest || lines.count > most { return Array(lines.prefix(most)) }
            count *= 4
        }
    }
}
