import DICOM

extension Services {
    /// UPS-RS (PS3.18 §11).
    static func workitems(_ request: Request, _ table: inout WorkitemTable, _ behaviour: Behaviour) -> Answer {
        guard behaviour.hasWorkitems else { return .plain(404) }
        let path = request.path
        table.checksTransaction = behaviour.checksTransaction
        switch (request.method, path.count) {
        case ("GET", 1): return search(request, table, behaviour)
        case ("GET", 2): return table[path[1]].map { list([$0], behaviour) } ?? .plain(404)
        case ("POST", 1): return create(request, &table)
        case ("POST", 2): return update(request, &table)
        case ("PUT", 3...4) where path[2] == "state":
            if behaviour.demandsRequester && path.count == 3 { return .plain(404) }
            return changeState(request, &table)
        default: return .plain(path.count > 4 ? 404 : 405)
        }
    }

    private static func search(_ request: Request, _ table: WorkitemTable, _ behaviour: Behaviour) -> Answer {
        let query = Query(request.query, ignoring: behaviour.ignoredKeys)
        let page = query.page(table.all.filter { query.matches(flattened($0)) })
        return list(page.map { query.shown($0, level: summary) }, behaviour)
    }

    /// What a search shows of a workitem unless more is asked for.
    private static let summary: [Tag] = [
        .specificCharacterSet, .sopClassUID, .sopInstanceUID, .timezoneOffsetFromUTC, .patientName, .patientID,
        .issuerOfPatientID, .patientBirthDate, .patientSex, .scheduledProcedureStepStartDateTime,
        .scheduledProcedureStepModificationDateTime, .inputReadinessState, .inputInformationSequence,
        .referencedRequestSequence, .procedureStepState, .scheduledProcedureStepPriority, .procedureStepLabel,
        .worklistLabel, .scheduledStationGeographicLocationCodeSequence,
    ]

    /// Study and accession stand inside sequences of a workitem; clients also ask for them directly.
    private static func flattened(_ workitem: DataSet) -> DataSet {
        var flat = workitem
        let request = workitem.items(.referencedRequestSequence).first
        for tag in [Tag.studyInstanceUID, .accessionNumber] where flat[tag] == nil { flat[tag] = request?[tag] }
        return flat
    }

    private static func body(_ request: Request) -> DataSet? {
        (try? DataSet.fromJSON(request.body))?.value.first
    }

    private static func create(_ request: Request, _ table: inout WorkitemTable) -> Answer {
        guard let data = body(request) else { return .plain(400, "A workitem in DICOM JSON is needed.") }
        // PS3.18 §11.4.1.2 puts the identifier into the query as it is; older clients name it.
        let bare = request.query.first { UID.isValid($0.name) }?.name
        let named = request.parameter("affectedsopinstanceuid", "workitem")
        guard let uid = bare ?? named ?? data.string(.affectedSOPInstanceUID) ?? data.string(.sopInstanceUID) else {
            return .plain(400, "The workitem has no identifier.")
        }
        let outcome = table.create(data, uid: uid)
        var answer = Answer.plain(outcome.rawValue)
        if outcome == .created { answer.headers["Location"] = "\(request.base)/workitems/\(uid)" }
        return answer
    }

    private static func update(_ request: Request, _ table: inout WorkitemTable) -> Answer {
        guard let data = body(request) else { return .plain(400, "A data set in DICOM JSON is needed.") }
        let transaction = data.string(.transactionUID) ?? request.parameter("transaction-uid", "transaction")
        return .plain(table.update(request.path[1], with: data, transaction: transaction).rawValue)
    }

    private static func changeState(_ request: Request, _ table: inout WorkitemTable) -> Answer {
        let data = body(request)
        let outcome = table.change(
            request.path[1], to: data?.string(.procedureStepState), transaction: data?.string(.transactionUID))
        return .plain(outcome.rawValue)
    }
}
