extension Calculator {
    /// Early ischaemic change in the territory of the middle cerebral artery.
    static let aspects = Calculator(
        id: "aspects", title: "ASPECTS 2000", shortTitle: "ASPECTS", version: "2000",
        citation: "Barber PA et al. Lancet 2000;355:1670–1674",
        aliases: ["stroke"],
        inputs: [
            .choice("side", "Side", Side.self),
            .choices("regions", "Regions with early ischaemic change", ASPECTS.Region.self),
        ],
        rule: ASPECTS.rule)
}

enum ASPECTS {
    enum Region: String, ScoreChoice {
        case none, caudate, lentiform
        case internalCapsule = "internal-capsule"
        case insula, m1, m2, m3, m4, m5, m6

        var label: String {
            switch self {
            case .none: "None"
            case .caudate: "Caudate (C)"
            case .lentiform: "Lentiform nucleus (L)"
            case .internalCapsule: "Internal capsule (IC)"
            case .insula: "Insular ribbon (I)"
            case .m1: "M1: anterior cortex"
            case .m2: "M2: cortex lateral to the insula"
            case .m3: "M3: posterior cortex"
            case .m4: "M4: anterior cortex above M1"
            case .m5: "M5: lateral cortex above M2"
            case .m6: "M6: posterior cortex above M3"
            }
        }

        var word: String {
            switch self {
            case .none: "none"
            case .caudate: "caudate"
            case .lentiform: "lentiform nucleus"
            case .internalCapsule: "internal capsule"
            case .insula: "insula"
            case .m1, .m2, .m3, .m4, .m5, .m6: rawValue.uppercased()
            }
        }

        var points: Int? { self == .none ? 0 : -1 }
        var excludesOthers: Bool { self == .none }
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let side = try answers.required("side", Side.self)
        let regions = try answers.requiredSome("regions", Region.self).filter { $0 != .none }
        let points = 10 - regions.count
        let words = regions.isEmpty ? "no early ischaemic change" : Wording.list(regions.map(\.word))
        return Score(
            "\(points)", points: points, row: "10 − \(Wording.count(regions.count, "region"))",
            finding: "ASPECTS \(points), \(side.rawValue) middle cerebral artery territory: \(words)")
    }
}
