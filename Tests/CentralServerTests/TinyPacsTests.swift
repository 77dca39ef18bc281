import CentralServer
import DICOM
import Foundation
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("tiny-pacs", .serialized, .enabled(if: PACS.hasTinyPacs), TinyPacs.server)
struct TinyPacsTests {
    @Test("What it can do, and who it lets in")
    func probe() async throws {
        let connector = try RealServer.connector()
        let profile = try await blocking { try connector.probe() }
        #expect(!profile.hasWorkitems && !profile.hasStudyMetadata && profile.findsByDate)
        let stranger = try RealServer.connector(wrongCredentials: true)
        #expect(try await failure { _ = try stranger.probe() } == .unauthorized)
    }

    @Test("The worklist; an empty day comes as 204")
    func worklist() async throws {
        let connector = try RealServer.connector()
        let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
        #expect((2...3).contains(pull.items.count))
        let none = try await blocking { try connector.worklist(today: Fixtures.today.adding(days: 40)) }
        #expect(none.items.isEmpty)
    }

    @Test("Detail without metadata, from single instances")
    func detail() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Yamada") }
        #expect(detail.study.patient.name?.dicom == "Yamada^Tarou=山田^太郎=やまだ^たろう")
        #expect(detail.series.count == 3 && detail.study.instanceCount == 11)
        #expect(detail.technique.contains("110 kV"))
    }

    @Test("Priors with their reports")
    func priors() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Dunmore") }
        let priors = try await blocking { try connector.priors(of: detail.study) }
        #expect(priors.count == 3)
        #expect(priors.flatMap(\.reports).count == 3)
    }

    @Test("The identical report sent again clashes, and reads back the same")
    func filing() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Dunmore") }
        let version = try Fixtures.version(detail)
        let document = try Fixtures.document(version)
        #expect(try await blocking { connector.readBack(document, version.document) } == .absent)
        #expect(try await blocking { connector.send(document, version.document) } == .accepted)
        #expect(try await blocking { connector.readBack(document, version.document) } == .identical)
        let again = try await blocking { connector.send(document, version.document) }
        if case .clashed = again {} else { Issue.record("\(again)") }
        #expect(try await blocking { connector.readBack(document, version.document) } == .identical)
        let other = try Fixtures.document(Fixtures.version(detail, text: "Another."))
        #expect(try await blocking { connector.readBack(other, version.document) } == .different)
        // This server tells neither ModalitiesInStudy nor Manufacturer: the report itself is looked at.
        let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
        #expect(!pull.items.isEmpty && !pull.items.contains { $0.study.uid == version.study.uid })
    }
}
