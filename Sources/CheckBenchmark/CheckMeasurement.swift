internal import Radiology
internal import ReportChecks
internal import ReportTemplates

/// How many seeded errors the checks find, and how often they object to reports that have none.
///
/// Reports are made up, in wordings of two authors; the second one's are held out, and no check was mended for them.
public struct CheckMeasurement: Sendable {
    public struct Recall: Sendable {
        public let error: String
        public var seeded = 0
        public var found = 0
    }

    public let author: String
    public private(set) var reports = 0
    public private(set) var alarmed = 0
    public private(set) var recalls: [Recall] = []
    /// What was missed, and what was objected to without reason: made-up text, for the eye of who mends the checks.
    public private(set) var misses: [String] = []
    public private(set) var alarms: [String] = []

    public var seeded: Int { recalls.reduce(0) { $0 + $1.seeded } }
    public var found: Int { recalls.reduce(0) { $0 + $1.found } }
    public var recall: Double { seeded == 0 ? 1 : Double(found) / Double(seeded) }
    public var alarmsPerHundred: Double { reports == 0 ? 0 : 100 * Double(alarmed) / Double(reports) }
    public var meetsTheGoal: Bool { recall >= 0.99 && alarmsPerHundred <= 1 }

    /// The wordings the checks were tried on while they were written.
    public static func known(reports: Int, seed: UInt64) -> CheckMeasurement {
        measure("first author", reports, seed, FirstAuthor.stories, FirstAuthor.tricky, withTemplates: true)
    }

    public static func heldOut(reports: Int, seed: UInt64) -> CheckMeasurement {
        measure(
            "second author, held out", reports, seed, SecondAuthor.stories, SecondAuthor.tricky, withTemplates: false)
    }

    private static func measure(
        _ author: String, _ reports: Int, _ seed: UInt64, _ stories: [Story],
        _ tricky: [(findings: String, impression: String)], withTemplates: Bool
    ) -> CheckMeasurement {
        var measurement = CheckMeasurement(author: author)
        var writer = CaseWriter(random: BenchmarkRandom(seed: seed), stories: stories, tricky: tricky)
        var random = BenchmarkRandom(seed: seed ^ 0x5EED)
        for number in 0..<reports {
            let clean = writer.write(number, withTemplates: withTemplates)
            let before = measurement.judge(clean)
            for (index, error) in SeededError.allCases.enumerated() {
                guard let wrong = clean.seeded(error, &random, writer) else { continue }
                measurement.judge(wrong, error, index, before)
            }
        }
        return measurement
    }

    private init(author: String) {
        self.author = author
        recalls = SeededError.allCases.map { Recall(error: $0.rawValue) }
    }

    private mutating func judge(_ clean: Case) -> Set<String> {
        let found = clean.obstacles
        reports += 1
        if !found.isEmpty {
            alarmed += 1
            alarms.append("\(found.joined(separator: " ")) — \(clean.line)")
        }
        return Set(found)
    }

    private mutating func judge(_ wrong: Case, _ error: SeededError, _ index: Int, _ before: Set<String>) {
        recalls[index].seeded += 1
        let isFound = wrong.obstacles.contains { sentence in
            !before.contains(sentence) && error.signs.contains { sentence.contains($0) }
        }
        if isFound { recalls[index].found += 1 } else { misses.append("\(error.rawValue) — \(wrong.line)") }
    }
}

extension Case {
    fileprivate var obstacles: [String] {
        signingObstacles(content: content, begun: detail, now: detail, priors: priors).map(\.sentence)
    }

    fileprivate var line: String {
        "\(detail.study.description ?? ""): "
            + content.plainText(width: 10_000).split(separator: "\n").joined(separator: " / ")
    }
}
