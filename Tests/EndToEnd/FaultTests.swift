import DICOM
import Foundation
import LocalStore
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing

/// The real program against a server that misbehaves: one clear sentence each, and it goes on.
@Suite(.serialized) struct FaultTests {
    private static func archive(_ name: String = "Doe^Jane") throws -> Archive {
        var study = SyntheticStudy.chest
        study.patientName = name
        return try Archive(files: study.files())
    }

    private func sync(_ behaviour: Behaviour, archive: Archive? = nil) async throws -> Program.Outcome {
        let server = ReferenceServer(archive: try archive ?? Self.archive(), behaviour: behaviour)
        let url = try await server.start()
        let workplace = try Workplace(servers: [
            Workplace.server(url, more: "user = \"rita\"\npassword_file = \"PASSWORD_FILE\"")
        ])
        let result = try await workplace.run("sync")
        await server.stop()
        return result
    }

    @Test func aWrongURLIsSaid() async throws {
        let port = try LoopbackPort.free()
        let workplace = try Workplace(servers: [Workplace.server("http://127.0.0.1:\(port)/dicom-web")])
        let result = try await workplace.run("sync")
        #expect(result.status == 1)
        #expect(result.output.contains("Cannot reach the server (nobody listens there). Check the URL"))
    }

    @Test func aWrongPathIsSaid() async throws {
        let server = ReferenceServer(archive: try Self.archive(), behaviour: .bare())
        let url = try await server.start()
        let workplace = try Workplace(servers: [Workplace.server(url + "/nonsense")])
        let result = try await workplace.run("sync")
        await server.stop()
        #expect(result.status == 1)
        #expect(result.output.contains("does not have a DICOMweb service at this URL"))
    }

    @Test func aWrongPasswordIsSaid() async throws {
        var behaviour = Behaviour.bare()
        behaviour.credentials = .basic(user: "rita", password: "another")
        let result = try await sync(behaviour)
        #expect(result.status == 1)
        #expect(result.output.contains("refused the user name, password or token"))
        #expect(!result.output.contains(Workplace.password))
    }

    @Test func pagesInPlaceOfDataAreSaid() async throws {
        let page = try await sync(Behaviour.bare(.init(.html)))
        #expect(page.status == 1)
        #expect(page.output.contains("not JSON but an HTML"), "\(page.output)")
        let half = try await sync(Behaviour.bare(.init(.halfAnswer)))
        #expect(half.status == 1)
        #expect(
            half.output.contains("answer cannot be used") || half.output.contains("connection broke"), "\(half.output)")
    }

    @Test func aHugePatientNameIsSaidAndNotShown() async throws {
        let head =
            #"[{"0020000D":{"vr":"UI","Value":["1.2.3"]},"0020000E":{"vr":"UI","Value":["1.2.3.1"]},"#
            + #""00080018":{"vr":"UI","Value":["1.2.3.1.1"]},"00080016":{"vr":"UI","Value":["1.2.840.10008.5.1.4.1.1.2"]},"#
            + #""00080060":{"vr":"CS","Value":["CT"]},"00080020":{"vr":"DA","Value":[""# + SyntheticStudy.today
            + #""]},"00100010":{"vr":"PN","Value":[{"Alphabetic":""#
        let name = Array(repeating: Array("SECRET".utf8), count: 3_500_000).joined()
        let body = Array(head.utf8) + name + Array(#""}]}}]"#.utf8)
        let result = try await sync(
            Behaviour.bare(.init(.bytes(body, contentType: "application/dicom+json"), path: "/studies")))
        #expect(
            result.output.contains("patient's name is damaged or too long to be one"), "\(result.output.prefix(500))")
        #expect(!result.output.contains("SECRET"))
        #expect(result.output.utf8.count < 2000)
    }

    @Test(.enabled(if: TerminalSession.isAvailable, "needs tmux"))
    func theProgramGoesOnWhileTheServerFails() async throws {
        let server = ReferenceServer(archive: try Self.archive(), behaviour: .bare())
        let url = try await server.start()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command)
        try await session.wait(for: "Doe, Jane")
        for (fault, words) in [
            (Behaviour.Fault.html, "HTML"), (.status(500), "500"), (.dropAfterActing, "broke"),
            (.dropBeforeActing, "broke"),
        ] {
            server.setBehaviour(Behaviour.bare(.init(fault)))
            try await session.press("s")
            try await session.wait(for: words, "OFFLINE", "Doe, Jane")
            server.setBehaviour(.bare())
            try await session.press("s")
            try await session.wait(for: "The server answers again.")
        }
        await server.stop()
    }

    @Test(
        .enabled(if: TerminalSession.isAvailable, "needs tmux"),
        arguments: [
            (Behaviour.Fault.status(413), "REJECTED", "413", "rejected 1"),
            (.status(409), "CONFLICT", "409", "conflict 1"),
            (.status(401), "queued again", "password or token", "queued 1"),
            (.status(503), "queued again", "503", "queued 1"),
        ])
    func aReportThatIsNotTakenShowsItsNextStep(
        fault: Behaviour.Fault, state: String, answer: String, sum: String
    ) async throws {
        let server = ReferenceServer(archive: try Self.archive(), behaviour: .bare())
        let url = try await server.start()
        let workplace = try Workplace(servers: [Workplace.server(url)])
        let session = try await TerminalSession(workplace.command, columns: 160)
        try await session.wait(for: "Doe, Jane")
        try await session.press("r")
        try await session.wait(for: "Chest X-ray (matched")
        server.setBehaviour(Behaviour.bare(.init(fault, method: "POST", path: "/studies")))
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "text ")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "1 unsent")
        try await session.press("o")
        try await session.wait(for: state, answer, sum)
        #expect(server.storedReports.isEmpty)
        // What was wrong is mended: t asks, sends, and it is filed, once.
        server.setBehaviour(.bare())
        try await session.press("t")
        try await session.wait(for: "filed, verified", "signed 1 = filed 1")
        #expect(server.storedReports.count == 1)
        await server.stop()
    }
}
