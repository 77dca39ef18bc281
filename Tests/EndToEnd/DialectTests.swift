import DICOM
import Foundation
import LocalStore
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing

/// The same reading, signing and filing against servers of every habit, with the real program.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct DialectTests {
    struct Dialect: CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (inout Behaviour) -> Void
        /// Whether it is filed by itself, or by the reader's asking once the server is well again.
        var filesByItself = true
    }

    static let dialects = [
        Dialect(testDescription: "keeps the first, as Orthanc") { $0.duplicates = .keepFirst },
        Dialect(testDescription: "overwrites") { $0.duplicates = .overwrite },
        Dialect(testDescription: "409 on the second, as tiny-pacs; the first answer is lost") {
            $0.duplicates = .conflict
            $0.rules = [.init(.dropAfterActing, method: "POST", path: "/studies", times: 1)]
        },
        Dialect(testDescription: "keeps the first; the first answer is lost") {
            $0.rules = [.init(.dropAfterActing, method: "POST", path: "/studies", times: 1)]
        },
        Dialect(testDescription: "slow") { $0.delay = 0.7 },
        Dialect(
            testDescription: "resets",
            change: {
                $0.rules = [.init(.dropBeforeActing, method: "POST", path: "/studies", times: 2)]
            }, filesByItself: false),
        Dialect(testDescription: "truncates its answer") {
            $0.rules = [.init(.halfAnswer, method: "POST", path: "/studies", times: 1)]
        },
        Dialect(testDescription: "amnesiac", change: { $0.storing = .amnesiac }, filesByItself: false),
        Dialect(testDescription: "names nothing", change: { $0.storing = .namingNothing }, filesByItself: false),
    ]

    @Test(arguments: dialects)
    func exactlyOneReportIsFiled(dialect: Dialect) async throws {
        let server = try await chest()
        let workplace = try Workplace(servers: [Workplace.server(server.url)])
        var behaviour = Behaviour.bare()
        dialect.change(&behaviour)
        server.setBehaviour(behaviour)
        let session = try await TerminalSession.signed(
            workplace, until: dialect.filesByItself ? "verified" : "1 unsent")
        if !dialect.filesByItself {
            #expect(try workplace.withStore { try $0.outboxCounts()[.filed] } == 0, "never said before it is so")
            server.setBehaviour(.bare())
            try await session.press("o")
            try await session.wait(for: "retry")
            try await session.press("t")
        }
        let isFiled = await eventually { (try? workplace.withStore { try $0.outboxCounts()[.filed] }) == 1 }
        #expect(isFiled)
        let frozen = try workplace.withStore { store in
            try store.outboxItems(limit: 9).compactMap { try store.frozenReport($0.version.id)?.document }
        }
        #expect(server.instances.filter { $0.dataSet.string(.modality) == "SR" }.count == 1)
        #expect(server.storedReports.allSatisfy { $0 == frozen.first })
        #expect(try workplace.withStore { try $0.brokenInvariants() } == [])
        await server.stop()
    }

    /// A server that keeps something else than it was sent: both are shown, and mine is filed beside it.
    @Test func aLyingServerIsFoundOutAndMineIsFiledAnew() async throws {
        let server = try await chest()
        let workplace = try Workplace(servers: [Workplace.server(server.url)])
        var behaviour = Behaviour.bare()
        behaviour.storing = .altering
        server.setBehaviour(behaviour)
        let session = try await TerminalSession.signed(workplace, until: "1 CONFLICT")
        server.setBehaviour(.bare())
        try await session.press("o")
        try await session.wait(for: "c shows them side by side")
        try await session.press("c")
        try await session.wait(for: "MINE", "GARCÍA LÓPEZ", "n files mine")
        try await session.press("n")
        try await session.wait(for: "Decide about this report?")
        try await session.press("Enter")
        try await session.wait(for: "signed 2 = filed 1 + conflict 1", "decided")
        #expect(await !session.screen.contains("1 CONFLICT"))
        let counts = try workplace.withStore { try $0.outboxCounts() }
        #expect(counts.isConserved && counts.unsent == 0)
        #expect(try workplace.withStore { try $0.brokenInvariants() } == [])
        await server.stop()
    }

    /// Restored from an older backup: looking again finds it, it is said, and the same bytes are filed again.
    @Test func aServerThatLostAReportGetsItAgain() async throws {
        let server = try await chest()
        let workplace = try Workplace(servers: [Workplace.server(server.url)])
        var session = try await TerminalSession.signed(workplace, until: "verified")
        try await session.quit()
        let sound = try await workplace.run("sync", "--verify")
        #expect(sound.status == 0 && sound.output.contains("filed 1 = there 1 + gone 0"), "\(sound.output)")
        let before = server.storedReports
        server.forgetReports()
        #expect(server.storedReports.isEmpty)
        let lost = try await workplace.run("sync", "--verify")
        #expect(lost.status == 1 && lost.output.contains("there 0 + gone 1"), "\(lost.output)")
        session = try await TerminalSession(workplace.command)
        try await session.wait(for: "1 NOT THERE ANY MORE")
        try await session.press("o")
        try await session.wait(for: "t files")
        try await session.press("t")
        try await session.wait(for: "filed, verified", "signed 1 = filed 1")
        #expect(server.storedReports == before, "the same bytes")
        await server.stop()
    }

    /// Two readers sign the same study, neither knowing of the other: both reports are there, and both readers hear it.
    @Test func twoFinalReportsAreToldToBoth() async throws {
        let server = try await chest()
        let first = try Workplace(servers: [Workplace.server(server.url)], reader: "Roe^Rita")
        let second = try Workplace(servers: [Workplace.server(server.url)], reader: "Lee^Min")
        let other = try await TerminalSession(second.command)
        try await other.wait(for: "GARCÍA LÓPEZ")
        try await other.press("r")
        try await other.wait(for: "Chest X-ray (matched")
        let session = try await TerminalSession.signed(first, until: "verified")
        try await other.press("F12")
        try await other.wait(for: "Sign as FINAL", "goes to: ")
        try await other.press("k", "Enter", "Enter")
        try await other.wait(for: "1 TWO FINALS")
        try await other.press("o")
        try await other.wait(for: "filed, 2 FINALS")
        try await other.press("c")
        try await other.wait(for: "MINE", "Lee, Min", "Roe, Rita", "both stand")
        try await other.press("s")
        try await other.wait(for: "Decide about this report?")
        try await other.press("Enter")
        try await other.wait(for: "filed, verified")
        try await session.quit()
        let told = try await first.run("sync", "--verify")
        #expect(told.output.contains("Lee, Min signed a final report of a study of yours too"), "\(told.output)")
        #expect(server.storedReports.count == 2)
        #expect(try first.withStore { try $0.outboxCounts().rivals } == 1)
        #expect(try second.withStore { try $0.outboxCounts().rivals } == 0)
        await server.stop()
    }

    // MARK: -

    private func chest() async throws -> Served {
        let server = ReferenceServer(archive: try Archive(files: SyntheticStudy.chest.files()), behaviour: .bare())
        return Served(server: server, url: try await server.start())
    }

    @dynamicMemberLookup
    private struct Served {
        let server: ReferenceServer
        let url: String

        subscript<Value>(dynamicMember path: KeyPath<ReferenceServer, Value>) -> Value { server[keyPath: path] }
        func setBehaviour(_ behaviour: Behaviour) { server.setBehaviour(behaviour) }
        func forgetReports() { server.forgetReports() }
        func stop() async { await server.stop() }
    }
}
