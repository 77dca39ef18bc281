import ArgumentParser
import Foundation
import Wording

/// Where the configuration and the store are, for every command.
struct PlaceOptions: ParsableArguments {
    @Option(name: .long, help: "Configuration file (default: ~/.config/readroom/config.toml).")
    var config: String?

    @Option(name: .long, help: "Keep configuration, store and log in this folder instead of the XDG ones.")
    var home: String?

    var paths: Paths { home.map { Paths(folder: Paths.expanded($0)) } ?? .standard }

    /// Read anew. From here on, what is printed is in its language.
    func configuration() throws(FileProblem) -> Configuration {
        let configuration = try Configuration(path: configurationFile)
        Output.language = configuration.screenLanguage
        return configuration
    }

    var configurationFile: String { config.map(Paths.expanded) ?? paths.configurationFile }
}

/// Lines of text in place of a screen.
struct PlainOptions: ParsableArguments {
    @Flag(
        help: """
            Tell every screen as lines of text, and take typed commands: for screen readers, and for terminals that \
            have no screen. ACCESSIBLE=1 in the environment does the same.
            """)
    var plain = false

    var isPlain: Bool { plain || !["", "0"].contains(ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? "") }
}

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Open the workstation: worklist, study, report, outbox. This is the default.",
        discussion: "Inside, F1 shows the keys of every screen, and ? does wherever a letter is not text.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var lines: PlainOptions

    func run() throws {
        try Exit.report {
            let configuration = try place.configuration()
            return try WorkstationSession(
                configuration: configuration, paths: place.paths, isPlain: lines.isPlain
            ).run()
        }
    }
}

/// Every failure of a command ends as one sentence on standard error and a status that is not zero.
enum Exit {
    static func report(_ body: () throws -> Int32) throws {
        let status: Int32
        do {
            status = try body()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            Output.complain(Wording(verbatim: "readroom: ") + Exit.wording(error))
            throw ExitCode(1)
        }
        if status != 0 { throw ExitCode(status) }
    }
}
