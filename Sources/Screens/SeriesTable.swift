import Radiology
import Terminal
import Wording

extension ScreenPainter {
    /// One line a series where there is room, all in a few lines where there is not.
    ///
    /// - Returns: the row after them.
    func paintSeries(_ frame: inout Frame, _ series: [Series], row: Int) -> Int {
        guard frame.rows >= 36, series.count > 1 else {
            let words = series.map { series in
                [
                    series.number.map(String.init), series.modality?.rawValue, series.description,
                    "(\(series.instances.count))",
                ].compactMap(\.self).joined(separator: " ")
            }
            return paintFact(
                &frame, tr("Series \(series.count)"), words.joined(separator: "   "), row: row, lines: 3)
        }
        let most = 10
        let columns = Columns(SeriesColumn.allCases.map(\.column), width: frame.columns - 14)
        frame.put(tr("Series \(series.count)"), row: row, column: 1, style: Style(.fieldLabel), width: 11)
        for placement in columns.placements {
            frame.put(
                SeriesColumn.allCases[placement.index].title, row: row, column: 13 + placement.start,
                style: .secondary, width: placement.width)
        }
        for (line, series) in series.prefix(most).enumerated() {
            for placement in columns.placements {
                frame.put(
                    SeriesColumn.allCases[placement.index].text(series), row: row + 1 + line,
                    column: 13 + placement.start, width: placement.width)
            }
        }
        let left = series.count - most
        if left > 0 {
            frame.put(tr("… and \(left) more series"), row: row + 1 + most, column: 13, style: .secondary)
        }
        return row + 1 + min(series.count, most) + (left > 0 ? 1 : 0)
    }
}

private enum SeriesColumn: CaseIterable {
    case number, modality, description, bodyPart, images, technique

    var title: String {
        switch self {
        case .number: tr("No")
        case .modality: tr("Mod")
        case .description: tr("Description")
        case .bodyPart: tr("Body part")
        case .images: tr("Images")
        case .technique: tr("Technique")
        }
    }

    var column: Column {
        switch self {
        case .number: Column(minimum: 4, ideal: 4)
        case .modality: Column(minimum: 3, ideal: 4)
        case .description: Column(minimum: 14, ideal: 30, grows: true)
        case .bodyPart: Column(minimum: 8, ideal: 12, rank: 2)
        case .images: Column(minimum: 6, ideal: 6)
        case .technique: Column(minimum: 16, ideal: 40, rank: 1, grows: true)
        }
    }

    func text(_ series: Series) -> String {
        switch self {
        case .number: series.number.map(String.init) ?? ""
        case .modality: series.modality?.rawValue ?? ""
        case .description: series.description ?? ""
        case .bodyPart: [series.laterality, series.bodyPart].compactMap(\.self).joined(separator: " ")
        case .images: "\(series.instances.count)"
        case .technique: figures(series.technique.joined(separator: " · "))
        }
    }
}
