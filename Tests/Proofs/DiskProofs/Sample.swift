import Proving

/// So many of `items`, one out of each equal part of the list, or all where there are not more.
func sample<Item>(_ items: [Item], _ count: Int, _ random: inout SeededRandom) -> [Item] {
    guard count < items.count else { return items }
    return (0..<max(count, 0)).map { part in
        let start = part * items.count / count, end = (part + 1) * items.count / count
        return items[start + random.below(end - start)]
    }
}

/// Half of them where something else than a write happens, for there are fewer such calls and more goes wrong there.
func sample(_ faults: [Fault], of calls: String, _ count: Int, _ random: inout SeededRandom) -> [Fault] {
    let letters = Array(calls)
    let rare = faults.filter { letters[$0.call] != "w" && letters[$0.call] != "i" }
    let common = faults.filter { letters[$0.call] == "w" || letters[$0.call] == "i" }
    let fromCommon = min(common.count, max(count - count / 2, count - rare.count))
    return sample(rare, count - fromCommon, &random) + sample(common, fromCommon, &random)
}
