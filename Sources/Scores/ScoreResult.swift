/// What a calculator says to the answers it was given.
public enum ScoreResult: Hashable, Sendable {
    /// - Parameter missing: ids of the inputs still to answer.
    case incomplete(missing: [String], sentence: String)
    /// The rules have no category for what was answered, and why.
    case undefined(sentence: String)
    /// An answer is implausible, or contradicts another.
    case invalid(input: String, sentence: String)
    case scored(Score)

    public var score: Score? {
        if case .scored(let score) = self { return score }
        return nil
    }

    /// What there is to say, whatever the outcome.
    public var sentence: String {
        switch self {
        case .incomplete(_, let sentence), .undefined(let sentence), .invalid(_, let sentence): sentence
        case .scored(let score): score.text
        }
    }
}

/// A category and how it came about.
public struct Score: Hashable, Sendable {
    /// As the rules write it: `TR4`, `4A`, `LR-5`.
    public let category: String
    public let points: Int?
    /// The row of the table that fired, in words.
    public let row: String
    /// For the report: category, determining inputs with their units, points, and the rules' name. A full sentence.
    public let finding: String
    /// For the report: what the rules recommend. Full sentences; `nil` where they recommend nothing.
    public let recommendation: String?
    /// For the reader, not for the report.
    public let notes: [String]

    /// What is inserted where finding and recommendation stand together.
    public var text: String {
        [finding, recommendation].compactMap(\.self).joined(separator: " ")
    }

    init(
        _ category: String, points: Int? = nil, row: String, finding: String, recommendation: String? = nil,
        notes: [String] = []
    ) {
        self.category = category
        self.points = points
        self.row = row
        self.finding = finding
        self.recommendation = recommendation
        self.notes = notes
    }

    func citing(_ title: String) -> Score {
        Score(
            category, points: points, row: row, finding: "\(finding) (\(title)).", recommendation: recommendation,
            notes: notes)
    }
}
