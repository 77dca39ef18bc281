import CentralServer
import DICOM
import Foundation
import LocalStore
import Programs
import Radiology
import Sync
import Testing

/// The same reading, signing and filing at a real tiny-pacs, which refuses what it has already.
@Suite(.enabled(if: PACS.hasTinyPacs && TerminalSession.isAvailable, "needs tiny-pacs and tmux"))
struct TinyPacsTests {
    /// The first answer is lost on its way: what was stored is found by looking, and not sent a second time.
    @Test func exactlyOneReportIsFiled() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tiny-pacs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let port = try LoopbackPort.free()
        let program = try PACS.tinyPacs(in: folder, port: port, token: Workplace.password)
        defer { program.end() }
        try #require(await eventually { LoopbackPort.isListening(port) })
        let connector = try connector(port)
        for file in try SyntheticStudy.chest.files() { try store(file, connector) }

        let proxy = try BreakingProxy(target: port)
        let url = "http://127.0.0.1:\(proxy.port)/dicomweb"
        let workplace = try Workplace(servers: [Workplace.server(url, more: "token_file = \"PASSWORD_FILE\"")])
        proxy.breakNextStore(at: .beforeTheAnswer) {}
        let session = try await TerminalSession.signed(workplace, until: "verified")
        try await session.quit()

        let frozen = try workplace.withStore { store in
            try store.outboxItems(limit: 9).compactMap { try store.frozenReport($0.version.id) }
        }
        let report = try #require(frozen.first)
        #expect(frozen.count == 1)
        #expect(connector.readBack(report.document, report.version.document) == .identical)
        #expect(try connector.reports(in: report.version.study.uid).count == 1)
        #expect(try workplace.withStore { try $0.brokenInvariants() } == [])
    }

    private func connector(_ port: UInt16) throws -> DICOMwebServer {
        DICOMwebServer(
            settings: ServerSettings(
                name: try #require(DestinationName(rawValue: "tiny-pacs")),
                baseURL: "http://127.0.0.1:\(port)/dicomweb", credentials: .bearer(token: Workplace.password),
                timeout: 30, timeZone: TimeZoneOffset(seconds: 0)))
    }

    private func store(_ file: [UInt8], _ connector: DICOMwebServer) throws {
        let data = try Part10File.decode(file).value.dataSet
        let reference = DocumentReference(
            study: try #require(data.string(.studyInstanceUID).flatMap(StudyInstanceUID.init(rawValue:))),
            series: try #require(data.string(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:))),
            instance: try #require(data.string(.sopInstanceUID).flatMap(SOPInstanceUID.init(rawValue:))))
        #expect(connector.send(file, reference) == .accepted)
    }
}
