import Foundation
import Glibc
import LocalStore
import Programs
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
        let server = ReferenceServer(archive: try Archive(files: files), behaviour: .bare())
        return (server, try await server.start())
    }

    private func openReport(_ session: TerminalSession) async throws {
        try await session.wait(for: "GARCÍA LÓPEZ")
        try await session.press("/")
        try await session.type("garcia")
        try await session.wait(for: "1 of ")
        try await session.press("Enter", "r")
        try await session.wait(for: "Chest X-ray (matched")
    }

    private func savedText(_ workplace: Workplace) throws -> String {
        try workplace.withStore { try $0.draft(StudyInstanceUID(unchecked: SyntheticStudy.chest.uid))?.content ?? "" }
    }

    @Test func killedWhileTypingLosesAtMostTwoSeconds() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command)
        try await openReport(session)
        try await session.type("First sentence before the pause.")
        try await session.wait(for: "First sentence")
        try await Task.sleep(for: .seconds(2))
        try await session.type(" Second part.")
        await session.send(signal: SIGKILL)
        try await session.waitForEnd()
        #expect(try savedText(workplace).contains("First sentence before the pause."))
        let again = try await TerminalSession(workplace.command)
        try await again.wait(for: "draft")
        try await again.press("/")
        try await again.type("garcia")
        try await again.wait(for: "1 of ")
        try await again.press("Enter", "r")
        try await again.wait(for: "First sentence before the", "pause.")
        await server.stop()
    }

    @Test func aMacroThatIsBeingWrittenSurvivesAKill() async throws {
        let workplace = try Workplace(servers: [Workplace.server("http://127.0.0.1:1/dicom-web")])
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "1 All")
        try await session.press("t")
        try await session.wait(for: "Templates and macros")
        try await session.press("m")
        try await session.type("mine")
        try await session.press("Enter")
        try await session.type("Heart of normal size.")
        try await session.wait(for: "Heart of normal size.")
        try await Task.sleep(for: .seconds(2))
        await session.send(signal: SIGKILL)
        try await session.waitForEnd()
        let again = try await TerminalSession(workplace.command)
        try await again.wait(for: "1 All")
        try await again.press("t")
        try await again.wait(for: "Heart of normal size.", "mine")
    }

    /// Put aside, another case in between, killed: text, place and undo are there again.
    @Test func aStatCaseAndAKillInBetweenCostNothing() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command)
        try await openReport(session)
        try await session.press("Tab")
        try await session.type("Left basal opacity, ")
        try await session.type("possibly pneumonia.")
        // Without looking: the keys mean the study that the new filter finds, however soon they come.
        try await session.press("F9", "/", "C-u")
        try await session.type("yamada")
        try await session.press("Enter", "r")
        try await session.wait(for: "CT head (matched")
        try await session.type("Epidural haematoma.")
        try await session.press("F9")
        try await session.wait(for: "5 Drafts 2")
        await session.send(signal: SIGKILL)
        try await session.waitForEnd()
        let again = try await TerminalSession(workplace.command)
        try await again.wait(for: "5 Drafts 2")
        try await openReport(again)
        try await again.wait(for: "Left basal opacity, possibly pneumonia.", "Lungs")
        // One field, typed in one go: one undo takes back a word's worth at a time.
        try await again.press("C-z")
        #expect(await eventually { await !again.screen.contains("possibly pneumonia.") })
        try await again.press("C-y")
        try await again.wait(for: "possibly pneumonia.")
        await server.stop()
    }

    @Test(arguments: [SIGHUP, SIGTERM])
    func endedBySignalLosesNothing(signal: Int32) async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command)
        try await openReport(session)
        let text = "Every character of this, typed just now."
        try await session.type(text)
        try await session.wait(for: "just now.")
        await session.send(signal: signal)
        try await session.waitForEnd()
        #expect(try savedText(workplace).contains(text))
        await server.stop()
    }

    @Test func aLostConnectionLosesNothing() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command)
        try await openReport(session)
        try await session.type("Typed before the line dropped.")
        try await session.wait(for: "line dropped.")
        let process = await session.processIdentifier
        await session.hangUp()
        let isGone = await eventually { kill(process, 0) != 0 }
        #expect(isGone)
        #expect(try savedText(workplace).contains("Typed before the line dropped."))
        await server.stop()
    }

    @Test func killedWhileSigningAndFilingEndsWithExactlyOneReport() async throws {
        // Milliseconds after the last key: before, in and after the transaction, the sending and the reading back.
        for delay in [0, 5, 15, 30, 60, 120, 250, 500] {
            let (server, url) = try await demoServer()
            let workplace = try Workplace(servers: [Workplace.server(url)])
            let session = try await TerminalSession(workplace.command)
            try await openReport(session)
            try await session.type("Clear after \(delay).")
            try await session.press("F12")
            try await session.wait(for: "Sign as FINAL", "text ")
            try await session.press("k", "Enter")
            try await session.wait(for: "Enter sign")
            try await session.press("Enter")
            try await Task.sleep(for: .milliseconds(delay))
            await session.send(signal: SIGKILL)
            try await session.waitForEnd()
            let signed = try workplace.withStore { try $0.outboxCounts().signed }
            let again = try await workplace.run("sync")
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
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "GARCÍA")
        let second = try await workplace.run("read")
        #expect(second.status == 1)
        #expect(second.output.contains("Another readroom is open on this store"), "\(second.output)")
        await server.stop()
    }

    @Test func survivesEverySizeAndKeepsItsText() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command)
        try await openReport(session)
        try await session.type("Still here.")
        for (columns, rows) in [(80, 24), (79, 24), (10, 3), (1, 1), (200, 60), (40, 50), (160, 48)] {
            try await session.resize(columns: columns, rows: rows)
            try await Task.sleep(for: .milliseconds(100))
        }
        try await session.wait(for: "Still here.", "GARCÍA LÓPEZ")
        try await session.resize(columns: 60, rows: 20)
        try await session.wait(for: "readroom needs 80")
        await server.stop()
    }

    @Test func suspendsToTheShellAndComesBack() async throws {
        let (server, url) = try await demoServer()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let shell = try await TerminalSession("sh -i")
        try await shell.type("PS1='ready> '; \(workplace.command)")
        try await shell.press("Enter")
        try await openReport(shell)
        try await shell.type("Before the shell.")
        try await shell.press("C-x", "z")
        try await shell.wait(for: "ready> ")
        try await shell.type("echo in-the-shell; fg")
        try await shell.press("Enter")
        try await shell.wait(for: "Before the shell.", "GARCÍA LÓPEZ")
        try await shell.type(" After it.")
        try await shell.wait(for: "After it.")
        await server.stop()
    }
}
