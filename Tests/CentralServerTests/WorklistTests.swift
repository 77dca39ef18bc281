import CentralServer
import DICOM
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("Worklist, claims")
struct WorklistTests {
    @Test("Every open workitem, with its study, order, priority and times")
    func worklist() async throws {
        try await withReference { (reference, connector) async throws in
            let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
            #expect(pull.isComplete)
            #expect(pull.items.count == reference.workitems.count)
            #expect(Set(pull.items.map(\.study.uid)).count == pull.items.count)
            let head = try pull.item("Dunmore")
            #expect(head.priority == .stat)
            #expect(head.study.title == "CT head without contrast")
            #expect(head.study.imageModalities == [.computedTomography])
            #expect(head.study.order.indication?.hasPrefix("Fall on stairs") == true)
            #expect(head.study.order.accessionNumber != nil && head.study.order.referringPhysician != nil)
            #expect(head.study.site?.rawValue == "Northfield General Hospital")
            #expect(Fixtures.now.seconds(since: head.receivedAt) == 6 * 60)
            #expect(head.scheduledAt.map { $0 < head.receivedAt } == true)
            let trauma = try pull.item("Trauma Seven")
            #expect(trauma.study.patient.birthDate == nil && trauma.study.patient.sex == nil)
            #expect(pull.items.allSatisfy { $0.study.date != nil && $0.study.patient.identifier != nil })
        }
    }

    @Test("What others read says who, and never how to take it from them")
    func takenByOthers() async throws {
        try await withReference { (_, connector) async throws in
            let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
            let taken = pull.items.filter { $0.claim != nil }
            #expect(Set(taken.compactMap(\.claim?.reader)) == ["Okonjo, Dr. Ngozi"])
            #expect(taken.count == 2 && taken.allSatisfy { $0.claim?.transaction == nil })
            let workitem = try #require(taken[0].workitem)
            let ours = try Fixtures.transaction(1)
            let outcome = try await blocking {
                try connector.claim(workitem, reader: Fixtures.rita, transaction: ours)
            }
            #expect(outcome == .taken(by: "Okonjo, Dr. Ngozi"))
        }
    }

    @Test("Claim, complete, and complete again after a lost answer")
    func completing() async throws {
        try await withReference { (reference, connector) async throws in
            let item = try await blocking { try connector.worklist(today: Fixtures.today).item("Fairweather") }
            let (workitem, ours) = (try #require(item.workitem), try Fixtures.transaction(1))
            let claimed = try await blocking {
                try connector.claim(workitem, reader: Fixtures.rita, transaction: ours)
            }
            #expect(claimed == .claimed(Claim(reader: "Reader, Dr. Rita", transaction: ours)))
            let again = try await blocking {
                try connector.claim(workitem, reader: Fixtures.rita, transaction: ours)
            }
            #expect(again == claimed)
            let report = DocumentReference(
                study: item.study.uid, series: try #require(SeriesInstanceUID(rawValue: "1.2.3")),
                instance: try #require(SOPInstanceUID(rawValue: "1.2.3.4")))
            for _ in 1...2 {
                try await blocking {
                    try connector.complete(
                        workitem, transaction: ours, reader: Fixtures.rita, reports: [report], at: Fixtures.now,
                        startedAt: Fixtures.now.adding(seconds: -600), organization: "Northfield")
                }
            }
            let finished = try #require(reference.workitems.first { $0.string(.sopInstanceUID) == workitem.rawValue })
            #expect(finished.string(.procedureStepState) == "COMPLETED")
            let performed = finished.items(.unifiedProcedureStepPerformedProcedureSequence)
            let output = performed.first?.items(.outputInformationSequence).first
            #expect(output?.items(.referencedSOPSequence).first?.string(.referencedSOPInstanceUID) == "1.2.3.4")
            try expectPerformed(performed, from: "20260301092000+0100", to: "20260301093000+0100")
            let late = try await blocking {
                try connector.claim(workitem, reader: Fixtures.rita, transaction: Fixtures.transaction(2))
            }
            #expect(late == .gone)
            let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
            #expect(!pull.items.contains { $0.workitem == workitem })
        }
    }

    /// What a completed workitem must hold (PS3.4 Table CC.2.5-3).
    private func expectPerformed(_ performed: [DataSet], from start: String, to end: String) throws {
        let step = try #require(performed.first)
        let performer = step.items(.actualHumanPerformersSequence).first
        #expect(performer?.string(.humanPerformerName) == Fixtures.rita.dicom)
        #expect(performer?.string(.humanPerformerOrganization) == "Northfield")
        #expect(step.items(.performedStationNameCodeSequence).first?.string(.codeValue) == "READROOM")
        #expect(step.items(.performedWorkitemCodeSequence).first?.string(.codeValue) == "110005")
        #expect(step.string(.performedProcedureStepStartDateTime) == start)
        #expect(step.string(.performedProcedureStepEndDateTime) == end)
    }

    @Test("Where the start is not known, the end stands for it; where the organization is not known, nothing does")
    func completingWithoutStart() async throws {
        try await withReference { (reference, connector) async throws in
            let item = try await blocking { try connector.worklist(today: Fixtures.today).item("Fairweather") }
            let (workitem, ours) = (try #require(item.workitem), try Fixtures.transaction(1))
            let report = DocumentReference(
                study: item.study.uid, series: try #require(SeriesInstanceUID(rawValue: "1.2.3")),
                instance: try #require(SOPInstanceUID(rawValue: "1.2.3.4")))
            try await blocking {
                _ = try connector.claim(workitem, reader: Fixtures.rita, transaction: ours)
                try connector.complete(
                    workitem, transaction: ours, reader: Fixtures.rita, reports: [report], at: Fixtures.now)
            }
            let finished = try #require(reference.workitems.first { $0.string(.sopInstanceUID) == workitem.rawValue })
            #expect(finished.string(.procedureStepState) == "COMPLETED")
            let step = try #require(finished.items(.unifiedProcedureStepPerformedProcedureSequence).first)
            #expect(step.string(.performedProcedureStepStartDateTime) == "20260301093000+0100")
            #expect(step.items(.actualHumanPerformersSequence).first?.contains(.humanPerformerOrganization) == false)
        }
    }

    @Test("A study handed back is on the list again, once, with its priority and its waiting time")
    func releasing() async throws {
        try await withReference { (_, connector) async throws in
            let before = try await blocking { try connector.worklist(today: Fixtures.today) }
            let item = try before.item("Dunmore")
            let (workitem, ours) = (try #require(item.workitem), try Fixtures.transaction(1))
            let successor = try #require(WorkitemUID(rawValue: "1.2.826.0.1.3680043.10.99.7"))
            _ = try await blocking { try connector.claim(workitem, reader: Fixtures.rita, transaction: ours) }
            for _ in 1...2 {
                try await blocking { try connector.release(workitem, transaction: ours, successor: successor) }
            }
            let after = try await blocking { try connector.worklist(today: Fixtures.today) }
            let back = after.items.filter { $0.study.uid == item.study.uid }
            #expect(after.items.count == before.items.count)
            var expected = item
            expected.workitem = successor
            #expect(back == [expected])
        }
    }

    @Test("Ten claim one study at once: one has it, nine hear who", arguments: [true, true, false, false])
    func tenClaims(_ checksTransaction: Bool) async throws {
        // Some servers take changes without the Transaction UID: that must not make a second winner.
        var behaviour = Behaviour()
        behaviour.checksTransaction = checksTransaction
        try await withReference(demoArchive, behaviour) { (_, connector) async throws in
            let item = try await blocking { try connector.worklist(today: Fixtures.today).item("Kestrelle") }
            let workitem = try #require(item.workitem)
            let settings = connector.settings
            let outcomes = try await withThrowingTaskGroup(of: ClaimOutcome.self) { group in
                for number in 1...10 {
                    group.addTask {
                        let workstation = DICOMwebServer(settings: settings)
                        let transaction = try Fixtures.transaction(number)
                        return try await blocking {
                            try workstation.claim(
                                workitem, reader: Fixtures.reader(number), transaction: transaction)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let winners = outcomes.compactMap { if case .claimed(let claim) = $0 { claim.reader } else { nil } }
            #expect(winners.count == 1)
            #expect(outcomes.filter { $0 == .taken(by: winners.first) }.count == 9)
        }
    }

    @Test("A server that wants the requester in the path")
    func requesterInPath() async throws {
        var behaviour = Behaviour()
        behaviour.demandsRequester = true
        try await withReference(demoArchive, behaviour) { (_, connector) async throws in
            let item = try await blocking { try connector.worklist(today: Fixtures.today).item("Fairweather") }
            let (workitem, ours) = (try #require(item.workitem), try Fixtures.transaction(1))
            let outcome = try await blocking {
                try connector.claim(workitem, reader: Fixtures.rita, transaction: ours)
            }
            #expect(outcome == .claimed(Claim(reader: "Reader, Dr. Rita", transaction: ours)))
        }
    }

    @Test("A claim whose answer is lost is ours when asked again", arguments: ["PUT", "POST"])
    func lostAnswer(_ method: String) async throws {
        try await withReference { (reference, connector) async throws in
            let item = try await blocking { try connector.worklist(today: Fixtures.today).item("Fairweather") }
            let (workitem, ours) = (try #require(item.workitem), try Fixtures.transaction(1))
            // Twice: a request on a kept connection that turns out dead is asked again by the library itself.
            reference.setBehaviour(
                Behaviour(rules: .init(.dropAfterActing, method: method, path: "/workitems/", times: 2)))
            _ = try await failure { _ = try connector.claim(workitem, reader: Fixtures.rita, transaction: ours) }
            reference.setBehaviour(Behaviour())
            let outcome = try await blocking {
                try connector.claim(workitem, reader: Fixtures.rita, transaction: ours)
            }
            #expect(outcome == .claimed(Claim(reader: "Reader, Dr. Rita", transaction: ours)))
        }
    }

    @Test("Without workitems, the studies of the last days are the worklist")
    func bare() async throws {
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        for status in [200, 204, 404] {
            behaviour.emptySearchStatus = status
            try await withReference(demoArchive, behaviour) { (_, connector) async throws in
                let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
                #expect(pull.items.count == 67)
                #expect(pull.items.allSatisfy { $0.workitem == nil && $0.study.description != nil })
            }
        }
    }

    @Test("A server that ignores the date is filtered here")
    func ignoresDate() async throws {
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        behaviour.ignoredKeys = ["StudyDate"]
        try await withReference(demoArchive, behaviour) { (_, connector) async throws in
            let profile = try await blocking { try connector.capabilities() }
            #expect(!profile.findsByDate && !profile.hasWorkitems && profile.hasStudyMetadata)
            let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
            #expect(pull.items.count == 67)
        }
    }

    @Test("A worklist that is busy when it is first asked is not taken for a missing one")
    func busyProbe() async throws {
        let busy = Behaviour(rules: .init(.status(503), path: "/workitems", times: 1))
        try await withReference(demoArchive, busy) { (reference, connector) async throws in
            let first = try await failure { _ = try connector.worklist(today: Fixtures.today) }
            #expect(first == .refused(status: 503, text: ""))
            let pull = try await blocking { try connector.worklist(today: Fixtures.today) }
            #expect(pull.items.count == reference.workitems.count)
        }
    }
}
