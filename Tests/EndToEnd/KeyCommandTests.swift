import Foundation
import Glibc
import LocalStore
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing
import Vault

/// `readroom vault`, `agent` and `recover`, typed as a person types them.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct KeyCommandTests {
    private static let other = "another long passphrase"

    private func workplace() async throws -> (Workplace, ReferenceServer) {
        let server = ReferenceServer(archive: try Archive(files: SyntheticStudy.chest.files()), behaviour: .bare())
        return (try Workplace(servers: [Workplace.server(try await server.start())]), server)
    }

    /// Runs a command on a terminal and answers its questions, in order.
    private func answer(
        _ workplace: Workplace, _ command: String, _ answers: [(question: String, text: String)], end: String
    ) async throws {
        let line = "\(Binary.path) \(command) --home \(workplace.folder.path)"
        let session = try await TerminalSession("sh -c \"\(line); echo ended; sleep 100\"")
        for (question, text) in answers {
            try await session.wait(for: question)
            try await session.type(text)
            try await session.press("Enter")
        }
        try await session.wait(for: end, "ended")
        for (_, text) in answers { #expect(await !session.screen.contains(text), "what is typed is not shown") }
    }

    private func opens(_ workplace: Workplace, _ passphrase: String) throws -> Bool {
        do {
            _ = try KeyRing.unlock(workplace.storePath, with: .passphrase(try #require(try Passphrase(passphrase))))
            return true
        } catch VaultError.wrongPassphrase {
            return false
        }
    }

    @Test func aChangedPassphraseIsTheOnlyOne() async throws {
        let (workplace, server) = try await workplace()
        try await answer(
            workplace, "vault change-passphrase",
            [("Passphrase", Workplace.passphrase), ("New passphrase", Self.other), ("Once more", Self.other)],
            end: "The new passphrase opens the store")
        #expect(try opens(workplace, Self.other) && !opens(workplace, Workplace.passphrase))
        await server.stop()
    }

    /// The old passphrase of a change that a crash cut short goes with the next start.
    @Test func aChangeThatWasCutShortIsFinished() async throws {
        let (workplace, server) = try await workplace()
        let ring = try KeyRing.unlock(
            workplace.storePath, with: .passphrase(try #require(try Passphrase(Workplace.passphrase))))
        try workplace.withStore { _ in }
        try FileManager.default.removeItem(at: workplace.folder.appendingPathComponent("store.key"))
        try ring.addPassphrase(try #require(try Passphrase(Self.other)), cost: .least)
        #expect(try opens(workplace, Self.other) && opens(workplace, Workplace.passphrase))
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "Passphrase (or recovery key):")
        try await session.type(Self.other)
        try await session.press("Enter")
        try await session.wait(for: "GARCÍA LÓPEZ")
        #expect(try opens(workplace, Self.other) && !opens(workplace, Workplace.passphrase))
        await server.stop()
    }

    @Test func keyFilesAndRecoveryKeysCanBeReplaced() async throws {
        let (workplace, server) = try await workplace()
        let passphrase = [("Passphrase", Workplace.passphrase)]
        let file = workplace.folder.appendingPathComponent("second.key").path
        try await answer(workplace, "vault add-key-file \(file)", passphrase, end: "opens the store now")
        _ = try KeyRing.unlock(workplace.storePath, with: .keyFile(try KeyFile(contentsOf: file)))
        try await answer(workplace, "vault remove-key-files", passphrase, end: "2 key files open nothing any more")
        #expect(throws: VaultError.wrongKeyFile) {
            try KeyRing.unlock(workplace.storePath, with: .keyFile(try KeyFile(contentsOf: file)))
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: workplace.storePath + ".keys"))
        try await answer(workplace, "vault new-recovery-key", passphrase, end: "    ")
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.storePath + ".keys")) != before)
        await server.stop()
    }

    /// `readroom sync` from cron: nobody can be asked, so an agent has the key, as long as it runs.
    @Test func theAgentLetsSyncRunUnattended() async throws {
        let (workplace, server) = try await workplace()
        try workplace.withStore { _ in }
        try FileManager.default.removeItem(at: workplace.folder.appendingPathComponent("store.key"))
        let refused = try await workplace.run("sync")
        #expect(refused.status != 0 && refused.output.contains("readroom agent start"), "\(refused.output)")
        try await answer(
            workplace, "agent start", [("Passphrase", Workplace.passphrase)], end: "The agent holds the key")
        let socket = workplace.storePath + ".agent"
        let mode = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let synced = try await workplace.run("sync")
        #expect(synced.status == 0 && synced.output.contains("worklist: 1 studies"), "\(synced.output)")
        // The workstation does not take the agent's word.
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "Passphrase (or recovery key):")
        #expect(try await workplace.run("agent", "stop").output.contains("The agent has ended."))
        #expect(try await workplace.run("agent", "status").status == 1)
        #expect(try await workplace.run("sync").status != 0)
        #expect(!FileManager.default.fileExists(atPath: socket))
        await server.stop()
    }

    /// Signed, then the database is destroyed: the start explains, moves it aside and rebuilds it; what was signed is
    /// there, and is not filed twice.
    @Test func aDestroyedStoreIsRebuilt() async throws {
        let (workplace, server) = try await workplace()
        var session = try await TerminalSession.signed(workplace, until: "Filed at PACS North, verified")
        let digest = try workplace.withStore { try $0.outboxItems(limit: 1).first?.entry.digest }
        try await session.quit()
        try Data([UInt8](repeating: 0x5A, count: 40_000)).write(to: URL(fileURLWithPath: workplace.storePath))
        let doctor = try await workplace.run("doctor")
        #expect(doctor.status == 1 && doctor.output.contains("readroom recover"), "\(doctor.output)")
        session = try await TerminalSession(workplace.command)
        try await session.wait(for: "Do that now?")
        try await session.type("yes")
        try await session.press("Enter")
        try await session.wait(for: "moved aside:", "1 signed report", "Enter goes on.")
        try await session.press("Enter")
        #expect(
            try await eventually { try workplace.withStore { try $0.outboxCounts()[.filed] == 1 } },
            "asked for, found there")
        #expect(server.storedReports.count == 1)
        #expect(try workplace.withStore { try $0.outboxItems(limit: 1).first?.entry.digest } == digest)
        #expect(try workplace.withStore { try $0.brokenInvariants() } == [])
        let aside = URL(fileURLWithPath: workplace.storePath + ".damaged-1")
        #expect(try Data(contentsOf: aside).count == 40_000)
        await server.stop()
    }

    @Test func signingAsksForThePIN() async throws {
        let (workplace, server) = try await workplace()
        let file = workplace.folder.appendingPathComponent("config/config.toml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("[security]", with: "[security]\nsign_with = \"pin\"\nsign_grace = 0").utf8).write(
            to: file)
        try await answer(
            workplace, "vault set-pin", [("Passphrase", Workplace.passphrase), ("New PIN", "4711"), ("Once", "4711")],
            end: "The PIN is set.")
        let session = try await TerminalSession.signed(workplace, until: "PIN: ")
        try await session.type("1111")
        try await session.press("Enter")
        try await session.wait(for: "That is not the PIN.")
        #expect(server.storedReports.isEmpty)
        try await session.type("4711")
        try await session.press("Enter")
        try await session.wait(for: "Filed at PACS North, verified")
        let failed = try workplace.withStore { try $0.auditEvents().filter { $0.kind == .unlockFailed }.count }
        #expect(failed == 1)
        await server.stop()
    }

    /// A store from before sealing is sealed at the first start, and a sealing that was cut short is finished.
    @Test(arguments: [true, false])
    func aPlainStoreIsSealed(wasCutShort: Bool) async throws {
        let (workplace, server) = try await workplace()
        let keys = workplace.storePath + ".keys"
        let made = try Data(contentsOf: URL(fileURLWithPath: keys))
        try FileManager.default.removeItem(atPath: keys)
        let plain = try LocalStore(path: workplace.storePath)
        plain.close()
        if wasCutShort { try made.write(to: URL(fileURLWithPath: keys)) }
        let head = Data("SQLite format 3".utf8)
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.storePath)).starts(with: head))
        let session = try await TerminalSession(workplace.command)
        if !wasCutShort {
            for question in ["New passphrase", "Once more"] {
                try await session.wait(for: question)
                try await session.type("a passphrase of mine")
                try await session.press("Enter")
            }
            try await session.wait(for: "Enter goes on.", seconds: 60)
            try await session.press("Enter")
        }
        try await session.wait(for: "GARCÍA LÓPEZ")
        #expect(try !Data(contentsOf: URL(fileURLWithPath: workplace.storePath)).starts(with: head))
        await server.stop()
    }
}
