/// What was answered to one input.
public enum ScoreAnswer: Hashable, Codable, Sendable {
    case option(String)
    case options(Set<String>)
    case number(Double)
}

/// What was answered so far, by the inputs' ids.
public struct ScoreAnswers: Hashable, Codable, Sendable {
    private var values: [String: ScoreAnswer]

    public init(_ values: [String: ScoreAnswer] = [:]) {
        self.values = values.filter { $0.value != .options([]) }
    }

    /// Nothing picked is no answer.
    public subscript(id: String) -> ScoreAnswer? {
        get { values[id] }
        set { values[id] = newValue == .options([]) ? nil : newValue }
    }

    public var isEmpty: Bool { values.isEmpty }
    public var ids: Set<String> { Set(values.keys) }

    /// The one option picked.
    public func option(_ id: String) -> String? {
        if case .option(let option) = values[id] { return option }
        return nil
    }

    /// All options picked, of one or of many.
    public func options(_ id: String) -> Set<String> {
        switch values[id] {
        case .option(let option): [option]
        case .options(let options): options
        case .number, nil: []
        }
    }

    public func number(_ id: String) -> Double? {
        if case .number(let number) = values[id] { return number }
        return nil
    }
}

/// Why a rule gives no category.
enum ScoreStop: Error {
    case missing(String)
    case undefined(String)
    case invalid(String, String)
}

extension ScoreAnswers {
    func pick<Answer: ScoreChoice>(_ id: String, _: Answer.Type = Answer.self) -> Answer? {
        option(id).flatMap(Answer.init(rawValue:))
    }

    func required<Answer: ScoreChoice>(_ id: String, _: Answer.Type = Answer.self) throws(ScoreStop) -> Answer {
        guard let answer = pick(id, Answer.self) else { throw .missing(id) }
        return answer
    }

    /// In the order of the paper.
    func requiredSome<Answer: ScoreChoice>(_ id: String, _: Answer.Type = Answer.self) throws(ScoreStop) -> [Answer] {
        let chosen = options(id)
        guard !chosen.isEmpty else { throw .missing(id) }
        return Answer.allCases.filter { chosen.contains($0.rawValue) }
    }

    func required(_ id: String) throws(ScoreStop) -> Double {
        guard let number = number(id) else { throw .missing(id) }
        return number
    }
}
