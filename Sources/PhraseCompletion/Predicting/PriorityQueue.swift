/// A binary heap of numbers, the one of highest priority first; of equals the smaller number.
struct PriorityQueue {
    private var heap: [(number: Int, priority: Float)] = []

    mutating func insert(_ number: Int, priority: Float) {
        heap.append((number, priority))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popMost() -> Int? {
        guard let most = heap.first else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var best = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, best) {
                best = child
            }
            if best == parent { return most.number }
            heap.swapAt(parent, best)
            parent = best
        }
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (heap[one], heap[other])
        return left.priority != right.priority ? left.priority > right.priority : left.number < right.number
    }
}
