import Foundation
import Glibc
import LocalStore
import Programs
import Radiology
import ReferenceServer
import Testing
import Vault

/// Nobody reads the store who does not have its keys, and nobody who has them is kept out.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct SealedStoreTests {
    private func bytes(in folder: URL) throws -> [(name: String, data: Data)] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).compactMap { url in
            (try? Data(contentsOf: url)).map { (url.lastPathComponent, $0) }
        }
    }

    /// After reading, typing, signing and filing: the patient's name, an order's words and the report's are nowhere in
    /// plain, neither in the database nor in its log, the shared memory, the keys or the log file.
    @Test func nothingOfAPatientIsReadableOnTheDisk() async throws {
        var study = SyntheticStudy.chest
        study.patientName = "Markername^Zorro"
        study.patientID = "MARKERID77"
        let server = ReferenceServer(archive: try Archive(files: study.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "Markername")
        try await session.press("r")
        try await session.wait(for: "Chest X-ray (matched")
        try await session.type("Markertext in the report.")
        try await session.wait(for: "draft saved", "Markertext")
        let markers = ["Markername", "MARKERID77", "Markertext"].map { Data($0.utf8) }
        func expectNone() throws {
            for (name, data) in try bytes(in: workplace.folder.appendingPathComponent("data")) {
                for marker in markers { #expect(data.range(of: marker) == nil, "\(name)") }
            }
            for (name, data) in try bytes(in: workplace.folder.appendingPathComponent("state")) {
                for marker in markers { #expect(data.range(of: marker) == nil, "\(name)") }
            }
        }
        try expectNone()
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "goes to: ")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "Filed at PACS North, verified")
        try expectNone()
        try await session.quit()
        try expectNone()
        // The canary: where nothing is sealed, the same search finds all of it.
        let plain = try LocalStore(path: workplace.folder.appendingPathComponent("plain/x.sqlite").path)
        let row = try #require(
            try workplace.withStore { try $0.worklistRow(StudyInstanceUID(unchecked: SyntheticStudy.chest.uid)) })
        try plain.mergeWorklist([row.item], isComplete: true)
        plain.close()
        let found = try bytes(in: workplace.folder.appendingPathComponent("plain"))
        #expect(found.contains { $0.data.range(of: markers[0]) != nil })
        await server.stop()
    }

    @Test func thePassphraseIsAskedForAndAWrongOneChangesNothing() async throws {
        let server = ReferenceServer(archive: try Archive(files: SyntheticStudy.chest.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        try FileManager.default.removeItem(at: workplace.folder.appendingPathComponent("store.key"))
        let keys = workplace.folder.appendingPathComponent("data/readroom.sqlite.keys")
        let before = try Data(contentsOf: keys)
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "Passphrase (or recovery key):")
        try await session.type("wrong wrong wrong")
        try await session.press("Enter")
        try await session.wait(for: "The passphrase does not open the store. Nothing was changed.")
        #expect(await !session.screen.contains("wrong wrong"), "what is typed is not shown")
        #expect(try Data(contentsOf: keys) == before)
        try await session.type(Workplace.passphrase)
        try await session.press("Enter")
        try await session.wait(for: "GARCÍA LÓPEZ")
        // Locked by key: nothing of the patient is on the screen, and only the passphrase brings it back.
        try await session.press("C-x", "g")
        try await session.wait(for: "readroom is locked")
        #expect(await !session.screen.contains("GARC"))
        try await session.type("nonsense")
        try await session.press("Enter")
        try await session.wait(for: "does not open the store")
        try await session.type(Workplace.passphrase)
        try await session.press("Enter")
        try await session.wait(for: "GARCÍA LÓPEZ")
        // Where nobody can be asked, that is said.
        let verify = try await workplace.run("audit", "verify")
        #expect(verify.status == 1 && verify.output.contains("key_file"), "\(verify.output)")
        await server.stop()
    }

    /// The first start: a passphrase is set, the recovery key shown once, and it opens the store later on.
    @Test func theFirstStartMakesKeysAndTheRecoveryKeyOpensThem() async throws {
        let server = ReferenceServer(archive: try Archive(files: SyntheticStudy.chest.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        for name in ["store.key", "data/readroom.sqlite.keys"] {
            try FileManager.default.removeItem(at: workplace.folder.appendingPathComponent(name))
        }
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "New passphrase")
        try await session.type("short")
        try await session.press("Enter")
        try await session.wait(for: "shorter than 12")
        for question in ["New passphrase", "Once more"] {
            try await session.wait(for: question)
            try await session.type("a passphrase of mine")
            try await session.press("Enter")
        }
        try await session.wait(for: "Write this recovery key down", "Enter goes on.", seconds: 40)
        let shown = await session.screen.split(separator: "\n").first { $0.hasPrefix("    ") }
        let recovery = try #require(shown).trimmingCharacters(in: .whitespaces)
        try await session.press("Enter")
        try await session.wait(for: "GARCÍA LÓPEZ")
        try await session.quit()
        let again = try await TerminalSession(workplace.command)
        try await again.wait(for: "Passphrase (or recovery key):")
        try await again.type(recovery)
        try await again.press("Enter")
        try await again.wait(for: "GARCÍA LÓPEZ")
        await server.stop()
    }
}
