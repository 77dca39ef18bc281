import Testing

extension ShortProofs {
    @Suite struct SimulationTests {
        @Test func everyInvariantHoldsInEveryStep() async throws {
            let answer = try await Launcher.proofs("simulate", "1", "--count", "1500")
            #expect(answer.holds, "\(answer.output)")
            #expect(answer.figure("schedules") == 1500)
        }

        /// Each defect is found, and by the invariant that is about it; and no invariant has never found anything.
        @Test func everyCanaryIsCaught() async throws {
            let answer = try await Launcher.proofs("simulate", "1", "--canaries")
            #expect(answer.holds && answer.output.contains("caught 20 of 20"), "\(answer.output)")
        }

        @Test func aSeedHasOneHistory() async throws {
            let traces = [
                try await Launcher.proofs("simulate", "4711", "--trace"),
                try await Launcher.proofs("simulate", "4711", "--trace"),
            ].map { $0.output.split(separator: "\n").filter { !$0.hasPrefix("simulate") } }
            #expect(traces[0] == traces[1] && traces[0].count > 20)
        }
    }
}
