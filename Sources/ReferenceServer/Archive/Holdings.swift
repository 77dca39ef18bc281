import DICOM

/// The instances of a running server, by study and series, in the order they came.
struct Holdings: Sendable {
    private(set) var instances: [ArchivedInstance] = []
    /// Files of structured reports that came in while the server ran.
    private(set) var receivedReports: [[UInt8]] = []
    private var placeOfInstance: [String: Int] = [:]
    private var placesOfStudy: [String: [Int]] = [:]

    init(_ instances: [ArchivedInstance]) {
        for instance in instances { put(instance) }
    }

    /// A new instance, or a replacement of the one with its identifier.
    mutating func put(_ instance: ArchivedInstance) {
        if let place = placeOfInstance[instance.uid] {
            instances[place] = instance
            return
        }
        placeOfInstance[instance.uid] = instances.count
        placesOfStudy[instance.study, default: []].append(instances.count)
        instances.append(instance)
    }

    mutating func receive(_ instance: ArchivedInstance) {
        put(instance)
        let isReport = instance.dataSet.string(.sopClassUID).map(SOPClass.isReport) ?? false
        if isReport, let file = instance.file { receivedReports.append(file) }
    }

    mutating func forgetReceived() {
        let received = Set(receivedReports)
        self = Holdings(instances.filter { $0.file.map { !received.contains($0) } ?? true })
    }

    func contains(_ uid: String) -> Bool { placeOfInstance[uid] != nil }

    func instances(study: String?, series: String? = nil) -> [ArchivedInstance] {
        let all = study.map { (placesOfStudy[$0] ?? []).map { instances[$0] } } ?? instances
        guard let series else { return all }
        return all.filter { $0.series == series }
    }

    func instance(study: String, series: String, uid: String) -> ArchivedInstance? {
        guard let place = placeOfInstance[uid] else { return nil }
        let found = instances[place]
        return found.study == study && found.series == series ? found : nil
    }
}
