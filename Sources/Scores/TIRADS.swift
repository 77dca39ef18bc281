extension Calculator {
    /// Thyroid nodules on ultrasound.
    static let tirads = Calculator(
        id: "ti-rads", title: "ACR TI-RADS 2017", shortTitle: "TI-RADS", version: "2017",
        citation: "Tessler FN et al. J Am Coll Radiol 2017;14:587–595",
        aliases: ["thyroid nodule"],
        inputs: [
            .choice("composition", "Composition", TIRADS.Composition.self),
            .choice("echogenicity", "Echogenicity", TIRADS.Echogenicity.self, when: TIRADS.isNotSpongiform),
            .choice("shape", "Shape", TIRADS.Shape.self, when: TIRADS.isNotSpongiform),
            .choice("margin", "Margin", TIRADS.Margin.self, when: TIRADS.isNotSpongiform),
            .choices("foci", "Echogenic foci", TIRADS.Foci.self, when: TIRADS.isNotSpongiform),
            .number("size", "Largest diameter", unit: "mm", 1...200),
        ],
        rule: TIRADS.rule)
}

enum TIRADS {
    enum Composition: String, ScoreChoice {
        case cystic, spongiform, mixed, solid

        var label: String {
            switch self {
            case .cystic: "Cystic or almost completely cystic"
            case .spongiform: "Spongiform"
            case .mixed: "Mixed cystic and solid"
            case .solid: "Solid or almost completely solid"
            }
        }

        var points: Int? {
            switch self {
            case .cystic, .spongiform: 0
            case .mixed: 1
            case .solid: 2
            }
        }
    }

    enum Echogenicity: String, ScoreChoice {
        case anechoic, isoechoic, hypoechoic
        case veryHypoechoic = "very-hypoechoic"

        var label: String {
            switch self {
            case .anechoic: "Anechoic"
            case .isoechoic: "Hyperechoic or isoechoic"
            case .hypoechoic: "Hypoechoic"
            case .veryHypoechoic: "Very hypoechoic"
            }
        }

        var points: Int? {
            switch self {
            case .anechoic: 0
            case .isoechoic: 1
            case .hypoechoic: 2
            case .veryHypoechoic: 3
            }
        }
    }

    enum Shape: String, ScoreChoice {
        case wider, taller

        var label: String { self == .wider ? "Wider than tall" : "Taller than wide" }
        var points: Int? { self == .wider ? 0 : 3 }
    }

    enum Margin: String, ScoreChoice {
        case smooth
        case illDefined = "ill-defined"
        case lobulated, extrathyroidal

        var label: String {
            switch self {
            case .smooth: "Smooth margin"
            case .illDefined: "Ill-defined margin"
            case .lobulated: "Lobulated or irregular margin"
            case .extrathyroidal: "Extrathyroidal extension"
            }
        }

        var points: Int? {
            switch self {
            case .smooth, .illDefined: 0
            case .lobulated: 2
            case .extrathyroidal: 3
            }
        }
    }

    enum Foci: String, ScoreChoice {
        case none
        case cometTail = "comet-tail"
        case macrocalcification, rim, punctate

        var label: String {
            switch self {
            case .none: "No echogenic foci"
            case .cometTail: "Large comet-tail artefacts"
            case .macrocalcification: "Macrocalcifications"
            case .rim: "Peripheral (rim) calcifications"
            case .punctate: "Punctate echogenic foci"
            }
        }

        var points: Int? {
            switch self {
            case .none, .cometTail: 0
            case .macrocalcification: 1
            case .rim: 2
            case .punctate: 3
            }
        }

        var excludesOthers: Bool { self == .none }
    }

    struct Level {
        let category: String
        let meaning: String
        let points: ClosedRange<Int>
        /// From these sizes on, in mm.
        let biopsy: Double?
        let followUp: Double?
        let schedule: String
    }

    static let levels = [
        Level(category: "TR1", meaning: "benign", points: 0...0, biopsy: nil, followUp: nil, schedule: ""),
        Level(category: "TR2", meaning: "not suspicious", points: 2...2, biopsy: nil, followUp: nil, schedule: ""),
        Level(
            category: "TR3", meaning: "mildly suspicious", points: 3...3, biopsy: 25, followUp: 15,
            schedule: "at 1, 3 and 5 years"),
        Level(
            category: "TR4", meaning: "moderately suspicious", points: 4...6, biopsy: 15, followUp: 10,
            schedule: "at 1, 2, 3 and 5 years"),
        Level(
            category: "TR5", meaning: "highly suspicious", points: 7...99, biopsy: 10, followUp: 5,
            schedule: "every year for 5 years"),
    ]

    /// A spongiform nodule is TR1 whatever else it shows: the chart adds nothing to it.
    static let isNotSpongiform: @Sendable (ScoreAnswers) -> Bool = {
        $0.pick("composition", Composition.self) != .spongiform
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let composition = try answers.required("composition", Composition.self)
        if composition == .spongiform { return try score(["spongiform (0)"], points: 0, answers) }
        let echogenicity = try answers.required("echogenicity", Echogenicity.self)
        let shape = try answers.required("shape", Shape.self)
        let margin = try answers.required("margin", Margin.self)
        let foci = try answers.requiredSome("foci", Foci.self)
        let chosen: [any ScoreChoice] = [composition, echogenicity, shape, margin] + foci
        let because = chosen.map { "\($0.label.inSentence) (\($0.points ?? 0))" }
        return try score(because, points: chosen.reduce(0) { $0 + ($1.points ?? 0) }, answers)
    }

    private static func score(
        _ because: [String], points: Int, _ answers: ScoreAnswers
    ) throws(ScoreStop) -> Score {
        guard let level = levels.first(where: { $0.points.contains(points) }) else {
            throw .undefined("TI-RADS 2017 has no category for \(Wording.count(points, "point")): check the features.")
        }
        let size = try answers.required("size")
        let (threshold, recommendation) = advice(level, size: size)
        return Score(
            level.category, points: points, row: "\(level.category): \(words(level.points)); \(threshold)",
            finding: "\(level.category), \(level.meaning), \(Wording.count(points, "point")): "
                + (because + [Wording.millimetres(size)]).joined(separator: ", "),
            recommendation: recommendation)
    }

    private static func words(_ points: ClosedRange<Int>) -> String {
        switch points.upperBound {
        case 99: "\(points.lowerBound) points or more"
        case points.lowerBound: Wording.count(points.lowerBound, "point")
        default: "\(points.lowerBound)–\(points.upperBound) points"
        }
    }

    private static func advice(_ level: Level, size: Double) -> (threshold: String, recommendation: String) {
        guard let biopsy = level.biopsy, let followUp = level.followUp else {
            return ("no biopsy at any size", "No fine-needle aspiration and no follow-up needed.")
        }
        if size >= biopsy {
            return ("biopsy from \(Wording.millimetres(biopsy))", "Fine-needle aspiration is recommended.")
        }
        if size >= followUp {
            return (
                "follow-up from \(Wording.millimetres(followUp)), biopsy from \(Wording.millimetres(biopsy))",
                "Follow-up ultrasound is recommended \(level.schedule)."
            )
        }
        return (
            "follow-up from \(Wording.millimetres(followUp))",
            "Below \(Wording.millimetres(followUp)): no fine-needle aspiration and no follow-up needed."
        )
    }
}
