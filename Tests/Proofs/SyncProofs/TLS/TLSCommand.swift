import ArgumentParser
import Foundation
import Proving

/// `proofs tls`.
struct TLSCommand: ParsableCommand {
    enum TLSCanary: String, ExpressibleByArgument, CaseIterable {
        case verifyOff = "verify-off"
    }

    static let configuration = CommandConfiguration(
        commandName: "tls", abstract: "Bad certificates and weak connections, each of which the connector must refuse.")

    @Option(help: ArgumentHelp("A defect to put in, which must be found.", valueName: "name"))
    var canary: TLSCanary?

    func run() throws {
        try allowEverything()
        let verdicts = try TLSProof.run()
        let verdict = canary == nil ? verdicts.connector : verdicts.careless
        print(verdict.summary)
        for sentence in verdict.broken { print("  " + sentence) }
        if !verdict.holds { throw ExitCode.failure }
    }

    /// The worst machine to run on: its own configuration of OpenSSL allows weak keys and no encryption at all.
    private func allowEverything() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-proof-\(UUID().uuidString)")
        let lax = """
            openssl_conf = all
            [all]
            ssl_conf = ssl
            [ssl]
            system_default = lax
            [lax]
            CipherString = ALL:COMPLEMENTOFALL:@SECLEVEL=0
            MinProtocol = None

            """
        try Data((lax + Certificates.requests).utf8).write(to: file)
        setenv("OPENSSL_CONF", file.path, 1)
    }
}
