import Scores
import Testing

@Suite struct LIRADSTests {
    private static let presence = ["absent", "present", "unsure"]

    private func observation(
        _ size: Double, aphe: String = "absent", washout: String = "absent", capsule: String = "absent",
        growth: String = "absent", ancillary: String = "none"
    ) -> Replies {
        [
            "population": "yes", "judgement": "table", "size": .number(size), "aphe": .option(aphe),
            "washout": .option(washout), "capsule": .option(capsule), "growth": .option(growth),
            "ancillary": .option(ancillary),
        ]
    }

    /// The published table, column by column: < 20 mm and ≥ 20 mm without APHE, < 10, 10–19 and ≥ 20 mm with it.
    private static let table: [[Int]] = [
        [3, 3, 3, 3, 4],  // none
        [3, 4, 4, 5, 5],  // one, not the capsule
        [4, 4, 4, 5, 5],  // two or more
    ]
    private static let capsuleOnly = [3, 4, 4, 4, 5]

    private func expected(_ size: Double, _ isAPHE: Bool, _ washout: Bool, _ capsule: Bool, _ growth: Bool) -> Int {
        let column = isAPHE ? (size < 10 ? 2 : size < 20 ? 3 : 4) : (size < 20 ? 0 : 1)
        let count = [washout, capsule, growth].filter { $0 }.count
        return count == 1 && capsule ? Self.capsuleOnly[column] : Self.table[min(count, 2)][column]
    }

    private func moved(_ category: Int, by ancillary: String) -> Int {
        switch ancillary {
        case "malignant": category == 3 ? 4 : category
        case "benign": category - 1
        default: category
        }
    }

    @Test(arguments: [1, 5, 9.9, 10, 14, 15, 19, 19.9, 20, 20.1, 45])
    func everyCombination(size: Double) throws {
        for aphe in Self.presence {
            for washout in Self.presence {
                for capsule in Self.presence {
                    for growth in Self.presence {
                        let flags = [aphe, washout, capsule, growth].map { $0 == "present" }
                        let category = expected(size, flags[0], flags[1], flags[2], flags[3])
                        for ancillary in ["none", "malignant", "benign", "both"] {
                            let replies = observation(
                                size, aphe: aphe, washout: washout, capsule: capsule, growth: growth,
                                ancillary: ancillary)
                            let found = try outcome("li-rads", replies)
                            #expect(found == "LR-\(moved(category, by: ancillary))", "\(replies)")
                        }
                    }
                }
            }
        }
    }

    /// A public calculator says LR-4.
    @Test func anObservationOf15MillimetresWithAPHEAndWashoutIsLR5() throws {
        #expect(try outcome("li-rads", observation(15, aphe: "present", washout: "present")) == "LR-5")
        #expect(try outcome("li-rads", observation(15, aphe: "present", capsule: "present")) == "LR-4")
    }

    @Test(arguments: [
        ("not-categorizable", "LR-NC"), ("tumour-in-vein", "LR-TIV"), ("definitely-benign", "LR-1"),
        ("targetoid", "LR-M"),
    ])
    func whatComesBeforeTheTable(judgement: String, category: String) throws {
        #expect(try outcome("li-rads", ["population": "yes", "judgement": .option(judgement)]) == category)
    }

    @Test(arguments: [("none", "LR-2"), ("malignant", "LR-3"), ("benign", "LR-1"), ("both", "LR-2")])
    func probablyBenignMoves(ancillary: String, category: String) throws {
        let replies: Replies = [
            "population": "yes", "judgement": "probably-benign", "ancillary": .option(ancillary),
        ]
        #expect(try outcome("li-rads", replies) == category)
    }

    @Test func ancillaryFeaturesNeverMakeLR5() throws {
        #expect(try outcome("li-rads", observation(25, aphe: "present", ancillary: "malignant")) == "LR-4")
    }

    @Test func patientsNotAtRiskGetNoCategory() throws {
        #expect(try outcome("li-rads", ["population": "no"]) == "undefined")
    }

    @Test(arguments: [(12.0, "3–6 months"), (20.0, "biopsy"), (22.0, "biopsy")])
    func management(size: Double, advice: String) throws {
        let aphe = size >= 20 ? "present" : "absent"
        let score = try ask("li-rads", observation(size, aphe: aphe)).score
        #expect(score?.recommendation?.contains(advice) == true)
    }

    @Test func theReportSaysWhatDecided() throws {
        let score = try #require(try ask("li-rads", observation(15, aphe: "present", washout: "present")).score)
        #expect(
            score.finding
                == "LR-5, definitely HCC: 15 mm, nonrim APHE, nonperipheral washout (LI-RADS CT/MRI v2018).")
        #expect(score.row == "nonrim APHE, 10–19 mm, one additional major feature (not capsule)")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("li-rads", observation(15, aphe: "present"))
        try expectEachIsNeeded(
            "li-rads", ["population": "yes", "judgement": "probably-benign", "ancillary": "none"])
    }
}
