import Sync
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// What to try next, above the last line. It covers no patient and takes no key.
    func paintTour(_ frame: inout Frame, _ step: TourStep) {
        let width = min(frame.columns, 78)
        let goOn = keymap.keys(of: .tour, in: .everywhere).first ?? ""
        let end = keymap.keys(of: .endTour, in: .everywhere).first ?? ""
        let last = step == TourStep.allCases.last
        let keys = last ? tr("\(end) puts this away") : tr("\(goOn) goes on without   \(end) ends the tour")
        let lines = words(step).wrapped(width: width - 4)
        let region = Region(
            // In a report what there is to choose stands at the bottom; in a list the cursor begins at the top.
            row: state.screen == .report ? 1 : max(1, frame.rows - 4 - lines.count), column: frame.columns - width,
            columns: width,
            rows: lines.count + 3)
        frame.fill(region, style: Style(.popup))
        let inner = frame.box(region, title: tr("Tour \(step.rawValue + 1) of \(TourStep.allCases.count)"))
        for (index, line) in lines.enumerated() {
            frame.put(
                line, row: inner.row + index, column: inner.column + 1, style: Style(.popup), width: inner.columns - 2)
        }
        frame.put(
            keys, row: inner.row + lines.count, column: inner.column + 1, style: Style(.hint), width: inner.columns - 2)
    }

    private func words(_ step: TourStep) -> String {
        func key(_ command: Command, _ context: KeyContext) -> String {
            keymap.keys(of: command, in: context).first ?? ""
        }
        let (open, report) = (key(.openStudy, .worklist), key(.openReport, .study))
        let filter = key(.filter, .worklist)
        let (keep, clear) = (key(.confirm, .filter), key(.clearFilter, .worklist))
        let plug = key(.toggleOffline, .everywhere)
        let (sign, known, confirm) = (key(.sign, .report), key(.acknowledge, .signing), key(.confirm, .signing))
        let (help, palette, quit) = (key(.help, .worklist), key(.palette, .worklist), key(.quit, .worklist))
        return switch step {
        case .filter:
            tr("This is the worklist, the most urgent study first.") + " "
                + tr("Type \(filter), then mod:CT and \(keep): the list follows every key. \(clear) clears it again.")
        case .study:
            tr("\(open) opens the selected study: the order, its series, earlier studies and their reports.")
        case .report: tr("\(report) opens the report. The template that fits is in place, with what is normal.")
        case .field:
            tr("\(key(.nextField, .report)) goes through the fields. Type over one, or choose from its list by number.")
        case .plug: tr("Pull the network plug: \(plug). Nothing stops; everything is here.")
        case .sign: tr("\(sign) asks to sign. \(known) acknowledges what was noticed, \(confirm) signs.")
        case .outbox:
            tr("The report is signed, here only. \(key(.openOutbox, .worklist)) opens the outbox, where it waits.")
        case .online: tr("Put the network back with \(plug), and watch it being filed and verified.")
        case .keys:
            tr("That was a whole reading. \(help) shows the keys of a screen,") + " "
                + tr("\(palette) finds any command by name, \(quit) quits.")
        }
    }

    /// `[####......] 34 of 200`, on a rule line.
    func paintProgress(_ frame: inout Frame, row: Int) {
        guard let progress = state.system.progress else { return }
        let stop = keymap.keys(of: .stopFetching, in: .everywhere).first ?? ""
        let words: String
        switch progress {
        case .worklist(let count): words = tr(" Reading the worklist: \(count) studies · \(stop) stops ")
        case .studies(let done, let total):
            let cells = 20
            let full = total == 0 ? 0 : min(cells, done * cells / total)
            let bar = String(repeating: "#", count: full) + String(repeating: ".", count: cells - full)
            words = tr(" Fetching studies [\(bar)] \(done) of \(total) · \(stop) stops ")
        }
        frame.put(words, row: row, column: 2, style: Style(.secondary), width: frame.columns - 4)
    }
}
