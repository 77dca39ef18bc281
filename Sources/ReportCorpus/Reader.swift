/// A simulated radiologist with habits: words they favour wherever there is a choice, and a layout.
struct Reader {
    enum Layout: Int, CaseIterable { case running, lines, headings, inlineHeadings }

    let seed: UInt64
    let layout: Layout
    let numbersImpression: Bool
    /// How firmly they keep to their favourites: the exponent of Zipf's law over the ways to say a thing.
    let firmness: Double
    /// Which of the normal statements they make, and in what order.
    let order: [Theme]
    let omits: Set<Theme>
    /// How often a normal report is one of their ready-made ones.
    let cannedShare: Double

    init(seed: UInt64) {
        self.seed = seed
        var random = CorpusRandom(seed: seed)
        layout = Layout.allCases[random.index(weighted: [4, 3, 2, 1])]
        numbersImpression = random.happens(0.25)
        firmness = 0.65 + random.fraction() * 0.9
        var order = Theme.allCases
        for position in order.indices where random.happens(0.3) {
            order.swapAt(position, Int(random.fraction() * Double(order.count)))
        }
        self.order = order
        omits = Set(Theme.allCases.filter { theme in random.happens(theme.omission) })
        cannedShare = random.fraction() * 0.4
    }

    /// The place of each of `count` ways in this reader's favour, 0 first. The same site always gives the same answer.
    func favour(site: UInt64, count: Int) -> [Double] {
        var random = CorpusRandom(seed: seed ^ site)
        // A common way of speaking exists besides habit: earlier ways are likelier favourites.
        var ranks = Array(0..<count)
        for position in ranks.indices where random.happens(0.55) {
            ranks.swapAt(position, Int(random.fraction() * Double(count)))
        }
        var weights = [Double](repeating: 0, count: count)
        for (rank, way) in ranks.enumerated() { weights[way] = Self.power(Double(rank + 1), -firmness * 1.6) }
        return weights
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double {
        // x^y for small whole bases by squaring in steps of 1/8: exact enough for weights, and without a libm.
        var root = base
        for _ in 0..<3 { root = root.squareRoot() }
        var result = 1.0
        for _ in 0..<Int((exponent.magnitude * 8).rounded()) { result *= root }
        return exponent < 0 ? 1 / result : result
    }
}

/// What a normal chest report speaks of.
enum Theme: CaseIterable, Hashable {
    case technique, heart, mediastinum, vessels, lungs, negatives, bones, abdomen

    var omission: Double {
        switch self {
        case .technique: 0.85
        case .heart, .lungs: 0.02
        case .negatives: 0.1
        case .mediastinum: 0.35
        case .vessels: 0.55
        case .bones: 0.4
        case .abdomen: 0.85
        }
    }
}
