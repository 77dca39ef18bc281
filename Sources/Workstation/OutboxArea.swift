import Radiology
public import Sync
import Wording

public struct OutboxState: Hashable, Sendable {
    public private(set) var items: [OutboxItem] = []
    public internal(set) var selected = 0
    /// What became of these could not be written down: how the table said each stands, and why.
    private var unrecorded: [OutboxEntryID: Unrecorded] = [:]

    private struct Unrecorded: Hashable {
        var progress: FilingProgress
        var why: String
    }

    public var selectedItem: OutboxItem? { items.indices.contains(selected) ? items[selected] : nil }

    mutating func load(_ loaded: [OutboxItem]) {
        let before = selectedItem?.entry.id
        // A row that moved was written since.
        for item in loaded where unrecorded[item.entry.id]?.progress != item.entry.progress {
            unrecorded[item.entry.id] = nil
        }
        items = loaded.map(withTruth)
        selected = items.firstIndex { $0.entry.id == before } ?? 0
    }

    mutating func notRecorded(_ id: OutboxEntryID, _ why: Wording) {
        guard let index = items.firstIndex(where: { $0.entry.id == id }) else { return }
        let known = unrecorded[id]?.progress ?? items[index].entry.progress
        unrecorded[id] = Unrecorded(progress: known, why: why.english)
        items[index] = withTruth(items[index])
    }

    private func withTruth(_ item: OutboxItem) -> OutboxItem {
        guard let truth = unrecorded[item.entry.id] else { return item }
        var item = item
        item.entry.progress.lastAnswer = "What became of this could not be written down. \(truth.why)"
        return item
    }
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
            outbox.load(items)
            system.counts = counts
        case .notRecorded(let id, let why):
            system.say(why, .warning)
            outbox.notRecorded(id, why)
        case .selected(let index):
            outbox.selected = max(0, min(index, outbox.items.count - 1))
        case .retried: return outbox.selectedItem.map { retry($0.entry) } ?? []
        case .compared: return openComparison()
        case .exported: return outbox.selectedItem.map { [.exportReport($0.entry)] } ?? []
        case .studyChosen:
            guard let item = outbox.selectedItem else { return [] }
            let row = worklist.rows.first { $0.uid == item.version.study.uid }
            return open(row ?? item.row, reporting: false)
        }
        return []
    }
}
