import Foundation
import Glibc
import LocalStore
import Programs
import Radiology
import ReferenceServer
import Testing
import Workstation

/// `readroom --plain`: every screen is told as lines, every command is typed.
@Suite struct PlainModeTests {
    private func workplace() async throws -> (Workplace, ReferenceServer) {
        let files = try SyntheticStudy.chest.files() + SyntheticStudy.head.files()
        let server = ReferenceServer(archive: try Archive(files: files), behaviour: .bare())
        return (try Workplace(servers: [Workplace.server(try await server.start())]), server)
    }

    /// A session that has the report of the chest open.
    private func reporting(in workplace: Workplace) async throws -> PlainSession {
        let session = try PlainSession(workplace.command + " --plain", in: workplace.folder)
        try await session.wait(for: "Yamada", "GARCÍA LÓPEZ, Ana")
        try await session.type("filter garcia", until: "1 to 1 of 1")
        try await session.type("r", until: "Report: Chest X-ray")
        return session
    }

    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F && !(0x2500...0x259F).contains(scalar.value)
        }
    }

    @Test func aFullReadThroughAPipe() async throws {
        let (workplace, server) = try await workplace()
        let session = try PlainSession(workplace.command + " --plain", in: workplace.folder)
        try await session.wait(for: "Yamada", "GARCÍA LÓPEZ, Ana", "1 All 2")
        #expect(try await session.type("nonsense", until: "no command here").contains("help lists them"))
        try await session.type("help", until: "open-report (r)", "filter WORDS")
        let found = try await session.type("filter garcia", until: "filter “garcia”", "1 to 1 of 1", "Selected: 1.")
        #expect(found.contains("GARCÍA LÓPEZ, Ana") && !found.contains("Yamada"))
        // By its number, then by a key.
        try await session.type("1", until: "Selected: 1.", "GARCÍA LÓPEZ, Ana")
        let study = try await session.type("Enter", until: "Series 1", "No prior is known.")
        #expect(study.contains("Patient: GARCÍA LÓPEZ, Ana, born 1959-03-12, 67 F, ID 00123"))
        #expect(study.contains("accession number A1001"))
        let report = try await session.type("open-report", until: "Report: Chest X-ray", "Field ")
        #expect(report.contains("Patient: GARCÍA LÓPEZ, Ana, born 1959-03-12, 67 F, ID 00123"))
        try await session.type("field Lungs", until: "Lungs:")
        try await session.type("set Clear, told as lines.", until: "Lungs: Clear, told as lines.")
        try await session.type(" Clear, in lines.", until: "Lungs: Clear, in lines.")
        try await session.type("undo", until: "Lungs: Clear, told as lines.")
        try await session.type("next-field", until: "Field ")
        try await session.type("field impression", until: "Impression")
        try await session.type("=Normal chest, as read aloud.", until: "Normal chest, as read aloud.")
        try await session.type("preview", until: "Clear, told as lines.", "Normal chest, as read aloud.")
        let dialog = try await session.type("sign", until: "Sign as FINAL.", "characters, goes to: PACS North.")
        #expect(dialog.contains("Patient: GARCÍA LÓPEZ, Ana, born 1959-03-12, 67 F, ID 00123"))
        #expect(dialog.contains("Study: DX Chest PA and lateral"))
        // Nothing but a word signs.
        #expect(dialog.contains("1. alert: Indication is empty."))
        try await session.type("yes", until: "Not signed: 1 to look at first.")
        try await session.type("Enter", until: "Only the word yes signs.")
        try await session.type("known seen on the images", until: "Type yes to sign")
        try await session.type("", until: "Type yes to sign")
        try await session.type("1", until: "Type yes to sign")
        #expect(server.storedReports.isEmpty)
        try await session.type("yes", until: "Signed final", "here only")
        try await session.wait(for: "Filed at PACS North, verified")
        try await session.type("open-outbox", until: "Outbox: signed 1 = filed 1.", "filed, verified")
        try await session.type("back", until: "Worklist")
        try await session.type("quit", until: "readroom has ended.")
        #expect(await session.end() == 0)
        #expect(isPlain(session.told), "\(session.told)")
        #expect(server.storedReports.count == 1)
        let stored = String(decoding: server.storedReports.first ?? [], as: UTF8.self)
        #expect(stored.contains("Clear, told as lines.") && stored.contains("Normal chest, as read aloud."))
        await server.stop()
    }

    /// Who signs proves it with the next line.
    @Test func signingAsksForThePassphrase() async throws {
        let (workplace, server) = try await workplace()
        let file = workplace.folder.appendingPathComponent("config/config.toml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let changed = text.replacing("[security]", with: "[security]\nsign_with = \"passphrase\"\nsign_grace = 0")
        try Data(changed.utf8).write(to: file)
        let session = try await reporting(in: workplace)
        try await session.type("sign", until: "Sign as FINAL.", "goes to: PACS North.")
        try await session.type("known 2", until: "Type yes to sign")
        try await session.type("yes", until: "Type your passphrase to sign")
        try await session.type("not the passphrase at all", until: "Type your passphrase to sign")
        #expect(server.storedReports.isEmpty)
        try await session.type(Workplace.passphrase, until: "Signed final")
        try await session.wait(for: "Filed at PACS North, verified")
        let locked = try await session.type("lock", until: "readroom is locked since", "Type the passphrase")
        #expect(!locked.contains("GARCÍA") && !locked.contains("Yamada"))
        // A command is no passphrase, and does nothing.
        let still = try await session.type("open-study", until: "is locked", "does not open the store")
        #expect(!still.contains("GARCÍA") && !still.contains("Yamada"))
        try await session.type(Workplace.passphrase, until: "Worklist All")
        #expect(!session.told.contains(Workplace.passphrase) && !session.told.contains("not the passphrase at all"))
        await server.stop()
    }

    @Test(.enabled(if: Latin1.folder != nil, "needs localedef and its sources"))
    func aLocaleOfLatin1IsWrittenAndRead() async throws {
        let (workplace, server) = try await workplace()
        let locale = "env LOCPATH=\(Latin1.folder ?? "") LC_ALL=\(Surroundings.Characters.latin1.rawValue)"
        let session = try PlainSession(
            "\(locale) \(workplace.command) --plain", in: workplace.folder, encoding: .isoLatin1)
        try await session.wait(for: "Yamada, Tarou ?? ??", "GARCÍA LÓPEZ, Ana")
        try await session.type("filter garcía", until: "filter \"garcía\"", "1 to 1 of 1")
        try await session.type("r", until: "Report: Chest X-ray")
        try await session.type("field Lungs", until: "Lungs:")
        try await session.type("set Größe 5 µm", until: "Lungs: Größe 5 µm")
        try session.endInput()
        #expect(await session.end() == 0)
        let draft = try workplace.withStore { try $0.draft(StudyInstanceUID(unchecked: SyntheticStudy.chest.uid)) }
        #expect(draft?.content.contains("Größe 5 µm") == true)
        await server.stop()
    }

    /// The end of the pipe, a hang-up and SIGTERM keep every word.
    @Test(arguments: ["end", "hangup"])
    func theEndOfTheLinesKeepsTheDraft(ending: String) async throws {
        let (workplace, server) = try await workplace()
        let session = try await reporting(in: workplace)
        try await session.type("field Lungs", until: "Lungs:")
        try await session.type("set Every word of this.", until: "Lungs: Every word of this.")
        if ending == "hangup" { session.send(signal: SIGHUP) } else { try session.endInput() }
        #expect(await session.end() == (ending == "hangup" ? 128 + SIGHUP : 0))
        let draft = try workplace.withStore { try $0.draft(StudyInstanceUID(unchecked: SyntheticStudy.chest.uid)) }
        #expect(draft?.content.contains("Every word of this.") == true)
        await server.stop()
    }

    @Test(.enabled(if: TerminalSession.isAvailable, "needs tmux"))
    func aDumbTerminalIsEnough() async throws {
        let (workplace, server) = try await workplace()
        let refused = try await TerminalSession(
            "sh -c \"env TERM=dumb \(workplace.command); echo ended; sleep 100\"", columns: 220)
        try await refused.wait(
            for: "cannot place its cursor", "export TERM=xterm-256color", "readroom --plain", "ended")
        let session = try await TerminalSession(
            "env TERM=dumb ACCESSIBLE=1 \(workplace.command)", columns: 120, rows: 50)
        try await session.wait(for: "Yamada", "GARCÍA LÓPEZ, Ana")
        for (line, words) in [
            ("filter yamada", "1 to 1 of 1"), ("r", "Report: CT head"), ("set No haemorrhage, by line.", "by line."),
            ("F12", "Sign as FINAL."),
        ] {
            try await session.type(line)
            try await session.press("Enter")
            try await session.wait(for: words)
        }
        for _ in 0..<5 where await !session.screen.contains("Type yes to sign") {
            try await session.type("known checked on the images")
            try await session.press("Enter")
            _ = await eventually(seconds: 2) { await session.screen.contains("Type yes to sign") }
        }
        try await session.type("yes")
        try await session.press("Enter")
        try await session.wait(for: "Filed at PACS North, verified")
        try await session.type("quit")
        try await session.press("Enter")
        try await session.waitForEnd()
        #expect(server.storedReports.count == 1)
        await server.stop()
    }
}
