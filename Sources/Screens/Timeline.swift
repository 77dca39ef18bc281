import Radiology
import Terminal
import Workstation

/// Earlier studies on a line of time, the study itself at its end: `2019 ○───●───◉────◆ 2026`.
///
/// A filled mark has a report, an empty one has none; the selected prior has a ring.
struct Timeline {
    let text: String

    /// - Parameter width: cells there are; `nil` where nothing is to be shown.
    init?(_ study: StudyState, width: Int) {
        let priors = study.bundle?.priors ?? []
        let dated = priors.compactMap { prior in prior.study.date.map { (date: $0, prior: prior) } }
        guard let end = study.study.date, let first = dated.map(\.date).min(), first <= end, width >= 40 else {
            return nil
        }
        let cells = min(width, 100) - 12
        var line = [Character](repeating: "─", count: cells)
        let span = max(1, end.daysSince1970 - first.daysSince1970)
        // The newest is put last: where two fall on one cell it is the one that counts; the selected one always shows.
        for (date, prior) in dated.sorted(by: { $0.date < $1.date }) where date <= end {
            let isSelected = prior.study.uid == study.prior?.study.uid
            let cell = (date.daysSince1970 - first.daysSince1970) * (cells - 2) / span
            if line[cell] == "◉" { continue }
            line[cell] = isSelected ? "◉" : prior.reports.isEmpty ? "○" : "●"
        }
        line[cells - 1] = "◆"
        text = "\(first.year) \(String(line)) \(end.year)"
    }
}
