import Radiology
import Sync
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    func paintOutbox(_ frame: inout Frame) {
        let layout = Columns(
            [
                Column(minimum: 22, ideal: 34, grows: true), Column(minimum: 10, ideal: 14),
                Column(minimum: 17, ideal: 20), Column(minimum: 5, ideal: 5, rank: 1),
                Column(minimum: 7, ideal: 8), Column(minimum: 8, ideal: 30, rank: 2, grows: true),
            ], width: frame.columns - 4)
        let titles = [tr("Report"), tr("To"), tr("State"), tr("Tries"), tr("Next"), tr("Last answer")]
        for placement in layout.placements {
            frame.put(
                titles[placement.index], row: 0, column: 3 + placement.start, style: .secondary, width: placement.width)
        }
        let items = state.outbox.items
        // Header, the selected entry's whole answer, the sum, hints.
        let height = max(1, frame.rows - 7)
        let top = scrollWindow(count: items.count, selected: state.outbox.selected, height: height, previousTop: 0)
        for line in 0..<height where top + line < items.count {
            paint(items[top + line], isSelected: top + line == state.outbox.selected, row: 1 + line, layout, &frame)
        }
        if items.isEmpty { frame.put(tr("Nothing was signed here yet."), row: 2, column: 3, style: .secondary) }
        paintSum(&frame, row: frame.rows - 6)
    }

    private func paint(_ item: OutboxItem, isSelected: Bool, row: Int, _ layout: Columns, _ frame: inout Frame) {
        if isSelected {
            frame.put("▌", row: row, column: 1, style: Style(.selectionMarker))
            frame.cursor = Position(row: row, column: 1)
        }
        let entry = item.entry
        let version = item.version
        let report = [
            version.study.patient.name?.listed ?? tr("no name"), version.study.fullTitle,
            "\(Words.word(version.flags.status)) v\(version.number)",
        ].joined(separator: "  ")
        let texts = [
            report, entry.destination.rawValue, item.rivals.isEmpty ? Words.state(entry) : tr("filed, 2 FINALS"),
            "\(entry.progress.attempts)", next(item),
            entry.answer ?? "",
        ]
        for placement in layout.placements {
            let role: Role =
                switch placement.index {
                case 0: .text
                case 2: item.rivals.isEmpty ? Words.role(entry) : .error
                default: .secondary
                }
            frame.put(
                texts[placement.index], row: row, column: 3 + placement.start,
                style: isSelected ? Style(role).bold : Style(role), width: placement.width)
        }
    }

    /// Who has to do what next.
    private func next(_ item: OutboxItem) -> String {
        if item.entry.needsDecision || !item.rivals.isEmpty { return tr("you") }
        // What was decided about is not sent.
        if item.entry.resolution != nil, item.entry.progress.state != .filed { return "" }
        switch item.entry.progress.state {
        case .filed: return item.entry.progress.filedAt.map { $0.local(state.system.timeZone).time.description } ?? ""
        case .rejected, .conflict: return ""
        case .queued, .unknown:
            if state.system.isOfflineByChoice { return tr("online") }
            guard let at = item.entry.progress.nextAttempt, at > state.system.now else { return tr("now") }
            return tr("in \(Int(at.seconds(since: state.system.now).rounded(.up))) s")
        }
    }

    private func paintSum(_ frame: inout Frame, row: Int) {
        frame.horizontalRule(row: row)
        frame.put(tr(" Outbox "), row: row, column: 2, style: Style(.title))
        if let item = state.outbox.selectedItem {
            let isFiled = item.entry.progress.state == .filed
            let answer =
                item.entry.answer ?? (isFiled ? tr("The server gave back the same bytes.") : tr("Not sent yet."))
            let step = nextStep(item).wrapped(width: frame.columns - 2, lines: 2)
            let said = answer.wrapped(width: frame.columns - 2, lines: 3 - step.count)
            for (line, text) in (said + step).enumerated() {
                frame.put(text, row: row + 1 + line, column: 1, width: frame.columns - 2)
            }
        }
        let counts = state.system.counts
        let order: [FilingState] = [.filed, .queued, .unknown, .rejected, .conflict]
        let sum = order.filter { counts[$0] > 0 || $0 == .filed }.map { "\(tr(key: $0.rawValue)) \(counts[$0])" }
        frame.put(
            tr("signed \(counts.signed) = ") + sum.joined(separator: " + "), row: row + 4, column: 1,
            style: counts.isConserved ? .secondary : Style(.error).bold, width: frame.columns - 2)
    }

    func nextStep(_ item: OutboxItem) -> String {
        let (retry, compare) = (key(.retry, in: .outbox), key(.compare, in: .outbox))
        if let resolution = item.entry.resolution { return tr("Decided: \(Wording(key: resolution)).") }
        if item.entry.lostAt != nil {
            return tr("It was filed there, and was not found when it was looked for again. ")
                + tr("\(retry) files the same bytes again.")
        }
        if let rival = item.rivals.first {
            let name = rival.author?.listed ?? tr("Somebody")
            return tr("\(name) signed a final report of this study too. \(compare) shows both.")
        }
        return switch item.entry.progress.state {
        case .filed: ""
        case .queued: tr("It is sent by itself; \(retry) sends it now.")
        case .unknown: tr("The server is asked by itself whether it has it; \(retry) asks now.")
        case .rejected:
            tr("Mend what the server names, then \(retry) sends it again; ")
                + tr("\(key(.export, in: .outbox)) writes it to a file; \(compare) decides.")
        case .conflict:
            tr("Both reports are kept. \(compare) shows them side by side and decides; ")
                + tr("\(retry) asks the server again.")
        }
    }
}
