import Terminal

extension Frame {
    /// `4  3-20 title bold, 30-41 hint`: what is not plain text in each row that has such cells.
    var roles: [String] {
        (0..<rows).compactMap { row in
            let runs = runs(in: row).filter { $0.style != .text }
            let words = runs.map { "\($0.columns.lowerBound)-\($0.columns.upperBound - 1) \($0.style.words)" }
            return words.isEmpty ? nil : "\(row)  " + words.joined(separator: ", ")
        }
    }

    /// Cells side by side in the same look.
    private func runs(in row: Int) -> [(columns: Range<Int>, style: Style)] {
        var runs: [(columns: Range<Int>, style: Style)] = []
        for (column, cell) in self.row(row).enumerated() {
            if let last = runs.last, last.style == cell.style {
                runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                runs.append((column..<column + 1, cell.style))
            }
        }
        return runs
    }
}

extension Style {
    fileprivate var words: String {
        let names: [(Emphasis, String)] = [
            (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"), (.italic, "italic"),
        ]
        return ([role.rawValue] + names.filter { emphasis.contains($0.0) }.map(\.1)).joined(separator: " ")
    }
}
