import DICOM

/// The services of a DICOMweb root; each answers from values and changes nothing but what it is given.
enum Services {
    /// WADO-RS: metadata and instances (PS3.18 §10.4).
    static func retrieve(_ request: Request, _ holdings: Holdings, _ behaviour: Behaviour) -> Answer? {
        let path = request.path
        guard path.first == "studies", path.count > 1 else { return nil }
        if path.last == "metadata" { return metadata(path, holdings, behaviour) }
        switch path.count {
        case 2: return files(holdings.instances(study: path[1]), behaviour)
        case 4 where path[2] == "series": return files(holdings.instances(study: path[1], series: path[3]), behaviour)
        case 6 where path[2] == "series" && path[4] == "instances":
            let found = holdings.instance(study: path[1], series: path[3], uid: path[5])
            return files(found.map { [$0] } ?? [], behaviour)
        default: return nil
        }
    }

    private static func metadata(_ path: [String], _ holdings: Holdings, _ behaviour: Behaviour) -> Answer {
        guard behaviour.hasMetadata else { return .plain(404) }
        var found = holdings.instances(study: path[1], series: path.count > 4 ? path[3] : nil)
        if path.count == 7 { found = found.filter { $0.uid == path[5] } }
        guard !found.isEmpty else { return .plain(404) }
        return list(found.map { $0.dataSet.withoutPixels }, behaviour)
    }

    private static func files(_ found: [ArchivedInstance], _ behaviour: Behaviour) -> Answer {
        guard !found.isEmpty else { return .plain(404) }
        let boundary = "reference-server-part"
        let files = found.compactMap { try? $0.bytes() }
        let shown = behaviour.quotesBoundary ? "\"\(boundary)\"" : boundary
        return Answer(
            status: 200, contentType: "multipart/related; type=\"application/dicom\"; boundary=\(shown)",
            body: MultipartBody.body(files, boundary: boundary))
    }
}

extension DataSet {
    fileprivate var withoutPixels: DataSet {
        var copy = self
        copy.remove(.pixelData)
        return copy
    }
}
