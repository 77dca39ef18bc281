import Scores
import Testing

@Suite struct BosniakTests {
    private func mass(_ examination: String, _ more: Replies = [:]) -> Replies {
        var base: Replies = [
            "cystic": "yes", "examination": .option(examination), "nodule": "none", "wall": "thin", "septa": "none",
            "calcification": "no",
        ]
        if examination.hasPrefix("ct") {
            base.merge(["content": "homogeneous", "attenuation": 10]) { $1 }
        } else {
            base["signal"] = "fluid"
        }
        return base.merging(more) { $1 }
    }

    private static let walls = ["thin", "3-mm", "4-mm", "thick-not-enhancing"]
    private static let septa = ["none", "few", "many", "many-not-enhancing", "3-mm", "4-mm"]
    private static let protrusions: [(Replies, String?)] = [
        (["nodule": "none"], nil), (["nodule": "acute"], "IV"), (["nodule": "obtuse", "height": 3], "III"),
        (["nodule": "obtuse", "height": 4], "IV"),
    ]

    /// The classes of what enhances, the highest first; `nil` where nothing of it decides.
    private func enhancing(_ protrusion: String?, _ wall: String, _ septa: String) -> String? {
        if let protrusion { return protrusion }
        if wall == "4-mm" || septa == "4-mm" { return "III" }
        if wall == "3-mm" || septa == "3-mm" || septa == "many" { return "IIF" }
        return wall == "thick-not-enhancing" ? "undefined" : nil
    }

    @Test func everyCombinationOnCT() throws {
        for protrusion in Self.protrusions {
            for wall in Self.walls {
                for septa in Self.septa {
                    for (attenuation, calcified) in [(10.0, "no"), (10, "yes"), (25, "no"), (25, "yes"), (80, "no")] {
                        let isSimple = attenuation <= 20 && calcified == "no"
                        let unseptated = isSimple ? "I" : "II"
                        let benign = ["few": "II", "many-not-enhancing": "undefined"][septa] ?? unseptated
                        let expected = enhancing(protrusion.1, wall, septa) ?? benign
                        let replies = mass("ct-renal-mass", protrusion.0).merging([
                            "wall": .option(wall), "septa": .option(septa), "attenuation": .number(attenuation),
                            "calcification": .option(calcified),
                        ]) { $1 }
                        #expect(try outcome("bosniak", replies) == expected, "\(replies)")
                    }
                }
            }
        }
    }

    @Test func everyCombinationOnMRI() throws {
        for protrusion in Self.protrusions {
            for wall in Self.walls {
                for septa in Self.septa {
                    for signal in ["fluid", "bright-t1", "mixed-t1", "other"] {
                        let alone = ["fluid": "I", "bright-t1": "II", "mixed-t1": "IIF", "other": "undefined"][signal]
                        let isSeptated = septa == "few" || septa == "many-not-enhancing"
                        let benign = isSeptated && signal != "mixed-t1" ? "II" : alone
                        let expected = enhancing(protrusion.1, wall, septa) ?? benign
                        let replies = mass("mr-contrast", protrusion.0).merging([
                            "wall": .option(wall), "septa": .option(septa), "signal": .option(signal),
                        ]) { $1 }
                        #expect(try outcome("bosniak", replies) == expected, "\(replies)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("ct-renal-mass", -10, "undefined"), ("ct-renal-mass", -9, "I"), ("ct-renal-mass", 20, "I"),
        ("ct-renal-mass", 21, "II"), ("ct-noncontrast", -10, "undefined"), ("ct-noncontrast", -9, "II"),
        ("ct-noncontrast", 20, "II"), ("ct-noncontrast", 21, "undefined"), ("ct-noncontrast", 69, "undefined"),
        ("ct-noncontrast", 70, "II"), ("ct-portal-venous", -10, "undefined"), ("ct-portal-venous", -9, "I"),
        ("ct-portal-venous", 20, "I"), ("ct-portal-venous", 21, "II"), ("ct-portal-venous", 30, "II"),
        ("ct-portal-venous", 31, "undefined"),
    ])
    func attenuation(examination: String, units: Int, category: String) throws {
        #expect(try outcome("bosniak", mass(examination, ["attenuation": .number(Double(units))])) == category)
    }

    @Test func calcifiedSimpleFluidIsNotClassI() throws {
        for units in [-9, 20] {
            let replies = mass("ct-renal-mass", ["attenuation": .number(Double(units)), "calcification": "yes"])
            let row = try ask("bosniak", replies).score?.row
            #expect(row == "CT class II: thin smooth wall, simple fluid, calcification")
        }
    }

    @Test func attenuationIsAskedOfHomogeneousContentOnly() throws {
        let septated = mass("ct-renal-mass", ["content": "heterogeneous", "septa": "few"]).with("attenuation", nil)
        #expect(try outcome("bosniak", septated) == "II")
    }

    @Test(arguments: [("fluid", "II"), ("bright-t1", "II"), ("mixed-t1", "IIF"), ("other", "undefined")])
    func magneticResonanceWithoutContrast(signal: String, category: String) throws {
        #expect(try outcome("bosniak", mass("mr-noncontrast", ["signal": .option(signal)])) == category)
    }

    @Test func whatIsNotSimple() throws {
        for examination in ["ct-renal-mass", "ct-noncontrast", "ct-portal-venous"] {
            #expect(try outcome("bosniak", mass(examination, ["content": "too-small"])) == "II")
            #expect(try outcome("bosniak", mass(examination, ["content": "heterogeneous"])) == "undefined")
        }
        #expect(try outcome("bosniak", mass("ct-renal-mass", ["content": "heterogeneous", "septa": "few"])) == "II")
        #expect(try outcome("bosniak", mass("ct-portal-venous", ["calcification": "yes"])) == "undefined")
        #expect(try outcome("bosniak", mass("mr-contrast", ["calcification": "yes"])) == "II")
        #expect(try outcome("bosniak", ["cystic": "no"]) == "undefined")
    }

    @Test(arguments: [("thin", "no follow-up"), ("3-mm", "6 and 12 months"), ("4-mm", "Urological")])
    func management(wall: String, advice: String) throws {
        let score = try ask("bosniak", mass("mr-contrast", ["wall": .option(wall)])).score
        #expect(score?.recommendation?.contains(advice) == true)
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("bosniak", mass("ct-renal-mass", ["nodule": "obtuse", "height": 5])).score?.finding
                == "Bosniak class IV cystic renal mass on CT: enhancing nodule with obtuse margins, 5 mm high, 10 HU "
                + "(Bosniak 2019).")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("bosniak", mass("ct-renal-mass"))
        try expectEachIsNeeded("bosniak", mass("mr-contrast", ["nodule": "obtuse", "height": 5]))
        try expectEachIsNeeded("bosniak", mass("ct-portal-venous"))
        try expectEachIsNeeded("bosniak", mass("mr-noncontrast"))
    }
}
