import CheckBenchmark
import Testing

/// The goal of the checks on made-up reports: few errors missed, few false alarms.
@Suite struct CheckBenchmarkTests {
    @Test func theGoalIsMet() {
        let known = CheckMeasurement.known(reports: 120, seed: 7)
        #expect(known.meetsTheGoal, "\(known.recall), \(known.alarmsPerHundred)")
        #expect(known.recalls.allSatisfy { $0.seeded > 0 }, "every kind of error was tried")
    }

    @Test func theHeldOutWordingsAreNoWorseThanTheyWere() {
        let heldOut = CheckMeasurement.heldOut(reports: 60, seed: 7)
        #expect(heldOut.recall >= 0.98 && heldOut.alarmsPerHundred <= 2)
    }
}
