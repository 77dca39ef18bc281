import Scores
import Testing

@Suite struct PIRADSTests {
    private let five = ["1", "2", "3", "4", "5"]

    @Test func peripheralZone() throws {
        for dwi in five {
            for dce in ["negative", "positive", "absent"] {
                let expected = dwi == "3" && dce == "positive" ? "4" : dwi
                let replies: Replies = ["zone": "peripheral", "dwi": .option(dwi), "dce": .option(dce)]
                #expect(try outcome("pi-rads", replies) == expected)
            }
        }
    }

    @Test func peripheralZoneWithoutDiffusion() throws {
        for t2 in five {
            for dce in ["negative", "positive", "absent"] {
                let expected = t2 == "3" && dce == "positive" ? "4" : t2
                let replies: Replies = [
                    "zone": "peripheral", "dwi": "inadequate", "t2-peripheral": .option(t2), "dce": .option(dce),
                ]
                #expect(try outcome("pi-rads", replies) == expected)
            }
        }
    }

    /// Rows T2 1 to 5, columns DWI 1 to 5 and inadequate.
    private static let transition = [
        ["1", "1", "1", "1", "1", "1"], ["2", "2", "2", "3", "3", "2"], ["3", "3", "3", "3", "4", "3"],
        ["4", "4", "4", "4", "4", "4"], ["5", "5", "5", "5", "5", "5"],
    ]

    @Test func transitionZone() throws {
        for (row, t2) in five.enumerated() {
            for (column, dwi) in (five + ["inadequate"]).enumerated() {
                let replies: Replies = ["zone": "transition", "t2": .option(t2), "dwi": .option(dwi)]
                #expect(try outcome("pi-rads", replies) == Self.transition[row][column], "T2 \(t2) DWI \(dwi)")
            }
        }
    }

    @Test(arguments: [
        ("4", 14.9, "no", "4"), ("4", 15.0, "no", "invalid: size"), ("4", 14.9, "yes", "invalid: size"),
        ("5", 15.0, "no", "5"), ("5", 14.9, "no", "invalid: size"), ("5", 14.9, "yes", "5"), ("3", 40.0, "no", "3"),
    ])
    func scores4And5DifferBySizeAndExtension(score: String, size: Double, invasive: String, category: String) throws {
        for (zone, lead) in [("peripheral", "dwi"), ("transition", "t2")] {
            let base: Replies = ["zone": .option(zone), lead: .option(score), "size": .number(size)]
            let more: Replies = lead == "t2" ? ["dwi": "3"] : ["dce": "negative"]
            let replies = base.merging(more) { $1 }.with("extension", .option(invasive))
            #expect(try outcome("pi-rads", replies) == category)
        }
    }

    @Test(arguments: [
        ("1", "not indicated"), ("2", "not indicated"), ("3", "PSA"), ("4", "Targeted"), ("5", "Targeted"),
    ])
    func management(score: String, advice: String) throws {
        let replies: Replies = ["zone": "peripheral", "dwi": .option(score), "dce": "negative"]
        #expect(try ask("pi-rads", replies).score?.recommendation?.contains(advice) == true)
    }

    @Test func theReportSaysWhatDecided() throws {
        #expect(
            try ask("pi-rads", ["zone": "peripheral", "dwi": "3", "dce": "positive", "size": 9]).score?.finding
                == "PI-RADS 4, high likelihood of clinically significant cancer: peripheral zone, DWI 3, DCE positive, "
                + "9 mm (PI-RADS v2.1).")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("pi-rads", ["zone": "peripheral", "dwi": "3", "dce": "positive"])
        try expectEachIsNeeded("pi-rads", ["zone": "peripheral", "dwi": "4", "size": 9, "extension": "no"])
        try expectEachIsNeeded("pi-rads", ["zone": "transition", "t2": "3", "dwi": "5"])
        try expectEachIsNeeded(
            "pi-rads", ["zone": "peripheral", "dwi": "inadequate", "t2-peripheral": "3", "dce": "absent"])
    }
}
