extension Calculator {
    /// Cystic renal masses on CT and MRI.
    static let bosniak = Calculator(
        id: "bosniak", title: "Bosniak 2019", shortTitle: "Bosniak", version: "2019",
        citation: "Silverman SG et al. Radiology 2019;292:475–488",
        aliases: ["renal cyst", "cystic renal mass"],
        inputs: [
            .choice("cystic", "Less than 25 % of the mass enhances", YesNo.self),
            .choice("examination", "Examination", Bosniak.Examination.self, when: Bosniak.isCystic),
            .choice("content", "Content", Bosniak.Content.self, when: Bosniak.isCT),
            .number("attenuation", "Attenuation", unit: "HU", -200...300, decimals: 0, when: Bosniak.isHomogeneousCT),
            .choice("signal", "Signal", Bosniak.Signal.self, when: Bosniak.isMR),
            .choice("nodule", "Enhancing convex protrusion", Bosniak.Protrusion.self, when: Bosniak.isEnhanced),
            .number(
                "height", "Height of the protrusion", unit: "mm", 1...100, decimals: 0,
                when: { Bosniak.isEnhanced($0) && $0.pick("nodule", Bosniak.Protrusion.self) == .obtuse }),
            .choice("wall", "Wall", Bosniak.Wall.self, when: Bosniak.isEnhanced),
            .choice("septa", "Septa", Bosniak.Septa.self, when: Bosniak.isEnhanced),
            .choice("calcification", "Calcification", YesNo.self, when: Bosniak.showsCalcification),
        ],
        rule: Bosniak.rule)
}

enum Bosniak {
    enum Examination: String, ScoreChoice {
        case renalCT = "ct-renal-mass"
        case plainCT = "ct-noncontrast"
        case portalCT = "ct-portal-venous"
        case enhancedMR = "mr-contrast"
        case plainMR = "mr-noncontrast"

        var label: String {
            switch self {
            case .renalCT: "CT, renal mass protocol (without and with contrast)"
            case .plainCT: "CT without contrast only"
            case .portalCT: "CT, portal venous phase only"
            case .enhancedMR: "MRI without and with contrast"
            case .plainMR: "MRI without contrast only"
            }
        }

        var isCT: Bool { [.renalCT, .plainCT, .portalCT].contains(self) }
        var isEnhanced: Bool { self == .renalCT || self == .enhancedMR }
        var modality: String { isCT ? "CT" : "MRI" }
    }

    enum Content: String, ScoreChoice {
        case homogeneous, heterogeneous
        case tooSmall = "too-small"

        var label: String {
            switch self {
            case .homogeneous: "Homogeneous, not enhancing, well defined"
            case .heterogeneous: "Heterogeneous"
            case .tooSmall: "Homogeneous, low attenuation, too small to characterise"
            }
        }
    }

    enum Signal: String, ScoreChoice {
        case fluid
        case brightT1 = "bright-t1"
        case mixedT1 = "mixed-t1"
        case other

        var label: String {
            switch self {
            case .fluid: "Homogeneous, like CSF (markedly hyperintense on T2)"
            case .brightT1: "Homogeneous, markedly hyperintense on T1 (about 2.5 × parenchyma)"
            case .mixedT1: "Heterogeneously hyperintense on fat-saturated T1"
            case .other: "Other"
            }
        }
    }

    enum Protrusion: String, ScoreChoice {
        case none, obtuse, acute

        var label: String {
            switch self {
            case .none: "None"
            case .obtuse: "Obtuse margins"
            case .acute: "Acute margins"
            }
        }
    }

    enum Wall: String, ScoreChoice {
        case thin
        case minimal = "3-mm"
        case thick = "4-mm"
        case notEnhancing = "thick-not-enhancing"

        var label: String {
            switch self {
            case .thin: "Thin (≤ 2 mm), smooth"
            case .minimal: "Minimally thickened (3 mm), smooth, enhancing"
            case .thick: "Thick (≥ 4 mm), enhancing"
            case .notEnhancing: "Thickened (≥ 3 mm), not enhancing"
            }
        }
    }

    enum Septa: String, ScoreChoice {
        case none, few, many
        case notEnhancing = "many-not-enhancing"
        case minimal = "3-mm"
        case thick = "4-mm"

        var label: String {
            switch self {
            case .none: "None"
            case .few: "1–3, thin (≤ 2 mm)"
            case .many: "4 or more, thin (≤ 2 mm), smooth, enhancing"
            case .notEnhancing: "4 or more, thin (≤ 2 mm), not enhancing"
            case .minimal: "Minimally thickened (3 mm), smooth, enhancing"
            case .thick: "Thick (≥ 4 mm), enhancing"
            }
        }
    }

    enum Class: String {
        case i = "I"
        case ii = "II"
        case iif = "IIF"
        case iii = "III"
        case iv = "IV"

        var advice: String {
            switch self {
            case .i, .ii: "Benign; no follow-up needed."
            case .iif: "Follow-up CT or MRI at 6 and 12 months, then every year, for 5 years in all."
            case .iii, .iv: "Urological consultation is recommended."
            }
        }
    }

    static func examination(_ answers: ScoreAnswers) -> Examination? { answers.pick("examination") }
    static let isCystic: @Sendable (ScoreAnswers) -> Bool = { $0.pick("cystic", YesNo.self) == .yes }
    static let isCT: @Sendable (ScoreAnswers) -> Bool = { examination($0)?.isCT == true }
    static let isMR: @Sendable (ScoreAnswers) -> Bool = { examination($0)?.isCT == false }
    static let isHomogeneousCT: @Sendable (ScoreAnswers) -> Bool = {
        isCT($0) && $0.pick("content", Content.self) == .homogeneous
    }
    /// A mass too small to characterise has no wall to judge.
    static let isEnhanced: @Sendable (ScoreAnswers) -> Bool = {
        examination($0)?.isEnhanced == true && $0.pick("content", Content.self) != .tooSmall
    }

    static let showsCalcification: @Sendable (ScoreAnswers) -> Bool = {
        isEnhanced($0) || examination($0) == .portalCT && isHomogeneousCT($0)
    }

    private typealias Verdict = (Class, String)

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        guard try answers.required("cystic", YesNo.self) == .yes else {
            throw .undefined("Bosniak 2019 is for cystic masses: where 25 % or more enhances, the mass is solid.")
        }
        let examination = try answers.required("examination", Examination.self)
        let (result, row) = try verdict(examination, answers)
        let attenuation = answers.number("attenuation").map { ", \(Wording.number($0)) HU" } ?? ""
        let height = answers.number("height").map { ", \(Wording.millimetres($0)) high" } ?? ""
        return Score(
            result.rawValue, row: "\(examination.modality) class \(result.rawValue): \(row)",
            finding: "Bosniak class \(result.rawValue) cystic renal mass on \(examination.modality): "
                + row + height + attenuation,
            recommendation: result.advice)
    }

    private static func verdict(
        _ examination: Examination, _ answers: ScoreAnswers
    ) throws(ScoreStop) -> Verdict {
        if examination.isCT, try answers.required("content", Content.self) == .tooSmall {
            return (.ii, "homogeneous, low attenuation, too small to characterise")
        }
        guard examination.isEnhanced else {
            return examination.isCT ? try partialCT(examination, answers) : try plainMR(answers)
        }
        if let enhancing = try enhancingFeature(answers) { return enhancing }
        try refuseThickButNotEnhancing(examination, answers)
        return examination.isCT ? try benignCT(answers) : try benignMR(answers)
    }

    /// Classes IV, III and IIF are the same on CT and MRI; the highest counts.
    private static func enhancingFeature(_ answers: ScoreAnswers) throws(ScoreStop) -> Verdict? {
        let protrusion = try answers.required("nodule", Protrusion.self)
        let wall = try answers.required("wall", Wall.self)
        let septa = try answers.required("septa", Septa.self)
        let isIrregular = protrusion == .obtuse
        switch protrusion {
        case .acute: return (.iv, "enhancing nodule with acute margins")
        case .obtuse where try answers.required("height") >= 4: return (.iv, "enhancing nodule with obtuse margins")
        default: break
        }
        if isIrregular { return (.iii, "enhancing irregular wall or septa") }
        if wall == .thick { return (.iii, "enhancing thick (≥ 4 mm) wall") }
        if septa == .thick { return (.iii, "enhancing thick (≥ 4 mm) septa") }
        if wall == .minimal { return (.iif, "smooth minimally thickened (3 mm) enhancing wall") }
        if septa == .minimal { return (.iif, "smooth minimally thickened (3 mm) enhancing septa") }
        if septa == .many { return (.iif, "4 or more smooth thin enhancing septa") }
        return nil
    }

    private static func refuseThickButNotEnhancing(
        _ examination: Examination, _ answers: ScoreAnswers
    ) throws(ScoreStop) {
        if try answers.required("wall", Wall.self) == .notEnhancing {
            throw .undefined("Bosniak 2019 has no class for a thickened wall that does not enhance.")
        }
        if examination.isCT, try answers.required("septa", Septa.self) == .notEnhancing {
            throw .undefined(
                "Bosniak 2019 has no CT class for 4 or more septa that do not enhance: consider MRI.")
        }
    }

    private static func benignCT(_ answers: ScoreAnswers) throws(ScoreStop) -> Verdict {
        if try answers.required("septa", Septa.self) == .few { return (.ii, "1–3 thin septa") }
        guard try answers.required("content", Content.self) == .homogeneous else {
            throw .undefined("Bosniak 2019 has no CT class for heterogeneous content without septa: consider MRI.")
        }
        let isCalcified = try answers.required("calcification", YesNo.self) == .yes
        switch try answers.required("attenuation") {
        case ..<(-9): throw .undefined("Below −9 HU it is not fluid: consider fat.")
        case ...20 where isCalcified: return (.ii, "thin smooth wall, simple fluid, calcification")
        case ...20: return (.i, "thin smooth wall, simple fluid (−9 to 20 HU), no septa, no calcification")
        default: return (.ii, "homogeneous, not enhancing, > 20 HU on renal mass protocol")
        }
    }

    private static func partialCT(
        _ examination: Examination, _ answers: ScoreAnswers
    ) throws(ScoreStop) -> Verdict {
        guard try answers.required("content", Content.self) == .homogeneous else { throw .undefined(needsProtocol) }
        let attenuation = try answers.required("attenuation")
        switch (examination, attenuation) {
        case (_, ..<(-9)): throw .undefined("Below −9 HU it is not fluid: consider fat.")
        case (.plainCT, ...20): return (.ii, "homogeneous, −9 to 20 HU without contrast")
        case (.plainCT, 70...): return (.ii, "homogeneous, ≥ 70 HU without contrast")
        case (.portalCT, _) where try answers.required("calcification", YesNo.self) == .yes:
            throw .undefined(needsProtocol)
        case (.portalCT, ...20): return (.i, "homogeneous simple fluid (−9 to 20 HU)")
        case (.portalCT, ...30): return (.ii, "homogeneous, 21 to 30 HU in the portal venous phase")
        default: throw .undefined(needsProtocol)
        }
    }

    private static func plainMR(_ answers: ScoreAnswers) throws(ScoreStop) -> Verdict {
        switch try answers.required("signal", Signal.self) {
        case .fluid: return (.ii, "homogeneous, markedly hyperintense on T2 like CSF, without contrast")
        case .brightT1: return (.ii, "homogeneous, markedly hyperintense on T1, without contrast")
        case .mixedT1: return (.iif, "heterogeneously hyperintense on fat-saturated T1")
        case .other: throw .undefined(needsProtocol)
        }
    }

    private static func benignMR(_ answers: ScoreAnswers) throws(ScoreStop) -> Verdict {
        let signal = try answers.required("signal", Signal.self)
        if signal == .mixedT1 { return (.iif, "heterogeneously hyperintense on fat-saturated T1") }
        switch try answers.required("septa", Septa.self) {
        case .few: return (.ii, "1–3 thin septa")
        case .notEnhancing: return (.ii, "septa that do not enhance")
        default: break
        }
        let isCalcified = try answers.required("calcification", YesNo.self) == .yes
        switch signal {
        case .fluid where isCalcified: return (.ii, "thin smooth wall, simple fluid, calcification")
        case .fluid: return (.i, "thin smooth wall, simple fluid like CSF, no septa, no calcification")
        case .brightT1: return (.ii, "homogeneous, markedly hyperintense on T1")
        case .mixedT1, .other:
            throw .undefined("Bosniak 2019 has no MRI class for this signal without septa.")
        }
    }

    private static let needsProtocol =
        "Not enough to classify: CT or MRI with renal mass protocol, without and with contrast, is needed."
}
