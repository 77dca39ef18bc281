import CentralServer
import DICOM
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

/// A server of others that one suite shares: started before its first test, ended after its last.
struct RealServer: Sendable {
    var base: String
    var right: Credentials
    var wrong: Credentials

    @TaskLocal static var current: RealServer?

    static func connector(wrongCredentials: Bool = false) throws -> DICOMwebServer {
        let server = try #require(current)
        return DICOMwebServer(
            settings: try Fixtures.settings(
                server.base, credentials: wrongCredentials ? server.wrong : server.right, timeout: 30))
    }

    /// Puts studies of these patients into the server, instance by instance, as files of the demonstration.
    static func fill(_ connector: DICOMwebServer, patients: Set<String>) throws {
        for instance in demoArchive.instances {
            guard let id = instance.dataSet.string(.patientID), patients.contains(id),
                let study = instance.dataSet.string(.studyInstanceUID).flatMap(StudyInstanceUID.init(rawValue:)),
                let series = instance.dataSet.string(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:)),
                let uid = instance.dataSet.string(.sopInstanceUID).flatMap(SOPInstanceUID.init(rawValue:))
            else { continue }
            let outcome = connector.send(
                try instance.bytes(), DocumentReference(study: study, series: series, instance: uid))
            try #require(outcome == .accepted, "\(outcome)")
        }
    }
}

/// Runs a suite with one real server, which `start` starts.
struct WithServer: SuiteTrait, TestScoping {
    var start: @Sendable (URL) async throws -> (Launched, RealServer)

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let (launched, server) = try await start(Launched.newDirectory())
        do {
            try await RealServer.$current.withValue(server, operation: function)
        } catch {
            launched.end()
            throw error
        }
        launched.end()
    }
}
