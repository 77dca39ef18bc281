import Foundation
import Glibc
import LocalStore
import Radiology
import ReferenceServer
import Sync
import Testing
import Workstation

/// Killed, hung up, suspended, resized: what was typed and signed is there again.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct InterruptionTests {
    private func demoServer() async throws -> (ReferenceServer, String) {
        let files = try SyntheticStudy.chest.files() + SyntheticStudy.head.files()
        let server = ReferenceServer(archive: try Archive(files: files))
        return (server, try await server.start())
    }

    private func openReport(_ session: TerminalSession) throws {
        try session.wait(for: "GARCÍA LÓPEZ, Ana")
        try session.press("/")
        try session.type("garcia")
        try session.wait(for: "1 of ")
        try session.press("Enter", "r")
        try session.wait(for: "Chest X-ray (matched")
    }

    private func savedText(_ workplace: Workplace) throws -> String {
        try workplace.withStore { try $0.draft(StudyInstanceUID(unchecked: SyntheticStudy.chest.uid))?.content ?? "" }
    }

    @Test func killedWhileTypingLosesAtMostTwoSeconds() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try TerminalSession(workplace.command)
        try openReport(session)
        try session.type("First sentence before the pause.")
        try session.wait(for: "First sentence")
        try await Task.sleep(for: .seconds(2))
        try session.type(" Second part.")
        session.send(signal: SIGKILL)
        try session.waitForEnd()
        #expect(try savedText(workplace).contains("First sentence before the pause."))
        let again = try TerminalSession(workplace.command)
        try again.wait(for: "draft")
        try again.press("/")
        try again.type("garcia")
        try again.wait(for: "1 of ")
        try again.press("Enter", "r")
        try again.wait(for: "First sentence before the", "pause.")
        await server.stop()
    }

    @Test(arguments: [SIGHUP, SIGTERM])
    func endedBySignalLosesNothing(signal: Int32) async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try TerminalSession(workplace.command)
        try openReport(session)
        let text = "Every character of this, typed just now."
        try session.type(text)
        try session.wait(for: "just now.")
        session.send(signal: signal)
        try session.waitForEnd()
        #expect(try savedText(workplace).contains(text))
        await server.stop()
    }

    @Test func aLostConnectionLosesNothing() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try TerminalSession(workplace.command)
        try openReport(session)
        try session.type("Typed before the line dropped.")
        try session.wait(for: "line dropped.")
        let process = session.processIdentifier
        session.hangUp()
        #expect(eventually { kill(process, 0) != 0 })
        #expect(try savedText(workplace).contains("Typed before the line dropped."))
        await server.stop()
    }

    @Test func killedWhileSigningAndFilingEndsWithExactlyOneReport() async throws {
        // Milliseconds after the last key: before, in and after the transaction, the sending and the reading back.
        for delay in [0, 5, 15, 30, 60, 120, 250, 500] {
            let (server, url) = try await demoServer()
            let workplace = try Workplace(servers: [Workplace.server(url)])
            let session = try TerminalSession(workplace.command)
            try openReport(session)
            try session.type("Clear after \(delay).")
            try session.press("F12")
            try session.wait(for: "Sign as FINAL", "text ")
            try session.press("k")
            try session.wait(for: "Enter sign")
            try session.press("Enter")
            usleep(useconds_t(delay * 1000))
            session.send(signal: SIGKILL)
            try session.waitForEnd()
            let signed = try workplace.withStore { try $0.outboxCounts().signed }
            let again = try workplace.run("sync")
            #expect(again.status == 0, "\(again.output)")
            #expect(server.storedReports.count == signed, "after \(delay) ms")
            let (frozen, draft, broken) = try workplace.withStore { store in
                (
                    try store.outboxItems(limit: 9).compactMap { try store.frozenReport($0.version.id)?.document },
                    try store.draft(StudyInstanceUID(unchecked: SyntheticStudy.chest.uid)),
                    try store.brokenInvariants()
                )
            }
            #expect(frozen == server.storedReports)
            // Signed, or still a draft with every word: never neither, never both.
            #expect((draft == nil) == (signed == 1))
            #expect(draft.map { $0.content.contains("Clear after \(delay).") } ?? true)
            #expect(broken.isEmpty)
            await server.stop()
        }
    }

    @Test func aSecondWorkstationOnTheSameStoreIsRefused() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try TerminalSession(workplace.command)
        try session.wait(for: "GARCÍA")
        let second = try TerminalSession(workplace.command)
        try second.wait(for: "Another readroom is open on this store")
        await server.stop()
    }

    @Test func survivesEverySizeAndKeepsItsText() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try TerminalSession(workplace.command)
        try openReport(session)
        try session.type("Still here.")
        for (columns, rows) in [(80, 24), (79, 24), (10, 3), (1, 1), (200, 60), (40, 50), (160, 48)] {
            try session.resize(columns: columns, rows: rows)
            usleep(100_000)
        }
        try session.wait(for: "Still here.", "GARCÍA LÓPEZ, Ana")
        try session.resize(columns: 60, rows: 20)
        try session.wait(for: "readroom needs 80")
        await server.stop()
    }

    @Test func suspendsToTheShellAndComesBack() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let shell = try TerminalSession("sh -i")
        try shell.type("PS1='ready> '; \(workplace.command)")
        try shell.press("Enter")
        try openReport(shell)
        try shell.type("Before the shell.")
        try shell.press("C-x", "z")
        try shell.wait(for: "ready> ")
        try shell.type("echo in-the-shell; fg")
        try shell.press("Enter")
        try shell.wait(for: "Before the shell.", "GARCÍA LÓPEZ, Ana")
        try shell.type(" After it.")
        try shell.wait(for: "After it.")
        await server.stop()
    }

    @Test func theTerminalIsRestoredAtTheEnd() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        for ending in ["quit", "TERM", "SEGV"] {
            let shell = try TerminalSession("sh -i")
            try shell.type("PS1='ready> '; stty -a | md5sum; \(workplace.command); stty -a | md5sum")
            try shell.press("Enter")
            try shell.wait(for: "GARCÍA")
            if ending == "quit" {
                try shell.press("q")
            } else {
                _ = try Processes.run("/usr/bin/pkill", ["-\(ending)", "-f", "--home \(workplace.folder.path)"])
            }
            try shell.wait(for: "ready> ", seconds: 10)
            #expect(eventually { shell.screen.matches(of: /[0-9a-f]{32}/).count == 2 })
            let sums = shell.screen.matches(of: /[0-9a-f]{32}/).map { String($0.output) }
            #expect(Set(sums).count == 1, "\(ending): \(shell.screen)")
        }
        await server.stop()
    }
}
