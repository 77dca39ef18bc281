import Radiology
import Terminal
import Wording
import Workstation

extension WorklistColumn {
    var title: String {
        switch self {
        case .priority: tr("Pri")
        case .wait: tr("Wait")
        case .left: tr("Left")
        case .modality: tr("Mod")
        case .study: tr("Study")
        case .bodyPart: tr("Body part")
        case .patient: tr("Patient")
        case .age: tr("Age")
        case .accession: tr("Accession")
        case .priors: tr("Prior")
        case .site: tr("Site")
        case .date: tr("Study date")
        case .images: tr("Images")
        case .referrer: tr("Referrer")
        case .status: tr("Status")
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
        case .date: Column(minimum: 10, ideal: 10, rank: 8)
        case .images: Column(minimum: 6, ideal: 6, rank: 9)
        case .referrer: Column(minimum: 10, ideal: 16, rank: 10)
        case .status: Column(minimum: 13, ideal: 16, grows: true)
        }
    }
}

/// What one row of the worklist says in each column.
struct WorklistCell {
    let row: WorklistRow
    let now: Instant
    let targets: ReadingTargets
    /// Whether the waiting time says that the report is due: where the screen has no room for the time left.
    let marksWait: Bool
    /// Whether it will be late when everything before it is read first.
    let isProjectedLate: Bool

    func text(_ column: WorklistColumn) -> String {
        switch column {
        case .priority: return Words.priority(row.item.priority)
        case .wait: return wait
        case .left: return left
        case .modality: return row.item.study.modalityText
        case .study: return row.item.study.title
        case .bodyPart: return row.item.study.bodyPart ?? ""
        case .patient: return row.item.study.patient.name?.listed ?? tr("no name")
        case .age: return age
        case .accession: return row.item.study.order.accessionNumber?.rawValue ?? ""
        case .priors: return row.priorCount == 0 ? "" : "\(row.priorCount)"
        case .site: return row.item.study.site?.rawValue ?? ""
        case .date: return row.item.study.date.map(dayText) ?? ""
        case .images: return row.item.study.instanceCount.map(String.init) ?? ""
        case .referrer: return row.item.study.order.referringPhysician?.listed ?? ""
        case .status:
            let status = Words.status(row.status)
            return row.actionable.map { tr("TELL \(Words.span($0.foundAt, now)) \(status)") } ?? status
        }
    }

    private var age: String {
        (row.item.study.patientAge()?.description ?? "") + (row.item.study.patient.sex?.rawValue ?? "")
    }

    /// Until the report is due; `!` when that is near or past, `~` when it will be, at this pace.
    private var left: String {
        // The column holds `-9:59!` and nothing longer; how late it is then no longer matters.
        if minutesLeft <= -600 { return tr("late!") }
        return Words.span(now, targets.due(row.item)) + mark
    }

    /// Since it was received. Where the screen has no room for the time left, the mark stands here.
    private var wait: String {
        let wait = Words.span(row.item.receivedAt, now)
        guard marksWait, !mark.isEmpty else { return wait }
        // `12:30!` would be cut; after a hundred hours the days say enough.
        if wait.count < 5 { return wait + mark }
        return wait.contains(":") ? wait.prefix { $0 != ":" } + "h" + mark : wait
    }

    private var mark: String { minutesLeft < 5 ? "!" : isProjectedLate ? "~" : "" }

    private var minutesLeft: Double { targets.due(row.item).seconds(since: now) / 60 }

    /// The same for the selected row: its marker says so, and a step of the cursor repaints two cells.
    func style(_ column: WorklistColumn) -> Style {
        let role: Role =
            switch column {
            case .priority: Words.role(row.item.priority)
            case .status: row.actionable.map(Words.role) ?? Words.role(row.status)
            case .wait, .left, .date, .images, .referrer: .secondary
            // Few changes of colour in a row: each costs a slow line as much as three words.
            case .study, .patient, .modality, .age, .bodyPart, .accession, .priors, .site: .text
            }
        return Style(role)
    }
}

struct WorklistColumns {
    let shown: [WorklistColumn]
    let layout: Columns

    /// Whether the waiting time carries the mark of the time left, which found no room.
    var marksWait: Bool {
        !hasRoom(for: .left)
    }

    init(_ shown: [WorklistColumn], width: Int) {
        self.shown = shown
        layout = Columns(shown.map(\.column), width: width)
    }

    /// Whether there is room for a column that is chosen.
    func hasRoom(for column: WorklistColumn) -> Bool {
        shown.firstIndex(of: column).flatMap { layout.placement(of: $0) } != nil
    }

    /// The order in words, where no header tells it: by a column that is not there, or by urgency from its other end.
    func unseenOrder(_ order: WorklistOrder) -> String {
        guard let column = order.column else { return order.isReversed ? tr(" ▼ the least urgent first ") : "" }
        guard !hasRoom(for: column) else { return "" }
        return order.isReversed ? tr(" ▼ by \(column.title) ") : tr(" ▲ by \(column.title) ")
    }

    /// The column that orders the list says so, where that is not urgency.
    func paintHeader(_ frame: inout Frame, row: Int, order: WorklistOrder) {
        for placement in layout.placements {
            let column = shown[placement.index]
            let mark = column == order.column ? (order.isReversed ? "▼" : "▲") : ""
            // The mark is what must not be cut.
            let title = mark + column.title
            frame.put(
                title, row: row, column: 3 + placement.start,
                style: mark.isEmpty ? Style(.secondary) : Style(.accent), width: placement.width)
        }
    }
}
