import ArgumentParser
import Glibc
import Vault

/// A radiologist's reading room in a terminal.
@main
struct Readroom: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "readroom",
        abstract: "A radiologist's reading room in a terminal: worklist, structured report, safe delivery.",
        discussion: """
            Without a subcommand readroom opens the worklist of the server named in the configuration. Everything is \
            kept in a local store first, so reading, dictating and signing go on without a network; signed reports \
            are filed when the server answers again.

            To look around without any server:   readroom demo
            To begin with your own:              readroom config init
            When something is odd:               readroom doctor
            """,
        version: version,
        subcommands: [
            ReadCommand.self, DemoCommand.self, SyncCommand.self, DoctorCommand.self, TemplateCommand.self,
            ConfigCommand.self, KeysCommand.self, MeasureCommand.self, AuditCommand.self, VaultCommand.self,
            AgentCommand.self,
            RecoverCommand.self,
        ],
        defaultSubcommand: ReadCommand.self)

    static func main() {
        CrashReports.turnOff()
        ProcessMemory.keepLittle()
        Private.prepare()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(error)
        }
    }

    /// Says what went wrong, or the help that was asked for. Not left to the parser: it repeats an argument as it came,
    /// and one with a control sequence in it would take the terminal over.
    private static func end(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if !text.isEmpty { code.isSuccess ? Output.line(text) : Output.error(text) }
        Glibc.exit(code.rawValue)
    }
}

/// Swift prints registers and memory on the terminal when a program crashes: patient data would be among them.
enum CrashReports {
    static func turnOff() {
        // The runtime has put its own handlers in place before `main`, where it was not told otherwise. Starting the
        // program once more to tell it would double the time that a reader waits for the list.
        for signal in [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] { Glibc.signal(signal, SIG_DFL) }
        // Programs that are started from here are told.
        setenv("SWIFT_BACKTRACE", "enable=no", 0)
    }
}

/// What the whole process does for privacy, whatever the command.
enum Private {
    static func prepare() {
        umask(0o077)
        // Whoever started us may have blocked signals; blocked, a hang-up could not save the draft.
        var none = sigset_t()
        sigemptyset(&none)
        sigprocmask(SIG_SETMASK, &none, nil)
        var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
        _ = ProcessMemory.forbidDumps()
        setlocale(LC_ALL, "")
    }
}
