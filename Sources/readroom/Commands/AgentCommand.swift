import ArgumentParser
import Foundation
import Glibc
import Vault
import Wording

struct AgentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent", abstract: "Hold the key of the store while you are logged in, for readroom sync.",
        discussion: """
            start asks for the passphrase and leaves a process behind that gives the key to readroom sync and doctor, \
            run by cron or a systemd timer of the same user. The workstation still asks for the passphrase itself.
            """,
        subcommands: [Start.self, Stop.self, Status.self, Serve.self])

    struct Start: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "start", abstract: "Ask for the passphrase, and hold the key.")

        @Option(name: .long, help: "Hours after which the key is forgotten.")
        var hours = 12

        @OptionGroup var place: PlaceOptions

        func validate() throws {
            guard (1...168).contains(hours) else { throw ValidationError("--hours must be from 1 to 168.") }
        }

        func run() throws {
            try Exit.report {
                if KeyAgent.isRunning(for: place.paths.store) {
                    Output.say("An agent holds the key already.")
                    return 0
                }
                let ring = try VaultCommand.unlocked(place)
                try leaveBehind(ring)
                Output.say("The agent holds the key for \(hours) hours; readroom agent stop ends it.")
                return 0
            }
        }

        /// The key goes through a pipe: never an argument, never in the environment, never on the disk.
        private func leaveBehind(_ ring: KeyRing) throws {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw Refusal("The system has no pipe left.") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            defer { close(ends[0]) }
            let words = [CommandLine.arguments[0], "agent", "serve", place.paths.store, "--hours", String(hours)]
            guard Detached.spawn(words, input: ends[0]) else {
                close(ends[1])
                throw Refusal("The agent cannot be started.")
            }
            let wasHanded = KeyAgent.hand(ring, to: ends[1])
            close(ends[1])
            for _ in 0..<50 where wasHanded {
                if KeyAgent.isRunning(for: place.paths.store) { return }
                usleep(100_000)
            }
            throw Refusal("The agent does not answer. Use a key file: readroom vault add-key-file")
        }
    }

    struct Stop: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "stop", abstract: "Forget the key.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let was = try KeyAgent.end(for: place.paths.store)
                Output.say(was ? "The agent has ended." : "There is no agent.")
                return 0
            }
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "Whether an agent holds the key. Exit status 1 if none does.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let isRunning = KeyAgent.isRunning(for: place.paths.store)
                Output.say(isRunning ? "An agent holds the key." : "No agent holds the key.")
                return isRunning ? 0 : 1
            }
        }
    }

    /// What `start` leaves behind.
    struct Serve: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "serve", shouldDisplay: false)

        @Argument var store: String
        @Option var hours: Int

        func run() throws {
            try Exit.report {
                let ring = try KeyAgent.receive(for: store, from: STDIN_FILENO)
                var seconds = timespec()
                clock_gettime(CLOCK_BOOTTIME, &seconds)
                let end = seconds.tv_sec + hours * 3600
                try KeyAgent.serve(ring) {
                    clock_gettime(CLOCK_BOOTTIME, &seconds)
                    // The store was taken away: there is nothing to hold a key for.
                    return seconds.tv_sec >= end || !KeyRing.exists(for: store)
                }
                return 0
            }
        }
    }
}

/// A process that outlives the terminal it was started from.
private enum Detached {
    /// POSIX_SPAWN_SETSID of glibc's spawn.h, behind a macro that Swift does not see.
    private static let newSession: Int16 = 0x80

    static func spawn(_ words: [String], input: Int32) -> Bool {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawnattr_setflags(&attributes, newSession)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        return posix_spawn(&process, "/proc/self/exe", &actions, &attributes, &arguments, environ) == 0
    }
}
