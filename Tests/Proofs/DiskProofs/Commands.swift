public import ArgumentParser

/// The proofs of this part, as subcommands.
public let diskProofCommands: [any ParsableCommand.Type] = []
