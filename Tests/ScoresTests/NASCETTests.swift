import Scores
import Testing

@Suite struct NASCETTests {
    private func artery(_ minimum: Double, _ distal: Double) -> Replies {
        ["side": "left", "lumen": "measured", "minimum": .number(minimum), "distal": .number(distal)]
    }

    @Test(arguments: [
        (5.0, 5.0, "mild", "0 %"), (2.6, 5.0, "mild", "48 %"), (2.5, 5.0, "moderate", "50 %"),
        (1.6, 5.0, "moderate", "68 %"), (1.5, 5.0, "severe", "70 %"), (0.1, 5.0, "severe", "98 %"),
        (1.9, 6.3, "moderate", "69.8 %"), (3.2, 6.3, "mild", "49.2 %"), (0.9, 3.0, "severe", "70 %"),
        (2.1, 7.0, "severe", "70 %"), (3.5, 7.0, "moderate", "50 %"), (0.1, 15.0, "severe", "99.3 %"),
    ])
    func stenosis(minimum: Double, distal: Double, category: String, percent: String) throws {
        let score = try #require(try ask("nascet", artery(minimum, distal)).score)
        #expect(score.category == category)
        #expect(score.finding.contains(" \(percent) stenosis"), "\(score.finding)")
    }

    /// Against whole numbers: every lumen in tenths of a millimetre up to 8 mm.
    @Test func everyPairOfLumens() throws {
        for distal in 5...80 {
            for minimum in 1...distal {
                let lost = (distal - minimum) * 100
                let expected = lost >= 70 * distal ? "severe" : lost >= 50 * distal ? "moderate" : "mild"
                let found = try outcome("nascet", artery(Double(minimum) / 10, Double(distal) / 10))
                if found != expected { Issue.record("\(minimum) of \(distal): \(found)") }
            }
        }
    }

    @Test func whatCannotBe() throws {
        #expect(try outcome("nascet", artery(5.1, 5)) == "invalid: minimum")
        #expect(try outcome("nascet", artery(0, 5)) == "invalid: minimum")
        #expect(try outcome("nascet", artery(1, 0)) == "invalid: distal")
    }

    @Test func closedAndNearlyClosed() throws {
        #expect(try outcome("nascet", ["side": "right", "lumen": "occlusion"]) == "occlusion")
        let near = try #require(try ask("nascet", ["side": "right", "lumen": "near-occlusion"]).score)
        #expect(near.category == "near occlusion")
        #expect(!near.finding.contains("%"))
        #expect(try ask("nascet", artery(1, 3)).score?.notes.isEmpty == false)
        #expect(try ask("nascet", artery(1, 5)).score?.notes.isEmpty == true)
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("nascet", artery(1.5, 5)).score?.finding
                == "Left internal carotid artery: 70 % stenosis, severe: smallest lumen 1.5 mm, distal lumen 5 mm "
                + "(NASCET).")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("nascet", artery(2, 5))
        try expectEachIsNeeded("nascet", ["side": "right", "lumen": "occlusion"])
    }
}
