import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// Every list with its count, and last the filter that is on, to be kept.
    func paintLists(_ frame: inout Frame, _ picker: Finder) {
        let worklist = state.worklist
        let width = min(frame.columns - 2, 100) - 4
        let lines = worklist.choices(matching: picker.typed, in: state.system.language).enumerated().map {
            index, choice in
            let isSelected = index == picker.selected
            let text = words(choice, width: width - 4)
            return ReportLine(
                text: (isSelected ? "▌ " : "  ") + text, style: isSelected ? Style(.popup).bold : Style(.popup))
        }
        let filter = keymap.keys(of: .filter, in: .worklist).first ?? tr("no key")
        let advice = tr("  No list is called so. After a filter (\(filter)) its words can be kept under this name.")
        let none = advice.wrapped(width: width).map { ReportLine(text: $0, style: .secondary) }
        let keeping = worklist.query.filter.isEmpty ? "" : tr("   type a name to keep the filter as a list")
        let problem = worklist.savedProblem.map { tr("Left out: \($0)").wrapped(width: width) } ?? []
        paintDialog(
            &frame, title: tr("Lists"), lines: lines.isEmpty ? none : lines, selected: picker.selected,
            below: problem.map { ReportLine(text: $0, style: Style(.warning)) } + [
                ReportLine(text: ":" + typed(picker.typed, after: 1, in: frame), style: Style(.input)),
                ReportLine(text: tr("\(firstKey(.confirm)) opens it\(keeping)"), style: Style(.hint)),
            ])
    }

    private func words(_ choice: ListChoice, width: Int) -> String {
        func line(_ count: Int?, _ name: String, _ what: String) -> String {
            let number = count.map(String.init) ?? ""
            return String(repeating: " ", count: max(0, 6 - number.count)) + number + "  "
                + name.truncated(toWidth: 24).padded(toWidth: 26) + what.truncated(toWidth: max(0, width - 34))
        }
        switch choice {
        case .tab(let list): return line(state.worklist.counts[list], Words.list(list), Words.meaning(list))
        case .saved(let list):
            let query = list.query
            let order = query.order == .urgency ? "" : tr("  sorted by \(query.order.text)")
            let tab = query.worklist == .all ? "" : tr("  in \(Words.list(query.worklist))")
            return line(state.worklist.savedCounts[list], list.name, query.filter + tab + order)
        case .keep(let name): return tr("keep “\(state.worklist.query.filter)” as the list “\(name)”")
        }
    }

    /// The columns that are shown, in their order, then the others.
    func paintColumns(_ frame: inout Frame, _ selected: Int) {
        let worklist = state.worklist
        let columns = WorklistColumns(worklist.columns.shown, width: frame.columns - 3)
        let lines = worklist.columns.lines.enumerated().map { index, column in
            let isSelected = index == selected
            let isShown = worklist.columns.shown.contains(column)
            let order = worklist.query.order
            let mark =
                order.column == column ? (order.isReversed ? tr("  ▼ sorted, turned round") : tr("  ▲ sorted")) : ""
            return ReportLine(
                text: (isSelected ? "▌ " : "  ") + (isShown ? "✓ " : "  ") + column.title + mark
                    + (isShown && !columns.hasRoom(for: column) ? tr("  no room at this width") : ""),
                style: isSelected ? Style(.popup).bold : isShown ? Style(.popup) : Style(.secondary))
        }
        let keys: [(Command, String)] = [
            (.sortBy, tr("sort")), (.showColumn, tr("show or hide")), (.columnLeft, tr("left")),
            (.columnRight, tr("right")),
            (.close, tr("back")),
        ]
        let hints = keys.map { "\(keymap.keys(of: $0, in: .columns).first ?? "") \($1)" }.joined(separator: "   ")
        paintDialog(
            &frame, title: tr("Columns"), lines: lines, selected: selected,
            below: [ReportLine(text: hints, style: Style(.hint))])
    }

    private func firstKey(_ command: Command) -> String { keymap.keys(of: command, in: .dialog).first ?? tr("no key") }
}

extension Words {
    /// What a list holds, in a line.
    static func meaning(_ list: Worklist) -> String {
        switch list {
        case .all: tr("everything that waits")
        case .stat: tr("priority STAT")
        case .mine: tr("claimed by you")
        case .unclaimed: tr("nobody reads it")
        case .drafts: tr("begun here")
        case .unsent: tr("signed here, not verified at every server")
        case .signed: tr("signed here, the latest first")
        case .tell: tr("somebody has still to be told of a finding")
        case .unsigned: tr("a draft, or a preliminary report")
        }
    }
}
