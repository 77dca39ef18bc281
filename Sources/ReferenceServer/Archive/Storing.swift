import DICOM

extension Services {
    /// STOW-RS (PS3.18 §10.5).
    static func store(_ request: Request, into holdings: inout Holdings, _ behaviour: Behaviour) -> Answer {
        let type = request.headers["content-type"] ?? ""
        guard type.lowercased().hasPrefix("multipart/related") else {
            return .plain(415, "multipart/related is needed")
        }
        guard let parts = MultipartBody.parts(of: request.body, contentType: type), !parts.isEmpty else {
            return .plain(400, "The multipart body cannot be read.")
        }
        var storing = StoreRun(study: request.path.count > 1 ? request.path[1] : nil, behaviour: behaviour)
        for part in parts { storing.store(part, into: &holdings) }
        return storing.answer(base: request.base)
    }
}

/// One STOW request: what became of each of its instances.
private struct StoreRun {
    var study: String?
    var behaviour: Behaviour
    private var stored: [DataSet] = []
    private var failed: [DataSet] = []

    /// Failure reasons of PS3.18 §I.2.2.
    private enum Failure: Int {
        case processing = 0x0110
        case duplicate = 0x0111
        case notOfThisStudy = 0xA900
    }

    init(study: String?, behaviour: Behaviour) {
        self.study = study
        self.behaviour = behaviour
    }

    mutating func store(_ bytes: [UInt8], into holdings: inout Holdings) {
        guard let file = try? Part10File.decode(bytes).value, file.isDataSetDecoded else {
            return fail(DataSet(), .processing)
        }
        let instance = ArchivedInstance(dataSet: file.dataSet, file: bytes)
        guard UID.isValid(instance.uid), UID.isValid(instance.study), UID.isValid(instance.series) else {
            return fail(file.dataSet, .processing)
        }
        if let study, study != instance.study { return fail(file.dataSet, .notOfThisStudy) }
        if holdings.contains(instance.uid) {
            switch behaviour.duplicates {
            case .keepFirst: return succeed(file.dataSet)
            case .conflict: return fail(file.dataSet, .duplicate)
            case .overwrite: break
            }
        }
        keep(instance, in: &holdings)
        if behaviour.storing != .namingNothing { succeed(file.dataSet) }
    }

    private func keep(_ instance: ArchivedInstance, in holdings: inout Holdings) {
        var instance = instance
        switch behaviour.storing {
        case .amnesiac, .namingNothing: return
        case .altering: instance.file = instance.file.map { $0.dropLast() + [($0.last ?? 0) ^ 1] }
        case .honest: break
        }
        holdings.receive(instance)
    }

    private mutating func succeed(_ dataSet: DataSet) { stored.append(reference(dataSet)) }

    private mutating func fail(_ dataSet: DataSet, _ reason: Failure) {
        var item = reference(dataSet)
        item.set(.failureReason, reason.rawValue)
        failed.append(item)
    }

    private func reference(_ dataSet: DataSet) -> DataSet {
        var item = DataSet()
        if let uid = dataSet.string(.sopClassUID) { item.set(.referencedSOPClassUID, uid) }
        if let uid = dataSet.string(.sopInstanceUID) { item.set(.referencedSOPInstanceUID, uid) }
        return item
    }

    /// 200 when all are stored, 202 when some are, 409 when none is (PS3.18 Table 10.5.3-1).
    func answer(base: String) -> Answer {
        var body = DataSet()
        body.set(.retrieveURL, base + "/studies" + (study.map { "/" + $0 } ?? ""))
        if !stored.isEmpty || failed.isEmpty { body.set(.referencedSOPSequence, items: stored) }
        if !failed.isEmpty { body.set(.failedSOPSequence, items: failed) }
        let status = failed.isEmpty ? 200 : stored.isEmpty ? 409 : 202
        guard let json = try? body.toJSON() else { return .plain(500) }
        return .json(json, status: status)
    }
}
