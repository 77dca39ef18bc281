import Scores
import Testing

@Suite struct BIRADSTests {
    @Test(arguments: [
        ("0", "0", "Recall"), ("1", "1", "Routine"), ("2", "2", "Routine"), ("3", "3", "6 months"),
        ("4a", "4A", "Tissue"), ("4b", "4B", "Tissue"), ("4c", "4C", "Tissue"), ("5", "5", "Tissue"),
        ("6", "6", "excision"),
    ])
    func everyAssessmentAtEveryDensity(assessment: String, category: String, advice: String) throws {
        for density in ["a", "b", "c", "d"] {
            let replies: Replies = ["density": .option(density), "assessment": .option(assessment)]
            let score = try #require(try ask("bi-rads", replies).score)
            #expect(score.category == category)
            #expect(score.finding.contains("breast density \(density), "))
            #expect(score.recommendation?.contains(advice) == true)
        }
    }

    @Test(arguments: [
        (0, "invalid: likelihood"), (2, "invalid: likelihood"), (2.1, "4A"), (10, "4A"), (10.1, "4B"), (50, "4B"),
        (50.1, "4C"), (94.9, "4C"), (95, "invalid: likelihood"), (100, "invalid: likelihood"),
        (101, "invalid: likelihood"),
    ])
    func suspicionByLikelihood(percent: Double, category: String) throws {
        let replies: Replies = ["density": "b", "assessment": "4", "likelihood": .number(percent)]
        #expect(try outcome("bi-rads", replies) == category)
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("bi-rads", ["density": "b", "assessment": "4", "likelihood": 30]).score?.text
                == "BI-RADS 4B, moderate suspicion for malignancy, likelihood 30 %; breast density b, scattered areas "
                + "of fibroglandular density (BI-RADS 5th edition). Tissue diagnosis is recommended.")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("bi-rads", ["density": "b", "assessment": "2"])
        try expectEachIsNeeded("bi-rads", ["density": "b", "assessment": "4", "likelihood": 30])
    }
}
