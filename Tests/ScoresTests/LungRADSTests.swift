import Scores
import Testing

@Suite struct LungRADSTests {
    private func reply(_ finding: String, _ more: Replies = [:]) -> Replies {
        let base: Replies = ["finding": .option(finding), "suspicious": "no", "other": "no"]
        return base.merging(more) { $1 }
    }

    private func nodule(_ kind: String, _ size: Double, _ change: String, solid: Double? = nil) -> Replies {
        let measured = reply(kind, ["size": .number(size), "change": .option(change)])
        return measured.with("solid", solid.map { .number($0) })
    }

    /// Every half millimetre from 0.5 to 40, against thresholds written down by themselves.
    private static let sizes = (1...80).map { Double($0) / 2 }

    private func step(_ size: Double, _ steps: [(Double, String)]) -> String {
        steps.last { size >= $0.0 }?.1 ?? "?"
    }

    @Test func solidNodules() throws {
        for size in Self.sizes {
            let expected = [
                "baseline": step(size, [(0, "2"), (6, "3"), (8, "4A"), (15, "4B")]),
                "new": step(size, [(0, "2"), (4, "3"), (6, "4A"), (8, "4B")]),
                "growing": step(size, [(0, "4A"), (8, "4B")]), "slowly-growing": "4B",
            ]
            for (change, category) in expected {
                #expect(try outcome("lung-rads", nodule("solid", size, change)) == category, "\(size) \(change)")
            }
        }
    }

    @Test(arguments: [
        ("baseline", 5.9, "2"), ("baseline", 6.0, "3"), ("baseline", 7.9, "3"), ("baseline", 8.0, "4A"),
        ("baseline", 14.9, "4A"), ("baseline", 15.0, "4B"), ("new", 3.9, "2"), ("new", 4.0, "3"), ("new", 5.9, "3"),
        ("new", 6.0, "4A"), ("new", 7.9, "4A"), ("new", 8.0, "4B"), ("growing", 7.9, "4A"), ("growing", 8.0, "4B"),
    ])
    func solidNodulesAtTheBoundaries(change: String, size: Double, category: String) throws {
        #expect(try outcome("lung-rads", nodule("solid", size, change)) == category)
    }

    /// A public calculator says 4A.
    @Test func aNewSolidNoduleOf20MillimetresIs4B() throws {
        #expect(try outcome("lung-rads", nodule("solid", 20, "new")) == "4B")
    }

    @Test func partSolidNodules() throws {
        for size in Self.sizes.prefix(40) {
            for solid in Self.sizes where solid <= size {
                let baseline = size < 6 ? "2" : step(solid, [(0, "3"), (6, "4A"), (8, "4B")])
                let new = solid >= 4 ? "4B" : size < 6 ? "3" : "4A"
                let growing = solid >= 4 ? "4B" : "4A"
                let expected = ["baseline": baseline, "new": new, "growing": growing, "slowly-growing": "4B"]
                for (change, category) in expected {
                    let found = try outcome("lung-rads", nodule("part-solid", size, change, solid: solid))
                    #expect(found == category, "\(size) \(solid) \(change)")
                }
            }
        }
        #expect(try outcome("lung-rads", nodule("part-solid", 5, "new", solid: 5.1)) == "invalid: solid")
    }

    @Test(arguments: [
        (5.9, 5.9, "baseline", "2"), (6.0, 5.9, "baseline", "3"), (6.0, 6.0, "baseline", "4A"),
        (9.0, 7.9, "baseline", "4A"), (9.0, 8.0, "baseline", "4B"), (5.9, 3.9, "new", "3"), (6.0, 3.9, "new", "4A"),
        (6.0, 4.0, "new", "4B"), (12.0, 3.9, "growing", "4A"), (12.0, 4.0, "growing", "4B"),
    ])
    func partSolidNodulesAtTheBoundaries(size: Double, solid: Double, change: String, category: String) throws {
        #expect(try outcome("lung-rads", nodule("part-solid", size, change, solid: solid)) == category)
    }

    @Test(arguments: [
        (29.9, "baseline", "2"), (29.9, "new", "2"), (29.9, "growing", "2"), (29.9, "slowly-growing", "2"),
        (29.9, "stable", "2"), (30.0, "baseline", "3"), (30.0, "new", "3"), (30.0, "growing", "3"),
        (30.0, "slowly-growing", "2"), (30.0, "stable", "2"),
    ])
    func groundGlass(size: Double, change: String, category: String) throws {
        #expect(try outcome("lung-rads", nodule("ground-glass", size, change)) == category)
    }

    @Test(arguments: [("2", "2"), ("3", "2"), ("4a", "3"), ("4b", "undefined")])
    func stableNodulesStepDown(previous: String, category: String) throws {
        for kind in ["solid", "part-solid"] {
            let replies = nodule(kind, 9, "stable", solid: kind == "solid" ? nil : 7)
                .with("previous", .option(previous))
            #expect(try outcome("lung-rads", replies) == category)
        }
    }

    @Test(arguments: [
        ("none", "1"), ("benign", "1"), ("proven-benign", "2"), ("inflammatory", "0"), ("not-evaluable", "0"),
        ("prior-awaited", "0"),
    ])
    func otherFindings(finding: String, category: String) throws {
        #expect(try outcome("lung-rads", reply(finding)) == category)
    }

    @Test func juxtapleuralNodules() throws {
        #expect(try outcome("lung-rads", reply("juxtapleural", ["size": 9.9])) == "2")
        #expect(try outcome("lung-rads", reply("juxtapleural", ["size": 10])) == "undefined")
    }

    @Test(arguments: [("subsegmental", "2"), ("proximal", "4A"), ("persistent", "4B")])
    func airwayNodules(airway: String, category: String) throws {
        #expect(try outcome("lung-rads", reply("airway", ["airway": .option(airway)])) == category)
    }

    @Test(arguments: [
        ("thin", "undefined"), ("thick", "4A"), ("multilocular", "4A"), ("became-multilocular", "4A"),
        ("growing-lumen", "3"), ("stable", "3"), ("growing-wall", "4B"), ("growing-multilocular", "4B"),
        ("denser", "4B"),
    ])
    func cysts(cyst: String, category: String) throws {
        #expect(try outcome("lung-rads", reply("cyst", ["cyst": .option(cyst)])) == category)
    }

    @Test(arguments: [(5.0, "2"), (7.0, "4X"), (9.0, "4X"), (16.0, "4X")])
    func suspiciousFeaturesRaiseCategories3And4(size: Double, category: String) throws {
        let replies = nodule("solid", size, "baseline").with("suspicious", "yes")
        let score = try #require(try ask("lung-rads", replies).score)
        #expect(score.category == category)
        #expect(score.notes.isEmpty == (category == "4X"))
    }

    @Test func theModifierIsAdded() throws {
        let score = try #require(try ask("lung-rads", nodule("solid", 9, "baseline").with("other", "yes")).score)
        #expect(score.category == "4AS")
        #expect(score.recommendation?.contains("Modifier S") == true)
    }

    @Test(arguments: [
        ("solid", 5.0, "in 12 months"), ("solid", 7.0, "in 6 months"), ("solid", 8.0, "PET/CT may be considered"),
        ("solid", 15.0, "tissue sampling"),
    ])
    func management(kind: String, size: Double, advice: String) throws {
        let score = try ask("lung-rads", nodule(kind, size, "baseline")).score
        #expect(score?.recommendation?.contains(advice) == true)
    }

    @Test func petIsForSolidPartsOf8MillimetresOrMore() throws {
        let small = try ask("lung-rads", nodule("solid", 7, "growing")).score
        #expect(small?.recommendation == "Low-dose CT in 3 months.")
        let part = try ask("lung-rads", nodule("part-solid", 20, "baseline", solid: 7)).score
        #expect(part?.recommendation == "Low-dose CT in 3 months.")
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("lung-rads", nodule("part-solid", 20, "baseline", solid: 7)).score?.text
                == "Lung-RADS 4A: part-solid nodule, mean diameter 20 mm, solid component 7 mm, baseline "
                + "(Lung-RADS 2022). Low-dose CT in 3 months.")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("lung-rads", nodule("part-solid", 20, "baseline", solid: 7))
        try expectEachIsNeeded("lung-rads", nodule("solid", 7, "stable").with("previous", "3"))
        try expectEachIsNeeded("lung-rads", reply("cyst", ["cyst": "thick"]))
        try expectEachIsNeeded("lung-rads", reply("airway", ["airway": "proximal"]))
        try expectEachIsNeeded("lung-rads", reply("none"))
    }
}
