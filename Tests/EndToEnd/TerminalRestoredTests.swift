import Foundation
import Glibc
import Programs
import ReferenceServer
import Testing

/// However the program ends, or is stopped, the shell has its terminal back.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct TerminalRestoredTests {
    /// What is caught, and one fault; `RealTerminalTests` has the others.
    private static let signals: [(name: String, number: Int32)] = [
        ("HUP", SIGHUP), ("INT", SIGINT), ("TERM", SIGTERM), ("QUIT", SIGQUIT), ("SEGV", SIGSEGV),
    ]

    /// A shell that shows its settings before and after the program.
    private func shell(_ workplace: Workplace) async throws -> TerminalSession {
        let shell = try await TerminalSession("sh -i")
        try await shell.type("PS1='ready> '; stty -a | md5sum; \(workplace.command); echo status $?; stty -a | md5sum")
        try await shell.press("Enter")
        try await shell.wait(for: "GARCÍA")
        return shell
    }

    private func expectRestored(_ shell: TerminalSession, _ what: String) async throws {
        let isBack = await eventually(seconds: 30) { await shell.screen.matches(of: /[0-9a-f]{32}/).count == 2 }
        let screen = await shell.screen
        #expect(isBack, "\(what): \(screen)")
        let sums = screen.matches(of: /[0-9a-f]{32}/).map { String($0.output) }
        #expect(Set(sums).count == 1, "\(what): \(screen)")
        #expect(!screen.contains("GARCÍA"), "\(what): \(screen)")
        // The first screen, the cursor shown, the keypad as it was.
        let flags = await shell.flags
        #expect(flags == "0 1 0 0", "\(what): \(flags)")
    }

    /// The program below the shell.
    private func child(of shell: TerminalSession) async throws -> Int32 {
        let parent = await shell.processIdentifier
        let text = try String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
        return try #require(text.split(separator: " ").compactMap { Int32($0) }.last)
    }

    @Test func everySignalGivesTheTerminalBack() async throws {
        let server = ReferenceServer(
            archive: try Archive(files: try SyntheticStudy.chest.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        for (name, number) in Self.signals {
            let shell = try await shell(workplace)
            kill(try await child(of: shell), number)
            try await shell.wait(for: "status \(128 + number)", seconds: 30)
            try await expectRestored(shell, name)
        }
        await server.stop()
    }

    @Test func quittingAndStoppingGiveTheTerminalBack() async throws {
        let server = ReferenceServer(
            archive: try Archive(files: try SyntheticStudy.chest.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        let shell = try await shell(workplace)
        for _ in 0..<2 {
            try await shell.press("C-z")
            try await shell.wait(for: "ready>", "topped")
            #expect(await shell.flags == "0 1 0 0")
            #expect(await !shell.screen.contains("GARCÍA"))
            try await shell.type("clear; fg")
            try await shell.press("Enter")
            try await shell.wait(for: "GARCÍA", "F8 read next")
        }
        // Stopped by somebody else, as `kill -TSTP` does.
        kill(try await child(of: shell), SIGTSTP)
        try await shell.wait(for: "ready>", "topped")
        try await shell.type("clear; fg; stty -a | md5sum; stty -a | md5sum")
        try await shell.press("Enter")
        try await shell.wait(for: "GARCÍA", "F8 read next")
        // As small as a window gets, and back.
        try await shell.resize(columns: 1, rows: 1)
        try await Task.sleep(for: .milliseconds(150))
        try await shell.resize(columns: 100, rows: 30)
        try await shell.wait(for: "GARCÍA", "F8 read next")
        try await shell.press("q")
        try await expectRestored(shell, "quit")
        await server.stop()
    }
}
