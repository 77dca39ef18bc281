/// The tree of how the report may go on, the likeliest branches first.
struct Continuations {
    /// A point in the tree where a suggestion could end.
    struct Node {
        var parent: Int
        /// The places that go on like this: a part of `places`, which the tree reorders.
        var places: Range<Int>
        /// Tokens from the one the cursor is in.
        var depth: Int
        var probability: Float
        /// Estimated keys to write this without the suggestion.
        var keys: Float
        /// Share of `places` that go on with a space.
        var spaced: Float
        /// Length of the text after the cursor, in UTF-8.
        var length: Int
        /// Of the sentence that goes on here.
        var sentence: SentenceMark
    }

    let index: ReportIndex
    let tuning: Tuning
    let cursor: Cursor
    let said: Set<UInt64>
    private(set) var places: [Place]
    private(set) var nodes: [Node] = []
    private var scratch: [Place] = []
    /// For each token its group while a node's places are sorted into groups, else -1.
    private var slots: [Int32]

    init(index: ReportIndex, tuning: Tuning, cursor: Cursor, said: SaidSentences, places: [Place]) {
        self.index = index
        self.tuning = tuning
        self.cursor = cursor
        self.said = said.marks
        self.places = places
        slots = Array(repeating: -1, count: index.vocabulary.count)
        let all = places.reduce(0) { $0 + $1.weight }
        nodes.append(
            Node(
                parent: -1, places: places.indices, depth: 0, probability: min(all, 1), keys: 0, spaced: 0,
                length: 0, sentence: said.open))
        grow()
    }

    /// Opens the likeliest node again and again.
    private mutating func grow() {
        var waiting = PriorityQueue()
        waiting.insert(0, priority: nodes[0].probability)
        while nodes.count < tuning.mostNodes, let next = waiting.popMost() {
            let before = nodes.count
            open(next)
            for child in before..<nodes.count { waiting.insert(child, priority: nodes[child].probability) }
        }
    }

    private func token(_ place: Place, _ depth: Int) -> TokenID {
        index.token(at: Int(place.index) + depth)
    }

    /// Adds a child for each token that follows and is likely enough.
    private mutating func open(_ parent: Int) {
        let node = nodes[parent]
        let groups = regroup(node.places, by: node.depth)
        let all = groups.reduce(0) { $0 + $1.weight }
        guard all > 0 else { return }
        for group in groups where group.token != .reportStart {
            let share = group.weight / all
            guard share * node.probability >= tuning.leastProbability else { continue }
            addChild(of: parent, group, share: share)
        }
    }

    private struct Group {
        var token: TokenID
        var places: Range<Int>
        var weight: Float
    }

    /// Brings the places of a node into an order in which those that go on alike stand together.
    private mutating func regroup(_ range: Range<Int>, by depth: Int) -> [Group] {
        var groups: [(token: TokenID, count: Int, weight: Float)] = []
        for position in range {
            let token = token(places[position], depth)
            let slot = Int(slots[Int(token)])
            if slot >= 0 {
                groups[slot].count += 1
                groups[slot].weight += places[position].weight
            } else {
                slots[Int(token)] = Int32(groups.count)
                groups.append((token, 1, places[position].weight))
            }
        }
        defer { for group in groups { slots[Int(group.token)] = -1 } }
        if groups.count == 1 { return [Group(token: groups[0].token, places: range, weight: groups[0].weight)] }
        return settle(range, groups, depth)
    }

    private mutating func settle(
        _ range: Range<Int>, _ groups: [(token: TokenID, count: Int, weight: Float)], _ depth: Int
    ) -> [Group] {
        scratch.removeAll(keepingCapacity: true)
        scratch += places[range]
        var result: [Group] = []
        var start = range.lowerBound
        for group in groups {
            result.append(Group(token: group.token, places: start..<start + group.count, weight: group.weight))
            start += group.count
        }
        var next = result.map(\.places.lowerBound)
        for place in scratch {
            let slot = Int(slots[Int(token(place, depth))])
            places[next[slot]] = place
            next[slot] += 1
        }
        return result
    }
}

extension Continuations {
    /// A child that goes on as long as all its places agree, up to the end of the sentence.
    private mutating func addChild(of parent: Int, _ group: Group, share: Float) {
        var node = nodes[parent]
        node.parent = parent
        node.places = group.places
        var (token, share) = (group.token, share)
        var isFirst = true
        repeat {
            guard mayShow(token, node) else { return isFirst ? () : append(node) }
            extend(&node, by: token, share: share)
            isFirst = false
            share = 1
            if index.vocabulary.traits[Int(token)].contains(.endsSentence) { break }
            guard let next = commonToken(node) else { break }
            token = next
        } while node.depth < 200 && node.probability >= tuning.leastProbability
        append(node)
    }

    private mutating func append(_ node: Node) {
        var node = node
        node.spaced = spacedShare(node)
        nodes.append(node)
    }

    private func extend(_ node: inout Node, by token: TokenID, share: Float) {
        let traits = index.vocabulary.traits[Int(token)]
        let support = Float(node.places.count)
        let typed = node.depth == 0 ? cursor.partial.count : 0
        let length = index.vocabulary.length(of: token) - typed
        let doubt = length > 0 ? tuning.tokenDoubt / (support + 1) : 0
        node.probability *= share * (1 - doubt)
        node.keys += min(Float(length), tuning.keysPerToken - tuning.keysPerBit * Logarithm.binary(share * (1 - doubt)))
        node.length += length
        node.depth += 1
        node.sentence.take(index.vocabulary.text(of: token).dropFirst(typed))
        guard traits.contains(.endsSentence) else { return }
        node.probability *= 1 - tuning.sentenceDoubt / (support + 1)
        if said.contains(node.sentence.hash) { node.probability *= tuning.alreadySaid }
        node.sentence = SentenceMark()
    }

    /// The token all places of a node go on with.
    private func commonToken(_ node: Node) -> TokenID? {
        let first = token(places[node.places.lowerBound], node.depth)
        guard first != .reportStart else { return nil }
        for place in places[node.places] where token(place, node.depth) != first { return nil }
        return first
    }

    private func spacedShare(_ node: Node) -> Float {
        var (spaced, all): (Float, Float) = (0, 0)
        for place in places[node.places] {
            let next = token(place, node.depth)
            if index.vocabulary.traits[Int(next)].contains(.spaced) { spaced += place.weight }
            all += place.weight
        }
        return all > 0 ? spaced / all : 0
    }

    /// What names or dates a patient is shown only if two different reports have it here. See `Privacy`.
    private func mayShow(_ token: TokenID, _ node: Node) -> Bool {
        guard Privacy.isTelling(token, in: index.vocabulary) else { return true }
        let report = index.reportOfPlace[Int(places[node.places.lowerBound].index)]
        return places[node.places].contains { index.reportOfPlace[Int($0.index)] != report }
    }
}

extension Continuations {
    /// The tokens from the cursor's to the end of a node.
    func tokens(of node: Int) -> [TokenID] {
        guard let place = places[nodes[node].places].first else { return [] }
        return (0..<nodes[node].depth).map { token(place, $0) }
    }
}
