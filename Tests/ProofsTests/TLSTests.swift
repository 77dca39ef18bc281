import Foundation
import Proving
import SyncProofs
import Testing

/// The short form of `proofs tls`, which is also its long form.
@Suite(.enabled(if: TLSProofTests.hasTools)) struct TLSProofTests {
    static let hasTools = ["openssl", "python3", "curl"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    @Test func everyBadCertificateIsRefused() throws {
        let (connector, careless) = try TLSProof.run()
        #expect(connector.holds, "\(connector.summary) \(connector.broken)")
        // A client that checks nothing is found out.
        #expect(!careless.holds && careless.broken.count == careless.planned)
    }
}
