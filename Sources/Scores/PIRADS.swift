extension Calculator {
    /// One lesion of the prostate on multiparametric MRI.
    static let pirads = Calculator(
        id: "pi-rads", title: "PI-RADS v2.1", shortTitle: "PI-RADS", version: "2.1",
        citation: "Turkbey B et al. Eur Urol 2019;76:340–351",
        aliases: ["prostate"],
        inputs: [
            .choice("zone", "Zone", PIRADS.Zone.self),
            .choice("t2", "T2 score", PIRADS.Level.self, when: { PIRADS.zone($0) == .transition }),
            .choice("dwi", "DWI score", PIRADS.Diffusion.self, when: PIRADS.diffusionMatters),
            .choice("t2-peripheral", "T2 score", PIRADS.Level.self, when: PIRADS.lacksDiffusion),
            .choice("dce", "Dynamic contrast enhancement", PIRADS.Enhancement.self, when: PIRADS.enhancementMatters),
            .number("size", "Largest diameter", unit: "mm", 1...150, isOptional: true),
            .choice(
                "extension", "Definite extraprostatic extension or invasive behaviour", YesNo.self,
                when: PIRADS.extensionMatters),
        ],
        rule: PIRADS.rule)
}

enum PIRADS {
    enum Zone: String, ScoreChoice {
        case peripheral, transition

        var label: String { self == .peripheral ? "Peripheral zone" : "Transition zone" }
    }

    enum Level: String, ScoreChoice {
        case one = "1"
        case two = "2"
        case three = "3"
        case four = "4"
        case five = "5"

        var label: String { rawValue }
        var value: Int { Int(rawValue) ?? 0 }
    }

    enum Diffusion: String, ScoreChoice {
        case one = "1"
        case two = "2"
        case three = "3"
        case four = "4"
        case five = "5"
        case inadequate

        var label: String { self == .inadequate ? "Absent or inadequate" : rawValue }
        /// `nil`: not adequate.
        var value: Int? { Int(rawValue) }
    }

    enum Enhancement: String, ScoreChoice {
        case negative, positive, absent

        var label: String {
            switch self {
            case .negative: "Negative"
            case .positive: "Positive"
            case .absent: "Not performed or inadequate"
            }
        }
    }

    static func zone(_ answers: ScoreAnswers) -> Zone? { answers.pick("zone") }

    /// In the transition zone diffusion can only change T2 scores of 2 and 3.
    static let diffusionMatters: @Sendable (ScoreAnswers) -> Bool = { answers in
        switch zone(answers) {
        case .peripheral: true
        case .transition: answers.pick("t2", Level.self).map { [.two, .three].contains($0) } ?? false
        case nil: false
        }
    }

    static let lacksDiffusion: @Sendable (ScoreAnswers) -> Bool = {
        zone($0) == .peripheral && $0.pick("dwi", Diffusion.self) == .inadequate
    }

    static let enhancementMatters: @Sendable (ScoreAnswers) -> Bool = {
        zone($0) == .peripheral
            && ($0.pick("dwi", Diffusion.self) == .three || $0.pick("t2-peripheral", Level.self) == .three)
    }

    static let extensionMatters: @Sendable (ScoreAnswers) -> Bool = {
        $0.number("size") != nil && dominant($0).map { $0 >= 4 } == true
    }

    /// The score of the sequence that leads in the lesion's zone.
    private static func dominant(_ answers: ScoreAnswers) -> Int? {
        switch zone(answers) {
        case .transition: answers.pick("t2", Level.self)?.value
        case .peripheral:
            answers.pick("dwi", Diffusion.self)?.value ?? answers.pick("t2-peripheral", Level.self)?.value
        case nil: nil
        }
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let zone = try answers.required("zone", Zone.self)
        let (category, because) = zone == .peripheral ? try peripheral(answers) : try transition(answers)
        try checkSize(answers)
        let size = answers.number("size").map { [Wording.millimetres($0)] } ?? []
        let words = ([zone.label.inSentence] + because + size).joined(separator: ", ")
        return Score(
            "\(category)", row: ([zone.label] + because).joined(separator: ", "),
            finding: "PI-RADS \(category), \(meaning(category)): \(words)", recommendation: advice(category))
    }

    private static func peripheral(_ answers: ScoreAnswers) throws(ScoreStop) -> (Int, [String]) {
        let diffusion = try answers.required("dwi", Diffusion.self)
        let leading: Int
        var because: [String]
        if let value = diffusion.value {
            (leading, because) = (value, ["DWI \(value)"])
        } else {
            leading = try answers.required("t2-peripheral", Level.self).value
            because = ["DWI inadequate", "T2 \(leading)"]
        }
        guard leading == 3 else { return (leading, because) }
        let enhancement = try answers.required("dce", Enhancement.self)
        because.append(enhancement == .absent ? "DCE not available" : "DCE \(enhancement.rawValue)")
        return (enhancement == .positive ? 4 : 3, because)
    }

    private static func transition(_ answers: ScoreAnswers) throws(ScoreStop) -> (Int, [String]) {
        let leading = try answers.required("t2", Level.self).value
        guard leading == 2 || leading == 3 else { return (leading, ["T2 \(leading)"]) }
        guard let diffusion = try answers.required("dwi", Diffusion.self).value else {
            return (leading, ["T2 \(leading)", "DWI inadequate"])
        }
        let because = ["T2 \(leading)", "DWI \(diffusion)"]
        if leading == 2 { return (diffusion >= 4 ? 3 : 2, because) }
        return (diffusion == 5 ? 4 : 3, because)
    }

    /// Scores 4 and 5 of the leading sequence differ by size (15 mm) and invasion alone.
    private static func checkSize(_ answers: ScoreAnswers) throws(ScoreStop) {
        guard let size = answers.number("size"), let leading = dominant(answers), leading >= 4 else { return }
        let isLarge = try answers.required("extension", YesNo.self) == .yes || size >= 15
        if leading == 4 && isLarge {
            throw .invalid("size", "From 15 mm on, or with extraprostatic extension, a score of 4 is a 5.")
        }
        if leading == 5 && !isLarge {
            throw .invalid("size", "Below 15 mm and without extraprostatic extension a score of 5 is a 4.")
        }
    }

    private static func meaning(_ category: Int) -> String {
        let likelihood = ["very low", "low", "intermediate", "high", "very high"]
        let word = likelihood.indices.contains(category - 1) ? likelihood[category - 1] : "unknown"
        return "\(word) likelihood of clinically significant cancer"
    }

    private static func advice(_ category: Int) -> String {
        switch category {
        case ...2: "Biopsy of this finding is not indicated by imaging."
        case 3: "Biopsy depends on clinical factors such as PSA density."
        default: "Targeted biopsy should be considered."
        }
    }
}
