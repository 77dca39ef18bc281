import Radiology
import Sync
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// Mine on the left, the server's on the right, section by section.
    func paintComparison(_ frame: inout Frame) {
        guard let comparison = state.comparison else { return }
        _ = paintBanner(&frame, comparison.item.version.study, priority: nil)
        let lines = ComparisonLines(comparison, columns: frame.columns)
        let height = ComparisonLines.height(rows: frame.rows)
        let half = lines.width + 3
        for (index, head) in [lines.mineHead, lines.theirsHead].enumerated() {
            frame.put(head, row: 1, column: 1 + index * half, style: Style(.title), width: lines.width)
        }
        frame.horizontalRule(row: 2)
        for row in 0..<height {
            let index = comparison.top + row
            for (side, texts) in [lines.mine, lines.theirs].enumerated() where texts.indices.contains(index) {
                frame.put(
                    texts[index].text, row: 3 + row, column: 1 + side * half, style: texts[index].style,
                    width: lines.width)
            }
            frame.put("│", row: 3 + row, column: lines.width + 2, style: .secondary)
        }
        frame.horizontalRule(row: frame.rows - 4)
        for (index, text) in lines.choice(keymap).wrapped(width: frame.columns - 2, lines: 2).enumerated() {
            frame.put(text, row: frame.rows - 3 + index, column: 1, width: frame.columns - 2)
        }
    }
}

/// What the comparison says, laid out for a width.
struct ComparisonLines {
    let width: Int
    private(set) var mine: [ReportLine] = []
    private(set) var theirs: [ReportLine] = []
    let mineHead: String
    let theirsHead: String
    private let comparison: ComparisonState

    init(_ comparison: ComparisonState, columns: Int) {
        width = max(10, (columns - 5) / 2)
        let version = comparison.item.version
        mineHead = tr("MINE  \(Words.word(version.flags.status)) v\(version.number)  \(version.signedBy.name.listed)")
        let reports: [PriorReport]
        switch comparison.theirs {
        case .loading:
            (reports, theirsHead) = ([], tr("AT \(comparison.entry.destination)  asking …"))
        case .failed:
            (reports, theirsHead) = ([], tr("AT \(comparison.entry.destination)  not read"))
        case .reports(let found):
            reports = found
            let author =
                found.first.map { $0.author?.listed ?? tr("author not named") } ?? Self.nothing(comparison.entry)
            theirsHead =
                tr("AT \(comparison.entry.destination)  \(author)") + (found.count > 1 ? " +\(found.count - 1)" : "")
        }
        self.comparison = comparison
        let other = reports.flatMap(\.sections)
        mine = Self.lines(version.sections, against: reports.isEmpty ? nil : other, width: width)
        theirs = reports.flatMap { report in
            Self.lines(report.sections, against: version.sections, width: width)
        }
        if case .failed(let why) = comparison.theirs {
            theirs = tr(why).wrapped(width: width).map { ReportLine(text: $0, style: Style(.warning)) }
        }
    }

    /// What stands on the right when there is no other report to show.
    private static func nothing(_ entry: OutboxEntry) -> String {
        switch entry.progress.state {
        case .filed: entry.lostAt == nil ? tr("the same bytes") : tr("not there any more")
        case .queued: tr("not sent yet")
        case .unknown: tr("not known yet")
        case .rejected: tr("not taken")
        case .conflict: tr("nothing that can be read")
        }
    }

    static func height(rows: Int) -> Int { max(1, rows - 7) }

    /// The last line that may be on top.
    func lastTop(rows: Int) -> Int { max(0, max(mine.count, theirs.count) - Self.height(rows: rows)) }

    /// A section that the other report does not have word for word is marked, not only coloured.
    private static func lines(_ sections: [ReportSection], against other: [ReportSection]?, width: Int) -> [ReportLine]
    {
        sections.flatMap { section in
            let isSame = other?.contains { words($0.text) == words(section.text) } ?? true
            let title = ReportLine(
                text: (isSame ? "  " : "≠ ") + section.title.uppercased(), style: Style(isSame ? .secondary : .warning))
            let text = section.text.wrapped(width: width - 2).map {
                ReportLine(text: "  " + $0, style: isSame ? .secondary : Style(.text))
            }
            return [title] + text + [ReportLine(text: "", style: Style(.text))]
        }
    }

    private static func words(_ text: String) -> [Substring] { text.lowercased().split(whereSeparator: \.isWhitespace) }

    /// What can be decided, and with which keys.
    func choice(_ keymap: Keymap) -> String {
        func key(_ command: Command) -> String { keymap.key(of: command, in: .comparison) }
        let (retry, anew) = (key(.retry), key(.fileAnew))
        let (settle, export) = (key(.settle), key(.export))
        let entry = comparison.entry
        if let resolution = entry.resolution { return tr("Decided: \(Wording(key: resolution)).") }
        if entry.lostAt != nil {
            return tr("Filed, but not there any more. \(retry) files the same bytes again; \(export) exports mine.")
        }
        switch comparison.settlement {
        case .keepTheirs:
            return tr("The server has something else under this identifier; both are kept. ")
                + tr("\(anew) files mine anew beside it, \(settle) leaves the server's as it is, \(retry) asks again.")
        case .setAside:
            return "\(entry.answer ?? tr("The server will not take it.")) "
                + tr("\(retry) sends it again; \(export) exports it; ")
                + tr("\(settle) sets it aside once it was delivered another way.")
        case .bothStand:
            return tr("Two final reports of one study. ")
                + tr("\(key(.openReport)) writes an addendum to mine; \(settle) says that both stand.")
        case nil where comparison.canFileAnew:
            return tr("What the server has is not known yet: \(entry.answer ?? tr("it said no")). ")
                + tr("\(retry) asks again; \(anew) files mine anew; \(export) exports it.")
        case .fileAnew, nil: return tr("There is nothing to decide here.")
        }
    }

    static func consequence(_ decision: Decision, _ keymap: Keymap) -> [String] {
        switch decision {
        case .keepTheirs:
            [tr("The server's report stands. Yours stays in this store,"), tr("and is not sent any more.")]
        case .fileAnew:
            [
                tr("You sign the same text once more, under identifiers"),
                tr("of its own; it is filed beside the other."),
            ]
        case .setAside:
            [
                tr("It is not sent any more, and stays in this store."),
                tr("Deliver it another way: \(keymap.key(of: .export, in: .comparison)) writes it to a file."),
            ]
        case .bothStand: [tr("Both final reports stay as they are, and you are not"), tr("asked about them again.")]
        }
    }
}

extension Input {
    func message(comparison command: Command) -> Message? {
        guard let comparison = state.comparison else { return nil }
        let lines = ComparisonLines(comparison, columns: size.columns)
        let page = ComparisonLines.height(rows: size.rows)
        func scroll(_ delta: Int) -> Message {
            .comparison(.scrolled(min(comparison.top + delta, lines.lastTop(rows: size.rows))))
        }
        switch command {
        case .down: return scroll(1)
        case .up: return scroll(-1)
        case .pageDown: return scroll(page)
        case .pageUp: return scroll(-page)
        case .settle: return .comparison(.settlementAsked)
        case .fileAnew: return .comparison(.fileAnewAsked)
        case .retry: return .comparison(.retried)
        case .export: return .comparison(.exported)
        case .openReport: return .comparison(.addendumChosen)
        case .close: return .comparison(.closed)
        default: return nil
        }
    }
}
