import Proving
import SyncProofs
import Testing

/// The short form of `proofs simulate`.
@Suite(.enabled(if: Launcher.isAsked, "READROOM_PROOFS=1")) struct SimulationTests {
    @Test func everyInvariantHoldsInEveryStep() {
        let run = SimulationRun(seed: 1, count: 3_000)
        #expect(run.verdict.holds, "\(run.verdict.summary) \(run.verdict.broken)")
    }

    /// Each defect is found, and by the invariant that is about it; and no invariant has never found anything.
    @Test func everyCanaryIsCaught() {
        let expected: [Canary: Int] = [
            .acknowledgedBeforeCommit: 1, .outboxLostOnSign: 2, .auditLostOnSign: 2, .droppedOn4xx: 4,
            .rejectedNotShown: 5, .twoSenders: 6, .lastWriterWins: 7, .identityReboundAtSend: 8,
            .identityCheckedAtOpenOnly: 9, .seriesNotCompared: 10, .newUIDOnRetry: 11, .editedBytesOnRetry: 11,
            .filedWithoutReadBack: 12, .ignored409And412: 12, .addendumBeforeParent: 13, .lostClaimNotTold: 14,
            .stealDiscardsDraft: 15, .poisonBlocksQueue: 16, .orderByWallClock: 20, .unseeded: 17,
        ]
        let table = CanaryTable(seed: 1, count: 2000, stopsWhenCaught: true)
        for (canary, breaches) in table.rows {
            let invariant = expected[canary]
            #expect(invariant.map { breaches[$0] != nil } == true, "\(canary.rawValue): \(breaches)")
        }
        #expect(table.idleInvariants.isEmpty)
    }

    @Test func aSeedHasOneHistory() {
        let first = SimulationRun(seed: 4711, count: 20, repeatEvery: 1)
        #expect(first.failedSeed == nil)
        #expect(SimulationRun(seed: 4711, count: 20, canary: .unseeded, repeatEvery: 1).failedSeed == 4711)
    }
}
