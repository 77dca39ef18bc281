/// Chooses the few continuations that together save the most keys.
///
/// Taking any of them costs one key. What one saves counts as far as no better one of the set is right as well, so a
/// short safe phrase, a long one, and the other ways at a fork supplement one another. The gain of a set is submodular:
/// taking the best next one each time comes within 1 − 1/e of the optimum (Nemhauser, Wolsey & Fisher 1978).
struct Choice {
    /// A node of the tree, and whether the space after it is taken along.
    struct Pick: Equatable {
        var node: Int
        var withSpace: Bool
        var probability: Float
    }

    private struct Offer {
        var probability: Float
        var saving: Float
        var withSpace: Bool
        /// The saving of the longest chosen phrase that this one continues.
        var granted: Float = 0
        /// The probability of chosen phrases which continue this one.
        var covered: Float = 0
        var isChosen = false
    }

    private let nodes: [Continuations.Node]
    private var offers: [Offer]

    init(_ tree: Continuations, tuning: Tuning) {
        nodes = tree.nodes
        offers = tree.nodes.map { Self.offer($0, tuning) }
    }

    private static func offer(_ node: Continuations.Node, _ tuning: Tuning) -> Offer {
        let saving = node.length > 0 ? node.keys - 1 : -1
        let plain = Offer(probability: node.probability, saving: saving, withSpace: false)
        guard node.length > 0, node.spaced > 0 else { return plain }
        let spaced = Offer(
            probability: node.probability * node.spaced, saving: saving + tuning.keysPerSpace, withSpace: true)
        let better = spaced.probability * max(spaced.saving, 0.01) > plain.probability * max(plain.saving, 0.01)
        return better ? spaced : plain
    }

    mutating func best(_ limit: Int) -> [Pick] {
        var picks: [Pick] = []
        while picks.count < limit, let next = mostGaining() ?? mostTyped() {
            choose(next)
            picks.append(
                Pick(node: next, withSpace: offers[next].withSpace, probability: offers[next].probability))
        }
        return picks
    }

    private func gain(_ offer: Offer) -> Float {
        max(0, offer.probability - offer.covered) * (offer.saving - offer.granted)
    }

    private func mostGaining() -> Int? {
        var best: (node: Int, gain: Float)?
        for (node, offer) in offers.enumerated() where !offer.isChosen && nodes[node].length > 0 {
            let gain = gain(offer)
            if gain > (best?.gain ?? 0.0001) { best = (node, gain) }
        }
        return best?.node
    }

    /// Where nothing else is to be gained, typing is: so no place in the list stays empty while something is foreseen.
    private func mostTyped() -> Int? {
        var best: (node: Int, gain: Float)?
        for (node, offer) in offers.enumerated() where !offer.isChosen && nodes[node].length > 0 && offer.granted == 0 {
            let gain = max(0, offer.probability - offer.covered) * Float(nodes[node].length)
            if gain > (best?.gain ?? 0.01) { best = (node, gain) }
        }
        return best?.node
    }

    private mutating func choose(_ node: Int) {
        offers[node].isChosen = true
        let probability = max(0, offers[node].probability - offers[node].covered)
        var ancestor = nodes[node].parent
        while ancestor >= 0, !offers[ancestor].isChosen {
            offers[ancestor].covered += probability
            ancestor = nodes[ancestor].parent
        }
        // Children stand after their parents, so one pass reaches all that continue this one.
        var continues = [Bool](repeating: false, count: nodes.count)
        continues[node] = true
        for index in nodes.indices where index > node && nodes[index].parent >= 0 && continues[nodes[index].parent] {
            continues[index] = true
            offers[index].granted = max(offers[index].granted, offers[node].saving)
        }
    }
}
