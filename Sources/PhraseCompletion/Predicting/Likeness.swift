/// How like each learned report is to the one being written, by the phrases they share.
///
/// Every token written is judged with the shortest phrase before it that is still telling (rare enough); the fewer reports
/// have the phrase, the more it counts. So a reader's manner, and whether the chest is normal, choose the impression
/// although the words right before the cursor are the same.
struct Likeness: Sendable {
    private var scores: [Float]
    private var lastPhrase: [Int32]
    private var phrases: Int32 = 0
    private(set) var total: Float = 0

    /// A phrase found in more places than this tells nothing.
    private static let mostPlaces = 600
    private static let longestPhrase = 5

    init(reportCount: Int) {
        scores = Array(repeating: 0, count: reportCount)
        lastPhrase = Array(repeating: -1, count: reportCount)
    }

    /// Between 0 (nothing shared) and 1 (all of what was written so far).
    func likeness(ofReport report: Int) -> Float {
        total > 0 ? scores[report] / total : 0
    }

    /// Takes in the last token of `context`.
    mutating func wrote(_ context: [TokenID], in index: ReportIndex) {
        guard let last = context.last, last != .unknown, last != .reportStart else { return }
        let most = min(Self.mostPlaces, max(8, index.reportCount / 6))
        for length in 1...Self.longestPhrase {
            let phrase = context.suffix(length)
            guard phrase.count == length, phrase.first != .unknown else { return }
            let places = Self.places(of: phrase, in: index)
            if places.range.count + places.tail.count <= most {
                return count(places, in: index, length: length)
            }
        }
    }

    private typealias Found = (range: Range<Int>, tail: [Int])

    private static func places(of phrase: ArraySlice<TokenID>, in index: ReportIndex) -> Found {
        let last = phrase[phrase.endIndex - 1]
        let range = index.places(after: phrase.dropLast(), next: last..<last + 1)
        let tail = (index.sortedPlaces..<max(index.tokens.count, index.sortedPlaces)).filter { place in
            place + phrase.count <= index.tokens.count
                && index.tokens[place..<place + phrase.count].elementsEqual(phrase)
        }
        return (range, tail)
    }

    private mutating func count(_ places: Found, in index: ReportIndex, length: Int) {
        let found = places.range.count + places.tail.count
        guard found > 0 else { return }
        let rarity = Self.logarithm(Float(index.reportCount + 1) / Float(found))
        guard rarity > 0 else { return }
        for position in places.range { add(rarity, to: index.reportOfPlace[Int(index.order[position])]) }
        for place in places.tail { add(rarity, to: index.reportOfPlace[place]) }
        total += rarity
        phrases += 1
    }

    private mutating func add(_ rarity: Float, to report: Int32) {
        guard lastPhrase[Int(report)] != phrases else { return }
        lastPhrase[Int(report)] = phrases
        scores[Int(report)] += rarity
    }

    private static func logarithm(_ value: Float) -> Float { Logarithm.binary(value) }
}
