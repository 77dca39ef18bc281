extension WorkstationState {
    /// The one place where the state changes. Returns what is to be done outside, in order.
    public mutating func update(_ message: Message) -> [Effect] {
        let stoodNotice = standingRival != nil
        let wasElsewhere = screen != .worklist
        let effects = handle(message)
        // It gives way to whatever is opened; signing says it again.
        if stoodNotice, standingRival == nil { editor?.rival = nil }
        if wasElsewhere, screen == .worklist { noteAct() }
        if system.tour != nil { goOnWithTour() }
        return effects
    }

    private mutating func handle(_ message: Message) -> [Effect] {
        switch message {
        case .worklist(let message): handle(message)
        case .columns(let message): handle(message)
        case .study(let message): handle(message)
        case .editor(let message): handle(message)
        case .signing(let message): handle(message)
        case .outbox(let message): handle(message)
        case .comparison(let message): handle(message)
        case .dialog(let message): handle(message)
        case .library(let message): handle(message)
        case .lock(let message): handle(message)
        case .system(let message): handle(message)
        }
    }

    private mutating func handle(_ message: DialogMessage) -> [Effect] {
        if case .palette(let palette) = overlay { return handle(message, palette: palette) }
        if case .lists(let picker) = overlay { return handle(message, lists: picker) }
        guard editor != nil else {
            if case .actionable(let form) = overlay { return handle(message, actionable: form) }
            return []
        }
        let before = editor?.draft.edits
        var effects: [Effect] =
            switch overlay {
            case .templates(let selected): handle(message, template: selected)
            case .score(let score): handle(message, score: score)
            case .actionable(let form): handle(message, actionable: form)
            case .naming(let name): handle(message, naming: name)
            case .comparisons(let selected): handle(message, comparisons: selected)
            default: []
            }
        if before != editor?.draft.edits { effects += autosave() }
        return effects
    }

    /// What the program asks for when it starts: what is in sight.
    public var startingEffects: [Effect] {
        [
            .loadWorklist(worklist.query, offset: 0, limit: WorklistState.firstWindow, around: nil), .loadCounts,
            .loadOutbox,
        ]
    }

    /// What it asks for when that is on the screen.
    public var furtherEffects: [Effect] { [.loadLibrary, .prepareLists] }
}
