import ArgumentParser
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
        let verdicts = try TLSProof.run()
        let verdict = canary == nil ? verdicts.connector : verdicts.careless
        print(verdict.summary)
        for sentence in verdict.broken { print("  " + sentence) }
        if !verdict.holds { throw ExitCode.failure }
    }
}
