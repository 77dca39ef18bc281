import DICOM
import Foundation
import LocalStore
import Programs
import Radiology
import Sync
import Testing

/// From the worklist to a filed report, on a real Orthanc, with the real program in a real terminal.
@Suite(.serialized, .enabled(if: Orthanc.isAvailable && TerminalSession.isAvailable, "needs orthanc and tmux"))
struct OrthancTests {
    let orthanc: Orthanc

    init() async throws {
        orthanc = try await Orthanc()
        for study in [SyntheticStudy.chest, .head] {
            for file in try study.files() { try await orthanc.store(file) }
        }
    }

    @Test func readsSignsAndFiles() async throws {
        let workplace = try Workplace(servers: [orthanc.configuration()])
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "GARCÍA LÓPEZ", "Yamada, Tarou")
        try await openChestReport(session)
        // From here the template is in place: the keys are counted.
        let before = session.keysTyped
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "GARCÍA LÓPEZ", "ACC A1001", "goes to: PACS North")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "Filed at PACS North, verified")
        #expect(session.keysTyped - before <= 6)

        let reports = try await orthanc.reports()
        #expect(reports.count == 1)
        try expectFrozen(reports, in: workplace)
        try await expectJudged(reports[0])
        // The report is ours, so the study has left the worklist of a bare PACS.
        try await session.press("s")
        try await session.wait(for: "1 All 1", "7 Signed 1")
        try await session.quit()
        let doctor = try await workplace.run("doctor")
        #expect(doctor.output.contains("invariants hold"), "\(doctor.output)")
    }

    @Test(arguments: [BreakingProxy.Moment.halfway, .beforeTheAnswer])
    func aServerKilledWhileStoringEndsWithExactlyOneReport(moment: BreakingProxy.Moment) async throws {
        let proxy = try BreakingProxy(target: orthanc.port)
        let workplace = try Workplace(servers: [orthanc.configuration(port: proxy.port)])
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "GARCÍA LÓPEZ")
        try await openChestReport(session)
        let killed = Killed(orthanc)
        proxy.breakNextStore(at: moment) { killed.strike() }
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "text ")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "1 unsent")
        #expect(await eventually { killed.hasStruck })
        try await orthanc.start()
        try await session.press("s")
        try await session.press("o")
        try await session.wait(for: "filed, verified", "signed 1 = filed 1", seconds: 40)
        let reports = try await orthanc.reports()
        #expect(reports.count == 1)
        try expectFrozen(reports, in: workplace)
    }

    @Test func withoutTheServerEverythingWorksAndIsFiledLater() async throws {
        let workplace = try Workplace(servers: [orthanc.configuration()])
        let first = try await workplace.run("sync")
        #expect(first.status == 0, "\(first.output)")
        orthanc.kill()
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "GARCÍA LÓPEZ", "OFFLINE")
        try await openChestReport(session)
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "Identity as last seen here")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "1 unsent")
        try await session.press("q")
        try await session.wait(for: "Quit with 1 unsent")
        try await session.press("Enter")
        try await session.waitForEnd()
        #expect(try await workplace.run("sync").status == 1)
        try await orthanc.start()
        let last = try await workplace.run("sync")
        #expect(last.status == 0, "\(last.output)")
        #expect(try await orthanc.reports().count == 1)
        try expectFrozen(try await orthanc.reports(), in: workplace)
    }

    private func openChestReport(_ session: TerminalSession) async throws {
        try await session.press("/")
        try await session.type("garcia")
        try await session.wait(for: "1 of ")
        try await session.press("Enter", "r")
        try await session.wait(for: "Chest X-ray (matched: modality, body part)")
    }

    /// What the server holds is, byte for byte, what the store froze at signing.
    private func expectFrozen(_ reports: [[UInt8]], in workplace: Workplace) throws {
        let frozen = try workplace.withStore { store in
            try store.outboxItems(limit: 9).compactMap { try store.frozenReport($0.version.id)?.document }
        }
        #expect(frozen == reports)
    }

    private func expectJudged(_ report: [UInt8]) async throws {
        guard let judge = Program.find("dciodvfy") else {
            print("dciodvfy is not installed: the report read out of Orthanc was not judged")
            return
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).dcm")
        try Data(report).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let verdict = try await Program.run([judge, file.path]).output
        #expect(!verdict.split(separator: "\n").contains { $0.hasPrefix("Error") }, "\(verdict)")
    }
}

/// Kills a server from the proxy's thread, once.
private final class Killed: @unchecked Sendable {
    private let orthanc: Orthanc
    private let lock = NSLock()
    private var struck = false

    init(_ orthanc: Orthanc) { self.orthanc = orthanc }

    func strike() {
        orthanc.kill()
        lock.withLock { struck = true }
    }

    var hasStruck: Bool { lock.withLock { struck } }
}
