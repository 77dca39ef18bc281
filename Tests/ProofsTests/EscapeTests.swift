import Proving
import SyncProofs
import Testing

/// The short form of `proofs escape`.
@Suite(.enabled(if: Launcher.isAsked, "READROOM_PROOFS=1")) struct EscapeTests {
    @Test func noScreenShowsAControl() {
        let verdict = EscapeProof.render(count: 20_000)
        #expect(verdict.holds, "\(verdict.summary) \(verdict.broken)")
    }

    @Test func aScreenThatCleansNothingIsFoundOut() {
        #expect(!EscapeProof.render(count: 600, isRaw: true).holds)
    }

    /// The real program in a real terminal, before a server whose patients have hostile names.
    @Test func theProgramWritesItsOwnSequencesOnly() throws {
        let (status, output) = try BuiltProgram.run("proofs", ["escape", "--count", "600"])
        #expect(status == 0, "\(output)")
    }

    @Test func aProgramThatCleansNothingIsFoundOut() throws {
        #expect(try !EscapeProof.terminal(seed: 1, isRaw: true).holds)
    }
}
