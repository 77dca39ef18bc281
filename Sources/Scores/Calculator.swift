/// A published score as data: what it asks, and the table that answers.
///
/// Every calculator has the same shape, so that one screen serves them all. A calculator never guesses: what is missing,
/// contradictory or outside its table is said instead of scored.
public struct Calculator: Sendable, Identifiable {
    /// Stable; templates and macros name it: `ti-rads`.
    public let id: String
    /// Name and year of the rules, as they stand in the report: `ACR TI-RADS 2017`.
    public let title: String
    public let shortTitle: String
    /// The version of the rules: `2017`, `2.1`.
    public let version: String
    /// Where the rules were published.
    public let citation: String
    /// Other names to find it by, besides the id.
    public let aliases: [String]
    public let inputs: [ScoreInput]

    private let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score

    init(
        id: String, title: String, shortTitle: String, version: String, citation: String, aliases: [String],
        inputs: [ScoreInput], rule: @escaping @Sendable (ScoreAnswers) throws(ScoreStop) -> Score
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.version = version
        self.citation = citation
        self.aliases = aliases
        self.inputs = inputs
        self.rule = rule
    }

    public func input(_ id: String) -> ScoreInput? {
        inputs.first { $0.id == id }
    }

    /// The inputs that matter, given the answers so far. An input may depend only on inputs before it.
    public func shownInputs(for answers: ScoreAnswers) -> [ScoreInput] {
        reduced(answers).shown
    }

    /// Required inputs that are shown and not answered.
    public func missingInputs(in answers: ScoreAnswers) -> [ScoreInput] {
        shownInputs(for: answers).filter { !$0.isOptional && answers[$0.id] == nil }
    }

    public func evaluate(_ answers: ScoreAnswers) -> ScoreResult {
        if let unknown = answers.ids.sorted().first(where: { input($0) == nil }) {
            return .invalid(input: unknown, sentence: "\(shortTitle) does not ask for “\(unknown)”.")
        }
        let (shown, relevant) = reduced(answers)
        for input in shown {
            if let answer = relevant[input.id], let sentence = input.objection(to: answer) {
                return .invalid(input: input.id, sentence: sentence)
            }
        }
        let missing = shown.filter { !$0.isOptional && relevant[$0.id] == nil }
        do throws(ScoreStop) {
            let score = try rule(relevant)
            return missing.isEmpty ? .scored(score.citing(title)) : incomplete(missing)
        } catch {
            switch error {
            case .missing(let id): return incomplete(missing.isEmpty ? inputs.filter { $0.id == id } : missing)
            case .undefined(let sentence): return .undefined(sentence: sentence)
            case .invalid(let id, let sentence): return .invalid(input: id, sentence: sentence)
            }
        }
    }

    /// Answers to inputs that are not asked any more neither count nor open other inputs.
    private func reduced(_ answers: ScoreAnswers) -> (shown: [ScoreInput], relevant: ScoreAnswers) {
        var shown: [ScoreInput] = []
        var relevant = ScoreAnswers()
        for input in inputs where input.isShown(relevant) {
            shown.append(input)
            relevant[input.id] = answers[input.id]
        }
        return (shown, relevant)
    }

    private func incomplete(_ missing: [ScoreInput]) -> ScoreResult {
        let labels = Wording.list(missing.map(\.label))
        return .incomplete(
            missing: missing.map(\.id), sentence: "\(shortTitle) is incomplete: \(labels) \(missing.verb) missing.")
    }
}

extension [ScoreInput] {
    fileprivate var verb: String { count == 1 ? "is" : "are" }
}
