import Scores
import Testing

@Suite struct ASPECTSTests {
    private static let regions = [
        "caudate", "lentiform", "internal-capsule", "insula", "m1", "m2", "m3", "m4", "m5", "m6",
    ]

    @Test func everySetOfRegions() throws {
        for set in 1..<1024 {
            let chosen = Self.regions.enumerated().filter { set & (1 << $0.offset) != 0 }.map(\.element)
            let score = try ask("aspects", ["side": "left", "regions": .options(chosen)]).score
            let isRight = score?.points == 10 - chosen.count && score?.category == "\(10 - chosen.count)"
            if !isRight { Issue.record("\(chosen)") }
        }
    }

    @Test func noRegion() throws {
        #expect(try outcome("aspects", ["side": "right", "regions": ["none"]]) == "10")
        #expect(try outcome("aspects", ["side": "right", "regions": ["none", "m1"]]) == "invalid: regions")
        #expect(try outcome("aspects", ["side": "right", "regions": []]) == "incomplete: regions")
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("aspects", ["side": "left", "regions": ["m2", "insula", "lentiform"]]).score?.text
                == "ASPECTS 7, left middle cerebral artery territory: lentiform nucleus, insula and M2 (ASPECTS 2000).")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("aspects", ["side": "left", "regions": ["m1"]])
    }
}
