import CentralServer
import DICOM
import Foundation
import Programs
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("Filing a report")
struct FilingTests {
    /// A server's habit, what sending brings, and what reading back brings once the habit is over or as it stays.
    struct Habit: Sendable, CustomTestStringConvertible {
        var name: String
        var behaviour: Behaviour
        var sent: @Sendable (SendOutcome) -> Bool
        var read: ReadBackOutcome

        var testDescription: String { name }

        init(
            _ name: String, _ read: ReadBackOutcome, _ sent: @escaping @Sendable (SendOutcome) -> Bool,
            _ change: (inout Behaviour) -> Void
        ) {
            self.name = name
            self.read = read
            self.sent = sent
            behaviour = Behaviour()
            change(&behaviour)
        }

        static func fault(
            _ name: String, _ fault: Behaviour.Fault, _ read: ReadBackOutcome,
            _ sent: @escaping @Sendable (SendOutcome) -> Bool
        ) -> Habit {
            Habit(name, read, sent) { $0.rules = [.init(fault, method: "POST", path: "/studies")] }
        }
    }

    static let isAccepted: @Sendable (SendOutcome) -> Bool = { $0 == .accepted }
    static let isUnknown: @Sendable (SendOutcome) -> Bool = { if case .unknown = $0 { true } else { false } }
    static let isRefused: @Sendable (SendOutcome) -> Bool = { if case .refused = $0 { true } else { false } }
    static let isDeferred: @Sendable (SendOutcome) -> Bool = {
        if case .deferred(_, 7) = $0 { true } else { false }
    }

    static let habits: [Habit] = [
        Habit("honest", .identical, isAccepted) { _ in },
        Habit("unquoted boundary", .identical, isAccepted) { $0.quotesBoundary = false },
        Habit("amnesiac", .absent, isAccepted) { $0.storing = .amnesiac },
        Habit("altering", .different, isAccepted) { $0.storing = .altering },
        Habit("naming nothing", .absent, isUnknown) { $0.storing = .namingNothing },
        .fault("acknowledgement lost", .dropAfterActing, .identical, isUnknown),
        .fault("dropped before storing", .dropBeforeActing, .absent, isUnknown),
        .fault("half an answer", .halfAnswer, .identical, isUnknown),
        .fault("HTML with 200", .html, .absent, isUnknown),
        .fault("empty body with 200", .bytes([], contentType: "application/dicom+json"), .absent, isUnknown),
        .fault("503", .status(503), .absent, isUnknown),
        .fault("503 with Retry-After", .status(503, retryAfter: 7), .absent, isDeferred),
        .fault("429 with Retry-After", .status(429, retryAfter: 7), .absent, isDeferred),
        .fault("500", .status(500, text: "out of disk"), .absent) { $0 == .unknown("500: out of disk") },
        .fault("413", .status(413), .absent, isRefused),
        .fault("400", .status(400), .absent, isRefused),
        .fault("redirect", .redirect(to: "https://elsewhere.example/"), .absent, isRefused),
        .fault("401", .status(401), .absent) { if case .unauthorized = $0 { true } else { false } },
        .fault("403", .status(403), .absent) { if case .unauthorized = $0 { true } else { false } },
    ]

    @Test("What each habit of a server comes to", arguments: habits)
    func habit(_ habit: Habit) async throws {
        let text = "Synthetic sentence nobody must leak."
        let version = try FilingTests.version(text)
        let document = try Fixtures.document(version)
        let series = Archive(
            instances: demoArchive.instances.filter {
                $0.dataSet.string(.studyInstanceUID) == version.study.uid.rawValue
            })
        try await withReference(series, habit.behaviour) { (_, connector) async throws in
            let sent = try await blocking { connector.send(document, version.document) }
            #expect(habit.sent(sent), "\(sent)")
            for secret in ["Dunmore", "100701", "Synthetic"] { #expect(!"\(sent)".contains(secret)) }
            let read = try await blocking { connector.readBack(document, version.document) }
            #expect(read == habit.read)
        }
    }

    /// A report on the demonstration's first study.
    static func version(_ text: String) throws -> ReportVersion {
        let header = try #require(demoArchive.instances.first).dataSet
        let uid = try #require(header.string(.studyInstanceUID).flatMap(StudyInstanceUID.init(rawValue:)))
        let patient = Patient(
            identifier: header.string(.patientID).flatMap(PatientID.init(rawValue:)).map { PatientIdentifier(id: $0) },
            name: header.string(.patientName).flatMap(PersonName.init(dicom:)))
        return try Fixtures.version(StudyDetail(study: Study(uid: uid, patient: patient), series: []), text: text)
    }

    @Test("An indication longer than its attribute is shortened with a sign, the report filed all the same")
    func longIndication() throws {
        var version = try FilingTests.version("Text.")
        version.study.order = Order(
            accessionNumber: AccessionNumber(rawValue: "A1"), indication: String(repeating: "Schmerz ü ", count: 20))
        let file = try Part10File.decode(Fixtures.document(version)).value
        let request = try #require(file.dataSet.items(.referencedRequestSequence).first)
        let reason = try #require(request.string(.reasonForTheRequestedProcedure))
        #expect(reason.unicodeScalars.count == 64 && reason.hasSuffix("…"))
    }

    @Test("The same identifier with other content clashes or is found out")
    func sameIdentifier() async throws {
        for duplicates in [Behaviour.Duplicates.keepFirst, .overwrite, .conflict] {
            var behaviour = Behaviour()
            behaviour.duplicates = duplicates
            let version = try FilingTests.version("First.")
            let first = try Fixtures.document(version)
            let second = try Fixtures.document(FilingTests.version("Second."))
            try await withReference(Archive(), behaviour) { (_, connector) async throws in
                #expect(try await blocking { connector.send(first, version.document) } == .accepted)
                let again = try await blocking { connector.send(second, version.document) }
                if case .clashed = again {
                    #expect(duplicates == .conflict)
                } else {
                    #expect(again == .accepted && duplicates != .conflict)
                }
                let read = try await blocking { connector.readBack(second, version.document) }
                #expect(read == (duplicates == .overwrite ? .identical : .different))
            }
        }
    }

    @Test("Wrong credentials: not looked at; nobody listens: not sent")
    func notSent() async throws {
        var behaviour = Behaviour()
        behaviour.credentials = .basic(user: "rita", password: "right")
        let version = try FilingTests.version("Text.")
        let document = try Fixtures.document(version)
        try await withReference(
            demoArchive, behaviour, credentials: .basic(user: "rita", password: "wrong")
        ) { (_, connector) async throws in
            let sent = try await blocking { connector.send(document, version.document) }
            #expect(sent == .unauthorized(ServerFailure.unauthorized.sentence))
            let read = try await blocking { connector.readBack(document, version.document) }
            #expect(read == .failed(ServerFailure.unauthorized.sentence))
        }
        let nobody = DICOMwebServer(
            settings: try Fixtures.settings("http://127.0.0.1:\(LoopbackPort.free())/dicom-web"))
        let sent = try await blocking { nobody.send(document, version.document) }
        #expect(sent == .notSent("Cannot reach the server (nobody listens there). Check the URL and the network."))
    }

    @Test("An answer that does not come in time leaves it open")
    func slow() async throws {
        var behaviour = Behaviour()
        behaviour.delay = 3
        let version = try FilingTests.version("Text.")
        let document = try Fixtures.document(version)
        try await withReference(Archive(), behaviour, timeout: 1) { (_, connector) async throws in
            let sent = try await blocking { connector.send(document, version.document) }
            #expect(sent == .unknown("No answer from the server for 1 s. It is tried again later."))
        }
    }
}
