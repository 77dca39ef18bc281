import Dispatch
import Synchronization

/// `body` of each item, on all cores; results in the items' order.
func inParallel<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ body: @Sendable (Int, Item) -> Value
) -> [Value] {
    let results = Mutex([Value?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
        let value = body(index, items[index])
        results.withLock { $0[index] = value }
    }
    return results.withLock { $0 }.compactMap(\.self)
}
