import Radiology
import Sync
import Terminal
import Wording
import Workstation

// The last line of every screen: hints on the left, trouble on the right.

extension ScreenPainter {
    /// A notice takes the hints' place while it lasts; trouble says less where both do not fit.
    func paintLastLine(_ frame: inout Frame) {
        let row = frame.rows - 1
        let trouble = Trouble(state)
        let leader = state.system.leader
        let notice = leader == nil ? state.system.notice : nil
        let hints = hints
        let input = inputLine
        let wanted = cellWidth(of: notice.map { tr($0.wording) } ?? line(hints, width: frame.columns))
        let most = notice == nil ? frame.columns * 2 / 5 : frame.columns * 3 / 5
        let words = trouble.words(width: frame.columns - 4 - min(wanted, most))
        let width = cellWidth(of: words)
        let room = max(0, frame.columns - 1 - (width > 0 ? width + 3 : 0))
        if let leader {
            frame.put("\(leader) …", row: row, column: 1, style: Style(.accent), width: room)
        } else if let input {
            paint(input, notice, &frame, row: row, width: room)
        } else if let notice {
            frame.put(tr(notice.wording), row: row, column: 1, style: Style(Words.role(notice.tone)), width: room)
        } else {
            frame.put(line(hints, width: room), row: row, column: 1, style: Style(.hint), width: room)
        }
        if width > 0 { frame.put(words, row: row, column: frame.columns - width - 1, style: trouble.style) }
    }

    var inputContext: KeyContext { Input(state: state, size: .smallest, keymap: keymap).context }

    /// At most six keys, those that matter here.
    private var hints: [String] {
        // Dialogs say their keys themselves.
        guard state.overlay == nil else { return [] }
        return keymap.hints(in: inputContext).map { "\($0.key) \(tr(key: $0.word))" }
    }

    /// Where they do not fit, help stays: the last.
    private func line(_ hints: [String], width: Int) -> String {
        var shown = hints
        func length() -> Int { shown.map { cellWidth(of: $0) + 2 }.reduce(-2, +) }
        while length() > width, shown.count > 1 { shown.remove(at: shown.count - 2) }
        return shown.joined(separator: "  ")
    }

    /// `7 of 62`
    var filterCount: String {
        let worklist = state.worklist
        return tr("\(worklist.total) of \(worklist.counts[worklist.query.worklist] ?? worklist.total)")
    }
}

/// The one place for trouble; empty when all is well.
struct Trouble {
    private let parts: [String]
    private let oldest: String
    let style: Style

    init(_ state: WorkstationState) {
        let system = state.system
        let counts = system.counts
        let isUnsaved = state.editor?.saveFailure != nil || !state.leftEditors.isEmpty
        var parts: [String] = []
        // The worst first: it is what stays where there is little room.
        if isUnsaved { parts.append(tr("NOT SAVED")) }
        if !counts.isConserved { parts.append(tr("OUTBOX DOES NOT ADD UP: run readroom doctor")) }
        let waiting = [
            (counts.open(.conflict), tr("CONFLICT")), (counts.open(.rejected), tr("REJECTED")),
            (counts.lost, tr("NOT THERE ANY MORE")), (counts.rivals, tr("TWO FINALS")),
        ]
        for (count, word) in waiting where count > 0 { parts.append("\(count) \(word)") }
        if let since = system.offlineSince { parts.append(tr("OFFLINE \(Words.span(since, system.now))")) }
        if counts.unsent > 0 { parts.append(tr("\(counts.unsent) unsent")) }
        self.parts = parts
        oldest = counts.unsent > 0 ? Trouble.oldest(state) : ""
        let isBad = isUnsaved || !counts.isConserved || waiting.contains { $0.0 > 0 }
        style = isBad ? Style(.error).bold : Style(.warning)
    }

    /// As much as fits, but always the worst of it, with a mark that there is more.
    func words(width: Int) -> String {
        let full = parts.joined(separator: " · ")
        if cellWidth(of: full + oldest) <= width { return full + oldest }
        var shown = parts
        while shown.count > 1, cellWidth(of: Trouble.line(shown, of: parts)) > width { shown.removeLast() }
        return Trouble.line(shown, of: parts)
    }

    private static func line(_ shown: [String], of all: [String]) -> String {
        shown.joined(separator: " · ") + (shown.count < all.count ? " +\(all.count - shown.count)" : "")
    }

    private static func oldest(_ state: WorkstationState) -> String {
        let late = state.outbox.items.filter { $0.isLate(at: state.system.now) }
        guard let oldest = late.map(\.entry.signedAt).min() else { return "" }
        let isStat = late.contains { $0.priority == .stat }
        return tr(" (\(isStat ? tr("STAT, ") : "")oldest \(Words.span(oldest, state.system.now)))")
    }
}
