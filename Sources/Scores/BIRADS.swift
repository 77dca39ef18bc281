extension Calculator {
    /// Mammography: one assessment and one density for the examination.
    static let birads = Calculator(
        id: "bi-rads", title: "BI-RADS 5th edition", shortTitle: "BI-RADS", version: "5th edition",
        citation: "D’Orsi CJ et al. ACR BI-RADS Atlas, 5th ed. American College of Radiology, 2013",
        aliases: ["mammography", "breast"],
        inputs: [
            .choice("density", "Breast density", BIRADS.Density.self),
            .choice("assessment", "Assessment", BIRADS.Assessment.self),
            .number(
                "likelihood", "Likelihood of malignancy", unit: "%", 0...100,
                when: { $0.pick("assessment", BIRADS.Assessment.self) == .suspicious }),
        ],
        rule: BIRADS.rule)
}

enum BIRADS {
    enum Density: String, ScoreChoice {
        case a, b, c, d

        var label: String { "\(rawValue): \(words)" }

        var words: String {
            switch self {
            case .a: "almost entirely fatty"
            case .b: "scattered areas of fibroglandular density"
            case .c: "heterogeneously dense, which may obscure small masses"
            case .d: "extremely dense, which lowers the sensitivity of mammography"
            }
        }
    }

    enum Assessment: String, ScoreChoice {
        case zero = "0"
        case one = "1"
        case two = "2"
        case three = "3"
        case fourA = "4a"
        case fourB = "4b"
        case fourC = "4c"
        case suspicious = "4"
        case five = "5"
        case six = "6"

        var name: String { rawValue.uppercased() }
        var label: String { self == .suspicious ? "4: by likelihood of malignancy" : "\(name): \(meaning)" }

        var meaning: String {
            switch self {
            case .zero: "incomplete"
            case .one: "negative"
            case .two: "benign"
            case .three: "probably benign"
            case .fourA: "low suspicion for malignancy"
            case .fourB: "moderate suspicion for malignancy"
            case .fourC: "high suspicion for malignancy"
            case .suspicious: "suspicious"
            case .five: "highly suggestive of malignancy"
            case .six: "known biopsy-proven malignancy"
            }
        }

        var likelihood: String {
            switch self {
            case .zero, .six: "likelihood does not apply"
            case .one, .two: "essentially 0 %"
            case .three: "> 0 to ≤ 2 %"
            case .fourA: "> 2 to ≤ 10 %"
            case .fourB: "> 10 to ≤ 50 %"
            case .fourC: "> 50 to < 95 %"
            case .suspicious: "> 2 to < 95 %"
            case .five: "≥ 95 %"
            }
        }

        var advice: String {
            switch self {
            case .zero: "Recall for additional imaging, or comparison with earlier examinations."
            case .one, .two: "Routine screening."
            case .three: "Short-interval follow-up in 6 months."
            case .fourA, .fourB, .fourC, .suspicious, .five: "Tissue diagnosis is recommended."
            case .six: "Surgical excision when clinically appropriate."
            }
        }
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let density = try answers.required("density", Density.self)
        let chosen = try answers.required("assessment", Assessment.self)
        let assessment = chosen == .suspicious ? try graded(answers) : chosen
        let likelihood = answers.number("likelihood").map { ", likelihood \(Wording.number($0)) %" } ?? ""
        return Score(
            assessment.name, row: "\(assessment.name): \(assessment.meaning), \(assessment.likelihood)",
            finding: "BI-RADS \(assessment.name), \(assessment.meaning)\(likelihood); "
                + "breast density \(density.rawValue), \(density.words)",
            recommendation: assessment.advice)
    }

    private static func graded(_ answers: ScoreAnswers) throws(ScoreStop) -> Assessment {
        switch try answers.required("likelihood") {
        case ...2: throw .invalid("likelihood", "Up to 2 % is not suspicious: that is BI-RADS 3 or lower.")
        case ...10: return .fourA
        case ...50: return .fourB
        case ..<95: return .fourC
        default: throw .invalid("likelihood", "From 95 % on it is BI-RADS 5.")
        }
    }
}
