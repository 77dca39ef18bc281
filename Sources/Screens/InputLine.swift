import Radiology
import Terminal
import Wording
import Workstation

/// What is typed on the last line of a screen, and what is said beside it.
struct InputLine {
    var text: String
    /// From the longest to the shortest: the first that fits is said.
    var remarks: [String]
    /// Whether the terminal's cursor stands behind the text.
    var hasCursor = true
}

extension ScreenPainter {
    /// The one-line input that is open.
    var inputLine: InputLine? {
        guard state.overlay == nil else { return nil }
        switch state.screen {
        case .worklist where state.worklist.isFiltering:
            func key(_ command: Command) -> String { keymap.keys(of: command, in: .filter).first ?? "" }
            let words = filterRemarks
            let keys = words.map { tr("   \($0)   \(key(.confirm)) keep  \(key(.close)) clear") }
            return InputLine(
                text: "/" + state.worklist.query.filter, remarks: keys + words.suffix(1).map { "   " + $0 })
        case .study:
            guard let study = state.study, study.isSearching else { return nil }
            let count = tr("\(study.attributes.count) of \(study.bundle?.detail.attributes.count ?? 0)")
            let (keep, clear) = (key(.confirm, in: .dialog), key(.close, in: .dialog))
            return InputLine(text: "/" + study.search, remarks: [tr("   \(count)   \(keep) keep  \(clear) clear")])
        case .report:
            // The cursor stays in the report, where the words were found.
            return state.editor?.find.map { words in
                let (next, back) = (key(.confirm, in: .dialog), key(.close, in: .dialog))
                return InputLine(
                    text: tr("find: \(words)▏"), remarks: [tr("   \(next) next   \(back) back")], hasCursor: false)
            }
        default: return nil
        }
    }

    /// What is typed is seen before what is said about it, and where not all of it fits, its end.
    func paint(_ input: InputLine, _ notice: SystemState.Notice?, _ frame: inout Frame, row: Int, width: Int) {
        let remarks = notice.map { ["   " + tr($0.wording)] } ?? input.remarks
        let style = Style(notice.map { Words.role($0.tone) } ?? .secondary)
        let wanted = cellWidth(of: input.text)
        let remark = remarks.first { wanted + cellWidth(of: $0) <= width } ?? remarks.last ?? ""
        let least = min(cellWidth(of: remark), max(16, width / 3))
        let text = input.text.ending(toWidth: max(8, width - least))
        let end = frame.put(text, row: row, column: 1, style: Style(.input))
        if input.hasCursor { frame.cursor = Position(row: row, column: end) }
        frame.put(remark, row: row, column: end, style: style, width: max(0, width - end + 1))
    }

    /// What is not understood of the filter, and so not applied.
    var filterProblem: String? {
        let today = state.system.now.local(state.system.timeZone).date
        return state.worklist.problems(today: today).first.map { tr(recognised: $0) }
    }

    /// What is wrong with the filter, or how its last word may go on, and how many rows it leaves.
    private var filterRemarks: [String] {
        if let filterProblem { return [filterProblem] }
        let completions = state.worklist.completions.prefix(6)
        return (0..<completions.count).reversed().map { last in
            tr(
                "\(filterCount)   \(key(.completeFilter, in: .filter)) \(completions.prefix(last + 1).joined(separator: " "))"
            )
        } + [filterCount]
    }
}
