import Foundation
import LocalStore
import Programs
import ReferenceServer
import Testing

/// The real program in German: on the screen by its configuration, in plain lines by the locale.
@Suite struct LanguageTests {
    private func workplace(language: String?) async throws -> (Workplace, ReferenceServer) {
        let files = try SyntheticStudy.chest.files() + SyntheticStudy.head.files()
        let server = ReferenceServer(archive: try Archive(files: files), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        if let language { try configure(workplace, language) }
        return (workplace, server)
    }

    private func configure(_ workplace: Workplace, _ language: String) throws {
        let file = workplace.folder.appendingPathComponent("config/config.toml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data((text + "\n\n[screen]\nlanguage = \"\(language)\"\n").utf8).write(to: file)
    }

    @Test(.enabled(if: TerminalSession.isAvailable, "needs tmux"))
    func aReportIsReadAndSignedInGerman() async throws {
        let (workplace, server) = try await workplace(language: "de")
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "1 Alle 2", "Studie", "Enter öffnen", "GARCÍA LÓPEZ")
        try await session.type("/garcia")
        try await session.wait(for: "1 von 2", "behalten")
        try await session.press("Enter")
        try await session.wait(for: "FILTER „garcia“")
        try await session.press("Enter")
        try await session.wait(for: "12.03.1959", "Technik", "Keine Voruntersuchung bekannt.")
        try await session.type("r")
        try await session.wait(for: "(passt:", "Feld ", "F12 signieren")
        try await session.type("Clear, read in German.")
        try await session.wait(for: "Clear, read in German.")
        try await session.press("F12")
        try await session.wait(for: "Signieren als FINAL", "Indication ist leer.", "geht an: PACS North")
        try await session.press("k", "1")
        try await session.wait(for: "Enter signieren")
        try await session.press("Enter")
        try await session.wait(for: "Bei PACS North abgelegt")
        // The report is in its template's language; what is written down stays English.
        let stored = String(decoding: server.storedReports.first ?? [], as: UTF8.self)
        #expect(stored.contains("Clear, read in German.") && !stored.contains("Technik"))
        try await session.press("q")
        try await session.waitForEnd()
        let events = try workplace.withStore { try $0.auditEvents() }
        #expect(events.contains { $0.detail == "Indication is empty. as intended" })
        await server.stop()
    }

    /// Before there is a configuration the locale decides, and afterwards the configuration.
    @Test func commandsSpeakGerman() async throws {
        let workplace = try Workplace(servers: [Workplace.server("http://127.0.0.1:1/dicom-web")])
        let german = ["LC_ALL": "de_DE.UTF-8"]
        let missing = try await Program.run(
            [Binary.path, "--home", workplace.folder.path + "/nowhere"], environment: german)
        #expect(missing.status == 1 && missing.output.contains("ist nicht da. 'readroom config init' legt eine an"))
        let english = try await workplace.run("doctor")
        #expect(english.output.contains("Cannot reach the server (nobody listens there)"), "\(english.output)")
        try configure(workplace, "de")
        let doctor = try await workplace.run("doctor")
        #expect(doctor.output.contains("FALSCH Server PACS North unter http://127.0.0.1:1"), "\(doctor.output)")
        #expect(doctor.output.contains("Der Server ist nicht erreichbar (dort hört niemand)"), "\(doctor.output)")
        try Data("[worklist]\nfoo = [\"x\"]\n".utf8).write(
            to: workplace.folder.appendingPathComponent("config/keymap.toml"))
        let keymap = try await workplace.run("config", "check")
        #expect(keymap.output.contains("keymap.toml:2: worklist.foo ist kein Befehl"))
    }

    @Test(.enabled(if: Latin1.folder != nil, "needs localedef and its sources"))
    func commandsSpeakGermanInLatin1() async throws {
        let workplace = try Workplace(servers: [Workplace.server("http://127.0.0.1:1/dicom-web")])
        try configure(workplace, "de")
        let output = workplace.folder.appendingPathComponent("told").path
        let latin = ["LOCPATH": Latin1.folder ?? "", "LC_ALL": Surroundings.Characters.latin1.rawValue]
        let command = "\(Binary.path) doctor --home \(workplace.folder.path) > \(output)"
        _ = try await Program.run(["/bin/sh", "-c", command], environment: latin)
        let told = try String(contentsOfFile: output, encoding: .isoLatin1)
        #expect(told.contains("(dort hört niemand)"), "\(told)")
    }

    @Test func theLocaleDecidesWhereTheConfigurationIsSilent() async throws {
        let (workplace, server) = try await workplace(language: nil)
        let german = "env -u LC_ALL LC_CTYPE=C.UTF-8 LC_MESSAGES=de_DE.UTF-8 \(workplace.command) --plain"
        let session = try PlainSession(german, in: workplace.folder)
        try await session.wait(for: "readroom als Textzeilen", "Arbeitsliste", "1 Alle 2")
        try await session.type("nonsense", until: "ist hier kein Befehl")
        try await session.type("quit", until: "readroom ist beendet.")
        await server.stop()
    }

    @Test func theConfigurationCountsForMoreThanTheLocale() async throws {
        let (workplace, server) = try await workplace(language: "en")
        let session = try PlainSession(
            "env LC_MESSAGES=de_DE.UTF-8 LANG=de_DE.UTF-8 \(workplace.command) --plain", in: workplace.folder)
        try await session.wait(for: "readroom, as lines of text", "1 All 2")
        try await session.type("quit", until: "readroom has ended.")
        await server.stop()
    }

    @Test func anUnknownLanguageIsToldWithItsLine() async throws {
        let (workplace, server) = try await workplace(language: "fr")
        let check = try await workplace.run("config", "check")
        #expect(check.status != 0)
        #expect(
            check.output.contains(/config\.toml:\d+: screen\.language knows "en" and "de", not "fr"/), "\(check.output)"
        )
        await server.stop()
    }
}
