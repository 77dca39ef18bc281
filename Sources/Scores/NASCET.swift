extension Calculator {
    /// Stenosis of the internal carotid artery.
    static let nascet = Calculator(
        id: "nascet", title: "NASCET", shortTitle: "NASCET", version: "1991",
        citation: "NASCET Collaborators. N Engl J Med 1991;325:445–453",
        aliases: ["carotid stenosis"],
        inputs: [
            .choice("side", "Side", Side.self),
            .choice("lumen", "Internal carotid artery", NASCET.Lumen.self),
            .number("minimum", "Smallest lumen", unit: "mm", 0...15, when: NASCET.isMeasured),
            .number("distal", "Normal distal lumen", unit: "mm", 0.5...15, when: NASCET.isMeasured),
        ],
        rule: NASCET.rule)
}

enum NASCET {
    enum Lumen: String, ScoreChoice {
        case measured
        case nearOcclusion = "near-occlusion"
        case occlusion

        var label: String {
            switch self {
            case .measured: "Measurable"
            case .nearOcclusion: "Near occlusion: collapsed distal lumen"
            case .occlusion: "Occlusion"
            }
        }
    }

    static let isMeasured: @Sendable (ScoreAnswers) -> Bool = { $0.pick("lumen", Lumen.self) == .measured }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let artery = "\(try answers.required("side", Side.self).label) internal carotid artery"
        switch try answers.required("lumen", Lumen.self) {
        case .nearOcclusion:
            return Score(
                "near occlusion", row: "near occlusion: no percentage", finding: "\(artery): near occlusion",
                recommendation: referral)
        case .occlusion: return Score("occlusion", row: "occlusion: 100 %", finding: "\(artery): occlusion")
        case .measured: return try measured(artery, answers)
        }
    }

    private static let referral = "Vascular referral is recommended; the benefit of treatment depends on symptoms."

    private static func measured(_ artery: String, _ answers: ScoreAnswers) throws(ScoreStop) -> Score {
        let minimum = try answers.required("minimum")
        let distal = try answers.required("distal")
        let (least, normal) = (Wording.tenths(minimum), Wording.tenths(distal))
        guard least > 0 else { throw .invalid("minimum", "No lumen at all is an occlusion.") }
        guard least <= normal else {
            throw .invalid("minimum", "The smallest lumen cannot be wider than the normal distal lumen.")
        }
        // Cut, not rounded: 69.96 % must not read 70 % and be called moderate.
        let percent = Wording.number(tenths: (normal - least) * 1000 / normal)
        let lost = (normal - least) * 100
        let (grade, row): (String, String) =
            switch lost {
            case (70 * normal)...: ("severe", "70–99 %")
            case (50 * normal)...: ("moderate", "50–69 %")
            default: ("mild", "< 50 %")
            }
        let isNarrow = distal < 3.5 && lost >= 50 * normal
        return Score(
            grade, row: "\(grade): \(row)",
            finding: "\(artery): \(percent) % stenosis, \(grade): smallest lumen \(Wording.millimetres(minimum)), "
                + "distal lumen \(Wording.millimetres(distal))",
            recommendation: lost >= 50 * normal ? referral : nil,
            notes: isNarrow ? ["A distal lumen this narrow may be near occlusion: then give no percentage."] : [])
    }
}
