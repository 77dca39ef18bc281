extension Calculator {
    /// Coronary CT angiography.
    static let cadRADS = Calculator(
        id: "cad-rads", title: "CAD-RADS 2.0", shortTitle: "CAD-RADS", version: "2.0",
        citation: "Cury RC et al. J Cardiovasc Comput Tomogr 2022;16:536–557",
        aliases: ["coronary", "cardiac ct"],
        inputs: CADRADS.Vessel.allCases.map { vessel in
            .number(vessel.rawValue, vessel.label, unit: "%", 0...100, decimals: 0)
        } + [
            .choice("plaque", "Any coronary plaque", YesNo.self, when: CADRADS.isOpen),
            .choice("burden", "Plaque burden estimated by", CADRADS.Method.self, when: CADRADS.hasPlaque),
            .number("cac", "Coronary artery calcium (Agatston)", unit: "", 0...10_000, decimals: 0) {
                CADRADS.hasPlaque($0) && $0.pick("burden", CADRADS.Method.self) == .calcium
            },
            .number("sis", "Segment involvement score", unit: "", 0...17, decimals: 0) {
                CADRADS.hasPlaque($0) && $0.pick("burden", CADRADS.Method.self) == .segments
            },
            .choice(
                "visual", "Amount of plaque", CADRADS.Burden.self,
                when: { CADRADS.hasPlaque($0) && $0.pick("burden", CADRADS.Method.self) == .visual }),
            .choice("nondiagnostic", "Non-diagnostic segments", YesNo.self),
            .choices("modifiers", "Modifiers", CADRADS.Modifier.self),
            .choice("ischaemia", "CT-FFR or stress perfusion", CADRADS.Ischaemia.self),
            .choice("presentation", "Presentation", CADRADS.Presentation.self),
        ],
        rule: CADRADS.rule)
}

enum CADRADS {
    enum Vessel: String, CaseIterable {
        case lm, lad, lcx, rca

        var name: String {
            switch self {
            case .lm: "left main"
            case .lad: "LAD"
            case .lcx: "LCx"
            case .rca: "RCA"
            }
        }

        var label: String {
            switch self {
            case .lm: "Left main, largest stenosis"
            case .lad: "LAD and branches, largest stenosis"
            case .lcx: "LCx and branches, largest stenosis"
            case .rca: "RCA and branches, largest stenosis"
            }
        }
    }

    enum Method: String, ScoreChoice {
        case calcium, segments, visual
        case notGiven = "not-given"

        var label: String {
            switch self {
            case .calcium: "Calcium score"
            case .segments: "Segment involvement score"
            case .visual: "Eye"
            case .notGiven: "Not given"
            }
        }
    }

    enum Burden: String, ScoreChoice {
        case mild = "p1"
        case moderate = "p2"
        case severe = "p3"
        case extensive = "p4"

        var name: String { rawValue.uppercased() }

        var word: String {
            switch self {
            case .mild: "mild"
            case .moderate: "moderate"
            case .severe: "severe"
            case .extensive: "extensive"
            }
        }

        var label: String {
            switch self {
            case .mild: "P1: mild in 1–2 vessels"
            case .moderate: "P2: moderate in 1–2 vessels, or mild in 3"
            case .severe: "P3: moderate in 3 vessels, or severe in 1"
            case .extensive: "P4: severe in 2–3 vessels"
            }
        }
    }

    enum Modifier: String, ScoreChoice {
        case none
        case highRiskPlaque = "hrp"
        case stent = "s"
        case graft = "g"
        case exception = "e"

        var label: String {
            switch self {
            case .none: "None"
            case .highRiskPlaque: "HRP: plaque with two or more high-risk features"
            case .stent: "S: stent"
            case .graft: "G: bypass graft"
            case .exception: "E: exception (dissection, anomaly, aneurysm, …)"
            }
        }

        var excludesOthers: Bool { self == .none }
    }

    enum Ischaemia: String, ScoreChoice {
        case notTested = "not-tested"
        case positive, negative, borderline

        var label: String {
            switch self {
            case .notTested: "Not performed"
            case .positive: "I+: ischaemia"
            case .negative: "I−: no ischaemia"
            case .borderline: "I±: borderline"
            }
        }

        var symbol: String? {
            switch self {
            case .notTested: nil
            case .positive: "I+"
            case .negative: "I−"
            case .borderline: "I±"
            }
        }
    }

    enum Presentation: String, ScoreChoice {
        case stable, acute

        var label: String { self == .stable ? "Stable or no chest pain" : "Acute chest pain" }
    }

    struct Grade {
        let name: String
        let row: String
        let stable: String
        let acute: String
    }

    /// Most severe stenosis first: the first row that holds is the category.
    static let total = Grade(
        name: "5", row: "total occlusion",
        stable: "Invasive coronary angiography, functional or viability assessment should be considered.",
        acute: "Expedited invasive coronary angiography if acute occlusion is suspected.")
    static let highRisk = Grade(
        name: "4B", row: "left main ≥ 50 % or three vessels ≥ 70 %",
        stable: "Invasive coronary angiography is recommended.",
        acute: "Hospital admission with cardiology consultation and invasive coronary angiography.")
    static let severe = Grade(
        name: "4A", row: "70–99 % in one or two vessels",
        stable: "Invasive coronary angiography or functional assessment should be considered.",
        acute: "Hospital admission with cardiology consultation; invasive angiography or functional assessment.")
    static let moderate = Grade(
        name: "3", row: "50–69 %", stable: "Functional assessment should be considered.",
        acute: "Acute coronary syndrome possible: cardiology consultation and functional assessment.")
    static let mild = Grade(
        name: "2", row: "25–49 %", stable: "Preventive therapy and risk factor modification.",
        acute: "Acute coronary syndrome unlikely; preventive therapy and risk factor modification.")
    static let minimal = Grade(
        name: "1", row: "1–24 %, or plaque without stenosis",
        stable: "Preventive therapy and risk factor modification.",
        acute: "Acute coronary syndrome highly unlikely; preventive therapy and risk factor modification.")
    static let absent = Grade(
        name: "0", row: "no stenosis and no plaque", stable: "Consider causes other than coronary atherosclerosis.",
        acute: "Acute coronary syndrome highly unlikely: consider other causes.")
    static let nondiagnostic = Grade(
        name: "N", row: "non-diagnostic segments and no stenosis ≥ 50 %",
        stable: "Obstructive disease is not excluded: additional or alternative evaluation is needed.",
        acute: "Acute coronary syndrome is not excluded: additional or alternative evaluation is needed.")

    /// Stenosis in percent of one vessel.
    static func percent(_ vessel: Vessel, _ answers: ScoreAnswers) -> Double? { answers.number(vessel.rawValue) }

    static let isOpen: @Sendable (ScoreAnswers) -> Bool = { answers in
        Vessel.allCases.allSatisfy { percent($0, answers) == 0 }
    }
    static let hasPlaque: @Sendable (ScoreAnswers) -> Bool = { answers in
        Vessel.allCases.contains { (percent($0, answers) ?? 0) > 0 } || answers.pick("plaque", YesNo.self) == .yes
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let stenoses = try stenoses(answers)
        let evaluable = grade(stenoses, hasPlaque: try hasAnyPlaque(stenoses, answers))
        let isObstructive = ["3", "4A", "4B", "5"].contains(evaluable.name)
        let hasGaps = try answers.required("nondiagnostic", YesNo.self) == .yes
        let grade = hasGaps && !isObstructive ? nondiagnostic : evaluable
        let burden = hasPlaque(answers) ? try plaqueBurden(answers) : nil
        let modifiers = try symbols(answers, isPartial: hasGaps && isObstructive)
        let category = ([grade.name, burden?.name].compactMap(\.self) + modifiers).joined(separator: "/")
        let vessels = stenoses.map { "\($0.key.name) \(Wording.number($0.value)) %" }
        let because = [
            vessels.joined(separator: ", "), try burdenWords(burden, answers),
        ].compactMap(\.self).joined(separator: "; ")
        return Score(
            category, row: "CAD-RADS \(grade.name): \(grade.row)",
            finding: "CAD-RADS \(category): largest stenoses \(because)",
            recommendation: try answers.required("presentation", Presentation.self) == .acute
                ? grade.acute : grade.stable)
    }

    private typealias Stenosis = (key: Vessel, value: Double)

    private static func stenoses(_ answers: ScoreAnswers) throws(ScoreStop) -> [Stenosis] {
        var found: [Stenosis] = []
        for vessel in Vessel.allCases { found.append((vessel, try answers.required(vessel.rawValue))) }
        return found
    }

    private static func hasAnyPlaque(
        _ stenoses: [Stenosis], _ answers: ScoreAnswers
    ) throws(ScoreStop) -> Bool {
        if stenoses.contains(where: { $0.value > 0 }) { return true }
        return try answers.required("plaque", YesNo.self) == .yes
    }

    private static func grade(_ stenoses: [Stenosis], hasPlaque: Bool) -> Grade {
        let most = stenoses.map(\.value).max() ?? 0
        let leftMain = stenoses.first { $0.key == .lm }?.value ?? 0
        let severeVessels = stenoses.filter { $0.key != .lm && $0.value >= 70 }.count
        if most >= 100 { return total }
        if leftMain >= 50 || severeVessels == 3 { return highRisk }
        switch most {
        case 70...: return severe
        case 50...: return moderate
        case 25...: return mild
        case 1...: return minimal
        default: return hasPlaque ? minimal : absent
        }
    }

    private static func plaqueBurden(_ answers: ScoreAnswers) throws(ScoreStop) -> Burden? {
        switch try answers.required("burden", Method.self) {
        case .notGiven: return nil
        case .visual: return try answers.required("visual", Burden.self)
        case .calcium:
            switch try answers.required("cac") {
            case ..<1: throw .invalid("cac", "There is plaque without calcium: estimate its burden by segments or eye.")
            case ...100: return .mild
            case ...300: return .moderate
            case ...999: return .severe
            default: return .extensive
            }
        case .segments:
            switch try answers.required("sis") {
            case ..<1: throw .invalid("sis", "There is plaque, so that at least one segment is involved.")
            case ...2: return .mild
            case ...4: return .moderate
            case ...7: return .severe
            default: return .extensive
            }
        }
    }

    private static func burdenWords(_ burden: Burden?, _ answers: ScoreAnswers) throws(ScoreStop) -> String? {
        guard let burden else { return nil }
        let measure = [
            answers.number("cac").map { "Agatston \(Wording.number($0))" },
            answers.number("sis").map { "segment involvement score \(Wording.number($0))" },
        ].compactMap(\.self).first
        return "\(burden.word) plaque burden" + (measure.map { " (\($0))" } ?? "")
    }

    /// In the order of the paper: N, HRP, I, S, G, E.
    private static func symbols(_ answers: ScoreAnswers, isPartial: Bool) throws(ScoreStop) -> [String] {
        let chosen = try answers.requiredSome("modifiers", Modifier.self)
        let ischaemia = try answers.required("ischaemia", Ischaemia.self)
        return [
            isPartial ? "N" : nil, chosen.contains(.highRiskPlaque) ? "HRP" : nil, ischaemia.symbol,
            chosen.contains(.stent) ? "S" : nil, chosen.contains(.graft) ? "G" : nil,
            chosen.contains(.exception) ? "E" : nil,
        ].compactMap(\.self)
    }
}
