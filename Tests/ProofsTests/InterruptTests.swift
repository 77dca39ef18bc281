import Testing

extension ShortProofs {
    @Suite struct InterruptTests {
        @Test func aStoppedSyncEndsAsOneNobodyStopped() async throws {
            // Prime to the number of steps an entry takes, so that each kind of step has its turn.
            let answer = try await Launcher.proofs("interrupt", "--stride", "11")
            #expect(answer.holds, "\(answer.output)")
        }

        @Test(arguments: ["filed-before-sent", "new-uid-on-resume"])
        func aPlantedDefectIsFound(defect: String) async throws {
            let answer = try await Launcher.proofs("interrupt", "--stride", "40", "--canary", defect)
            #expect(!answer.holds && answer.summary.hasPrefix("interrupt"), "\(answer.output)")
        }
    }
}
