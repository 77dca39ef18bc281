import Proving
import SyncProofs
import Testing

/// The short form of `proofs interrupt`: not every step, but steps of every kind.
@Suite(.enabled(if: Launcher.isAsked, "READROOM_PROOFS=1")) struct InterruptTests {
    @Test func aStoppedSyncEndsAsOneNobodyStopped() throws {
        // Prime to the number of steps an entry takes, so that each kind of step has its turn.
        let verdict = try InterruptProof.run(stride: 11)
        #expect(verdict.holds, "\(verdict.summary) \(verdict.broken)")
    }

    @Test(arguments: InterruptProof.Defect.allCases)
    func aPlantedDefectIsFound(defect: InterruptProof.Defect) throws {
        let verdict = try InterruptProof.run(stride: 40, canary: defect)
        #expect(!verdict.holds, "\(verdict.summary)")
    }
}
