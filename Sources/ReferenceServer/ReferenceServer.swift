public import DICOM
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A small central server that speaks DICOMweb and UPS-RS (PS3.18) over HTTP on the loopback interface only.
///
/// It keeps everything in memory. `setBehaviour` turns it, while it runs, into servers of other habits and faults.
public final class ReferenceServer: Sendable {
    /// A request as it was answered; `status` is `nil` where the connection was closed instead.
    public struct LoggedRequest: Sendable, Equatable {
        public var method: String
        /// Below the service root, beginning with a slash.
        public var path: String
        public var query: String
        public var status: Int?
        /// The client's port: one for each connection.
        public var connection: Int
    }

    struct State {
        var holdings: Holdings
        var workitems: WorkitemTable
        var behaviour: Behaviour
        var requests: [LoggedRequest] = []
    }

    let state: Mutex<State>
    private let running = Mutex<(server: HTTPServer, task: Task<Void, any Error>)?>(nil)
    static let root = "/dicom-web"

    public init(archive: Archive, behaviour: Behaviour = Behaviour()) {
        state = Mutex(
            State(
                holdings: Holdings(archive.instances), workitems: WorkitemTable(archive.workitems),
                behaviour: behaviour))
    }

    /// Listens, and returns the base URL: `http://127.0.0.1:PORT/dicom-web`.
    ///
    /// - Parameter port: 0 for one that is free.
    public func start(port: UInt16 = 0) async throws -> String {
        // Slow answers are made on purpose here; the library must not turn them into its own 500.
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 600, logger: .disabled,
            handler: Handler(server: self))
        let task = Task(executorPreference: ServerThreads.shared) { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        running.withLock { $0 = (server, task) }
        guard let address = await server.listeningAddress,
            case .ip4(_, let port) = FlyingFox.HTTPRequest.Address.make(from: address)
        else { throw CocoaError(.featureUnsupported) }
        return "http://127.0.0.1:\(port)\(Self.root)"
    }

    public func stop() async {
        guard let (server, task) = running.withLock({ $0.take() }) else { return }
        await server.stop()
        task.cancel()
    }

    // MARK: - For tests and the demonstration

    public func setBehaviour(_ behaviour: Behaviour) {
        state.withLock { $0.behaviour = behaviour }
    }

    /// As if it was restored from a backup made before any report came.
    public func forgetReports() { state.withLock { $0.holdings.forgetReceived() } }

    /// More instances and workitems, as if a modality or the information system had sent them.
    public func add(_ archive: Archive) {
        state.withLock { state in
            for instance in archive.instances { state.holdings.put(instance) }
            for workitem in archive.workitems {
                _ = state.workitems.create(workitem, uid: workitem.string(.sopInstanceUID) ?? "")
            }
        }
    }

    /// Structured reports that came by STOW and were kept, byte for byte, in the order they came.
    public var storedReports: [[UInt8]] { state.withLock(\.holdings.receivedReports) }

    public var requests: [LoggedRequest] { state.withLock(\.requests) }

    public func forgetRequests() { state.withLock { $0.requests = [] } }

    /// The workitems as readers see them: without their Transaction UIDs.
    public var workitems: [DataSet] { state.withLock(\.workitems.all) }

    /// Every instance, in the order it came.
    public var instances: [ArchivedInstance] { state.withLock(\.holdings.instances) }
}

/// The rim to the HTTP library.
private struct Handler: HTTPHandler {
    /// The server owns the library's server only while it runs, so this is no lasting cycle.
    let server: ReferenceServer

    func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        let body = try await [UInt8](request.bodyData)
        guard let answer = await server.answer(Request(request, body: body), connection: port(request)) else {
            return FlyingFox.HTTPResponse(webSocket: ConnectionCloser())
        }
        return FlyingFox.HTTPResponse(answer)
    }

    private func port(_ request: FlyingFox.HTTPRequest) -> Int {
        if case .ip4(_, let port)? = request.remoteAddress { Int(port) } else { 0 }
    }
}

/// Ends a connection without a byte of an answer: an upgrade that fails before its response is written.
private struct ConnectionCloser: WSHandler {
    func makeFrames(for client: AsyncThrowingStream<WSFrame, any Error>) async throws -> AsyncStream<WSFrame> {
        throw CancellationError()
    }
}

extension Request {
    fileprivate init(_ request: FlyingFox.HTTPRequest, body: [UInt8]) {
        let segments = request.path.split(separator: "/").map(String.init)
        let host = request.headers[.host] ?? "127.0.0.1"
        self.init(
            method: request.method.rawValue.uppercased(),
            path: segments.first == "dicom-web" ? Array(segments.dropFirst()) : [],
            query: request.query.map { ($0.name, $0.value) },
            headers: Dictionary(
                request.headers.map { ($0.key.rawValue.lowercased(), $0.value) },
                uniquingKeysWith: { first, _ in first }),
            body: body, base: "http://\(host)\(ReferenceServer.root)")
    }
}

extension FlyingFox.HTTPResponse {
    fileprivate init(_ answer: Answer) {
        var headers = HTTPHeaders()
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        if let type = answer.contentType { headers[.contentType] = type }
        self.init(
            statusCode: HTTPStatusCode(answer.status, phrase: answer.phrase), headers: headers,
            body: HTTPBodySequence(data: Data(answer.body), suggestedBufferSize: 1 << 16))
    }
}
