import Radiology
import Sync
public import Terminal
import Wording
public import Workstation

/// The screen as a function of the state.
///
/// - Parameter memory: of the screens before; it makes the next cheaper, and no other.
public func render(
    _ state: WorkstationState, size: Size, keymap: Keymap = .default, memory: ScreenMemory = ScreenMemory()
) -> Frame {
    var frame = Frame(size: size)
    guard size.isLargeEnough else {
        Speech.$language.withValue(state.system.language) { renderTooSmall(&frame) }
        return frame
    }
    Speech.$language.withValue(state.system.language) { paint(state, keymap, memory, &frame) }
    return frame
}

private func paint(_ state: WorkstationState, _ keymap: Keymap, _ memory: ScreenMemory, _ frame: inout Frame) {
    let screen = ScreenPainter(state: state, keymap: keymap, memory: memory)
    if let lock = state.system.lock {
        screen.paintLock(&frame, lock)
        return
    }
    screen.paint(&frame)
    screen.paintOverlay(&frame)
    if let reader = state.standingRival {
        screen.paintClaimLost(&frame, reader)
    } else if let step = state.system.tour, state.overlay == nil {
        screen.paintTour(&frame, step)
    }
    if state.system.showsSequences { screen.paintSequences(&frame) }
}

private func renderTooSmall(_ frame: inout Frame) {
    let words = tr("readroom needs 80×24; this is \(frame.columns)×\(frame.rows). Nothing is lost.")
    for (row, line) in words.wrapped(width: max(1, frame.columns)).enumerated() {
        frame.put(line, row: row, column: 0, style: Style(.warning))
    }
}

/// What every screen is painted with.
struct ScreenPainter {
    let state: WorkstationState
    let keymap: Keymap
    var memory = ScreenMemory()

    func paint(_ frame: inout Frame) {
        switch state.screen {
        case .worklist: paintWorklist(&frame)
        case .study: paintStudy(&frame)
        case .report: paintReport(&frame)
        case .outbox: paintOutbox(&frame)
        case .comparison: paintComparison(&frame)
        case .library: paintLibrary(&frame)
        }
        paintLastLine(&frame)
    }

    func paintOverlay(_ frame: inout Frame) {
        guard let overlay = state.overlay else { return }
        frame.cursor = nil
        switch overlay {
        case .help(let top, _): paintHelp(&frame, top: top)
        case .preview(let top): paintPreview(&frame, top: top)
        case .signing: paintSigning(&frame)
        case .quitting(let unsent):
            paintQuestion(
                &frame, title: tr("Quit with \(unsent) unsent?"), lines: unsentLines, yes: tr("quit"), no: tr("stay"))
        case .deciding(let decision):
            paintQuestion(
                &frame, title: tr("Decide about this report?"), lines: ComparisonLines.consequence(decision, keymap),
                yes: tr("decide"), no: tr("look again"))
        case .templates(let selected): paintTemplates(&frame, selected)
        case .score(let score): paintScore(&frame, score)
        case .actionable(let form): paintActionable(&frame, form)
        case .naming(let name): paintNaming(&frame, name)
        case .palette(let palette): paintPalette(&frame, palette)
        case .comparisons(let selected): paintComparisons(&frame, selected)
        case .lists(let picker): paintLists(&frame, picker)
        case .columns(let selected): paintColumns(&frame, selected)
        case .discarding:
            paintQuestion(
                &frame, title: tr("Discard this draft?"),
                lines: [tr("Its text stays in the store, but off the worklist.")],
                yes: tr("discard"), no: tr("keep it"))
        }
    }

    /// What a notice of a lost claim says below its title.
    var claimLostWords: [String] {
        let key = keymap.keys(of: .close, in: .report).first ?? tr("no key")
        return [tr("They claimed it first."), tr("Go on writing: your text stays a draft. \(key) puts it aside.")]
    }

    /// In the half of the screen where the reader does not type.
    func paintClaimLost(_ frame: inout Frame, _ reader: String) {
        let words = claimLostWords
        let isTypingAbove = (frame.cursor?.row ?? 0) < frame.rows / 2
        let width = min(frame.columns - 2, 78)
        let region = Region(
            row: isTypingAbove ? frame.rows - 4 - words.count - 2 : 2, column: (frame.columns - width) / 2,
            columns: width, rows: words.count + 2)
        frame.fill(region, style: Style(.popup))
        let inner = frame.box(region, title: tr("\(reader) is reading this study"))
        for (index, line) in words.enumerated() {
            frame.put(
                line, row: inner.row + index, column: inner.column + 1, style: Style(.popup), width: inner.columns - 2)
        }
    }

    private var unsentLines: [String] {
        let open = state.outbox.items.filter { $0.entry.progress.state != .filed && $0.entry.resolution == nil }
        let shown = open.prefix(8).map { item in
            let name = item.version.study.patient.name?.listed ?? tr("no name")
            return "\(name) · \(item.version.title) · \(item.entry.destination) · \(Words.state(item.entry))"
        }
        let more = open.count > shown.count ? [tr("… and \(open.count - shown.count) more")] : []
        return shown + more + [tr("They are kept here and sent when readroom, or 'readroom sync', runs again.")]
    }
}
