extension Calculator {
    /// Liver observations in patients at risk of hepatocellular carcinoma.
    static let lirads = Calculator(
        id: "li-rads", title: "LI-RADS CT/MRI v2018", shortTitle: "LI-RADS", version: "2018",
        citation: "Chernyak V et al. Radiology 2018;289:816–830",
        aliases: ["hcc", "liver observation"],
        inputs: [
            .choice("population", "At risk (cirrhosis, chronic hepatitis B, or HCC now or before)", YesNo.self),
            .choice("judgement", "First judgement", LIRADS.Judgement.self, when: LIRADS.isAtRisk),
            .number("size", "Largest diameter", unit: "mm", 1...300, when: LIRADS.usesTable),
            .choice("aphe", "Nonrim arterial phase hyperenhancement", LIRADS.Presence.self, when: LIRADS.usesTable),
            .choice("washout", "Nonperipheral washout", LIRADS.Presence.self, when: LIRADS.usesTable),
            .choice("capsule", "Enhancing capsule", LIRADS.Presence.self, when: LIRADS.usesTable),
            .choice(
                "growth", "Threshold growth (50 % or more within 6 months)", LIRADS.Presence.self,
                when: LIRADS.usesTable),
            .choice("ancillary", "Ancillary features", LIRADS.Ancillary.self, when: LIRADS.allowsAncillary),
        ],
        rule: LIRADS.rule)
}

enum LIRADS {
    /// What comes before the table of major features, in the order of the algorithm.
    enum Judgement: String, ScoreChoice {
        case notCategorizable = "not-categorizable"
        case tumourInVein = "tumour-in-vein"
        case definitelyBenign = "definitely-benign"
        case probablyBenign = "probably-benign"
        case targetoid
        case table

        var label: String {
            switch self {
            case .notCategorizable: "Not categorizable: images omitted or degraded"
            case .tumourInVein: "Definite tumour in vein"
            case .definitelyBenign: "Definitely benign"
            case .probablyBenign: "Probably benign"
            case .targetoid: "Probably or definitely malignant, not HCC-specific (targetoid, infiltrative, …)"
            case .table: "None of these: by major features"
            }
        }
    }

    /// What is not sure counts as absent.
    enum Presence: String, ScoreChoice {
        case absent, present, unsure

        var label: String {
            switch self {
            case .absent: "Absent"
            case .present: "Present"
            case .unsure: "Unsure (counts as absent)"
            }
        }
    }

    enum Ancillary: String, ScoreChoice {
        case none, malignant, benign, both

        var label: String {
            switch self {
            case .none: "None"
            case .malignant: "Favouring malignancy"
            case .benign: "Favouring benignity"
            case .both: "Both: they cancel out"
            }
        }
    }

    enum Category: Int {
        case one = 1
        case two, three, four, five

        var name: String { "LR-\(rawValue)" }

        var meaning: String {
            switch self {
            case .one: "definitely benign"
            case .two: "probably benign"
            case .three: "intermediate probability of malignancy"
            case .four: "probably HCC"
            case .five: "definitely HCC"
            }
        }

        var advice: String {
            switch self {
            case .one: "Continue surveillance in 6 months."
            case .two: "Continue surveillance in 6 months; earlier diagnostic imaging may be considered."
            case .three: "Repeat or alternative diagnostic imaging in 3–6 months."
            case .four: "Multidisciplinary discussion; biopsy, or diagnostic imaging within 3 months."
            case .five: "HCC confirmed by imaging: multidisciplinary discussion of treatment."
            }
        }
    }

    static let isAtRisk: @Sendable (ScoreAnswers) -> Bool = { $0.pick("population", YesNo.self) == .yes }
    static let usesTable: @Sendable (ScoreAnswers) -> Bool = { $0.pick("judgement", Judgement.self) == .table }
    static let allowsAncillary: @Sendable (ScoreAnswers) -> Bool = {
        usesTable($0) || $0.pick("judgement", Judgement.self) == .probablyBenign
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        guard try answers.required("population", YesNo.self) == .yes else {
            throw .undefined("LI-RADS applies only to patients at risk of HCC: do not assign a category.")
        }
        switch try answers.required("judgement", Judgement.self) {
        case .notCategorizable:
            return verdict(
                "LR-NC", "not categorizable", "images omitted or degraded",
                "Repeat or alternative diagnostic imaging within 3 months.")
        case .tumourInVein:
            return verdict("LR-TIV", "tumour in vein", "definite tumour in vein", "Multidisciplinary discussion.")
        case .targetoid:
            return verdict(
                "LR-M", "probably or definitely malignant, not HCC-specific", "targetoid or other LR-M features",
                "Multidisciplinary discussion, often with biopsy.")
        case .definitelyBenign: return verdict(.one, "definitely benign", [])
        case .probablyBenign: return try adjusted(.two, row: "probably benign", [], answers)
        case .table: return try byMajorFeatures(answers)
        }
    }

    private static func byMajorFeatures(_ answers: ScoreAnswers) throws(ScoreStop) -> Score {
        let size = try answers.required("size")
        let hasAPHE = try answers.required("aphe", Presence.self) == .present
        let hasWashout = try answers.required("washout", Presence.self) == .present
        let hasCapsule = try answers.required("capsule", Presence.self) == .present
        let hasGrowth = try answers.required("growth", Presence.self) == .present
        let features = [
            hasWashout ? "nonperipheral washout" : nil, hasCapsule ? "enhancing capsule" : nil,
            hasGrowth ? "threshold growth" : nil,
        ].compactMap(\.self)
        let category = table(size: size, hasAPHE: hasAPHE, count: features.count, isCapsule: hasCapsule)
        let aphe = hasAPHE ? "nonrim APHE" : "no nonrim APHE"
        let row = "\(aphe), \(band(size, hasAPHE: hasAPHE)), \(additional(features.count, isCapsule: hasCapsule))"
        let because =
            [Wording.millimetres(size), aphe] + (features.isEmpty ? ["no additional major feature"] : features)
        return try adjusted(category, row: row, because, answers)
    }

    /// The table of major features. The columns without APHE divide at 20 mm, those with APHE at 10 and 20 mm.
    private static func table(size: Double, hasAPHE: Bool, count: Int, isCapsule: Bool) -> Category {
        switch (count, hasAPHE, size) {
        case (0, false, _): .three
        case (0, true, ..<20): .three
        case (0, true, _): .four
        case (1, false, ..<20): .three
        case (1, false, _): .four
        case (1, true, ..<10): .four
        case (1, true, ..<20): isCapsule ? .four : .five
        case (1, true, _): .five
        case (_, false, _): .four
        case (_, true, ..<10): .four
        case (_, true, _): .five
        }
    }

    private static func band(_ size: Double, hasAPHE: Bool) -> String {
        switch size {
        case ..<10 where hasAPHE: "< 10 mm"
        case ..<20: hasAPHE ? "10–19 mm" : "< 20 mm"
        default: "≥ 20 mm"
        }
    }

    private static func additional(_ count: Int, isCapsule: Bool) -> String {
        switch count {
        case 0: "no additional major feature"
        case 1: isCapsule ? "one additional major feature (capsule)" : "one additional major feature (not capsule)"
        default: "two or more additional major features"
        }
    }

    /// Ancillary features move one category at most, and never up to LR-5.
    private static func adjusted(
        _ category: Category, row: String, _ because: [String], _ answers: ScoreAnswers
    ) throws(ScoreStop) -> Score {
        let ancillary = try answers.required("ancillary", Ancillary.self)
        let moved: Category =
            switch (ancillary, category) {
            case (.malignant, .one): .two
            case (.malignant, .two): .three
            case (.malignant, .three): .four
            case (.benign, .five): .four
            case (.benign, .four): .three
            case (.benign, .three): .two
            case (.benign, .two): .one
            default: category
            }
        let words = [
            ancillary == .malignant ? "ancillary features favouring malignancy" : nil,
            ancillary == .benign ? "ancillary features favouring benignity" : nil,
            ancillary == .both ? "ancillary features favouring both" : nil,
        ].compactMap(\.self)
        let row = moved == category ? row : "\(row): \(category.name), moved by \(words.joined())"
        return verdict(moved, row, because + words)
    }

    private static func verdict(_ category: Category, _ row: String, _ because: [String]) -> Score {
        let details = because.isEmpty ? "" : ": " + because.joined(separator: ", ")
        return Score(
            category.name, row: row, finding: "\(category.name), \(category.meaning)\(details)",
            recommendation: category.advice)
    }

    private static func verdict(_ name: String, _ meaning: String, _ row: String, _ advice: String) -> Score {
        Score(name, row: row, finding: "\(name), \(meaning)", recommendation: advice)
    }
}
