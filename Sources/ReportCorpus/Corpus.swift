/// Synthetic chest radiograph reports in words of our own, to measure phrase completion where real ones may not be.
///
/// Every report is made up: a case (normal, or some findings) is described by one of several readers with habits of their
/// own. Ways of speaking follow Zipf's law within a reader; readers differ in favourites, order, layout and firmness.
public struct Corpus {
    private let readers: [Reader]
    private let activity: [Double]
    private var random: CorpusRandom
    /// Share of words that are struck out as "XXXX", as where collections were made anonymous.
    private let struckOut: Double

    public init(seed: UInt64, readers count: Int = 24, struckOut: Double = 0.012) {
        var random = CorpusRandom(seed: seed)
        readers = (0..<max(count, 1)).map { _ in Reader(seed: random.next()) }
        activity = readers.indices.map { 1 / Double($0 + 2) }
        self.random = random
        self.struckOut = struckOut
    }

    /// The next report; each is different work, though many read alike.
    public mutating func report() -> String {
        let isHealthy = random.happens(0.3)
        let reader = readers[random.index(weighted: activity)]
        let findings = isHealthy ? [] : Finding.all.filter { random.happens($0.frequency * Self.burden) }
        if findings.isEmpty, random.happens(reader.cannedShare) { return canned(reader) }
        let body = strike(body(findings, reader))
        let impression = strike(impression(findings, reader))
        return lay(body, impression, reader.layout)
    }

    public mutating func reports(_ count: Int) -> [String] {
        (0..<count).map { _ in report() }
    }

    /// More than one, because findings are seldom alone.
    private static let burden = 1.25

    /// A normal report from the reader's drawer: word for word one of three.
    private mutating func canned(_ reader: Reader) -> String {
        var drawer = CorpusRandom(seed: reader.seed ^ 0xD4A3)
        var (texts, used): ([String], Corpus) = ([], self)
        for _ in 0..<3 {
            used.random = CorpusRandom(seed: drawer.next())
            texts.append(used.lay(used.body([], reader), used.impression([], reader), reader.layout))
        }
        return texts[random.index(weighted: [6, 3, 1])]
    }

    private mutating func body(_ findings: [Finding], _ reader: Reader) -> String {
        let wording = Wording(reader: reader)
        var sentences: [String] = []
        for theme in reader.order {
            let here = findings.filter { $0.theme == theme }
            let saysNormal = !reader.omits.contains(theme) && random.happens(0.93)
            if saysNormal, here.allSatisfy({ !$0.replaces }) {
                sentences.append(say(theme.normal, wording, "normal"))
            }
            for finding in here { sentences.append(say(finding.description, wording, "finding")) }
        }
        while !findings.isEmpty, random.happens(0.25) {
            sentences.insert(
                say(Remarks.patterns, wording, "remark"), at: Int(random.fraction() * Double(sentences.count)))
        }
        if random.happens(0.06) { sentences.append(say(Self.comparisons, wording, "comparison")) }
        return sentences.joined(separator: " ")
    }

    private static let comparisons = [
        "{Findings are|Examination is|The chest is} {unchanged|stable|similar} {from|compared with|since} the {prior|previous} {study|examination|radiograph}{ of {March|June|October|May}|}.",
        "{No|Without} {significant|interval|} change {since|from} {the prior|the previous} {study|examination}.",
        "{Comparison|Compared} {is made|} {with|to} {a|the} {radiograph|CT|study} {of|from} {March|June|October|last year|yesterday}.",
    ]

    private mutating func impression(_ findings: [Finding], _ reader: Reader) -> String {
        let wording = Wording(reader: reader)
        var lines = findings.compactMap { finding -> String? in
            let line = say(finding.impression, wording, "impression")
            return line.isEmpty || random.happens(0.25) ? nil : line
        }
        if lines.isEmpty || random.happens(0.35) {
            lines.insert(say(Impressions.normal, wording, "normal"), at: random.happens(0.5) ? 0 : lines.count)
        }
        guard reader.numbersImpression else { return lines.joined(separator: " ") }
        return lines.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: " ")
    }

    private mutating func say(_ patterns: [String], _ wording: Wording, _ site: String) -> String {
        let weights = wording.reader.favour(site: Wording.hash(patterns[0] + site), count: patterns.count)
        return wording.sentence(patterns[random.index(weighted: weights)], &random)
    }

    private mutating func strike(_ text: String) -> String {
        text.split(separator: " ").map { word in
            guard word.allSatisfy(\.isLetter), random.happens(struckOut) else { return String(word) }
            return "XXXX"
        }.joined(separator: " ")
    }

    private func lay(_ body: String, _ impression: String, _ layout: Reader.Layout) -> String {
        switch layout {
        case .running: body + " " + impression
        case .lines: body + "\n" + impression
        case .headings: "FINDINGS:\n" + body + "\n\nIMPRESSION:\n" + impression
        case .inlineHeadings: "Findings: " + body + "\nImpression: " + impression
        }
    }
}
