import Radiology
import Sync

/// To whom an answer goes. A workstation that went down meanwhile does not hear it.
struct Reply: Sendable {
    var station: Int
    var generation: Int
    var sender: Int
    var entry: OutboxEntryID
    var version: Int
}

/// What happens at a moment of the simulated day.
enum Event: Sendable {
    case act(Schedule.Act)
    case fact(Reply, FilingFact)
    case tick(station: Int, generation: Int, sender: Int, wake: Int)
    case reload(station: Int, generation: Int)
    case arrived(server: Int, Document, Reply?, fault: Fault?)
    case asked(server: Int, Document, Reply)
    case prepared(station: Int, generation: Int, StudyFacts)
    case confirmed(station: Int, generation: Int, SigningAct, prepared: StudyFacts)
    case pull(station: Int, generation: Int, isLast: Bool)
    case restart(station: Int)
}

/// The earliest first; of two at one time the one that was planned first.
struct EventQueue: Sendable {
    private struct Item: Sendable {
        var at: Int
        var order: Int
        var event: Event
    }

    private var heap: [Item] = []
    private var count = 0

    var isEmpty: Bool { heap.isEmpty }
    var nextTime: Int? { heap.first?.at }

    mutating func add(_ event: Event, at time: Int) {
        count += 1
        heap.append(Item(at: time, order: count, event: event))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> (at: Int, event: Event)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.at, first.event)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, least) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (heap[left].at, heap[left].order) < (heap[right].at, heap[right].order)
    }
}
