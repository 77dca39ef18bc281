import Scores
import Testing

@Suite struct TIRADSTests {
    static let composition = ["cystic": 0, "spongiform": 0, "mixed": 1, "solid": 2]
    static let echogenicity = ["anechoic": 0, "isoechoic": 1, "hypoechoic": 2, "very-hypoechoic": 3]
    static let shape = ["wider": 0, "taller": 3]
    static let margin = ["smooth": 0, "ill-defined": 0, "lobulated": 2, "extrathyroidal": 3]
    static let foci: [([String], Int)] = [
        (["none"], 0), (["comet-tail"], 0), (["macrocalcification"], 1), (["rim"], 2), (["punctate"], 3),
        (["comet-tail", "macrocalcification"], 1), (["comet-tail", "rim"], 2), (["comet-tail", "punctate"], 3),
        (["macrocalcification", "rim"], 3), (["macrocalcification", "punctate"], 4), (["rim", "punctate"], 5),
        (["macrocalcification", "rim", "punctate"], 6),
        (["comet-tail", "macrocalcification", "rim"], 3), (["comet-tail", "macrocalcification", "punctate"], 4),
        (["comet-tail", "rim", "punctate"], 5), (["comet-tail", "macrocalcification", "rim", "punctate"], 6),
    ]

    private func category(_ points: Int) -> String {
        if points == 0 { return "TR1" }
        if points == 1 { return "undefined" }
        if points == 2 { return "TR2" }
        if points == 3 { return "TR3" }
        return points < 7 ? "TR4" : "TR5"
    }

    @Test func everyCombination() throws {
        var count = 0
        for composition in Self.composition {
            for echogenicity in Self.echogenicity {
                for shape in Self.shape {
                    for margin in Self.margin {
                        for foci in Self.foci {
                            let sum = composition.value + echogenicity.value + shape.value + margin.value + foci.1
                            let points = composition.key == "spongiform" ? 0 : sum
                            let result = try ask(
                                "ti-rads",
                                [
                                    "composition": .option(composition.key), "echogenicity": .option(echogenicity.key),
                                    "shape": .option(shape.key), "margin": .option(margin.key),
                                    "foci": .options(foci.0), "size": 12,
                                ])
                            let isRight =
                                points == 1
                                ? result.score == nil
                                : result.score?.category == category(points) && result.score?.points == points
                            #expect(isRight, "\(composition) \(echogenicity) \(shape) \(margin) \(foci)")
                            count += 1
                        }
                    }
                }
            }
        }
        #expect(count == 4 * 4 * 2 * 4 * 16)
    }

    @Test func onePointIsSaidToHaveNoCategory() throws {
        let result = try ask(
            "ti-rads",
            [
                "composition": "mixed", "echogenicity": "anechoic", "shape": "wider", "margin": "smooth",
                "foci": ["none"], "size": 20,
            ])
        #expect(result == .undefined(sentence: "TI-RADS 2017 has no category for 1 point: check the features."))
    }

    private func nodule(points: Int, size: Double) -> Replies {
        let features: Replies =
            switch points {
            case 0: ["composition": "cystic", "echogenicity": "anechoic", "shape": "wider"]
            case 2: ["composition": "mixed", "echogenicity": "isoechoic", "shape": "wider"]
            case 3: ["composition": "solid", "echogenicity": "isoechoic", "shape": "wider"]
            case 4: ["composition": "solid", "echogenicity": "hypoechoic", "shape": "wider"]
            default: ["composition": "solid", "echogenicity": "hypoechoic", "shape": "taller"]
            }
        return features.merging(["margin": "smooth", "foci": ["none"], "size": .number(size)]) { $1 }
    }

    @Test(arguments: [
        (0, 60.0, "no fine-needle"), (2, 60.0, "no fine-needle"), (3, 14.9, "Below 15 mm"),
        (3, 15.0, "at 1, 3 and 5 years"), (3, 24.9, "at 1, 3 and 5 years"), (3, 25.0, "Fine-needle aspiration is"),
        (4, 9.9, "Below 10 mm"), (4, 10.0, "at 1, 2, 3 and 5 years"), (4, 14.9, "at 1, 2, 3 and 5 years"),
        (4, 15.0, "Fine-needle aspiration is"), (7, 4.9, "Below 5 mm"), (7, 5.0, "every year for 5 years"),
        (7, 9.9, "every year for 5 years"), (7, 10.0, "Fine-needle aspiration is"),
    ])
    func sizeDecidesWhatIsDone(points: Int, size: Double, advice: String) throws {
        let score = try #require(try ask("ti-rads", nodule(points: points, size: size)).score)
        #expect(score.points == points)
        #expect(score.recommendation?.lowercased().contains(advice.lowercased()) == true, "\(score)")
    }

    @Test func theReportSaysWhatDecided() throws {
        let score = try #require(try ask("ti-rads", nodule(points: 4, size: 12)).score)
        #expect(
            score.text == "TR4, moderately suspicious, 4 points: solid or almost completely solid (2), hypoechoic (2), "
                + "wider than tall (0), smooth margin (0), no echogenic foci (0), 12 mm (ACR TI-RADS 2017). "
                + "Follow-up ultrasound is recommended at 1, 2, 3 and 5 years.")
        #expect(score.row == "TR4: 4–6 points; follow-up from 10 mm, biopsy from 15 mm")
    }

    @Test func theRowNamesItsPoints() throws {
        let rows = try [0, 2, 3, 4, 7].map { try ask("ti-rads", nodule(points: $0, size: 30)).score?.row ?? "" }
        #expect(
            rows == [
                "TR1: 0 points; no biopsy at any size", "TR2: 2 points; no biopsy at any size",
                "TR3: 3 points; biopsy from 25 mm", "TR4: 4–6 points; biopsy from 15 mm",
                "TR5: 7 points or more; biopsy from 10 mm",
            ])
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("ti-rads", nodule(points: 4, size: 12))
        try expectEachIsNeeded("ti-rads", ["composition": "spongiform", "size": 12])
    }
}
