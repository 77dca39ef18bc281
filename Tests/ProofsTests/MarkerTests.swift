import Programs
import Testing

extension ShortProofs {
    /// Nothing of a patient lies readable on the disk; the short form, and the defect it must notice.
    @Suite(.enabled(if: Program.find("tmux") != nil, "needs tmux")) struct MarkerTests {
        @Test func nothingReadableIsLeft() async throws {
            let answer = try await Launcher.proofs("markers", "--kills", "3")
            #expect(answer.holds, "\(answer.output)")
            #expect(answer.figure("fired") == 6)
        }

        @Test func aPlainStoreIsNoticed() async throws {
            let answer = try await Launcher.proofs("markers", "--kills", "1", "--canary", "plain")
            #expect(!answer.holds, "\(answer.output)")
            #expect(answer.figure("fired") == 4)
            #expect((answer.figure("broken") ?? 0) >= 200)
        }
    }
}
