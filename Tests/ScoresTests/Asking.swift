import Scores
import Testing

/// Answers as tests write them: `"solid"`, `["rim"]`, `8.0`.
enum Reply: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
{
    case of(ScoreAnswer)

    init(stringLiteral value: String) { self = .of(.option(value)) }
    init(arrayLiteral elements: String...) { self = .of(.options(Set(elements))) }
    init(floatLiteral value: Double) { self = .of(.number(value)) }
    init(integerLiteral value: Int) { self = .of(.number(Double(value))) }

    static func number(_ value: Double) -> Reply { .of(.number(value)) }
    static func option(_ id: String) -> Reply { .of(.option(id)) }
    static func options(_ ids: [String]) -> Reply { .of(.options(Set(ids))) }

    var answer: ScoreAnswer {
        switch self {
        case .of(let answer): answer
        }
    }
}

typealias Replies = [String: Reply]

func answers(_ replies: Replies) -> ScoreAnswers {
    ScoreAnswers(replies.mapValues(\.answer))
}

func ask(_ id: String, _ replies: Replies) throws -> ScoreResult {
    try #require(Calculators.find(id)).evaluate(answers(replies))
}

/// The category, or what was said instead in one word.
func outcome(_ id: String, _ replies: Replies) throws -> String {
    switch try ask(id, replies) {
    case .scored(let score): score.category
    case .incomplete(let missing, _): "incomplete: " + missing.joined(separator: " ")
    case .undefined: "undefined"
    case .invalid(let input, _): "invalid: " + input
    }
}

/// A test of a complete set of answers: without any one of them that is required there is no score.
func expectEachIsNeeded(_ id: String, _ replies: Replies) throws {
    let calculator = try #require(Calculators.find(id))
    let complete = answers(replies)
    #expect(calculator.evaluate(complete).score != nil)
    for input in calculator.shownInputs(for: complete) where !input.isOptional {
        var lacking = complete
        lacking[input.id] = nil
        guard case .incomplete(let missing, let sentence) = calculator.evaluate(lacking) else {
            Issue.record("\(id) scores without \(input.id)")
            continue
        }
        #expect(missing.contains(input.id))
        #expect(sentence.contains(input.label))
    }
}

extension Replies {
    func with(_ id: String, _ reply: Reply?) -> Replies {
        var copy = self
        copy[id] = reply
        return copy
    }
}
