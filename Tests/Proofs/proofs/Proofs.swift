import ArgumentParser
import DiskProofs
import Measures
import SyncProofs

/// Proves the promises of the README's Safety section. Each proof prints its figures and exits 0 only if all held.
@main
struct Proofs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proofs", abstract: "Proofs that nothing is lost, misfiled or read by others.",
        subcommands: diskProofCommands + syncProofCommands + measureCommands)
}
