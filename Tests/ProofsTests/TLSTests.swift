import Foundation
import Proving
import SyncProofs
import Testing

private let hasTools = ["openssl", "python3", "curl"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
}

/// The short form of `proofs tls`, which is also its long form.
@Suite(.enabled(if: hasTools && Launcher.isAsked, "READROOM_PROOFS=1")) struct TLSProofTests {
    /// In a process of its own: OpenSSL reads a machine's configuration once, and this proof needs the worst one.
    @Test func everyBadCertificateIsRefusedOnTheLaxestMachine() throws {
        let (status, output) = try BuiltProgram.run("proofs", ["tls"])
        #expect(status == 0, "\(output)")
        #expect(output.contains("refused 13 of 13"))
    }

    @Test func aClientThatChecksNothingIsFoundOut() throws {
        let (status, output) = try BuiltProgram.run("proofs", ["tls", "--canary", "verify-off"])
        #expect(status == 1 && output.contains("fired 13") && output.contains("broken 13"), "\(output)")
    }
}
