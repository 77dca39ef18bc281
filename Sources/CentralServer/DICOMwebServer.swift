import DICOM
import Radiology
public import Sync
import Synchronization

/// A central server that speaks DICOMweb (PS3.18): studies, metadata, reports, and a worklist where it has one.
///
/// Every call blocks until the server answered; every failure is a `ServerFailure` with a sentence for the reader.
public final class DICOMwebServer: Sendable {
    public let settings: ServerSettings
    let transport: HTTPTransport
    private let profile = Mutex<CapabilityProfile?>(nil)
    /// Studies known to hold, or not to hold, a report of ours, by their number of instances when it was looked up.
    let reportedStudies = Mutex<[StudyInstanceUID: (instances: Int, isReported: Bool)]>([:])

    /// What the last look at the worklist's window brought, and whether the server knows ranges of dates.
    let window = Mutex<[StudyInstanceUID: CalendarDate]>([:])
    let findsByRange = Mutex(true)
    /// Rows of open workitems there were the last time.
    let openWorkitemCounts = Mutex<[Workitem.State: Int]>([:])
    private let largePages = Mutex(true)

    public init(settings: ServerSettings) {
        self.settings = settings
        transport = HTTPTransport(settings: settings)
    }

    public func cancelAll() { transport.cancelAll() }

    /// What the server can do, asked once.
    public func capabilities() throws(ServerFailure) -> CapabilityProfile {
        if let known = profile.withLock({ $0 }) { return known }
        let found = try probe()
        profile.withLock { $0 = found }
        return found
    }

    /// Whether all rows may be asked for at once; not any more once that was refused, or took too long.
    var takesLargePages: Bool { largePages.withLock { $0 } }

    func refuseLargePages() { largePages.withLock { $0 = false } }

    // MARK: - Asking

    /// Data sets of a search; an empty answer comes as 200, 204 or 404, depending on the server.
    func search(_ path: String, _ query: [(name: String, value: String)]) throws(ServerFailure) -> [DataSet] {
        let response = try transport.perform(HTTPRequest(path: path, query: query))
        if response.status == 204 || response.status == 404 { return [] }
        return try dataSets(response)
    }

    func dataSets(_ response: HTTPResponse) throws(ServerFailure) -> [DataSet] {
        try refusal(of: response)
        if response.body.isEmpty { return [] }
        do {
            return try DataSet.fromJSON(response.body).value
        } catch {
            throw .unintelligible(DICOMwebServer.words(error))
        }
    }

    static func words(_ error: any Error) -> String {
        let text = (error as? DICOMError)?.description ?? "it cannot be read"
        let sentence = text.hasSuffix(".") ? String(text.dropLast()) : text
        return sentence.prefix(1).lowercased() + sentence.dropFirst()
    }

    /// Throws unless the status is a success.
    func refusal(of response: HTTPResponse) throws(ServerFailure) {
        switch response.status {
        case 200..<300: return
        case 301, 302, 303, 307, 308: throw .unintelligible("it sends us to another address")
        case 401: throw .unauthorized
        case 403: throw .forbidden
        case 404, 410: throw .notFound("what was asked for")
        default: throw .refused(status: response.status, text: response.words)
        }
    }

    /// One instance, as Part 10 bytes in the transfer syntax it is stored in; `nil` if the server has none.
    func instance(_ reference: DocumentReference) throws(ServerFailure) -> [UInt8]? {
        let response = try transport.perform(
            HTTPRequest(
                path: "/studies/\(reference.study)/series/\(reference.series)/instances/\(reference.instance)",
                // Orthanc answers 400 to application/dicom alone; `*` asks for the stored bytes, unchanged.
                accept: "multipart/related; type=\"application/dicom\"; transfer-syntax=*"))
        if [204, 404, 410].contains(response.status) { return nil }
        try refusal(of: response)
        if response.contentType.hasPrefix("application/dicom") { return response.body }
        let header = response.headers["content-type"] ?? ""
        guard let part = Multipart.parts(of: response.body, contentType: header)?.first else {
            throw .unintelligible("it is not a multipart body with a DICOM file")
        }
        return part
    }
}

extension ServerFailure {
    /// Whether asking for less may help.
    var mayBeOfSize: Bool {
        switch self {
        case .refused, .timedOut, .tooLarge, .unintelligible, .broken: true
        case .unreachable, .certificate, .unauthorized, .forbidden, .notFound, .cancelled: false
        }
    }
}
