import Radiology
public import Sync

public struct OutboxState: Hashable, Sendable {
    public var items: [OutboxItem] = []
    public var selected = 0

    public var selectedItem: OutboxItem? { items.indices.contains(selected) ? items[selected] : nil }
}

extension WorkstationState {
    mutating func handle(_ message: OutboxMessage) -> [Effect] {
        switch message {
        case .opened:
            screen = .outbox
            return [.loadOutbox]
        case .closed:
            screen = study == nil ? .worklist : .study
        case .loaded(let items, let counts):
            let before = outbox.selectedItem?.entry.id
            outbox.items = items
            outbox.selected = items.firstIndex { $0.entry.id == before } ?? 0
            system.counts = counts
        case .selected(let index):
            outbox.selected = max(0, min(index, outbox.items.count - 1))
        case .retried: return retry()
        case .studyChosen:
            guard let item = outbox.selectedItem else { return [] }
            let row = worklist.rows.first { $0.uid == item.version.study.uid }
            return open(row ?? item.row, reporting: false)
        }
        return []
    }

    private mutating func retry() -> [Effect] {
        guard let entry = outbox.selectedItem?.entry else { return [] }
        guard entry.progress.state != .filed else {
            system.say("This report is filed; there is nothing to send.")
            return []
        }
        system.say("Asking \(entry.destination) …")
        return [.retry(entry.id), .syncNow]
    }
}
