import Programs
import Testing

extension ShortProofs {
    private static let hasTools = ["openssl", "python3", "curl"].allSatisfy { Program.find($0) != nil }

    /// The short form of `proofs tls`, which is also its long form.
    @Suite(.enabled(if: hasTools, "needs openssl, python3 and curl")) struct TLSTests {
        @Test func everyBadCertificateIsRefusedOnTheLaxestMachine() async throws {
            let answer = try await Launcher.proofs("tls")
            #expect(answer.holds && answer.output.contains("refused 13 of 13"), "\(answer.output)")
        }

        @Test func aClientThatChecksNothingIsFoundOut() async throws {
            let answer = try await Launcher.proofs("tls", "--canary", "verify-off")
            #expect(!answer.holds && answer.output.contains("fired 13") && answer.output.contains("broken 13"))
        }
    }
}
