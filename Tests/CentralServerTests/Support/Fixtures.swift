import CentralServer
import DICOM
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

/// The moment the tests' world hangs on: 2026-03-01, 09:30 at UTC+1.
let demoArchive = DemoWorld(year: 2026, month: 3, day: 1, secondsOfDay: 34_200, timeZoneOffset: "+0100").archive

enum Fixtures {
    static let today = CalendarDate(daysSince1970: 20_513)
    static let now = Radiology.Instant(millisecondsSince1970: 1_772_353_800_000)
    static let rita = PersonName(alphabetic: .init(family: "Reader", given: "Rita", prefix: "Dr."))

    static func reader(_ number: Int) -> PersonName {
        PersonName(alphabetic: .init(family: "Reader\(number)", given: "R"))
    }

    static func transaction(_ number: Int) throws -> TransactionUID {
        try #require(TransactionUID(rawValue: "1.2.826.0.1.3680043.10.99.\(number)"))
    }

    static func settings(
        _ base: String, credentials: Credentials = .none, timeout: Int = 20, certificateAuthorityFile: String? = nil
    ) throws -> ServerSettings {
        ServerSettings(
            name: try #require(DestinationName(rawValue: "test")), baseURL: base, credentials: credentials,
            certificateAuthorityFile: certificateAuthorityFile, timeout: timeout,
            timeZone: TimeZoneOffset(seconds: 3600))
    }

    /// A signed report on a study.
    static func version(_ detail: StudyDetail, number: Int = 1, text: String = "No acute finding.") throws
        -> ReportVersion
    {
        let study = detail.study
        let document = DocumentReference(
            study: study.uid, series: try #require(SeriesInstanceUID(rawValue: "\(study.uid).990")),
            instance: try #require(SOPInstanceUID(rawValue: "\(study.uid).990.\(number)")))
        return ReportVersion(
            id: try #require(ReportVersionID(rawValue: "v\(number)")),
            reportID: try #require(ReportID(rawValue: "r")), number: number, study: study, evidence: detail.series,
            document: document, flags: .final, isAddendum: false, templateIdentifier: "plain", title: "Report",
            language: "en-GB",
            sections: [
                ReportSection(concept: CodedConcept("121070", "DCM", "Findings"), title: "Findings", text: text)
            ], text: text, signedBy: Reader(name: rita, organization: "Northfield"), signedAt: now,
            timeZone: TimeZoneOffset(seconds: 3600), predecessor: nil)
    }

    static func document(_ version: ReportVersion) throws -> [UInt8] {
        try ReportDocument.encode(version, softwareVersion: "test")
    }
}

/// Calls what blocks on a thread of its own: the server under test shares the pool of the test's tasks.
func blocking<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
    }
}

/// The failure of a call; `nil` if it succeeded.
func failure(_ body: @escaping @Sendable () throws -> Void) async throws -> ServerFailure? {
    do {
        try await blocking(body)
        return nil
    } catch let failure as ServerFailure {
        return failure
    }
}

/// Runs `body` with a reference server and a connector to it.
func withReference(
    _ archive: Archive = demoArchive, _ behaviour: Behaviour = Behaviour(), credentials: Credentials = .none,
    timeout: Int = 20, _ body: (ReferenceServer, DICOMwebServer) async throws -> Void
) async throws {
    let reference = ReferenceServer(archive: archive, behaviour: behaviour)
    let base = try await reference.start()
    let connector = DICOMwebServer(
        settings: try Fixtures.settings(base, credentials: credentials, timeout: timeout))
    do {
        try await body(reference, connector)
    } catch {
        await reference.stop()
        throw error
    }
    await reference.stop()
}

extension WorklistPull {
    /// The newest item of the patient with this name in it.
    func item(_ name: String) throws -> WorklistItem {
        let all = items.filter { $0.study.patient.name?.dicom.contains(name) ?? false }
        return try #require(all.max { $0.receivedAt < $1.receivedAt })
    }
}

extension DICOMwebServer {
    /// A study of the demonstration with what it holds.
    func demoStudy(_ name: String) throws -> StudyDetail {
        let item = try worklist(today: Fixtures.today).item(name)
        return try #require(try detail(of: item.study))
    }
}
