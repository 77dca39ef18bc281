import Radiology
import Terminal
import Workstation

extension ScreenPainter {
    func paintWorklist(_ frame: inout Frame) {
        paintTabs(&frame)
        let columns = WorklistColumns(width: frame.columns - 3)
        columns.paintHeader(&frame, row: 1)
        let area = WorklistLayout(size: frame.size)
        let worklist = state.worklist
        let top = scrollWindow(
            count: worklist.total, selected: worklist.selected, height: area.rows, previousTop: worklist.top)
        for line in 0..<area.rows where top + line < worklist.total {
            paintRow(&frame, index: top + line, row: area.firstRow + line, columns: columns)
        }
        if worklist.total == 0 { paintEmpty(&frame, row: area.firstRow + 1) }
        paintDetail(&frame, row: area.firstRow + area.rows)
    }

    private func paintTabs(_ frame: inout Frame) {
        let clock = state.system.now.local(state.system.timeZone).time.description
        let place = state.system.isDemo ? "DEMO  \(clock)" : clock
        let isShort = cellWidth(of: tabs(isShort: false).joined(separator: " ")) + place.count + 3 > frame.columns
        var column = 0
        for (list, text) in zip(Worklist.allCases, tabs(isShort: isShort)) {
            let isOn = state.worklist.query.worklist == list
            // The list in front has the mark that selected rows have.
            if isOn { frame.put("▌", row: 0, column: column, style: Style(.selectionMarker)) }
            column = frame.put(
                text, row: 0, column: column + 1, style: isOn ? Style(.title).bold : Style(.secondary))
        }
        let start = frame.columns - place.count - 1
        if start > column { frame.put(place, row: 0, column: start, style: Style(.secondary)) }
    }

    private func tabs(isShort: Bool) -> [String] {
        Worklist.allCases.enumerated().map { number, list in
            let name = isShort && list == .unclaimed ? "Free" : Words.list(list)
            return "\(number + 1) \(name) \(state.worklist.counts[list] ?? 0)" + (isShort ? "" : " ")
        }
    }

    private func paintRow(_ frame: inout Frame, index: Int, row: Int, columns: WorklistColumns) {
        guard let item = state.worklist.row(at: index) else {
            frame.put("…", row: row, column: 3, style: .secondary)
            return
        }
        let isSelected = index == state.worklist.selected
        if isSelected {
            frame.put("▌", row: row, column: 1, style: Style(.selectionMarker))
            frame.cursor = Position(row: row, column: 1)
        }
        let now = state.system.now
        for placement in columns.layout.placements {
            let column = WorklistColumn.allCases[placement.index]
            frame.put(
                column.text(item, now: now, marksWait: columns.marksWait), row: row, column: 3 + placement.start,
                style: column.style(item, isSelected: isSelected), width: placement.width)
        }
    }

    private func paintEmpty(_ frame: inout Frame, row: Int) {
        let worklist = state.worklist
        let others = worklist.counts[.all] ?? 0
        let words =
            if !worklist.isLoaded {
                "Reading the store …"
            } else if !worklist.query.filter.isEmpty {
                "Nothing in \(Words.list(worklist.query.worklist)) matches “\(worklist.query.filter)”. "
                    + "Esc clears the filter."
            } else if worklist.query.worklist != .all, others > 0 {
                "No \(Words.list(worklist.query.worklist)) studies. \(others) are waiting: press 1."
            } else if let failure = state.system.lastFailure {
                "The worklist is empty here. \(failure)"
            } else if state.system.isSyncing, state.system.lastSync == nil {
                "Asking the server for the worklist …"
            } else {
                "No study is waiting. s asks the server again."
            }
        for (line, text) in words.wrapped(width: frame.columns - 6).enumerated() {
            frame.put(text, row: row + line, column: 3, style: .secondary)
        }
    }

    /// Two lines about the selected study, between rules.
    private func paintDetail(_ frame: inout Frame, row: Int) {
        frame.horizontalRule(row: row)
        frame.horizontalRule(row: row + 3)
        if !state.worklist.query.filter.isEmpty, !state.worklist.isFiltering {
            // A list with a filter on must not look like the whole list.
            let words = " FILTER “\(state.worklist.query.filter)”  \(filterCount)  Esc clears "
            frame.put(words, row: row, column: 2, style: Style(.warning), width: frame.columns - 4)
        }
        guard let selected = state.worklist.selectedRow else { return }
        let study = selected.item.study
        let images = [
            study.seriesCount.map { "\($0) series" }, study.instanceCount.map { "\($0) images" },
        ].compactMap(\.self).joined(separator: " ")
        let facts = [
            study.fullTitle, study.site?.rawValue, study.order.accessionNumber.map { "ACC \($0)" },
            images.isEmpty ? nil : images, study.order.referringPhysician?.listed,
        ].compactMap(\.self).joined(separator: " · ")
        frame.put(facts, row: row + 1, column: 1, width: frame.columns - 2)
        let indication = study.order.indication ?? "No indication was given."
        frame.put(indication, row: row + 2, column: 1, style: .secondary, width: frame.columns - 2)
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

enum WorklistColumn: Int, CaseIterable {
    case priority, wait, left, modality, study, bodyPart, patient, age, accession, priors, site, status

    var title: String {
        switch self {
        case .priority: "Pri"
        case .wait: "Wait"
        case .left: "Left"
        case .modality: "Mod"
        case .study: "Study"
        case .bodyPart: "Body part"
        case .patient: "Patient"
        case .age: "Age"
        case .accession: "Accession"
        case .priors: "Prior"
        case .site: "Site"
        case .status: "Status"
        }
    }

    var column: Column {
        switch self {
        case .priority: Column(minimum: 4, ideal: 4)
        case .wait: Column(minimum: 5, ideal: 5, rank: 1)
        case .left: Column(minimum: 6, ideal: 6, rank: 2)
        case .modality: Column(minimum: 3, ideal: 5)
        case .study: Column(minimum: 16, ideal: 26, grows: true)
        case .bodyPart: Column(minimum: 8, ideal: 10, rank: 5)
        case .patient: Column(minimum: 16, ideal: 24, grows: true)
        case .age: Column(minimum: 4, ideal: 4)
        case .accession: Column(minimum: 8, ideal: 10, rank: 4)
        case .priors: Column(minimum: 5, ideal: 5, rank: 6)
        case .site: Column(minimum: 8, ideal: 14, rank: 7)
        case .status: Column(minimum: 13, ideal: 16, grows: true)
        }
    }

    /// - Parameter marksWait: whether the waiting time says that the report is due.
    func text(_ row: WorklistRow, now: Instant, marksWait: Bool) -> String {
        let study = row.item.study
        switch self {
        case .priority: return Words.priority(row.item.priority)
        case .wait: return WorklistColumn.wait(row.item, now, isMarked: marksWait)
        case .left: return WorklistColumn.left(row.item, now)
        case .modality: return study.modalityText
        case .study: return study.title
        case .bodyPart: return study.bodyPart ?? ""
        case .patient: return study.patient.name?.listed ?? "no name"
        case .age: return (study.patientAge()?.description ?? "") + (study.patient.sex?.rawValue ?? "")
        case .accession: return study.order.accessionNumber?.rawValue ?? ""
        case .priors: return row.priorCount == 0 ? "" : "\(row.priorCount)"
        case .site: return study.site?.rawValue ?? ""
        case .status:
            let status = Words.status(row.status)
            return row.actionable.map { "TELL \(Words.span($0.foundAt, now)) \(status)" } ?? status
        }
    }

    /// Until the report is due; a mark when that is near or past.
    private static func left(_ item: WorklistItem, _ now: Instant) -> String {
        // The column holds `-9:59!` and nothing longer; how late it is then no longer matters.
        if minutesLeft(item, now) <= -600 { return "late!" }
        return Words.span(now, due(item)) + (isPressing(item, now) ? "!" : "")
    }

    /// Since it was received. Where the screen has no room for the time left, the mark stands here.
    private static func wait(_ item: WorklistItem, _ now: Instant, isMarked: Bool) -> String {
        let wait = Words.span(item.receivedAt, now)
        guard isMarked, isPressing(item, now) else { return wait }
        // `12:30!` would be cut; after a hundred hours the days say enough.
        if wait.count < 5 { return wait + "!" }
        return wait.contains(":") ? wait.prefix { $0 != ":" } + "h!" : wait
    }

    private static func due(_ item: WorklistItem) -> Instant {
        item.receivedAt.adding(seconds: Double(item.priority.targetMinutes) * 60)
    }

    private static func minutesLeft(_ item: WorklistItem, _ now: Instant) -> Double {
        due(item).seconds(since: now) / 60
    }

    private static func isPressing(_ item: WorklistItem, _ now: Instant) -> Bool { minutesLeft(item, now) < 5 }

    func style(_ row: WorklistRow, isSelected: Bool) -> Style {
        let role: Role =
            switch self {
            case .priority: Words.role(row.item.priority)
            case .status: row.actionable.map(Words.role) ?? Words.role(row.status)
            case .study, .patient, .modality, .age: .text
            case .wait, .left, .bodyPart, .accession, .priors, .site: .secondary
            }
        return isSelected ? Style(role).bold : Style(role)
    }
}

struct WorklistColumns {
    let layout: Columns

    /// Whether the waiting time carries the mark of the time left, which found no room.
    var marksWait: Bool { layout.placement(of: WorklistColumn.left.rawValue) == nil }

    init(width: Int) {
        layout = Columns(WorklistColumn.allCases.map(\.column), width: width)
    }

    func paintHeader(_ frame: inout Frame, row: Int) {
        for placement in layout.placements {
            frame.put(
                WorklistColumn.allCases[placement.index].title, row: row, column: 3 + placement.start,
                style: Style(.secondary), width: placement.width)
        }
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
        case .readNext: return .worklist(.nextChosen)
        case .claim: return .worklist(.claimChosen)
        case .openOutbox: return .outbox(.opened)
        case .openLibrary: return .library(.opened)
        case .actionable: return .worklist(.communicationChosen)
        case .quit: return .system(.quitAsked)
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
        default: nil
        }
    }
}
