import ArgumentParser
import Proving

/// `proofs escape`.
struct EscapeCommand: ParsableCommand {
    enum EscapeCanary: String, ExpressibleByArgument, CaseIterable {
        case sanitisingOff = "sanitising-off"
    }

    static let configuration = CommandConfiguration(
        commandName: "escape",
        abstract: "Control sequences in every field, error and argument; none may reach the terminal.")

    @Option(help: "How many hostile texts are shown on rendered screens.")
    var count = 20_000

    @Option(help: "The seed of all texts.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("A defect to put in, which must be found.", valueName: "name"))
    var canary: EscapeCanary?

    func run() throws {
        let isRaw = canary != nil
        let verdicts = [
            EscapeProof.render(count: count, seed: seed, isRaw: isRaw),
            try EscapeProof.terminal(seed: seed, isRaw: isRaw),
        ]
        for verdict in verdicts {
            print(verdict.summary)
            for sentence in verdict.broken { print("  " + sentence) }
        }
        if !verdicts.allSatisfy(\.holds) { throw ExitCode.failure }
    }
}
