import Foundation
import Glibc
import Programs
import ReferenceServer
import Testing

/// A full read - list, filter, open, fill, sign, outbox - however the reader comes to the program.
@Suite(.enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct TerminalMatrixTests {
    /// Every way, terminal, locale and size at least once. `READROOM_ALL_TERMINALS=1` runs the whole product.
    static let chosen: [Surroundings] = {
        if ProcessInfo.processInfo.environment["READROOM_ALL_TERMINALS"] == "1" {
            return Surroundings.all.filter(\.isAvailable)
        }
        return [
            Surroundings(way: .tmux, columns: 200, rows: 60), Surroundings(way: .screen),
            Surroundings(way: .screen, characters: .latin1, columns: 200, rows: 60),
            Surroundings(way: .linux), Surroundings(way: .xterm, characters: .latin1),
            Surroundings(way: .ssh, characters: .latin1, columns: 200, rows: 60), Surroundings(way: .ssh),
            Surroundings(way: .mosh), Surroundings(way: .tmux256, columns: 200, rows: 60),
        ].filter(\.isAvailable)
    }()

    @Test(arguments: chosen)
    func aFullRead(surroundings: Surroundings) async throws {
        let files = try SyntheticStudy.chest.files() + SyntheticStudy.head.files()
        let server = ReferenceServer(archive: try Archive(files: files), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        let needsShell = surroundings.way == .ssh || surroundings.way == .mosh
        let shell = needsShell ? try await SecureShell() : nil
        let script = try surroundings.script(for: workplace.command, in: workplace.folder, through: shell)
        let session = try await TerminalSession(script, columns: surroundings.columns, rows: surroundings.rows)
        try await read(session, surroundings)
        try await session.waitForEnd(seconds: 30)
        #expect(server.storedReports.count == 1)
        let stored = String(decoding: server.storedReports.first ?? [], as: UTF8.self)
        #expect(stored.contains("Clear, seen in Sevilla."))
        await server.stop()
    }

    private func read(_ session: TerminalSession, _ surroundings: Surroundings) async throws {
        try await session.wait(for: "Yamada", "GARCÍA L", seconds: 40)
        try await look(at: session, surroundings)
        try await session.press("/")
        try await session.type("garcia")
        try await session.wait(for: "/garcia", "1 of ", seconds: 20)
        try await session.press("Enter")
        try await session.wait(for: "FILTER", seconds: 20)
        #expect(await !session.screen.contains("Yamada"))
        try await session.press("Enter")
        try await session.wait(for: "Technique", "Series 1", "GARCÍA LÓPEZ, A", "ID 00123", seconds: 20)
        try await session.press("r")
        try await session.wait(for: "Chest X-ray (matched", "field ", seconds: 20)
        try await session.type("Clear, seen in Sevilla.")
        try await session.wait(for: "Clear, seen in Sevilla.", seconds: 20)
        try await look(at: session, surroundings)
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "text ", "GARCÍA LÓPEZ, Ana", "ACC A1001", seconds: 20)
        try await session.press("k", "Enter")
        try await session.wait(for: "Enter sign", seconds: 20)
        try await session.press("Enter")
        try await session.wait(for: "1 All", seconds: 20)
        try await session.press("o")
        try await session.wait(for: "filed, verified", "signed 1 = filed 1", "GARCÍA L", seconds: 40)
        try await look(at: session, surroundings)
        try await session.press("q")
        try await session.wait(for: "1 All", seconds: 20)
        try await session.press("q")
    }

    /// Nothing of another character set, and nothing that a terminal did not understand, stands on the screen.
    private func look(at session: TerminalSession, _ surroundings: Surroundings) async throws {
        let screen = await session.screen
        #expect(!screen.contains("\u{FFFD}") && !screen.contains("Ã") && !screen.contains("â"), "\(screen)")
        #expect(!screen.contains("[?"), "\(screen)")
        // Frames of one's own that does not fit would wrap or scroll.
        #expect(screen.split(separator: "\n").allSatisfy { $0.count <= surroundings.columns })
        switch surroundings.characters {
        case .utf8: #expect(screen.contains("─") && screen.contains("▌"), "\(screen)")
        case .latin1:
            let strays = screen.unicodeScalars.filter { $0.value > 0xFF }
            #expect(strays.isEmpty && screen.contains("---") && screen.contains(">"), "\(screen)")
        }
    }
}
