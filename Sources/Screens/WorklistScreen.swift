import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    func paintWorklist(_ frame: inout Frame) {
        paintTabs(&frame)
        let columns = WorklistColumns(state.worklist.columns.shown, width: frame.columns - 3)
        columns.paintHeader(&frame, row: 1, order: state.worklist.query.order)
        let area = WorklistLayout(size: frame.size)
        let worklist = state.worklist
        let scene = PaintedRows.Scene(
            columns: columns.shown, width: frame.columns, minute: state.system.minute,
            targets: state.system.targets, language: state.system.language)
        memory.rows.begin(scene)
        let top = scrollWindow(
            count: worklist.total, selected: worklist.selected, height: area.rows, previousTop: worklist.top)
        let place = PaintedWindow.Place(
            scene: scene, query: worklist.query, pace: worklist.pace, offset: worklist.offset, total: worklist.total,
            top: top, rows: area.rows)
        if let cells = memory.window.cells(at: place, of: worklist.rows) {
            frame.put(rows: cells, row: area.firstRow)
        } else {
            for line in 0..<area.rows where top + line < worklist.total {
                paintRow(&frame, index: top + line, row: area.firstRow + line, columns: columns)
            }
            let cells = (0..<area.rows).flatMap { frame.row(area.firstRow + $0) }
            memory.window.keep(cells, at: place, of: worklist.rows)
        }
        paintMark(&frame, row: area.firstRow + worklist.selected - top)
        if worklist.total == 0 { paintEmpty(&frame, row: area.firstRow + 1) }
        paintDetail(&frame, row: area.firstRow + area.rows)
    }

    private func paintTabs(_ frame: inout Frame) {
        let clock = state.system.now.local(state.system.timeZone).time.description
        let place = state.system.isDemo ? tr("DEMO  \(clock)") : clock
        let start = frame.columns - place.count - 1
        frame.put(place, row: 0, column: start, style: Style(.secondary))
        var column = 0
        for tab in tabs(width: start - 1) {
            // The list in front has the mark that selected rows have.
            if tab.isOn { frame.put("▌", row: 0, column: column, style: Style(.selectionMarker)) }
            column = frame.put(
                tab.text, row: 0, column: column + 1, style: tab.isOn ? Style(.title).bold : Style(.secondary))
        }
    }

    private struct Tab {
        var text: String
        var isOn: Bool
    }

    /// Where not all fit, the words get shorter, then the last lists that hold nothing go; `L` has them all.
    private func tabs(width: Int) -> [Tab] {
        let worklist = state.worklist
        let named = worklist.savedName.map {
            [Tab(text: "L \($0.truncated(toWidth: 18)) \(worklist.total) ", isOn: true)]
        }
        func fixed(_ lists: [Worklist], isShort: Bool) -> [Tab] {
            lists.map { list in
                let name = isShort && list == .unclaimed ? tr("Free") : Words.list(list)
                let number = (Worklist.tabs.firstIndex(of: list) ?? 0) + 1
                return Tab(
                    text: "\(number) \(name) \(worklist.counts[list] ?? 0)" + (isShort ? "" : " "),
                    isOn: named == nil && worklist.query.worklist == list)
            }
        }
        func length(_ tabs: [Tab]) -> Int { tabs.map { cellWidth(of: $0.text) + 1 }.reduce(0, +) }
        var lists = Worklist.tabs
        let long = fixed(lists, isShort: false) + (named ?? [])
        if length(long) <= width { return long }
        while true {
            let tabs = fixed(lists, isShort: true) + (named ?? [])
            let empty = lists.lastIndex { worklist.counts[$0] ?? 0 == 0 && $0 != worklist.query.worklist }
            guard length(tabs) > width, let gone = empty ?? lists.lastIndex(where: { $0 != worklist.query.worklist })
            else { return tabs }
            lists.remove(at: gone)
        }
    }

    private func paintMark(_ frame: inout Frame, row: Int) {
        guard state.worklist.selectedRow != nil else { return }
        frame.put("▌", row: row, column: 1, style: Style(.selectionMarker))
        frame.cursor = Position(row: row, column: 1)
    }

    private func paintRow(_ frame: inout Frame, index: Int, row: Int, columns: WorklistColumns) {
        guard let item = state.worklist.row(at: index) else {
            frame.put("…", row: row, column: 3, style: .secondary)
            return
        }
        // Where the mark may come is a blank in its look: a step of the cursor changes two cells and no colour.
        frame.put(" ", row: row, column: 1, style: Style(.selectionMarker))
        let (now, targets) = (state.system.minute, state.system.targets)
        let isLate = state.worklist.projectedDelay(of: index, at: now, targets) != nil
        if let cells = memory.rows.cells(of: item, isProjectedLate: isLate) {
            frame.put(cells: cells, row: row, column: 3)
            return
        }
        let cell = WorklistCell(
            row: item, now: now, targets: targets, marksWait: columns.marksWait, isProjectedLate: isLate)
        for placement in columns.layout.placements {
            let column = columns.shown[placement.index]
            frame.put(
                cell.text(column), row: row, column: 3 + placement.start,
                style: cell.style(column), width: placement.width)
        }
        memory.rows.keep(Array(frame.row(row).dropFirst(3)), of: item, isProjectedLate: isLate)
    }

    private func paintEmpty(_ frame: inout Frame, row: Int) {
        let worklist = state.worklist
        let others = worklist.counts[.all] ?? 0
        let words =
            if !worklist.isLoaded {
                tr("Reading the store …")
            } else if others == 0, state.system.isSyncing, state.system.lastSync == nil {
                tr("Asking the server for the worklist …")
            } else if !worklist.query.filter.isEmpty {
                tr("Nothing in \(Words.list(worklist.query.worklist)) matches “\(worklist.query.filter)”. ")
                    + tr("\(clearingKey) clears the filter.")
            } else if worklist.query.worklist != .all, others > 0 {
                tr(
                    "Nothing in \(Words.list(worklist.query.worklist)). \(others) are waiting: press \(key(.listAll, in: .worklist))."
                )
            } else if let failure = state.system.lastFailure {
                tr("The worklist is empty here. \(failure)")
            } else {
                tr("No study is waiting. \(key(.sync, in: .worklist)) asks the server again.")
            }
        for (line, text) in words.wrapped(width: frame.columns - 6).enumerated() {
            frame.put(text, row: row + line, column: 3, style: .secondary)
        }
    }

    private var clearingKey: String {
        state.worklist.isFiltering ? key(.close, in: .filter) : key(.clearFilter, in: .worklist)
    }

    /// Two lines about the selected study, between rules.
    private func paintDetail(_ frame: inout Frame, row: Int) {
        frame.horizontalRule(row: row)
        frame.horizontalRule(row: row + 3)
        paintProgress(&frame, row: row + 3)
        paintQuery(&frame, row: row)
        guard let selected = state.describedRow else { return }
        let study = selected.item.study
        let images = [
            study.seriesCount.map { tr("\($0) series") }, study.instanceCount.map { tr("\($0) images") },
        ].compactMap(\.self).joined(separator: " ")
        let facts = [
            projection(selected), study.fullTitle, study.site?.rawValue,
            study.order.accessionNumber.map { tr("ACC \($0)") },
            images.isEmpty ? nil : images, study.order.referringPhysician?.listed,
        ].compactMap(\.self).joined(separator: " · ")
        frame.put(facts, row: row + 1, column: 1, width: frame.columns - 2)
        let indication = study.order.indication ?? tr("No indication was given.")
        frame.put(indication, row: row + 2, column: 1, style: .secondary, width: frame.columns - 2)
    }

    /// A list that is filtered, or in an order that no column shows, must not look like the whole list by urgency.
    private func paintQuery(_ frame: inout Frame, row: Int) {
        let order = WorklistColumns(state.worklist.columns.shown, width: frame.columns - 3)
            .unseenOrder(state.worklist.query.order)
        let start = frame.columns - 2 - cellWidth(of: order)
        frame.put(order, row: row, column: start, style: Style(.warning))
        let filter = state.worklist.query.filter
        guard !filter.isEmpty, !state.worklist.isFiltering else { return }
        let words =
            filterProblem.map { tr(" FILTER “\(filter)”  ignored: \($0)  \(filterCount)  \(clearingKey) clears ") }
            ?? tr(" FILTER “\(filter)”  \(filterCount)  \(clearingKey) clears ")
        frame.put(words, row: row, column: 2, style: Style(.warning), width: start - 2 - (order.isEmpty ? 0 : 1))
    }

    /// What will come too late, before it does: `late by 0:12 at your pace`.
    private func projection(_ row: WorklistRow) -> String? {
        let worklist = state.worklist
        let delay = worklist.projectedDelay(
            of: worklist.selected, at: state.system.minute, state.system.targets)
        guard let delay else { return nil }
        let due = state.system.targets.due(row.item)
        let now = state.system.minute
        if due <= now { return tr("due \(Words.span(due, now)) ago") }
        let late = Words.span(now, now.adding(seconds: delay * 60))
        return tr("~ late by \(late) at \(Int(worklist.pace.rounded())) min a report")
    }
}

/// Where the rows of the worklist are.
struct WorklistLayout {
    let firstRow = 2
    /// How many rows are in sight.
    let rows: Int

    init(size: Size) {
        // Tabs, header, four lines of detail, hints.
        rows = max(1, size.rows - 2 - 4 - 1)
    }
}

extension Input {
    func message(worklist command: Command) -> Message? {
        let worklist = state.worklist
        let page = WorklistLayout(size: size).rows
        func select(_ index: Int) -> Message {
            let index = max(0, min(index, worklist.total - 1))
            let top = scrollWindow(count: worklist.total, selected: index, height: page, previousTop: worklist.top)
            return .worklist(.selected(index, top: top))
        }
        switch command {
        case .down: return select(worklist.selected + 1)
        case .up: return select(worklist.selected - 1)
        case .pageDown: return select(worklist.selected + page - 1)
        case .pageUp: return select(worklist.selected - page + 1)
        case .first: return select(0)
        case .last: return select(worklist.total - 1)
        case .filter: return .worklist(.filterOpened)
        case .clearFilter: return .worklist(.filterCleared)
        case .openStudy: return .worklist(.studyChosen)
        case .openReport: return .worklist(.reportChosen)
        case .claim: return .worklist(.claimChosen)
        case .viewer: return .study(.viewerAsked)
        case .actionable: return .worklist(.communicationChosen)
        case .chooseList: return .worklist(.listsOpened)
        case .follow: return .worklist(.followToggled)
        case .columns: return .columns(.opened)
        case .sortNext: return .columns(.nextSort)
        case .sortPrevious: return .columns(.previousSort)
        case .sortReversed: return .columns(.reversed)
        default: return Input.list(command).map { .worklist(.tabChosen($0)) }
        }
    }

    private static func list(_ command: Command) -> Worklist? {
        switch command {
        case .listAll: .all
        case .listSTAT: .stat
        case .listMine: .mine
        case .listUnclaimed: .unclaimed
        case .listDrafts: .drafts
        case .listUnsent: .unsent
        case .listSigned: .signed
        case .listToTell: .tell
        case .listUnsigned: .unsigned
        default: nil
        }
    }
}
