import DICOM
public import Sync

/// What a server was found to do when it was asked.
public struct CapabilityProfile: Hashable, Sendable {
    public var hasWorkitems: Bool
    public var hasStudyMetadata: Bool
    /// Whether a study can be asked for by date; if not, every answer is filtered here.
    public var findsByDate: Bool

    /// One line for each capability, for `readroom doctor`.
    public var lines: [String] {
        [
            "search for studies (QIDO-RS): yes",
            "search by date: \(findsByDate ? "yes" : "no; all studies are searched here")",
            "worklist (UPS-RS): \(hasWorkitems ? "yes" : "no; studies without a report of ours are the worklist")",
            "metadata of a study (WADO-RS): \(hasStudyMetadata ? "yes" : "no; read from single instances")",
        ]
    }
}

extension DICOMwebServer {
    public func probe() throws(ServerFailure) -> CapabilityProfile {
        let response = try transport.perform(HTTPRequest(path: "/studies", query: [("limit", "1")]))
        if response.status == 404 { throw .notFound("a DICOMweb service at this URL") }
        let first = response.status == 204 ? [] : try dataSets(response)
        return CapabilityProfile(
            hasWorkitems: try probeWorkitems(), hasStudyMetadata: try probeMetadata(of: first.first),
            findsByDate: try search("/studies", [("StudyDate", "19000101"), ("limit", "1")]).isEmpty)
    }

    /// The answer is remembered, so a server that is only busy must not pass for one without a worklist.
    private func probeWorkitems() throws(ServerFailure) -> Bool {
        let response = try transport.perform(HTTPRequest(path: "/workitems", query: [("limit", "1")]))
        switch response.status {
        case 200: return (try? dataSets(response)) != nil
        case 204: return true
        case 400, 404, 405, 406, 501: return false
        default:
            try refusal(of: response)
            return false
        }
    }

    private func probeMetadata(of study: DataSet?) throws(ServerFailure) -> Bool {
        guard let uid = study?.string(.studyInstanceUID) else { return true }
        let response = try transport.perform(
            HTTPRequest(path: "/studies/\(HTTPRequest.encoded(uid))/metadata"))
        return response.status == 200
    }
}
