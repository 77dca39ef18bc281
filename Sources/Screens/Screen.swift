import Radiology
import Sync
public import Terminal
public import Workstation

/// The screen as a function of the state.
public func render(_ state: WorkstationState, size: Size, keymap: Keymap = .default) -> Frame {
    var frame = Frame(size: size)
    guard size.isLargeEnough else {
        renderTooSmall(&frame)
        return frame
    }
    let screen = ScreenPainter(state: state, keymap: keymap)
    screen.paint(&frame)
    screen.paintOverlay(&frame)
    return frame
}

private func renderTooSmall(_ frame: inout Frame) {
    let words = "readroom needs 80×24; this is \(frame.columns)×\(frame.rows). Nothing is lost."
    for (row, line) in words.wrapped(width: max(1, frame.columns)).enumerated() {
        frame.put(line, row: row, column: 0, style: Style(.warning))
    }
}

/// What every screen is painted with.
struct ScreenPainter {
    let state: WorkstationState
    let keymap: Keymap

    func paint(_ frame: inout Frame) {
        switch state.screen {
        case .worklist: paintWorklist(&frame)
        case .study: paintStudy(&frame)
        case .report: paintReport(&frame)
        case .outbox: paintOutbox(&frame)
        }
        paintLastLine(&frame)
    }

    func paintOverlay(_ frame: inout Frame) {
        guard let overlay = state.overlay else { return }
        frame.cursor = nil
        switch overlay {
        case .help(let top): paintHelp(&frame, top: top)
        case .preview(let top): paintPreview(&frame, top: top)
        case .signing: paintSigning(&frame)
        case .claimLost(let reader):
            paintQuestion(
                &frame, title: "\(reader) is reading this study",
                lines: ["They claimed it first. Your text is kept as a draft."],
                yes: "go on writing", no: "put aside")
        case .quitting(let unsent):
            paintQuestion(&frame, title: "Quit with \(unsent) unsent?", lines: unsentLines, yes: "quit", no: "stay")
        case .discarding:
            paintQuestion(
                &frame, title: "Discard this draft?", lines: ["Its text stays in the store, but off the worklist."],
                yes: "discard", no: "keep it")
        }
    }

    private var unsentLines: [String] {
        let open = state.outbox.items.filter { $0.entry.progress.state != .filed }
        let shown = open.prefix(8).map { item in
            let name = item.version.study.patient.name?.listed ?? "no name"
            return "\(name) · \(item.version.title) · \(item.entry.destination) · \(Words.state(item.entry))"
        }
        let more = open.count > shown.count ? ["… and \(open.count - shown.count) more"] : []
        return shown + more + ["They are kept here and sent when readroom, or 'readroom sync', runs again."]
    }
}
