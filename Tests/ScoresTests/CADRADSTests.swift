import Scores
import Testing

@Suite struct CADRADSTests {
    private func hearts(_ lm: Int, _ lad: Int, _ lcx: Int, _ rca: Int, _ more: Replies = [:]) -> Replies {
        let base: Replies = [
            "lm": .number(Double(lm)), "lad": .number(Double(lad)), "lcx": .number(Double(lcx)),
            "rca": .number(Double(rca)), "nondiagnostic": "no", "modifiers": ["none"], "ischaemia": "not-tested",
            "presentation": "stable", "plaque": "no", "burden": "not-given",
        ]
        return base.merging(more) { $1 }
    }

    private func expected(_ lm: Int, _ others: [Int]) -> String {
        let most = max(lm, others.max() ?? 0)
        if most == 100 { return "5" }
        if lm >= 50 || others.allSatisfy({ $0 >= 70 }) { return "4B" }
        if most >= 70 { return "4A" }
        if most >= 50 { return "3" }
        if most >= 25 { return "2" }
        return most >= 1 ? "1" : "0"
    }

    @Test func everyCombinationOfBoundaries() throws {
        let steps = [0, 1, 24, 25, 49, 50, 69, 70, 99, 100]
        for lm in steps {
            for lad in steps {
                for lcx in [0, 24, 69, 70, 100] {
                    for rca in [0, 25, 69, 70] {
                        let found = try outcome("cad-rads", hearts(lm, lad, lcx, rca))
                        let isRight = found == expected(lm, [lad, lcx, rca])
                        if !isRight { Issue.record("\(lm) \(lad) \(lcx) \(rca): \(found)") }
                    }
                }
            }
        }
    }

    @Test func plaqueWithoutStenosisIs1() throws {
        #expect(try outcome("cad-rads", hearts(0, 0, 0, 0).with("burden", nil)) == "0")
        #expect(try outcome("cad-rads", hearts(0, 0, 0, 0, ["plaque": "yes"])) == "1")
    }

    @Test(arguments: [
        (0, "invalid: cac"), (1, "2/P1"), (100, "2/P1"), (101, "2/P2"), (300, "2/P2"), (301, "2/P3"), (999, "2/P3"),
        (1000, "2/P4"), (10_001, "invalid: cac"),
    ])
    func burdenByCalcium(score: Int, category: String) throws {
        let replies = hearts(0, 30, 0, 0, ["burden": "calcium", "cac": .number(Double(score))])
        #expect(try outcome("cad-rads", replies) == category)
    }

    @Test(arguments: [
        (0, "invalid: sis"), (1, "2/P1"), (2, "2/P1"), (3, "2/P2"), (4, "2/P2"), (5, "2/P3"), (7, "2/P3"), (8, "2/P4"),
        (17, "2/P4"), (18, "invalid: sis"),
    ])
    func burdenBySegments(score: Int, category: String) throws {
        let replies = hearts(0, 30, 0, 0, ["burden": "segments", "sis": .number(Double(score))])
        #expect(try outcome("cad-rads", replies) == category)
    }

    @Test(arguments: ["p1", "p2", "p3", "p4"]) func burdenByEye(burden: String) throws {
        let replies = hearts(0, 30, 0, 0, ["burden": "visual", "visual": .option(burden)])
        #expect(try outcome("cad-rads", replies) == "2/" + burden.uppercased())
    }

    @Test func nonDiagnosticSegments() throws {
        for (percent, category) in [(0, "N"), (30, "N"), (49, "N"), (50, "3/N"), (70, "4A/N"), (100, "5/N")] {
            #expect(try outcome("cad-rads", hearts(0, percent, 0, 0, ["nondiagnostic": "yes"])) == category)
        }
    }

    @Test func modifiersStandInOrder() throws {
        let all: Replies = [
            "modifiers": ["e", "g", "s", "hrp"], "ischaemia": "positive", "nondiagnostic": "yes", "burden": "visual",
            "visual": "p3",
        ]
        #expect(try outcome("cad-rads", hearts(0, 60, 0, 0, all)) == "3/P3/N/HRP/I+/S/G/E")
        #expect(try outcome("cad-rads", hearts(0, 60, 0, 0, ["ischaemia": "negative"])) == "3/I−")
        #expect(try outcome("cad-rads", hearts(0, 60, 0, 0, ["ischaemia": "borderline"])) == "3/I±")
        #expect(try outcome("cad-rads", hearts(0, 60, 0, 0, ["modifiers": ["none", "s"]])) == "invalid: modifiers")
    }

    @Test func everyCategoryIsManaged() throws {
        var seen: Set<String> = []
        for percent in [0, 10, 30, 60, 80, 100] {
            for presentation in ["stable", "acute"] {
                let replies = hearts(0, percent, 0, 0, ["presentation": .option(presentation)])
                seen.insert(try #require(try ask("cad-rads", replies).score?.recommendation))
            }
        }
        // Categories 1 and 2 are treated alike where the pain is stable.
        #expect(seen.count == 11)
    }

    @Test func theReportSaysWhatDecided() throws {
        let replies = hearts(10, 60, 0, 25, ["burden": "calcium", "cac": 250])
        #expect(
            try ask("cad-rads", replies).score?.text
                == "CAD-RADS 3/P2: largest stenoses left main 10 %, LAD 60 %, LCx 0 %, RCA 25 %; moderate plaque burden "
                + "(Agatston 250) (CAD-RADS 2.0). Functional assessment should be considered.")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("cad-rads", hearts(0, 60, 0, 0, ["burden": "calcium", "cac": 250]))
        try expectEachIsNeeded("cad-rads", hearts(0, 60, 0, 0, ["burden": "visual", "visual": "p2"]))
        try expectEachIsNeeded("cad-rads", hearts(0, 0, 0, 0))
    }
}
