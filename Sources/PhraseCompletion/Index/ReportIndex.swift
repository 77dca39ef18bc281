/// All learned reports as one array of tokens, with an order in which every context is found by bisection.
///
/// Memory per token is 12 bytes (token, order, report). Reports learned since the order was made form a short tail that is
/// read from end to end: learning one report costs microseconds, and `consolidate` makes the order anew.
struct ReportIndex: Sendable {
    private(set) var vocabulary = Vocabulary()
    /// Every report is its tokens after a `TokenID.reportStart`.
    private(set) var tokens: [TokenID] = []
    private(set) var reportOfPlace: [Int32] = []
    private(set) var sources: [ReportSource] = []
    /// The places before the tail, in the order of what follows them.
    private(set) var order: [Int32] = []

    var reportCount: Int { sources.count }
    var sortedPlaces: Int { order.count }

    init() {}

    init(vocabulary: Vocabulary, tokens: [TokenID], sources: [ReportSource], order: [Int32]) {
        self.vocabulary = vocabulary
        self.tokens = tokens
        self.sources = sources
        self.order = order
        var report: Int32 = -1
        reportOfPlace = tokens.map { token in
            if token == .reportStart { report += 1 }
            return report
        }
    }

    mutating func append(_ report: String, source: ReportSource) {
        let bytes = Array(report.utf8)
        let number = Int32(sources.count)
        let begin = tokens.count
        tokens.append(.reportStart)
        for range in Tokens.ranges(in: bytes) { tokens.append(vocabulary.learn(Array(bytes[range]))) }
        reportOfPlace += repeatElement(number, count: tokens.count - begin)
        sources.append(source)
        for token in Set(tokens[begin...]) where vocabulary.reportCounts[Int(token)] < .max {
            vocabulary.reportCounts[Int(token)] += 1
        }
    }

    /// Takes the tail into the order. Two million tokens take about two seconds.
    mutating func consolidate() {
        let renumbered = vocabulary.sort()
        for place in tokens.indices { tokens[place] = renumbered[Int(tokens[place])] }
        order = SuffixOrder(tokens: tokens).sorted(tokenCount: vocabulary.count)
    }

    func token(at place: Int) -> TokenID {
        place < tokens.count ? tokens[place] : .reportStart
    }
}

extension ReportIndex {
    /// The part of `order` whose places begin with `context` and go on with a token in `next`.
    func places(after context: ArraySlice<TokenID>, next: Range<TokenID>) -> Range<Int> {
        let low = firstPlace { compare(place: $0, context: context, next: next.lowerBound) < 0 }
        let high = firstPlace { compare(place: $0, context: context, next: next.upperBound) < 0 }
        return low..<max(low, high)
    }

    private func firstPlace(after isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(Int(order[middle])) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Below zero if the text at `place` stands before `context` followed by `next`.
    private func compare(place: Int, context: ArraySlice<TokenID>, next: TokenID) -> Int {
        var position = place
        for token in context {
            let here = sortedToken(at: position)
            if here != token { return here < token ? -1 : 1 }
            position += 1
        }
        return sortedToken(at: position) < next ? -1 : 1
    }

    private func sortedToken(at place: Int) -> TokenID {
        place < order.count ? tokens[place] : .reportStart
    }

    /// How many tokens right before `place` are those at the end of `context`, at most `limit`.
    func agreement(before place: Int, with context: [TokenID], limit: Int) -> Int {
        let most = min(limit, context.count, place)
        var length = 0
        while length < most {
            let token = context[context.count - 1 - length]
            guard tokens[place - 1 - length] == token, token != .unknown else { break }
            length += 1
            if token == .reportStart { break }
        }
        return length
    }
}

/// Whose words a report is in. A reader's own weigh most.
public enum ReportSource: UInt8, Sendable, CaseIterable {
    case own = 0
    case others = 1
    case library = 2
}
