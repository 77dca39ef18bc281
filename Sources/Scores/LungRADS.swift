extension Calculator {
    /// Lung cancer screening with low-dose CT.
    static let lungRADS = Calculator(
        id: "lung-rads", title: "Lung-RADS 2022", shortTitle: "Lung-RADS", version: "2022",
        citation: "Christensen J et al. J Am Coll Radiol 2024;21:473–488",
        aliases: ["lung screening"],
        inputs: [
            .choice("finding", "Most suspicious finding", LungRADS.Finding.self),
            .number("size", "Mean diameter", unit: "mm", 0.1...300, when: { LungRADS.finding($0)?.isMeasured == true }),
            .number(
                "solid", "Mean diameter of the solid component", unit: "mm", 0.1...300,
                when: { LungRADS.finding($0) == .partSolid }),
            .choice(
                "change", "Since the earlier examination", LungRADS.Change.self,
                when: { LungRADS.finding($0)?.changes == true }),
            .choice("previous", "Category before", LungRADS.Previous.self, when: LungRADS.wasCategorised),
            .choice("airway", "Airway nodule", LungRADS.Airway.self, when: { LungRADS.finding($0) == .airway }),
            .choice("cyst", "Cyst", LungRADS.Cyst.self, when: { LungRADS.finding($0) == .cyst }),
            .choice(
                "suspicious", "Features that raise the suspicion (spiculation, lymphadenopathy, …)", YesNo.self,
                when: { LungRADS.finding($0)?.mayBeSuspicious == true }),
            .choice("other", "Significant other finding (modifier S)", YesNo.self),
        ],
        rule: LungRADS.rule)
}

enum LungRADS {
    enum Finding: String, ScoreChoice {
        case none, benign
        case provenBenign = "proven-benign"
        case solid
        case partSolid = "part-solid"
        case groundGlass = "ground-glass"
        case juxtapleural, airway, cyst, inflammatory
        case notEvaluable = "not-evaluable"
        case priorAwaited = "prior-awaited"

        var label: String {
            switch self {
            case .none: "No nodule"
            case .benign: "Only nodules with benign calcification or fat"
            case .provenBenign: "Category 4B lesion proven benign"
            case .solid: "Solid nodule"
            case .partSolid: "Part-solid nodule"
            case .groundGlass: "Non-solid (ground-glass) nodule"
            case .juxtapleural: "Juxtapleural nodule: solid, smooth, oval, lentiform or triangular"
            case .airway: "Airway nodule"
            case .cyst: "Pulmonary cyst"
            case .inflammatory: "Probably infectious or inflammatory"
            case .notEvaluable: "Part or all of the lungs cannot be evaluated"
            case .priorAwaited: "Earlier chest CT is being located"
            }
        }

        var isMeasured: Bool { changes || self == .juxtapleural }
        var changes: Bool { [.solid, .partSolid, .groundGlass].contains(self) }
        var mayBeSuspicious: Bool { changes || self == .airway || self == .cyst }
    }

    enum Change: String, ScoreChoice {
        case baseline, new, growing
        case slow = "slowly-growing"
        case stable

        var label: String {
            switch self {
            case .baseline: "Baseline: no earlier examination"
            case .new: "New"
            case .growing: "Growing: more than 1.5 mm within 12 months"
            case .slow: "Slowly growing over several examinations"
            case .stable: "Stable or smaller"
            }
        }

        var word: String {
            switch self {
            case .baseline: "baseline"
            case .new: "new"
            case .growing: "growing"
            case .slow: "slowly growing"
            case .stable: "stable or smaller"
            }
        }
    }

    enum Previous: String, ScoreChoice {
        case two = "2"
        case three = "3"
        case fourA = "4a"
        case fourB = "4b"

        var label: String {
            switch self {
            case .two: "Category 2"
            case .three: "Category 3, now at 6 months"
            case .fourA: "Category 4A, now at 3 months"
            case .fourB: "Category 4B or 4X"
            }
        }
    }

    enum Airway: String, ScoreChoice {
        case subsegmental, proximal, persistent

        var label: String {
            switch self {
            case .subsegmental: "Subsegmental"
            case .proximal: "Segmental or more proximal, at baseline or new"
            case .persistent: "Segmental or more proximal, stable or growing at 3 months"
            }
        }

        var category: Category {
            switch self {
            case .subsegmental: .two
            case .proximal: .fourA
            case .persistent: .fourB
            }
        }
    }

    enum Cyst: String, ScoreChoice {
        case thin
        case thick
        case multilocular
        case becameMultilocular = "became-multilocular"
        case growingLumen = "growing-lumen"
        case stableAtThreeMonths = "stable"
        case growingWall = "growing-wall"
        case growingMultilocular = "growing-multilocular"
        case denser

        var label: String {
            switch self {
            case .thin: "Thin-walled, unilocular"
            case .thick: "Thick-walled"
            case .multilocular: "Multilocular at baseline"
            case .becameMultilocular: "Has become multilocular"
            case .growingLumen: "Thick-walled with growing cystic component"
            case .stableAtThreeMonths: "Category 4A, stable or smaller at 3 months"
            case .growingWall: "Thick-walled with growing wall thickness or nodularity"
            case .growingMultilocular: "Multilocular and growing"
            case .denser: "Multilocular with more loculation or new or increased opacity"
            }
        }

        /// `nil`: outside the rules.
        var category: Category? {
            switch self {
            case .thin: nil
            case .growingLumen, .stableAtThreeMonths: .three
            case .thick, .multilocular, .becameMultilocular: .fourA
            case .growingWall, .growingMultilocular, .denser: .fourB
            }
        }
    }

    enum Category: String {
        case zero = "0"
        case one = "1"
        case two = "2"
        case three = "3"
        case fourA = "4A"
        case fourB = "4B"
        case fourX = "4X"
    }

    struct Row {
        let category: Category
        let words: String

        init(_ category: Category, _ words: String) {
            self.category = category
            self.words = words
        }
    }

    static func finding(_ answers: ScoreAnswers) -> Finding? { answers.pick("finding") }

    /// The step down of a stable nodule depends on where it was; a ground-glass nodule is category 2 either way.
    static let wasCategorised: @Sendable (ScoreAnswers) -> Bool = {
        $0.pick("change", Change.self) == .stable && finding($0) != .groundGlass
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let finding = try answers.required("finding", Finding.self)
        let base = try row(finding, answers)
        let isSuspicious = answers.pick("suspicious", YesNo.self) == .yes
        let mayBeX = [Category.three, .fourA, .fourB].contains(base.category)
        let category = isSuspicious && mayBeX ? .fourX : base.category
        let isOther = try answers.required("other", YesNo.self) == .yes
        var notes: [String] = []
        if isSuspicious && !mayBeX { notes.append("Suspicious features make 4X only of categories 3 and 4.") }
        let added = category == .fourX ? ", additional suspicious features" : ""
        let name = category.rawValue + (isOther ? "S" : "")
        return Score(
            name, row: "\(category.rawValue): \(base.words)\(added)",
            finding: "Lung-RADS \(name): \(try because(finding, answers).inSentence)\(added)",
            recommendation: advice(category, finding, answers)
                + (isOther ? " Modifier S: the other significant finding needs its own management." : ""),
            notes: notes)
    }

    private static func row(_ finding: Finding, _ answers: ScoreAnswers) throws(ScoreStop) -> Row {
        switch finding {
        case .none: return Row(.one, "no nodule")
        case .benign: return Row(.one, "nodule with definitely benign features")
        case .provenBenign: return Row(.two, "category 4B lesion proven benign")
        case .solid: return try solid(answers)
        case .partSolid: return try partSolid(answers)
        case .groundGlass: return try groundGlass(answers)
        case .juxtapleural:
            guard try answers.required("size") < 10 else {
                throw .undefined("From 10 mm on a juxtapleural nodule is classified as a solid nodule.")
            }
            return Row(.two, "juxtapleural, < 10 mm")
        case .airway:
            let airway = try answers.required("airway", Airway.self)
            return Row(airway.category, "airway nodule, \(airway.label.inSentence)")
        case .cyst:
            let cyst = try answers.required("cyst", Cyst.self)
            guard let category = cyst.category else {
                throw .undefined("Lung-RADS 2022 does not classify thin-walled unilocular cysts: they count as benign.")
            }
            return Row(category, "atypical cyst, \(cyst.label.inSentence)")
        case .inflammatory: return Row(.zero, "probably infectious or inflammatory")
        case .notEvaluable: return Row(.zero, "part or all of the lungs cannot be evaluated")
        case .priorAwaited: return Row(.zero, "earlier chest CT being located")
        }
    }

    private static func solid(_ answers: ScoreAnswers) throws(ScoreStop) -> Row {
        let size = try answers.required("size")
        switch try answers.required("change", Change.self) {
        case .baseline:
            return switch size {
            case ..<6: Row(.two, "solid, < 6 mm at baseline")
            case ..<8: Row(.three, "solid, 6 to < 8 mm at baseline")
            case ..<15: Row(.fourA, "solid, 8 to < 15 mm at baseline")
            default: Row(.fourB, "solid, ≥ 15 mm")
            }
        case .new:
            return switch size {
            case ..<4: Row(.two, "solid, new, < 4 mm")
            case ..<6: Row(.three, "solid, new, 4 to < 6 mm")
            case ..<8: Row(.fourA, "solid, new, 6 to < 8 mm")
            default: Row(.fourB, "solid, new, ≥ 8 mm")
            }
        case .growing: return size < 8 ? Row(.fourA, "solid, growing, < 8 mm") : Row(.fourB, "solid, growing, ≥ 8 mm")
        case .slow: return Row(.fourB, "solid, slowly growing over several examinations")
        case .stable: return try stable(answers)
        }
    }

    private static func partSolid(_ answers: ScoreAnswers) throws(ScoreStop) -> Row {
        let size = try answers.required("size")
        let part = try answers.required("solid")
        guard part <= size else {
            throw .invalid("solid", "The solid component cannot be larger than the whole nodule.")
        }
        let change = try answers.required("change", Change.self)
        switch (change, size, part) {
        case (.baseline, ..<6, _): return Row(.two, "part-solid, total < 6 mm at baseline")
        case (.baseline, _, ..<6): return Row(.three, "part-solid, total ≥ 6 mm, solid component < 6 mm at baseline")
        case (.baseline, _, ..<8): return Row(.fourA, "part-solid, solid component 6 to < 8 mm at baseline")
        case (.baseline, _, _): return Row(.fourB, "part-solid, solid component ≥ 8 mm")
        case (.new, ..<6, ..<4): return Row(.three, "part-solid, new, total < 6 mm")
        case (.new, _, ..<4), (.growing, _, ..<4):
            return Row(.fourA, "part-solid, \(change.word), solid component < 4 mm")
        case (.new, _, _), (.growing, _, _):
            return Row(.fourB, "part-solid, \(change.word), solid component ≥ 4 mm")
        case (.slow, _, _): return Row(.fourB, "part-solid, slowly growing over several examinations")
        case (.stable, _, _): return try stable(answers)
        }
    }

    private static func groundGlass(_ answers: ScoreAnswers) throws(ScoreStop) -> Row {
        let size = try answers.required("size")
        let change = try answers.required("change", Change.self)
        switch (size, change) {
        case (..<30, _): return Row(.two, "ground glass, < 30 mm")
        case (_, .stable), (_, .slow): return Row(.two, "ground glass, ≥ 30 mm, \(change.word)")
        case (_, _): return Row(.three, "ground glass, ≥ 30 mm, \(change.word)")
        }
    }

    private static func stable(_ answers: ScoreAnswers) throws(ScoreStop) -> Row {
        switch try answers.required("previous", Previous.self) {
        case .two: return Row(.two, "category 2 before, stable or smaller")
        case .three: return Row(.two, "category 3 before, stable or smaller at 6 months")
        case .fourA: return Row(.three, "category 4A before, stable or smaller at 3 months")
        case .fourB:
            throw .undefined("Being stable does not lower category 4B or 4X: it takes work-up.")
        }
    }

    private static func because(_ finding: Finding, _ answers: ScoreAnswers) throws(ScoreStop) -> String {
        var words = [finding.label]
        switch finding {
        case .airway: words.append(try answers.required("airway", Airway.self).label.inSentence)
        case .cyst: words.append(try answers.required("cyst", Cyst.self).label.inSentence)
        default: break
        }
        if let size = answers.number("size") { words.append("mean diameter \(Wording.millimetres(size))") }
        if let solid = answers.number("solid") { words.append("solid component \(Wording.millimetres(solid))") }
        if let change = answers.pick("change", Change.self) { words.append(change.word) }
        if let previous = answers.pick("previous", Previous.self) {
            words.append("before: \(previous.label.inSentence)")
        }
        return words.joined(separator: ", ")
    }

    private static func advice(_ category: Category, _ finding: Finding, _ answers: ScoreAnswers) -> String {
        switch category {
        case .zero where finding == .inflammatory: "Low-dose CT in 1–3 months."
        case .zero: "Comparison with the earlier CT, or additional low-dose CT images, are needed."
        case .one, .two: "Annual screening with low-dose CT in 12 months."
        case .three: "Low-dose CT in 6 months."
        case .fourA where solidDiameter(finding, answers) >= 8: "Low-dose CT in 3 months; PET/CT may be considered."
        case .fourA: "Low-dose CT in 3 months."
        case .fourB, .fourX:
            "Referral for further clinical evaluation: diagnostic chest CT, PET/CT where the solid part is 8 mm or "
                + "more, or tissue sampling."
        }
    }

    private static func solidDiameter(_ finding: Finding, _ answers: ScoreAnswers) -> Double {
        switch finding {
        case .solid: answers.number("size") ?? 0
        case .partSolid: answers.number("solid") ?? 0
        default: 0
        }
    }
}
