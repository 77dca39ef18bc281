import Testing

extension ShortProofs {
    @Suite struct EscapeTests {
        /// Rendered screens, and the real program in a real terminal before a server whose patients have hostile names.
        @Test func theProgramWritesItsOwnSequencesOnly() async throws {
            let answer = try await Launcher.proofs("escape", "--count", "6000")
            #expect(answer.holds, "\(answer.output)")
        }

        @Test func aProgramThatCleansNothingIsFoundOut() async throws {
            let answer = try await Launcher.proofs("escape", "--count", "600", "--canary", "sanitising-off")
            #expect(!answer.holds)
            #expect(answer.output.matches(of: /: DOES NOT HOLD/).count == 2, "\(answer.output)")
        }
    }
}
