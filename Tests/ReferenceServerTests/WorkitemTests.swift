import DICOM
import ReferenceServer
import Testing

@Suite("UPS-RS")
struct WorkitemTests {
    static let uid = "1.2.3.4"
    static let ours = "1.2.3.900"
    static let theirs = "1.2.3.901"

    static func workitem() -> DataSet {
        var workitem = DataSet()
        workitem.set(.procedureStepState, "SCHEDULED")
        workitem.set(.scheduledProcedureStepPriority, "HIGH")
        workitem.set(.patientName, "Test^Case")
        workitem.set(.studyInstanceUID, "1.2.3")
        workitem.set(.unifiedProcedureStepPerformedProcedureSequence, items: [performed])
        return workitem
    }

    /// What a workitem must hold before it is COMPLETED (PS3.4 Table CC.2.5-3).
    static let performed: DataSet = {
        var performer = DataSet()
        performer.set(.humanPerformerName, "Reader^Rita")
        var code = DataSet()
        code.set(.codeValue, "110005")
        var performed = DataSet()
        performed.set(.actualHumanPerformersSequence, items: [performer])
        performed.set(.performedStationNameCodeSequence, items: [code])
        performed.set(.performedWorkitemCodeSequence, items: [code])
        performed.set(.performedProcedureStepStartDateTime, "20260301093000")
        performed.set(.performedProcedureStepEndDateTime, "20260301094000")
        performed.set(.outputInformationSequence, items: [DataSet()])
        return performed
    }()

    @Test("Nothing is COMPLETED that does not say who, where, what and when, but it can be given up")
    func finalState() async throws {
        let needed = Self.performed.elements.map(\.tag)
        #expect(needed.count == 6)
        try await withServer(Archive()) { (_, client) async throws in
            for (number, tag) in needed.enumerated() {
                let path = "/workitems/1.2.3.\(number)"
                var workitem = Self.workitem()
                var performed = Self.performed
                performed.remove(tag)
                workitem.set(.unifiedProcedureStepPerformedProcedureSequence, items: [performed])
                #expect(try await client.json("POST", "/workitems?1.2.3.\(number)", workitem) == 201)
                #expect(try await client.json("PUT", path + "/state", Self.state("IN PROGRESS", Self.ours)) == 200)
                #expect(
                    try await client.json("PUT", path + "/state", Self.state("COMPLETED", Self.ours)) == 409, "\(tag)")
                #expect(try await client.json("PUT", path + "/state", Self.state("CANCELED", Self.ours)) == 200)
            }
        }
    }

    static func state(_ state: String, _ transaction: String?) -> DataSet {
        var body = DataSet()
        body.set(.procedureStepState, state)
        if let transaction { body.set(.transactionUID, transaction) }
        return body
    }

    /// Steps from creation on, each with the status it must bring (PS3.4 Table CC.1.1-2, PS3.18 §11.7.3).
    static let runs: [[(state: String, transaction: String?, status: Int)]] = [
        [("IN PROGRESS", ours, 200), ("IN PROGRESS", theirs, 409), ("IN PROGRESS", ours, 409)],
        [("IN PROGRESS", nil, 400), ("IN PROGRESS", "not a uid", 400), ("IN PROGRESS", ours, 200)],
        [("IN PROGRESS", ours, 200), ("COMPLETED", theirs, 400), ("COMPLETED", nil, 400), ("COMPLETED", ours, 200)],
        [("IN PROGRESS", ours, 200), ("COMPLETED", ours, 200), ("COMPLETED", ours, 410), ("IN PROGRESS", ours, 409)],
        [("IN PROGRESS", ours, 200), ("CANCELED", ours, 200), ("CANCELED", ours, 410), ("COMPLETED", ours, 409)],
        [("COMPLETED", ours, 409), ("CANCELED", ours, 409), ("SCHEDULED", ours, 409), ("READ", ours, 400)],
    ]

    @Test("The state machine", arguments: runs.indices)
    func stateMachine(_ run: Int) async throws {
        try await withServer(Archive()) { (_, client) async throws in
            #expect(try await client.json("POST", "/workitems?\(Self.uid)", Self.workitem()) == 201)
            for step in Self.runs[run] {
                let status = try await client.json(
                    "PUT", "/workitems/\(Self.uid)/state", Self.state(step.state, step.transaction))
                #expect(status == step.status, "\(step.state)")
            }
        }
    }

    @Test("Creating: with either form of identifier, once, and only as SCHEDULED")
    func creation() async throws {
        try await withServer(Archive()) { (server, client) async throws in
            #expect(try await client.json("POST", "/workitems?AffectedSOPInstanceUID=1.2.3.5", Self.workitem()) == 201)
            #expect(try await client.json("POST", "/workitems?1.2.3.6", Self.workitem()) == 201)
            #expect(try await client.json("POST", "/workitems?1.2.3.6", Self.workitem()) == 409)
            #expect(try await client.json("POST", "/workitems", Self.workitem()) == 400)
            var started = Self.workitem()
            started.set(.procedureStepState, "IN PROGRESS")
            #expect(try await client.json("POST", "/workitems?1.2.3.7", started) == 400)
            #expect(server.workitems.count == 2)
        }
    }

    @Test("Updating: only the holder, and never once finished; the Transaction UID in the body or the query")
    func updating() async throws {
        try await withServer(Archive()) { (server, client) async throws in
            _ = try await client.json("POST", "/workitems?\(Self.uid)", Self.workitem())
            let path = "/workitems/\(Self.uid)"
            var update = DataSet()
            update.set(.procedureStepLabel, "First")
            #expect(try await client.json("POST", path, update) == 200)
            _ = try await client.json("PUT", path + "/state", Self.state("IN PROGRESS", Self.ours))
            #expect(try await client.json("POST", path, update) == 400)
            #expect(try await client.json("POST", path + "?transaction-uid=\(Self.theirs)", update) == 400)
            update.set(.procedureStepLabel, "Second")
            #expect(try await client.json("POST", path + "?transaction=\(Self.ours)", update) == 200)
            update.set(.transactionUID, Self.ours)
            update.set(.procedureStepState, "COMPLETED")
            #expect(try await client.json("POST", path, update) == 200)
            #expect(server.workitems.first?.string(.procedureStepState) == "IN PROGRESS")
            #expect(server.workitems.first?.string(.procedureStepLabel) == "Second")
            _ = try await client.json("PUT", path + "/state", Self.state("COMPLETED", Self.ours))
            #expect(try await client.json("POST", path, update) == 409)
        }
    }

    @Test("Nobody is told a Transaction UID")
    func secret() async throws {
        try await withServer { (_, client) async throws in
            let all = try await client.get("/workitems?includefield=all").dataSets()
            #expect(all.count == demoArchive.workitems.count)
            #expect(all.allSatisfy { !$0.contains(.transactionUID) })
            let taken = try await client.get("/workitems?ProcedureStepState=IN%20PROGRESS").dataSets()
            #expect(taken.count == 2)
            let one = try await client.get("/workitems/\(taken[0].string(.sopInstanceUID) ?? "")").dataSets()
            #expect(one.count == 1 && !one[0].contains(.transactionUID))
            let key = "/workitems?00081195=*"
            #expect(try await client.get(key).dataSets().isEmpty)
        }
    }

    @Test("Searching by state, priority, patient and study")
    func searching() async throws {
        try await withServer { (server, client) async throws in
            let urgent = try await client.get("/workitems?ScheduledProcedureStepPriority=HIGH").dataSets()
            #expect((4...7).contains(urgent.count))
            #expect(try await client.get("/workitems?PatientID=T-2231").dataSets().count == 1)
            let study = urgent[0].items(.referencedRequestSequence)[0].string(.studyInstanceUID) ?? ""
            #expect(try await client.get("/workitems?StudyInstanceUID=\(study)").dataSets().count == 1)
            #expect(try await client.get("/workitems?limit=7&offset=3").dataSets().count == 7)
            #expect(try await client.get("/workitems/1.2.3").status == 404)
            server.setBehaviour(Self.bare)
            #expect(try await client.get("/workitems").status == 404)
        }
    }

    static let bare: Behaviour = {
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        return behaviour
    }()

    @Test("A server may want the requester in the path")
    func requester() async throws {
        var behaviour = Behaviour()
        behaviour.demandsRequester = true
        try await withServer(Archive(), behaviour) { (_, client) async throws in
            _ = try await client.json("POST", "/workitems?\(Self.uid)", Self.workitem())
            let claim = Self.state("IN PROGRESS", Self.ours)
            #expect(try await client.json("PUT", "/workitems/\(Self.uid)/state", claim) == 404)
            #expect(try await client.json("PUT", "/workitems/\(Self.uid)/state/READROOM", claim) == 200)
        }
    }
}
