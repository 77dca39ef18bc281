extension WorkstationState {
    /// The one place where the state changes. Returns what is to be done outside, in order.
    public mutating func update(_ message: Message) -> [Effect] {
        switch message {
        case .worklist(let message): handle(message)
        case .study(let message): handle(message)
        case .editor(let message): handle(message)
        case .signing(let message): handle(message)
        case .outbox(let message): handle(message)
        case .system(let message): handle(message)
        }
    }

    /// What the program asks for when it starts.
    public var startingEffects: [Effect] { [.loadCounts, .loadOutbox] + firstPage }

    private var firstPage: [Effect] {
        [.loadWorklist(worklist.query, offset: 0, limit: WorklistState.window)]
    }
}
