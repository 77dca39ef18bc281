import CentralServer
import DICOM
import Foundation
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("What can go wrong on the way, in one sentence each")
struct FailureTests {
    @Test("The wrong URL")
    func wrongURL() async throws {
        try await withReference { (_, connector) async throws in
            let base = connector.settings.baseURL
            let cases: [(String, ServerFailure)] = [
                (base + "/elsewhere", .notFound("a DICOMweb service at this URL")),
                ("http://127.0.0.1:\(try LoopbackPort.free())", .unreachable("nobody listens there")),
                ("http://no-such-host.invalid/dicom-web", .unreachable("the host name is unknown")),
                ("ftp://127.0.0.1/dicom-web", .unreachable("the URL is not http or https")),
                ("", .unreachable("the URL is not http or https")),
            ]
            for (url, expected) in cases {
                let wrong = DICOMwebServer(settings: try Fixtures.settings(url))
                #expect(try await failure { _ = try wrong.probe() } == expected)
            }
        }
    }

    @Test("Wrong and right credentials, basic and bearer")
    func credentials() async throws {
        let pairs: [(Behaviour.Credentials, wrong: Credentials, right: Credentials)] = [
            (
                .basic(user: "rita", password: "pass:wörd"), .basic(user: "rita", password: "no"),
                .basic(user: "rita", password: "pass:wörd")
            ),
            (.bearer(token: "t0ken"), .bearer(token: "other"), .bearer(token: "t0ken")),
        ]
        for (needed, wrong, right) in pairs {
            var behaviour = Behaviour()
            behaviour.credentials = needed
            try await withReference(demoArchive, behaviour, credentials: wrong) { (_, connector) async throws in
                #expect(try await failure { _ = try connector.probe() } == .unauthorized)
                let knowing = DICOMwebServer(
                    settings: try Fixtures.settings(connector.settings.baseURL, credentials: right))
                #expect(try await failure { _ = try knowing.probe() } == nil)
            }
        }
    }

    /// A fault and the failure it must become.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var fault: Behaviour.Fault
        var isExpected: @Sendable (ServerFailure?) -> Bool
    }

    static let unintelligible: @Sendable (ServerFailure?) -> Bool = {
        if case .unintelligible? = $0 { true } else { false }
    }
    static let broken: @Sendable (ServerFailure?) -> Bool = {
        if case .broken(_, sent: true)? = $0 { true } else { false }
    }

    static let cases: [Case] = [
        Case(testDescription: "HTML instead of JSON", fault: .html, isExpected: unintelligible),
        Case(testDescription: "half a JSON", fault: .halfAnswer, isExpected: unintelligible),
        Case(
            testDescription: "zeros",
            fault: .bytes([UInt8](repeating: 0, count: 1000), contentType: "application/dicom"),
            isExpected: unintelligible),
        Case(testDescription: "redirect", fault: .redirect(to: "http://127.0.0.1:1/"), isExpected: unintelligible),
        Case(testDescription: "closed connection", fault: .dropBeforeActing, isExpected: broken),
        Case(testDescription: "401", fault: .status(401), isExpected: { $0 == .unauthorized }),
        Case(testDescription: "403", fault: .status(403), isExpected: { $0 == .forbidden }),
        Case(
            testDescription: "503", fault: .status(503, text: "maintenance"),
            isExpected: { $0 == .refused(status: 503, text: "maintenance") }),
        Case(testDescription: "429", fault: .status(429), isExpected: { $0 == .refused(status: 429, text: "") }),
    ]

    @Test("Each fault is one clear sentence without patient data, and the connector works afterwards", arguments: cases)
    func faults(_ one: Case) async throws {
        try await withReference { (reference, connector) async throws in
            let study = try await blocking { try connector.worklist(today: Fixtures.today).item("Dunmore").study }
            reference.setBehaviour(Behaviour(rules: .init(one.fault)))
            let calls: [@Sendable () throws -> Void] = [
                { _ = try connector.worklist(today: Fixtures.today) }, { _ = try connector.detail(of: study) },
                { _ = try connector.priors(of: study) }, { _ = try connector.reports(in: study.uid) },
            ]
            for call in calls {
                let found = try await failure(call)
                #expect(one.isExpected(found), "\(String(describing: found))")
                let sentence = found?.sentence ?? ""
                #expect((10..<300).contains(sentence.count) && !sentence.contains("\n"))
                for secret in ["Dunmore", "100701", "AAAA", "<html"] { #expect(!sentence.contains(secret)) }
            }
            reference.setBehaviour(Behaviour())
            let detail = try await blocking { try connector.detail(of: study) }
            #expect(detail?.study.uid == study.uid)
        }
    }

    @Test("An empty body is an empty list")
    func emptyBody() async throws {
        let empty = Behaviour(rules: .init(.bytes([], contentType: "application/dicom+json"), path: "/studies"))
        try await withReference(demoArchive, empty) { (_, connector) async throws in
            #expect(try await failure { _ = try connector.probe() } == nil)
        }
    }

    @Test("A file of zeros where an instance was asked for")
    func zerosInstance() async throws {
        var behaviour = Behaviour()
        behaviour.hasMetadata = false
        try await withReference(demoArchive, behaviour) { (reference, connector) async throws in
            let study = try await blocking { try connector.worklist(today: Fixtures.today).item("Dunmore").study }
            let zeros = Behaviour.Fault.bytes([UInt8](repeating: 0, count: 4000), contentType: "application/dicom")
            behaviour.rules = [.init(zeros, path: "/studies/\(study.uid)/series/")]
            reference.setBehaviour(behaviour)
            let found = try await failure { _ = try connector.detail(of: study) }
            #expect(FailureTests.unintelligible(found))
            behaviour.rules = []
            reference.setBehaviour(behaviour)
            #expect(try await blocking { try connector.detail(of: study) } != nil)
        }
    }
}
