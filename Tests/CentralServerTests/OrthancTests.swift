import CentralServer
import DICOM
import Foundation
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("Orthanc", .serialized, .enabled(if: PACS.hasOrthanc), Orthanc.server)
struct OrthancTests {
    @Test("What it can do")
    func probe() async throws {
        let connector = try RealServer.connector()
        let profile = try await blocking { try connector.probe() }
        #expect(!profile.hasWorkitems && profile.hasStudyMetadata && profile.findsByDate)
    }

    @Test("Wrong credentials")
    func credentials() async throws {
        let connector = try RealServer.connector(wrongCredentials: true)
        #expect(try await failure { _ = try connector.probe() } == .unauthorized)
    }

    @Test("The studies of the last days, each once, with descriptions")
    func worklist() async throws {
        let connector = try RealServer.connector()
        let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
        // One of Dunmore, two each of Yamada, Fairweather, Aldermoor and Penhaligon.
        #expect(pull.items.count == 9)
        #expect(pull.items.allSatisfy { $0.study.description != nil && $0.claim == nil && $0.workitem == nil })
        #expect(pull.items.allSatisfy { ($0.study.instanceCount ?? 0) > 0 && $0.study.site != nil })
    }

    @Test("Names that searches garble are right in a study's detail")
    func detail() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Yamada") }
        #expect(detail.study.patient.name?.dicom == "Yamada^Tarou=山田^太郎=やまだ^たろう")
        #expect(detail.study.patient.identifier?.issuer?.rawValue == "NORTHFIELD")
        #expect(detail.technique.contains("110 kV") && detail.dose == ["CTDIvol 7.1 mGy"])
        #expect(detail.study.order.indication?.hasPrefix("Lung adenocarcinoma") == true)
    }

    @Test("Priors and their reports; the same identifier of another issuer is another patient")
    func priors() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Dunmore") }
        let priors = try await blocking { try connector.priors(of: detail.study) }
        #expect(priors.count == 3)
        #expect(priors.flatMap(\.reports).count == 3)
        #expect(priors.first?.reports.first?.sections.first?.text.contains("No intracranial haemorrhage") == true)
        let other = try await blocking { try connector.demoStudy("Penhaligon") }
        let others = try await blocking { try connector.priors(of: other.study) }
        #expect(others.count == 2)
        #expect(others.allSatisfy { $0.study.patient.name?.alphabetic?.family == "Penhaligon" })
    }

    @Test("A report is filed, read back the same, and takes its study off the list")
    func filing() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Fairweather") }
        let version = try Fixtures.version(detail, text: "Größe 4 mm, α < β.")
        let document = try Fixtures.document(version)
        #expect(try await blocking { connector.readBack(document, version.document) } == .absent)
        #expect(try await blocking { connector.send(document, version.document) } == .accepted)
        #expect(try await blocking { connector.readBack(document, version.document) } == .identical)
        #expect(try await blocking { connector.send(document, version.document) } == .accepted)
        #expect(try await blocking { connector.readBack(document, version.document) } == .identical)
        let reports = try await blocking { try connector.reports(in: version.study.uid) }
        #expect(reports.map(\.document) == [version.document])
        #expect(reports.first?.sections.first?.text.contains("Größe 4 mm, α < β.") == true)
        let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
        #expect(!pull.items.contains { $0.study.uid == version.study.uid })
    }

    @Test("Other content under the same identifier is said to be stored, and is found out")
    func sameIdentifier() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Aldermoor") }
        let version = try Fixtures.version(detail, text: "First.")
        let first = try Fixtures.document(version)
        let second = try Fixtures.document(Fixtures.version(detail, text: "Second."))
        #expect(try await blocking { connector.send(first, version.document) } == .accepted)
        #expect(try await blocking { connector.send(second, version.document) } == .accepted)
        #expect(try await blocking { connector.readBack(second, version.document) } == .different)
        #expect(try await blocking { connector.readBack(first, version.document) } == .identical)
    }

    @Test("A report sent to another study is refused")
    func wrongStudy() async throws {
        let connector = try RealServer.connector()
        let detail = try await blocking { try connector.demoStudy("Dunmore") }
        var version = try Fixtures.version(detail, number: 2)
        let document = try Fixtures.document(version)
        version.document.study = try await blocking { try connector.demoStudy("Yamada") }.study.uid
        let target = version.document
        let outcome = try await blocking { connector.send(document, target) }
        if case .clashed = outcome {} else { Issue.record("\(outcome)") }
        #expect(try await blocking { connector.readBack(document, target) } == .absent)
    }
}
