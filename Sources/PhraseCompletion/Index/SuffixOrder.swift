/// Sorts all places of a token array by what follows them.
///
/// Only the first `depth` tokens count, and none after the end of a report: longer contexts are never looked up, and
/// equal reports, of which there are many, would make an exact order dear. Bentley & Sedgewick's multikey quicksort.
struct SuffixOrder {
    static let depth = 14

    let tokens: [TokenID]

    /// The places 0..<tokens.count in order. O(n log n) in practice: a second for two million tokens.
    func sorted(tokenCount: Int) -> [Int32] {
        var (order, starts) = byFirstToken(tokenCount: tokenCount)
        tokens.withUnsafeBufferPointer { tokens in
            order.withUnsafeMutableBufferPointer { order in
                // Token 0 is a report's beginning: nothing is ever looked up behind the end of a report.
                for token in 0..<tokenCount {
                    let bucket = UnsafeMutableBufferPointer(rebasing: order[starts[token]..<starts[token + 1]])
                    Self.sort(bucket, by: tokens, from: 1)
                }
            }
        }
        return order
    }

    private func byFirstToken(tokenCount: Int) -> (order: [Int32], starts: [Int]) {
        var starts = [Int](repeating: 0, count: tokenCount + 1)
        for token in tokens { starts[Int(token) + 1] += 1 }
        for token in 0..<tokenCount { starts[token + 1] += starts[token] }
        var next = starts
        var order = [Int32](repeating: 0, count: tokens.count)
        for (place, token) in tokens.enumerated() {
            order[next[Int(token)]] = Int32(place)
            next[Int(token)] += 1
        }
        return (order, starts)
    }

    /// Sorts places that agree in their first `from` tokens. The stack grows with `depth`, not with the number of places:
    /// the larger parts are looped over.
    private static func sort(
        _ places: UnsafeMutableBufferPointer<Int32>, by tokens: UnsafeBufferPointer<TokenID>, from: Int
    ) {
        var (places, from) = (places, from)
        while places.count > 1, from < depth {
            if places.count < 12 { return insertionSort(places, by: tokens, from: from) }
            let (less, equal) = partition(places, by: tokens, at: from)
            let lower = UnsafeMutableBufferPointer(rebasing: places[..<less])
            let same = UnsafeMutableBufferPointer(rebasing: places[less..<equal])
            let upper = UnsafeMutableBufferPointer(rebasing: places[equal...])
            let goesOn = token(tokens, at: Int(same[0]) + from) != .reportStart
            let parts = [
                (lower, from), (goesOn ? same : UnsafeMutableBufferPointer(rebasing: same[..<0]), from + 1),
                (upper, from),
            ]
            .sorted { $0.0.count < $1.0.count }
            sort(parts[0].0, by: tokens, from: parts[0].1)
            sort(parts[1].0, by: tokens, from: parts[1].1)
            (places, from) = parts[2]
        }
    }

    private static func token(_ tokens: UnsafeBufferPointer<TokenID>, at place: Int) -> TokenID {
        place < tokens.count ? tokens[place] : .reportStart
    }

    /// Three parts: less than, equal to and greater than the middle one's token at `depth`.
    private static func partition(
        _ places: UnsafeMutableBufferPointer<Int32>, by tokens: UnsafeBufferPointer<TokenID>, at depth: Int
    ) -> (less: Int, equal: Int) {
        let pivot = median(places, by: tokens, at: depth)
        var (less, index, greater) = (0, 0, places.count)
        while index < greater {
            let key = token(tokens, at: Int(places[index]) + depth)
            if key < pivot {
                places.swapAt(less, index)
                less += 1
                index += 1
            } else if key > pivot {
                greater -= 1
                places.swapAt(greater, index)
            } else {
                index += 1
            }
        }
        return (less, greater)
    }

    private static func median(
        _ places: UnsafeMutableBufferPointer<Int32>, by tokens: UnsafeBufferPointer<TokenID>, at depth: Int
    ) -> TokenID {
        let (one, two, three) = (
            token(tokens, at: Int(places[0]) + depth),
            token(tokens, at: Int(places[places.count / 2]) + depth),
            token(tokens, at: Int(places[places.count - 1]) + depth)
        )
        return max(min(one, two), min(max(one, two), three))
    }

    private static func insertionSort(
        _ places: UnsafeMutableBufferPointer<Int32>, by tokens: UnsafeBufferPointer<TokenID>, from: Int
    ) {
        for index in 1..<places.count {
            var hole = index
            let place = places[index]
            while hole > 0, precedes(place, places[hole - 1], by: tokens, from: from) {
                places[hole] = places[hole - 1]
                hole -= 1
            }
            places[hole] = place
        }
    }

    private static func precedes(
        _ left: Int32, _ right: Int32, by tokens: UnsafeBufferPointer<TokenID>, from: Int
    ) -> Bool {
        for offset in from..<max(depth, from) {
            let (one, other) = (token(tokens, at: Int(left) + offset), token(tokens, at: Int(right) + offset))
            if one != other { return one < other }
            if one == .reportStart { return false }
        }
        return false
    }
}
