import DICOM
import Foundation
import LocalStore
import Radiology
import Sync
import Testing

/// From the worklist to a filed report, on a real Orthanc, with the real program in a real terminal.
@Suite(.serialized, .enabled(if: Orthanc.isAvailable && TerminalSession.isAvailable, "needs orthanc and tmux"))
struct OrthancTests {
    let orthanc: Orthanc

    init() throws {
        orthanc = try Orthanc()
        for study in [SyntheticStudy.chest, .head] {
            for file in try study.files() { try orthanc.store(file) }
        }
    }

    @Test func readsSignsAndFiles() throws {
        let workplace = try Workplace(servers: [orthanc.configuration()])
        let session = try TerminalSession(workplace.command)
        try session.wait(for: "GARCÍA LÓPEZ, Ana", "Yamada, Tarou")
        try openChestReport(session)
        // From here the template is in place: the keys are counted.
        let before = session.keysTyped
        try session.press("F12")
        try session.wait(for: "Sign as FINAL", "GARCÍA LÓPEZ, Ana", "ACC A1001", "goes to: PACS North")
        try session.press("k", "Enter")
        try session.wait(for: "Filed at PACS North, verified")
        #expect(session.keysTyped - before <= 6)

        let reports = try orthanc.reports()
        #expect(reports.count == 1)
        try expectFrozen(reports, in: workplace)
        try expectJudged(reports[0])
        // The report is ours, so the study has left the worklist of a bare PACS.
        try session.press("s")
        try session.wait(for: "1 All 1", "7 Signed 1")
        try session.press("q")
        try session.waitForEnd()
        let doctor = try workplace.run("doctor")
        #expect(doctor.output.contains("invariants hold"), "\(doctor.output)")
    }

    @Test(arguments: [BreakingProxy.Moment.halfway, .beforeTheAnswer])
    func aServerKilledWhileStoringEndsWithExactlyOneReport(moment: BreakingProxy.Moment) throws {
        let proxy = try BreakingProxy(target: orthanc.port)
        let workplace = try Workplace(servers: [orthanc.configuration(port: proxy.port)])
        let session = try TerminalSession(workplace.command)
        try session.wait(for: "GARCÍA LÓPEZ, Ana")
        try openChestReport(session)
        let killed = Killed(orthanc)
        proxy.breakNextStore(at: moment) { killed.strike() }
        try session.press("F12")
        try session.wait(for: "Sign as FINAL", "text ")
        try session.press("k", "Enter")
        try session.wait(for: "1 unsent")
        #expect(eventually { killed.hasStruck })
        try orthanc.start()
        try session.press("s")
        try session.press("o")
        try session.wait(for: "filed, verified", "signed 1 = filed 1", seconds: 40)
        let reports = try orthanc.reports()
        #expect(reports.count == 1)
        try expectFrozen(reports, in: workplace)
    }

    @Test func withoutTheServerEverythingWorksAndIsFiledLater() throws {
        let workplace = try Workplace(servers: [orthanc.configuration()])
        let first = try workplace.run("sync")
        #expect(first.status == 0, "\(first.output)")
        orthanc.kill()
        let session = try TerminalSession(workplace.command)
        try session.wait(for: "GARCÍA LÓPEZ, Ana", "OFFLINE")
        try openChestReport(session)
        try session.press("F12")
        try session.wait(for: "Sign as FINAL", "identity as last seen here")
        try session.press("k", "Enter")
        try session.wait(for: "1 unsent")
        try session.press("q")
        try session.wait(for: "Quit with 1 unsent")
        try session.press("Enter")
        try session.waitForEnd()
        #expect(try workplace.run("sync").status == 1)
        try orthanc.start()
        let last = try workplace.run("sync")
        #expect(last.status == 0, "\(last.output)")
        #expect(try orthanc.reports().count == 1)
        try expectFrozen(orthanc.reports(), in: workplace)
    }

    private func openChestReport(_ session: TerminalSession) throws {
        try session.press("/")
        try session.type("garcia")
        try session.wait(for: "1 of ")
        try session.press("Enter", "r")
        try session.wait(for: "Chest X-ray (matched: modality, body part)")
    }

    /// What the server holds is, byte for byte, what the store froze at signing.
    private func expectFrozen(_ reports: [[UInt8]], in workplace: Workplace) throws {
        let frozen = try workplace.withStore { store in
            try store.outboxItems(limit: 9).compactMap { try store.frozenReport($0.version.id)?.document }
        }
        #expect(frozen == reports)
    }

    private func expectJudged(_ report: [UInt8]) throws {
        guard let judge = Processes.find("dciodvfy") else { return }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).dcm")
        try Data(report).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let verdict = try Processes.run(judge, [file.path]).output
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
