import Scores
import Testing

@Suite struct RECISTTests {
    private func lesion(_ number: Int, _ site: String, _ baseline: Double, _ now: Double?) -> Replies {
        [
            "site-\(number)": .option(site), "baseline-\(number)": .number(baseline),
            "evaluation-\(number)": now.map { $0 == 0 ? "gone" : "measured" } ?? "not-evaluated",
            "current-\(number)": .number(now ?? 1),
        ]
    }

    private func study(
        _ lesions: [Replies], nadir: Double? = nil, nonTarget: String = "none", new: String = "no"
    ) -> Replies {
        var all: Replies = [
            "targets": .number(Double(lesions.count)), "non-target": .option(nonTarget), "new": .option(new),
        ]
        for lesion in lesions { all.merge(lesion) { $1 } }
        all["nadir"] = nadir.map { .number($0) }
        return all
    }

    private func target(baseline: Double, nadir: Double, now: Double) throws -> String {
        try outcome("recist", study([lesion(1, "organ", baseline, now)], nadir: nadir))
    }

    @Test(arguments: [
        (100, 100, 70.1, "SD"), (100, 100, 70, "PR"), (100, 100, 1, "PR"), (100, 100, 0, "CR"),
        (100, 100, 119.9, "SD"), (100, 100, 120, "PD"), (100, 50, 59.9, "PR"), (100, 50, 60, "PD"),
        (20, 15, 19.9, "SD"), (20, 15, 20, "PD"), (20, 16, 19.5, "SD"), (30, 20, 24.9, "SD"), (30, 20, 25, "PD"),
        (30, 25, 29.9, "SD"), (30, 25, 30, "PD"), (100, 0, 0, "CR"), (100, 0, 4, "PD"), (11.1, 11.1, 7.7, "PR"),
        (11.1, 11.1, 7.8, "SD"),
    ])
    func targetLesions(baseline: Double, nadir: Double, now: Double, response: String) throws {
        #expect(try target(baseline: baseline, nadir: nadir, now: now) == response)
    }

    /// In whole tenths of a millimetre, as nobody but a computer adds them up.
    @Test func everySum() throws {
        for nadir in stride(from: 10, through: 400, by: 30) {
            for now in stride(from: 10, through: 600, by: 10) {
                let isProgressive = now * 100 >= nadir * 120 && now - nadir >= 50
                let expected = isProgressive ? "PD" : now * 100 <= 400 * 70 ? "PR" : "SD"
                let found = try target(baseline: 40, nadir: Double(nadir) / 10, now: Double(now) / 10)
                if found != expected { Issue.record("nadir \(nadir) now \(now): \(found), not \(expected)") }
            }
        }
    }

    @Test func nodesBelow10MillimetresAreNormalThoughTheyCount() throws {
        let mixed = { (node: Double) in [self.lesion(1, "organ", 30, 0), self.lesion(2, "node", 20, node)] }
        #expect(try outcome("recist", study(mixed(9.9), nadir: 50)) == "CR")
        #expect(try outcome("recist", study(mixed(10), nadir: 50)) == "PR")
        #expect(try outcome("recist", study(mixed(9.9), nadir: 0)) == "CR")
        #expect(try outcome("recist", study(mixed(10), nadir: 0)) == "PD")
        let organ = [lesion(1, "organ", 30, 9), lesion(2, "node", 20, 9)]
        #expect(try outcome("recist", study(organ, nadir: 50)) == "PR")
    }

    @Test func lesionsTooSmallToMeasureCount5Millimetres() throws {
        let replies = study([lesion(1, "organ", 10, 9)], nadir: 10).with("evaluation-1", "too-small")
        let score = try #require(try ask("recist", replies).score)
        #expect(score.category == "PR")
        #expect(score.finding.contains("now 5 mm"))
    }

    @Test func targetsThatWereNotEvaluated() throws {
        let part = { (now: Double) in [self.lesion(1, "organ", 30, now), self.lesion(2, "organ", 30, nil)] }
        #expect(try outcome("recist", study(part(10), nadir: 60)) == "NE")
        #expect(try outcome("recist", study(part(72), nadir: 60)) == "PD")
        #expect(try outcome("recist", study(part(10), nadir: 60, new: "yes")) == "PD")
    }

    /// Tables 1 and 2 of the paper, and what they leave to reason: no non-target lesions are as good as gone.
    @Test func everyOverallResponse() throws {
        let targets: [(String, Replies?, Double)] = [
            ("CR", lesion(1, "organ", 50, 0), 50), ("PR", lesion(1, "organ", 50, 30), 50),
            ("SD", lesion(1, "organ", 50, 45), 50), ("PD", lesion(1, "organ", 50, 60), 50),
            ("NE", lesion(1, "organ", 50, nil), 50), ("none", nil, 0),
        ]
        let nonTargets = ["none", "cr", "non-cr-non-pd", "pd", "not-evaluated"]
        let withoutNew = [
            "CR": ["CR", "CR", "PR", "PD", "PR"], "PR": ["PR", "PR", "PR", "PD", "PR"],
            "SD": ["SD", "SD", "SD", "PD", "SD"], "PD": ["PD", "PD", "PD", "PD", "PD"],
            "NE": ["NE", "NE", "NE", "PD", "NE"], "none": ["undefined", "CR", "non-CR/non-PD", "PD", "NE"],
        ]
        for (name, lesion, nadir) in targets {
            for (column, nonTarget) in nonTargets.enumerated() {
                for new in ["no", "equivocal", "yes"] {
                    let replies = study(
                        lesion.map { [$0] } ?? [], nadir: lesion == nil ? nil : nadir, nonTarget: nonTarget, new: new)
                    let expected = new == "yes" ? "PD" : withoutNew[name]?[column]
                    #expect(try outcome("recist", replies) == expected, "\(name) \(nonTarget) \(new)")
                }
            }
        }
    }

    @Test func anEquivocalNewLesionIsNoted() throws {
        let stable = study([lesion(1, "organ", 50, 45)], nadir: 50, new: "equivocal")
        #expect(try ask("recist", stable).score?.notes.count == 1)
    }

    @Test func whatCannotBe() throws {
        #expect(try outcome("recist", study([lesion(1, "organ", 9.9, 5)], nadir: 9)) == "invalid: baseline-1")
        #expect(try outcome("recist", study([lesion(1, "organ", 10, 5)], nadir: 9)) == "PR")
        #expect(try outcome("recist", study([lesion(1, "node", 14.9, 5)], nadir: 9)) == "invalid: baseline-1")
        #expect(try outcome("recist", study([lesion(1, "node", 15, 12)], nadir: 15)) == "SD")
        #expect(try outcome("recist", study([lesion(1, "organ", 50, 45)], nadir: 50.1)) == "invalid: nadir")
        #expect(try outcome("recist", ["targets": 6]) == "invalid: targets")
    }

    @Test func theReportSaysWhatDecided() throws {
        let five = (1...5).map { lesion($0, "organ", 20, 12) }
        #expect(
            try ask("recist", study(five, nadir: 90, nonTarget: "non-cr-non-pd")).score?.text
                == "Overall response PR, partial response: target PR, non-target non-CR/non-PD, no new lesions, "
                + "sum of diameters 100 mm at baseline, smallest 90 mm, now 60 mm (RECIST 1.1).")
    }

    @Test func eachAnswerIsNeeded() throws {
        try expectEachIsNeeded("recist", study([lesion(1, "organ", 50, 45), lesion(2, "node", 15, 12)], nadir: 60))
        try expectEachIsNeeded("recist", study([], nonTarget: "cr"))
    }
}
