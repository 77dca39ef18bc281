public import Terminal
import Wording
public import Workstation

/// What a key means here. Input that depends on the layout becomes a message that does not.
public func messages(
    for key: Key, in state: WorkstationState, size: Size, keymap: Keymap = .default
) -> [Message] {
    Speech.$language.withValue(state.system.language) {
        Input(state: state, size: size, keymap: keymap).messages(for: key)
    }
}

struct Input {
    let state: WorkstationState
    let size: Size
    let keymap: Keymap

    func messages(for key: Key) -> [Message] {
        if state.system.lock != nil { return lockedKey(key) }
        // Below the smallest screen nothing is shown, so nothing may be done either; quitting stays possible.
        // A report stays open: whoever goes on typing while the window shrinks does not mean to quit.
        guard size.isLargeEnough else {
            let quits = keymap.command([key], in: .worklist) == .quit
            return quits && state.editor == nil ? [.system(.quitAsked)] : []
        }
        if let leader = state.system.leader.flatMap(Key.init(name:)) {
            let command = command([leader, key])
            return [.system(.leaderEnded)] + (lineMessages([leader, key]) ?? command.map(messages) ?? [])
        }
        if let text = typedText(key) ?? lineMessages([key]) { return text }
        if let command = command([key]) { return messages(for: command) }
        if keymap.isLeader(key, in: context) || isLineLeader(key) || isOpenersLeader(key) {
            return [.system(.leaderTyped(key.name))]
        }
        switch context {
        case .report: return reportText(key)
        case .editing: return editedText(key)
        default: return []
        }
    }

    /// Of help and preview the key that opens them is the one that closes them, too.
    private func command(_ sequence: [Key]) -> Command? {
        if let command = keymap.command(sequence, in: context) { return command }
        guard let opener, keymap.command(sequence, in: opener.context) == opener.command else { return nil }
        return .close
    }

    private func isOpenersLeader(_ key: Key) -> Bool { opener.map { keymap.isLeader(key, in: $0.context) } ?? false }

    /// What opened what is being read, and where.
    private var opener: (command: Command, context: KeyContext)? {
        switch state.overlay {
        case .help: (.help, Input(state: state.uncovered, size: size, keymap: keymap).context)
        case .preview: (.preview, .report)
        default: nil
        }
    }

    var context: KeyContext {
        switch state.overlay {
        case .signing: return .signing
        case .help, .preview: return .reading
        case .quitting, .discarding, .deciding: return .signing
        case .templates, .score, .actionable, .naming, .palette, .lists, .comparisons: return .dialog
        case .columns: return .columns
        case nil: break
        }
        return switch state.screen {
        case .worklist: state.worklist.isFiltering ? .filter : .worklist
        case .study: state.study?.showsMetadata == true ? .metadata : .study
        case .report: .report
        case .outbox: .outbox
        case .comparison: .comparison
        case .library: state.library?.editing == nil ? .library : .editing
        }
    }

    func messages(for command: Command) -> [Message] {
        if let message = message(everywhere: command) { return [message] }
        switch state.overlay {
        case .signing: return message(signing: command).map { [$0] } ?? []
        case .help(let top, _), .preview(let top): return message(reading: command, top: top).map { [$0] } ?? []
        case .quitting: return message(question: command, yes: .system(.quitConfirmed))
        case .discarding: return message(question: command, yes: .editor(.discardConfirmed))
        case .deciding(let decision): return message(question: command, yes: .comparison(.confirmed(decision)))
        case .palette(let palette) where command == .confirm: return messages(chosenIn: palette)
        case .columns: return message(columns: command).map { [.columns($0)] } ?? []
        case .templates, .score, .actionable, .naming, .palette, .lists, .comparisons:
            return message(dialog: command).map { [.dialog($0)] } ?? []
        case nil: break
        }
        let message: Message? =
            switch state.screen {
            case .worklist where state.worklist.isFiltering: self.message(filter: command)
            case .worklist: self.message(worklist: command)
            case .study where state.study?.showsMetadata == true: self.message(metadata: command)
            case .study: self.message(study: command)
            case .report: self.message(report: command)
            case .outbox: self.message(outbox: command)
            case .comparison: self.message(comparison: command)
            case .library: self.message(library: command)
            }
        if let message { return [message] }
        return KeyTable.canAct(command, in: context) ? self.message(onward: command).map { [$0] } ?? [] : []
    }

    private func message(everywhere command: Command) -> Message? {
        let isCovered = state.overlay != nil
        return switch command {
        case .help: .system(.helpToggled)
        case .suspend: .system(.suspendAsked)
        case .redraw: .system(.redrawAsked)
        case .nextTheme: .system(.nextThemeAsked)
        case .lock: .system(.lockAsked)
        case .toggleOffline: .system(.offlineToggled)
        case .sync: .system(.syncAsked)
        case .stopFetching: .system(.stopAsked)
        case .tour: .system(.tourAsked)
        case .endTour: .system(.tourEnded)
        // What is asked or typed in a dialog is answered first.
        case .palette where isCovered, .readSTAT where isCovered, .comeBack where isCovered:
            .system(.noticed("Close what is open first."))
        case .palette: .system(.paletteOpened)
        case .readSTAT: .worklist(.statAsked)
        case .comeBack: .worklist(.cameBack)
        default: nil
        }
    }

    /// Where to go from any screen that has the command and does nothing else with it.
    private func message(onward command: Command) -> Message? {
        switch command {
        case .readNext: .worklist(.nextChosen)
        case .skip: .worklist(.skipped)
        case .claim: .study(.claimChosen)
        case .openOutbox: .outbox(.opened)
        case .openLibrary: .library(.opened)
        case .quit: .system(.quitAsked)
        default: nil
        }
    }

    private func message(reading command: Command, top: Int) -> Message? {
        let page = max(1, size.rows - 6)
        switch command {
        case .down: return scrollReading(to: top + 1)
        case .up: return scrollReading(to: top - 1)
        case .pageDown: return scrollReading(to: top + page)
        case .pageUp: return scrollReading(to: top - page)
        case .close: return .system(.overlayClosed)
        default: return nil
        }
    }

    /// Never past the last line: scrolling back would seem to do nothing.
    private func scrollReading(to top: Int) -> Message {
        let isHelp = if case .help = state.overlay { true } else { false }
        let count =
            isHelp
            ? ScreenPainter(state: state, keymap: keymap).helpText(size).lines.count
            : state.editor.map { PreviewLines.lines(of: $0.draft).count } ?? 0
        return .system(.helpScrolled(min(top, max(0, count - (size.rows - 4)))))
    }

    private func message(question command: Command, yes: Message) -> [Message] {
        switch command {
        case .confirm: [yes]
        case .close: [.system(.overlayClosed)]
        default: []
        }
    }

    private func message(outbox command: Command) -> Message? {
        let selected = state.outbox.selected
        switch command {
        case .down: return .outbox(.selected(selected + 1))
        case .up: return .outbox(.selected(selected - 1))
        case .retry: return .outbox(.retried)
        case .compare: return .outbox(.compared)
        case .export: return .outbox(.exported)
        case .openStudy: return .outbox(.studyChosen)
        case .close: return .outbox(.closed)
        default: return nil
        }
    }

    private func message(filter command: Command) -> Message? {
        switch command {
        case .confirm: .worklist(.filterKept)
        case .completeFilter: .worklist(.filterCompleted)
        case .close: .worklist(.filterCleared)
        default: message(worklist: command)
        }
    }

    private func message(columns command: Command) -> ColumnMessage? {
        switch command {
        case .sortBy: .sorted
        case .showColumn: .toggled
        case .columnLeft: .shifted(-1)
        case .columnRight: .shifted(1)
        case .down: .moved(1)
        case .up: .moved(-1)
        case .close: .closed
        default: nil
        }
    }

    private func message(dialog command: Command) -> DialogMessage? {
        switch command {
        case .confirm: .confirmed
        case .close: .cancelled
        case .down: .moved(1)
        case .up: .moved(-1)
        default: nil
        }
    }

    private func message(signing command: Command) -> Message? {
        let selected = state.signing?.selected ?? 0
        // Nothing is changed behind the question for the PIN.
        guard state.signing?.credential == nil || command == .close else { return nil }
        switch command {
        case .confirm: return .signing(.confirmed)
        case .close: return .signing(.cancelled)
        case .acknowledge: return .signing(.acknowledged)
        case .jump: return .signing(.jumped)
        case .toggleKind: return .signing(.kindToggled)
        case .down: return .signing(.obstacleSelected(selected + 1))
        case .up: return .signing(.obstacleSelected(selected - 1))
        default: return nil
        }
    }
}

extension Size {
    /// The smallest screen on which patient and report can be told apart.
    static let smallest = Size(columns: 80, rows: 24)

    var isLargeEnough: Bool { columns >= Size.smallest.columns && rows >= Size.smallest.rows }
}
