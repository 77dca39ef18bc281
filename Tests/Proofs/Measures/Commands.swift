public import ArgumentParser
import Proving

/// The measures, as subcommands.
public let measureCommands: [any ParsableCommand.Type] = [
    StoreCommand.self, SigningCommand.self, PullCommand.self, MarkersCommand.self, StoreLookCommand.self,
    MarkerWorkCommand.self,
]

struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "What a reader waits for at a store with very many studies.")

    @Option(help: "How many studies it holds.") var studies = 100_000
    @Option(help: "How often a fresh process looks at it.") var rounds = 5

    func run() throws { try StoreMeasure(studies: studies, rounds: rounds).run() }
}

struct SigningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signing", abstract: "How long signing takes on a real disk, with full durability.")

    @Option(help: "How many reports are signed each way.") var count = 2000
    @Option(help: "A folder on the disk to measure; else where the system keeps temporary files.") var folder: String?

    func run() throws {
        // Not the system's temporary folder by its variable: that may well be in memory.
        try SigningMeasure(count: count, place: folder ?? "/var/tmp").run()
    }
}

struct PullCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "The first pull of a worklist from Orthanc, against curl.")

    @Option(help: "How many studies the server holds.") var studies = 10_000
    @Option(help: "How often each is timed.") var rounds = 5

    func run() throws { try PullMeasure(studies: studies, rounds: rounds).run() }
}

struct MarkersCommand: ParsableCommand {
    enum Canary: String, ExpressibleByArgument {
        /// Nothing is sealed.
        case plain
    }

    static let configuration = CommandConfiguration(
        commandName: "markers", abstract: "Nothing of a patient lies readable on the disk, whatever happens.")

    @Option(help: "How often the work is killed.") var kills = 20
    @Option(help: "A defect to put in; the proof must then fail.") var canary: Canary?

    func run() throws {
        let verdict = try MarkerProof(isPlain: canary == .plain, kills: kills).run()
        for line in (verdict.broken + verdict.examples).prefix(20) { print("  " + line) }
        print(verdict.summary)
        if !verdict.holds { throw ExitCode.failure }
    }
}
