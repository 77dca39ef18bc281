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
    indirect case confirmed(station: Int, generation: Int, SigningAct, prepared: StudyFacts)
    case pull(station: Int, generation: Int, isLast: Bool)
    case restart(station: Int)
}

/// The earliest first; of two at one time the one that was planned first.
struct EventQueue: Sendable {
    /// What is moved about while the heap is sorted: small, so events stay where they are.
    private struct Item: Sendable {
        var at: Int
        var order: Int
        var place: Int
    }

    private var heap: [Item] = []
    private var events: [Event?] = []
    private var free: [Int] = []
    private var count = 0

    var isEmpty: Bool { heap.isEmpty }
    var nextTime: Int? { heap.first?.at }

    mutating func add(_ event: Event, at time: Int) {
        count += 1
        heap.append(Item(at: time, order: count, place: place(event)))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func place(_ event: Event) -> Int {
        guard let place = free.popLast() else {
            events.append(event)
            return events.count - 1
        }
        events[place] = event
        return place
    }

    mutating func next() -> (at: Int, event: Event)? {
        guard let first = heap.first, let event = events[first.place].take() else { return nil }
        free.append(first.place)
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.at, event)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            let left = 2 * parent + 1
            if left < heap.count, precedes(left, least) { least = left }
            if left + 1 < heap.count, precedes(left + 1, least) { least = left + 1 }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (heap[left].at, heap[left].order) < (heap[right].at, heap[right].order)
    }
}
