public import ArgumentParser
import Proving

/// The proofs of this part, as subcommands.
public let diskProofCommands: [any ParsableCommand.Type] = [
    KillCommand.self, PowerCommand.self, IOCommand.self, CorruptCommand.self, Child.self, Onlooker.self,
]

struct KillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill", abstract: "SIGKILL at every system call that changes something.")

    @Option(help: "How many kills.") var points: Int?
    @Flag(help: "The long form: 20,000 kills.") var long = false
    @Option(help: "Where the sampling begins.") var seed: UInt64 = 1
    @Option(help: "A defect to put in; the proof must then fail.") var canary: Canary?

    func run() throws {
        var proof = try KillProof(points: points ?? (long ? 20_000 : 200), canary: canary, seed: seed)
        try report(proof.run())
    }
}

struct PowerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "power", abstract: "Power cuts at every operation, with unsynced writes dropped, reordered, torn.")

    @Option(help: "How many disks.") var states: Int?
    @Flag(help: "The long form: 250,000 disks.") var long = false
    @Option(help: "Where the sampling begins.") var seed: UInt64 = 1
    @Option(help: "A defect to put in; the proof must then fail.") var canary: Canary?

    func run() throws {
        var proof = try PowerProof(states: states ?? (long ? 250_000 : 2_000), canary: canary, seed: seed)
        try report(proof.run())
    }
}

struct IOCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "io", abstract: "Errors of the disk at every system call, once and from then on.")

    @Option(help: "How many errors.") var points: Int?
    @Flag(help: "The long form: 10,000 errors.") var long = false
    @Option(help: "Where the sampling begins.") var seed: UInt64 = 1
    @Option(help: "A defect to put in; the proof must then fail.") var canary: Canary?

    func run() throws {
        var proof = try IOProof(points: points ?? (long ? 10_000 : 200), canary: canary, seed: seed)
        try report(proof.run())
    }
}

struct CorruptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrupt", abstract: "Files damaged, cut, missing, older or swapped.")

    @Option(help: "How many damaged stores.") var files: Int?
    @Flag(help: "The long form: 10,000 stores.") var long = false
    @Option(help: "Where the sampling begins.") var seed: UInt64 = 1
    @Option(help: "A defect to put in; the proof must then fail.") var canary: Canary?

    func run() throws {
        var proof = try CorruptProof(files: files ?? (long ? 10_000 : 200), canary: canary, seed: seed)
        try report(proof.run())
    }
}

/// Prints the verdict and some of what led to it; ends with an error unless it holds.
func report(_ verdict: Verdict) throws {
    for line in (verdict.broken + verdict.examples).prefix(20) { print("  " + line) }
    print(verdict.summary)
    if !verdict.holds { throw ExitCode.failure }
}
