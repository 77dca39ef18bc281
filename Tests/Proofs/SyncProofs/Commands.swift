public import ArgumentParser

/// The proofs of this part, as subcommands.
public let syncProofCommands: [any ParsableCommand.Type] = [
    SimulateCommand.self, InterruptCommand.self, TLSCommand.self, FuzzCommand.self, EscapeCommand.self,
]
