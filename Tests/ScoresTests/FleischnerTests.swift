import Scores
import Testing

@Suite struct FleischnerTests {
    private func nodule(_ type: String, _ number: String, _ size: Double, _ more: Replies = [:]) -> Replies {
        let base: Replies = [
            "age": 60, "exclusions": ["none"], "type": .option(type), "number": .option(number), "size": .number(size),
        ]
        return base.merging(more) { $1 }
    }

    @Test(arguments: [
        ("single", "low", 5.9, "No routine follow-up."), ("single", "high", 5.9, "Optional CT at 12 months."),
        ("single", "low", 6.0, "CT at 6–12 months, then consider CT at 18–24 months."),
        ("single", "high", 6.0, "CT at 6–12 months, then CT at 18–24 months."),
        ("single", "low", 8.0, "CT at 6–12 months, then consider CT at 18–24 months."),
        ("single", "high", 8.0, "CT at 6–12 months, then CT at 18–24 months."),
        ("single", "low", 8.1, "Consider CT at 3 months, PET/CT or tissue sampling."),
        ("single", "high", 8.1, "Consider CT at 3 months, PET/CT or tissue sampling."),
        ("single", "low", 30.0, "Consider CT at 3 months, PET/CT or tissue sampling."),
        ("multiple", "low", 5.9, "No routine follow-up."), ("multiple", "high", 5.9, "Optional CT at 12 months."),
        ("multiple", "low", 6.0, "CT at 3–6 months, then consider CT at 18–24 months."),
        ("multiple", "high", 8.0, "CT at 3–6 months, then CT at 18–24 months."),
        ("multiple", "low", 8.1, "CT at 3–6 months, then consider CT at 18–24 months."),
        ("multiple", "high", 8.1, "CT at 3–6 months, then CT at 18–24 months."),
    ])
    func solid(number: String, risk: String, size: Double, advice: String) throws {
        let score = try #require(try ask("fleischner", nodule("solid", number, size, ["risk": .option(risk)])).score)
        #expect(score.recommendation == advice)
        let band = size < 6 ? "< 6 mm" : size <= 8 ? "6–8 mm" : "> 8 mm"
        #expect(score.row.contains(band) && score.row.hasSuffix("\(risk) risk"))
    }

    @Test(arguments: [
        ("ground-glass", "single", 5.9, "No routine"), ("ground-glass", "single", 6.0, "every 2 years until 5 years"),
        ("part-solid", "single", 5.9, "No routine"),
        ("ground-glass", "multiple", 5.9, "if stable, consider CT at 2 and 4 years"),
        ("part-solid", "multiple", 5.9, "if stable, consider CT at 2 and 4 years"),
        ("ground-glass", "multiple", 6.0, "most suspicious nodule"),
        ("part-solid", "multiple", 6.0, "most suspicious nodule"),
    ])
    func subsolid(type: String, number: String, size: Double, advice: String) throws {
        let score = try #require(try ask("fleischner", nodule(type, number, size)).score)
        #expect(score.recommendation?.contains(advice) == true, "\(score)")
    }

    @Test(arguments: [(5.9, "CT every year for 5 years"), (6.0, "highly suspicious")])
    func theSolidComponentOfAPartSolidNoduleCounts(solid: Double, advice: String) throws {
        let replies = nodule("part-solid", "single", 9, ["solid": .number(solid)])
        let score = try #require(try ask("fleischner", replies).score)
        #expect(score.recommendation?.contains(advice) == true)
        #expect(score.finding.contains("solid component"))
    }

    @Test func theSolidComponentIsAskedForFrom6MillimetresOn() throws {
        #expect(try outcome("fleischner", nodule("part-solid", "single", 6)) == "incomplete: solid")
        let score = try ask("fleischner", nodule("part-solid", "single", 6, ["solid": 6])).score
        #expect(score?.row == "Single part-solid, ≥ 6 mm, solid component ≥ 6 mm")
    }

    @Test func whereItDoesNotApply() throws {
        let good = nodule("solid", "single", 7, ["risk": "low"])
        #expect(try outcome("fleischner", good.with("age", 34)) == "undefined")
        #expect(try outcome("fleischner", ["age": 34]) == "undefined")
        #expect(try ask("fleischner", good.with("age", 35)).score != nil)
        for reason in ["cancer", "immunosuppression", "screening"] {
            #expect(try outcome("fleischner", good.with("exclusions", .options([reason]))) == "undefined")
        }
        #expect(try outcome("fleischner", good.with("size", 30.1)) == "undefined")
        #expect(try outcome("fleischner", good.with("exclusions", ["none", "cancer"])) == "invalid: exclusions")
        #expect(try outcome("fleischner", nodule("part-solid", "single", 9, ["solid": 9.1])) == "invalid: solid")
    }

    @Test func theReaderHearsWhereRoundingMatters() throws {
        let sizes = [(5.4, false), (5.5, true), (5.9, true), (6.0, false), (8.0, false), (8.4, true), (8.6, false)]
        for (size, isNoted) in sizes {
            let score = try ask("fleischner", nodule("solid", "single", size, ["risk": "low"])).score
            #expect(score?.notes.isEmpty == !isNoted, "\(size)")
        }
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("fleischner", nodule("solid", "single", 7, ["risk": "low"])).score?.text
                == "Single solid nodule, 7 mm, low risk (Fleischner 2017). "
                + "CT at 6–12 months, then consider CT at 18–24 months.")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("fleischner", nodule("solid", "single", 7, ["risk": "low"]))
        try expectEachIsNeeded("fleischner", nodule("part-solid", "single", 7, ["solid": 3]))
        try expectEachIsNeeded("fleischner", nodule("ground-glass", "multiple", 7))
    }
}
