public import ArgumentParser
import Proving

extension InterruptProof.Defect: ExpressibleByArgument {}

/// `proofs interrupt`.
struct InterruptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interrupt",
        abstract: "Stops a sync at each of its steps, takes it up again, and compares; a further run changes nothing.")

    @Option(help: "Stops at every so many steps only.")
    var stride = 1

    @Option(help: ArgumentHelp("A defect to put in, which must be found.", valueName: "name"))
    var canary: InterruptProof.Defect?

    func run() throws {
        let verdict = try InterruptProof.run(stride: max(1, stride), canary: canary)
        print(verdict.summary)
        for sentence in verdict.broken.prefix(20) { print("  " + sentence) }
        if !verdict.holds { throw ExitCode.failure }
    }
}
