extension Calculator {
    /// Nodules found by chance on chest CT.
    static let fleischner = Calculator(
        id: "fleischner", title: "Fleischner 2017", shortTitle: "Fleischner", version: "2017",
        citation: "MacMahon H et al. Radiology 2017;284:228–243",
        aliases: ["incidental nodule", "lung nodule"],
        inputs: [
            .number("age", "Age", unit: "years", 0...120, decimals: 0),
            .choices("exclusions", "Reasons not to apply", Fleischner.Exclusion.self, when: Fleischner.isAdult),
            .choice("type", "Nodule", Fleischner.Kind.self, when: Fleischner.applies),
            .choice("number", "Number", Fleischner.Count.self, when: Fleischner.applies),
            .number(
                "size", "Diameter (mean of long and short axis)", unit: "mm", 0.1...300, when: Fleischner.applies),
            .number("solid", "Solid component", unit: "mm", 0.1...300, when: Fleischner.solidPartMatters),
            .choice(
                "risk", "Risk", Fleischner.Risk.self,
                when: { Fleischner.applies($0) && $0.pick("type", Fleischner.Kind.self) == .solid }),
        ],
        rule: Fleischner.rule)
}

enum Fleischner {
    enum Exclusion: String, ScoreChoice {
        case none, cancer, immunosuppression, screening

        var label: String {
            switch self {
            case .none: "None"
            case .cancer: "Known cancer"
            case .immunosuppression: "Immunosuppression"
            case .screening: "Lung cancer screening"
            }
        }

        var excludesOthers: Bool { self == .none }
    }

    enum Kind: String, ScoreChoice {
        case solid
        case groundGlass = "ground-glass"
        case partSolid = "part-solid"

        var label: String {
            switch self {
            case .solid: "Solid"
            case .groundGlass: "Pure ground glass"
            case .partSolid: "Part-solid"
            }
        }
    }

    enum Count: String, ScoreChoice {
        case single, multiple

        var label: String { self == .single ? "Single" : "Multiple (measure the most suspicious)" }
        var word: String { rawValue }
    }

    enum Risk: String, ScoreChoice {
        case low, high

        var label: String { self == .low ? "Low" : "High" }
    }

    static let isAdult: @Sendable (ScoreAnswers) -> Bool = { ($0.number("age") ?? 0) >= 35 }
    static let applies: @Sendable (ScoreAnswers) -> Bool = {
        isAdult($0) && $0.options("exclusions") == [Exclusion.none.rawValue]
    }
    static let solidPartMatters: @Sendable (ScoreAnswers) -> Bool = {
        applies($0) && $0.pick("type", Kind.self) == .partSolid && $0.pick("number", Count.self) == .single
            && ($0.number("size") ?? 0) >= 6
    }

    struct Row {
        let name: String
        let advice: String
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        try requireApplicable(answers)
        let kind = try answers.required("type", Kind.self)
        let count = try answers.required("number", Count.self)
        let size = try answers.required("size")
        guard size <= 30 else { throw .undefined("More than 30 mm is a mass: Fleischner 2017 is about nodules.") }
        let row: Row
        var because = ["\(Wording.millimetres(size))"]
        switch (kind, count) {
        case (.solid, _):
            let risk = try answers.required("risk", Risk.self)
            because.append("\(risk.rawValue) risk")
            row = count == .single ? singleSolid(size, risk) : multipleSolid(size, risk)
        case (_, .multiple): row = multipleSubsolid(size)
        case (.groundGlass, .single): row = singleGroundGlass(size)
        case (.partSolid, .single):
            let solid = size >= 6 ? try solidPart(answers, of: size) : nil
            if let solid { because.append("solid component \(Wording.millimetres(solid))") }
            row = singlePartSolid(size, solid: solid ?? 0)
        }
        let nodule = kind == .groundGlass ? "ground-glass" : kind.rawValue
        let subject = count == .single ? "Single \(nodule) nodule" : "Multiple \(nodule) nodules"
        return Score(
            row.name, row: row.name, finding: "\(subject), \(because.joined(separator: ", "))",
            recommendation: row.advice, notes: roundingNote(size))
    }

    private static func requireApplicable(_ answers: ScoreAnswers) throws(ScoreStop) {
        guard try answers.required("age") >= 35 else {
            throw .undefined("Fleischner 2017 does not apply below 35 years: manage case by case.")
        }
        let reasons = try answers.requiredSome("exclusions", Exclusion.self).filter { $0 != .none }
        guard reasons.isEmpty else {
            let words = Wording.list(reasons.map(\.label.inSentence))
            throw .undefined("Fleischner 2017 does not apply: \(words).")
        }
    }

    private static func solidPart(_ answers: ScoreAnswers, of size: Double) throws(ScoreStop) -> Double {
        let solid = try answers.required("solid")
        guard solid <= size else {
            throw .invalid("solid", "The solid component cannot be larger than the whole nodule.")
        }
        return solid
    }

    private static func singleSolid(_ size: Double, _ risk: Risk) -> Row {
        let name = "Single solid, \(band(size)), \(risk.rawValue) risk"
        return switch (size, risk) {
        case (..<6, .low): Row(name: name, advice: "No routine follow-up.")
        case (..<6, .high): Row(name: name, advice: "Optional CT at 12 months.")
        case (...8, .low): Row(name: name, advice: "CT at 6–12 months, then consider CT at 18–24 months.")
        case (...8, .high): Row(name: name, advice: "CT at 6–12 months, then CT at 18–24 months.")
        default: Row(name: name, advice: "Consider CT at 3 months, PET/CT or tissue sampling.")
        }
    }

    private static func multipleSolid(_ size: Double, _ risk: Risk) -> Row {
        let name = "Multiple solid, \(band(size)), \(risk.rawValue) risk"
        return switch (size, risk) {
        case (..<6, .low): Row(name: name, advice: "No routine follow-up.")
        case (..<6, .high): Row(name: name, advice: "Optional CT at 12 months.")
        case (_, .low): Row(name: name, advice: "CT at 3–6 months, then consider CT at 18–24 months.")
        case (_, .high): Row(name: name, advice: "CT at 3–6 months, then CT at 18–24 months.")
        }
    }

    private static func singleGroundGlass(_ size: Double) -> Row {
        size < 6
            ? Row(name: "Single ground glass, < 6 mm", advice: "No routine follow-up.")
            : Row(
                name: "Single ground glass, ≥ 6 mm",
                advice: "CT at 6–12 months to confirm persistence, then CT every 2 years until 5 years.")
    }

    private static func singlePartSolid(_ size: Double, solid: Double) -> Row {
        guard size >= 6 else { return Row(name: "Single part-solid, < 6 mm", advice: "No routine follow-up.") }
        return solid < 6
            ? Row(
                name: "Single part-solid, ≥ 6 mm, solid component < 6 mm",
                advice: "CT at 3–6 months to confirm persistence; if unchanged, CT every year for 5 years.")
            : Row(
                name: "Single part-solid, ≥ 6 mm, solid component ≥ 6 mm",
                advice: "CT at 3–6 months to confirm persistence; a persistent solid component of 6 mm or more is "
                    + "highly suspicious.")
    }

    private static func multipleSubsolid(_ size: Double) -> Row {
        size < 6
            ? Row(
                name: "Multiple subsolid, < 6 mm",
                advice: "CT at 3–6 months; if stable, consider CT at 2 and 4 years.")
            : Row(
                name: "Multiple subsolid, ≥ 6 mm",
                advice: "CT at 3–6 months; further management by the most suspicious nodule.")
    }

    private static func band(_ size: Double) -> String {
        switch size {
        case ..<6: "< 6 mm"
        case ...8: "6–8 mm"
        default: "> 8 mm"
        }
    }

    /// The society measures in whole millimetres; near a threshold that makes a difference the reader must decide on.
    private static func roundingNote(_ size: Double) -> [String] {
        let whole = size.rounded()
        guard band(whole) != band(size) else { return [] }
        let rounded = Wording.millimetres(whole)
        return ["Fleischner 2017 measures in whole millimetres: rounded to \(rounded), another row fires."]
    }
}
