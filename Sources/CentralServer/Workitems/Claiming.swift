import DICOM
import Foundation
public import Radiology
public import Sync
import Synchronization

extension DICOMwebServer {
    /// Workitems that are not finished, and whether the list is whole.
    func openWorkitems() throws(ServerFailure) -> ([Workitem], isComplete: Bool) {
        var workitems: [WorkitemUID: Workitem] = [:]
        var isComplete = true
        for state in [Workitem.State.scheduled, .inProgress] {
            let known = takesLargePages ? openWorkitemCounts.withLock { $0[state] ?? 0 } : 0
            let paging = Paging(known: known)
            do {
                isComplete = try addWorkitems(state, to: &workitems, paging) && isComplete
            } catch {
                guard paging.isLarge, error.mayBeOfSize else { throw error }
                refuseLargePages()
                isComplete = try addWorkitems(state, to: &workitems, Paging()) && isComplete
            }
        }
        return (Array(workitems.values), isComplete)
    }

    /// - Returns: whether the list came to its end.
    private func addWorkitems(
        _ state: Workitem.State, to workitems: inout [WorkitemUID: Workitem], _ first: Paging
    ) throws(ServerFailure) -> Bool {
        var paging = first
        var isNew = false
        var rows: [DataSet] = []
        repeat {
            rows = try search(
                "/workitems",
                [
                    ("ProcedureStepState", state.rawValue), ("includefield", "all"),
                    ("limit", String(paging.size)), ("offset", String(paging.offset)),
                ])
            let before = workitems.count
            // A server that ignores the key answers with finished ones too.
            for workitem in rows.compactMap({ Workitem($0, settings: settings) })
            where workitem.state == .scheduled || workitem.state == .inProgress {
                workitems[workitem.uid] = workitem
            }
            isNew = workitems.count > before
        } while !paging.isOver(after: rows.count, isNew: isNew)
        let count = paging.offset
        openWorkitemCounts.withLock { $0[state] = count }
        return paging.pages < Paging.mostPages || !isNew
    }

    /// Claims a workitem for `reader`: a change to IN PROGRESS with a Transaction UID of ours (PS3.18 §11.7).
    ///
    /// Of several readers who claim at once, the server lets exactly one win; the others hear who it was.
    public func claim(
        _ workitem: WorkitemUID, reader: PersonName, transaction: TransactionUID
    ) throws(ServerFailure) -> ClaimOutcome {
        let response = try changeState(of: workitem, to: .inProgress, transaction)
        switch response.status {
        case 200..<300:
            try nameReader(reader, in: workitem, transaction)
            return .claimed(Claim(reader: reader.listed, transaction: transaction))
        case 404, 410: return .gone
        case 400, 409: return try whoHas(workitem, reader: reader, transaction)
        default:
            try refusal(of: response)
            return .gone
        }
    }

    /// Who has a workitem that could not be claimed.
    ///
    /// The winner of a race writes its name a moment after it won; until then the name is waited for. If a first
    /// attempt's answer was lost, the winner may be ourselves: only the holder of the Transaction UID can change it.
    private func whoHas(
        _ uid: WorkitemUID, reader: PersonName, _ transaction: TransactionUID
    ) throws(ServerFailure) -> ClaimOutcome {
        var performer: String?
        for look in 1...Self.looksForTheName {
            guard let workitem = try self.workitem(uid) else { return .gone }
            switch workitem.state {
            case .completed, .canceled: return .gone
            case .scheduled: throw .refused(status: 409, text: "the study could not be claimed; try again")
            case .inProgress: performer = workitem.performer
            }
            if performer != nil { break }
            if look < Self.looksForTheName { Thread.sleep(forTimeInterval: 0.15) }
        }
        // Asked only where it can be ours: some servers take a change without looking at the Transaction UID.
        if performer == nil || performer == reader.listed, (try? nameReader(reader, in: uid, transaction)) != nil {
            return .claimed(Claim(reader: reader.listed, transaction: transaction))
        }
        return .taken(by: performer)
    }

    private static let looksForTheName = 5

    func workitem(_ uid: WorkitemUID) throws(ServerFailure) -> Workitem? {
        try header(of: uid).flatMap { Workitem($0, settings: settings) }
    }

    private func header(of uid: WorkitemUID) throws(ServerFailure) -> DataSet? {
        let response = try transport.perform(HTTPRequest(path: "/workitems/\(uid)"))
        if [404, 410].contains(response.status) { return nil }
        return try dataSets(response).first
    }

    /// Writes the reader's name where other workstations look for it. Fails if the claim is not ours.
    private func nameReader(
        _ reader: PersonName, in workitem: WorkitemUID, _ transaction: TransactionUID
    ) throws(ServerFailure) {
        var performer = DataSet()
        performer.set(.humanPerformerName, reader.dicom)
        var performed = DataSet()
        performed.set(.actualHumanPerformersSequence, items: [performer])
        var update = DataSet()
        update.set(.unifiedProcedureStepPerformedProcedureSequence, items: [performed])
        try refusal(of: self.update(workitem, update, transaction))
    }

    func update(
        _ workitem: WorkitemUID, _ data: DataSet, _ transaction: TransactionUID
    ) throws(ServerFailure) -> HTTPResponse {
        var data = data
        // Servers differ in where they look for the Transaction UID; it is given in both places.
        data.set(.transactionUID, transaction.rawValue)
        return try transport.perform(
            HTTPRequest(
                method: .post, path: "/workitems/\(workitem)",
                query: [("transaction-uid", transaction.rawValue)], body: try Self.json(data),
                contentType: "application/dicom+json"))
    }

    /// Hands a claimed study back. The standard knows no way from IN PROGRESS to SCHEDULED (PS3.4 CC.1.1), so an
    /// equal workitem is scheduled first, then ours is cancelled: never is there none.
    ///
    /// - Parameter successor: the identifier of the new workitem.
    public func release(
        _ workitem: WorkitemUID, transaction: TransactionUID, successor: WorkitemUID
    ) throws(ServerFailure) {
        guard var copy = try header(of: workitem) else { return }
        for tag in [
            Tag.sopInstanceUID, .affectedSOPInstanceUID, .transactionUID,
            .unifiedProcedureStepPerformedProcedureSequence,
        ] { copy.remove(tag) }
        copy.set(.procedureStepState, Workitem.State.scheduled.rawValue)
        let created = try transport.perform(
            HTTPRequest(
                method: .post, path: "/workitems", query: [("AffectedSOPInstanceUID", successor.rawValue)],
                body: try Self.json(copy), contentType: "application/dicom+json"))
        // 409: an earlier attempt whose answer was lost created it already.
        if created.status != 409 { try refusal(of: created) }
        let response = try changeState(of: workitem, to: .canceled, transaction)
        if response.status != 410 { try refusal(of: response) }
    }

    /// Changes a workitem's state; some servers want the requester in the path, so that is tried second.
    func changeState(
        of workitem: WorkitemUID, to state: Workitem.State, _ transaction: TransactionUID
    ) throws(ServerFailure) -> HTTPResponse {
        var body = DataSet()
        body.set(.procedureStepState, state.rawValue)
        body.set(.transactionUID, transaction.rawValue)
        var request = HTTPRequest(
            method: .put, path: "/workitems/\(workitem)/state", body: try Self.json(body),
            contentType: "application/dicom+json")
        let response = try transport.perform(request)
        guard response.status == 404 || response.status == 405 else { return response }
        request.path += "/" + HTTPRequest.encoded(settings.requester)
        return try transport.perform(request)
    }

    static func json(_ data: DataSet) throws(ServerFailure) -> [UInt8] {
        do {
            return try DataSet.toJSON([data])
        } catch {
            throw .unintelligible(words(error))
        }
    }
}
