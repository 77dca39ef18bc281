/// One thing a calculator asks.
public struct ScoreInput: Sendable, Identifiable {
    public enum Kind: Hashable, Sendable {
        case choice([ScoreOption])
        /// Any number of them, at least one: where nothing may apply, an option says so.
        case choices([ScoreOption])
        /// - Parameter decimals: how many digits after the point an answer may have. Rounding is the reader's.
        case number(unit: String, range: ClosedRange<Double>, decimals: Int)
    }

    /// Unique within its calculator, and stable.
    public let id: String
    public let label: String
    public let kind: Kind
    public let isOptional: Bool
    /// Whether the input matters, given the answers to inputs before it.
    public let isShown: @Sendable (ScoreAnswers) -> Bool

    public var options: [ScoreOption] {
        switch kind {
        case .choice(let options), .choices(let options): options
        case .number: []
        }
    }

    /// What is wrong with an answer, as a sentence; `nil` where it is sound.
    public func objection(to answer: ScoreAnswer) -> String? {
        switch (kind, answer) {
        case (.choice(let options), .option(let chosen)): objection(to: [chosen], among: options)
        case (.choices(let options), .options(let chosen)): objection(to: chosen, among: options)
        case (.number(let unit, let range, let decimals), .number(let value)):
            objection(to: value, unit: unit, range: range, decimals: decimals)
        case (.choice, _): "\(label) takes one of its options."
        case (.choices, _): "\(label) takes some of its options."
        case (.number, _): "\(label) takes a number."
        }
    }

    private func objection(to chosen: Set<String>, among options: [ScoreOption]) -> String? {
        if let unknown = chosen.sorted().first(where: { id in !options.contains { $0.id == id } }) {
            return "\(label) has no option “\(unknown)”."
        }
        guard let only = options.first(where: { $0.excludesOthers && chosen.contains($0.id) }) else { return nil }
        return chosen.count == 1 ? nil : "\(label): “\(only.label)” excludes the other options."
    }

    private func objection(to value: Double, unit: String, range: ClosedRange<Double>, decimals: Int) -> String? {
        guard range.contains(value) else {
            let bounds = "\(Wording.number(range.lowerBound)) to \(Wording.number(range.upperBound))"
            return "\(label) must be between \(bounds) \(unit)".trimmingSpace + "."
        }
        let scale = decimals == 0 ? 1.0 : 10.0
        guard abs(value * scale - (value * scale).rounded()) < 1e-6 else {
            return "\(label) takes \(decimals == 0 ? "whole numbers" : "one decimal at most")."
        }
        return nil
    }
}

extension ScoreInput {
    typealias Condition = @Sendable (ScoreAnswers) -> Bool

    static func choice<Answer: ScoreChoice>(
        _ id: String, _ label: String, _: Answer.Type, isOptional: Bool = false,
        when isShown: @escaping Condition = { _ in true }
    ) -> ScoreInput {
        ScoreInput(
            id: id, label: label, kind: .choice(Answer.options), isOptional: isOptional, isShown: isShown)
    }

    static func choices<Answer: ScoreChoice>(
        _ id: String, _ label: String, _: Answer.Type, when isShown: @escaping Condition = { _ in true }
    ) -> ScoreInput {
        ScoreInput(id: id, label: label, kind: .choices(Answer.options), isOptional: false, isShown: isShown)
    }

    static func number(
        _ id: String, _ label: String, unit: String, _ range: ClosedRange<Double>, decimals: Int = 1,
        isOptional: Bool = false, when isShown: @escaping Condition = { _ in true }
    ) -> ScoreInput {
        ScoreInput(
            id: id, label: label, kind: .number(unit: unit, range: range, decimals: decimals),
            isOptional: isOptional, isShown: isShown)
    }
}

/// What can be picked.
public struct ScoreOption: Hashable, Sendable, Identifiable {
    public let id: String
    public let label: String
    /// What it adds, where a score counts points.
    public let points: Int?
    /// Of several that may be picked together: not with another. `None` is of this kind.
    public let excludesOthers: Bool
}

/// The options of one input as an enumeration, so that the rules have to treat each of them.
protocol ScoreChoice: RawRepresentable<String>, CaseIterable, Sendable {
    var label: String { get }
    var points: Int? { get }
    var excludesOthers: Bool { get }
}

extension ScoreChoice {
    var points: Int? { nil }
    var excludesOthers: Bool { false }

    static var options: [ScoreOption] {
        allCases.map {
            ScoreOption(id: $0.rawValue, label: $0.label, points: $0.points, excludesOthers: $0.excludesOthers)
        }
    }
}

enum YesNo: String, ScoreChoice {
    case no, yes

    var label: String { self == .yes ? "Yes" : "No" }
}

enum Side: String, ScoreChoice {
    case right, left

    var label: String { self == .right ? "Right" : "Left" }
}
