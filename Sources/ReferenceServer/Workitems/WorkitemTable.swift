import DICOM

/// The Unified Procedure Steps of a server and their state machine (PS3.4 Table CC.1.1-2).
struct WorkitemTable: Sendable {
    enum State: String {
        case scheduled = "SCHEDULED"
        case inProgress = "IN PROGRESS"
        case completed = "COMPLETED"
        case canceled = "CANCELED"

        var isFinal: Bool { self == .completed || self == .canceled }
    }

    /// What a change came to; the raw value is the HTTP status (PS3.18 §11).
    enum Outcome: Int {
        case done = 200
        case created = 201
        case badRequest = 400
        case unknown = 404
        case conflict = 409
        case alreadyThere = 410
    }

    /// Whether only the holder of the Transaction UID may change a claimed workitem.
    var checksTransaction = true
    private var workitems: [String: DataSet] = [:]
    private var order: [String] = []

    init(_ workitems: [DataSet]) {
        for workitem in workitems {
            guard let uid = workitem.string(.sopInstanceUID) else { continue }
            if self.workitems.updateValue(workitem, forKey: uid) == nil { order.append(uid) }
        }
    }

    /// As readers may see them: the Transaction UID is the holder's secret (PS3.4 CC.2.1.3).
    var all: [DataSet] { order.compactMap { self[$0] } }

    subscript(uid: String) -> DataSet? {
        var workitem = workitems[uid]
        workitem?.remove(.transactionUID)
        return workitem
    }

    private func state(_ workitem: DataSet) -> State {
        workitem.string(.procedureStepState).flatMap(State.init(rawValue:)) ?? .scheduled
    }

    mutating func create(_ data: DataSet, uid: String) -> Outcome {
        guard UID.isValid(uid), state(data) == .scheduled, data.string(.transactionUID) == nil else {
            return .badRequest
        }
        if workitems[uid] != nil { return .conflict }
        var workitem = data
        workitem.remove(.affectedSOPInstanceUID)
        workitem.remove(.affectedSOPClassUID)
        workitem.set(.sopClassUID, SOPClass.unifiedProcedureStepPush)
        workitem.set(.sopInstanceUID, uid)
        workitem.set(.procedureStepState, State.scheduled.rawValue)
        workitems[uid] = workitem
        order.append(uid)
        return .created
    }

    mutating func change(_ uid: String, to text: String?, transaction: String?) -> Outcome {
        guard let workitem = workitems[uid] else { return .unknown }
        guard let transaction, UID.isValid(transaction), let target = text.flatMap(State.init(rawValue:)) else {
            return .badRequest
        }
        let now = state(workitem)
        switch (now, target) {
        case (.scheduled, .inProgress): break
        case (.inProgress, .completed), (.inProgress, .canceled):
            if checksTransaction && workitem.string(.transactionUID) != transaction { return .badRequest }
        default: return now.isFinal && now == target ? .alreadyThere : .conflict
        }
        if target == .completed, !WorkitemTable.isPerformed(workitem) { return .conflict }
        workitems[uid]?.set(.procedureStepState, target.rawValue)
        if target == .inProgress { workitems[uid]?.set(.transactionUID, transaction) }
        return .done
    }

    /// Whether it holds what a completed one must (status C304; PS3.4 Table CC.2.5-3, final state codes R and P).
    private static func isPerformed(_ workitem: DataSet) -> Bool {
        guard let performed = workitem.items(.unifiedProcedureStepPerformedProcedureSequence).first else {
            return false
        }
        let performers = performed.items(.actualHumanPerformersSequence)
        return finalState.allSatisfy { performed[$0]?.value.isEmpty == false }
            // Required where a person did it, as a reading is.
            && !performers.isEmpty && performers.allSatisfy { $0.string(.humanPerformerName) != nil }
    }

    static let finalState: [Tag] = [
        .performedStationNameCodeSequence, .performedProcedureStepStartDateTime, .performedWorkitemCodeSequence,
        .performedProcedureStepEndDateTime, .outputInformationSequence,
    ]

    /// Replaces attributes. While a reader holds it, only with their Transaction UID (PS3.4 CC.2.6.2).
    mutating func update(_ uid: String, with data: DataSet, transaction: String?) -> Outcome {
        guard let workitem = workitems[uid] else { return .unknown }
        switch state(workitem) {
        case .completed, .canceled: return .conflict
        case .inProgress where checksTransaction && workitem.string(.transactionUID) != transaction:
            return .badRequest
        case .scheduled where checksTransaction && transaction != nil: return .badRequest
        default: break
        }
        let fixed: Set<Tag> = [.sopInstanceUID, .sopClassUID, .transactionUID, .procedureStepState]
        for element in data.elements where !fixed.contains(element.tag) { workitems[uid]?[element.tag] = element }
        return .done
    }
}
