import Foundation
import Glibc
import Programs
import Synchronization

/// Stands between the connector and a server and writes down the requests, which have no bodies here.
final class RecordingProxy: Sendable {
    struct Request: Hashable, Sendable {
        /// Path and query.
        var target: String
        var accept: String
    }

    let port: UInt16
    private let listener: Int32
    private let server: UInt16
    private let recorded = Mutex<[Request]>([])

    init(server: UInt16) throws {
        self.server = server
        listener = LoopbackPort.stream()
        guard let port = LoopbackPort.bind(listener), listen(listener, 16) == 0 else {
            throw MeasureFailure("no port for the recording")
        }
        self.port = port
        Thread.detachNewThread { [self, listener] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 { return }
                Thread.detachNewThread { self.serve(client) }
            }
        }
    }

    /// To be called at the end: the thread that listens holds this object.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// The requests since the last call.
    func take() -> [Request] {
        recorded.withLock { requests in
            defer { requests = [] }
            return requests
        }
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        let upstream = LoopbackPort.stream()
        defer { close(upstream) }
        guard LoopbackPort.connect(upstream, to: server) else { return }
        var head: [UInt8] = []
        while true {
            var ends = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&ends, 2, 120_000) > 0 else { return }
            if ends[0].revents != 0 {
                guard let bytes = LoopbackPort.receive(client) else { return }
                head += bytes
                if head.suffix(4).elementsEqual([13, 10, 13, 10]) {
                    note(head)
                    head = []
                }
                LoopbackPort.send(bytes, to: upstream)
            }
            if ends[1].revents != 0 {
                guard let bytes = LoopbackPort.receive(upstream) else { return }
                LoopbackPort.send(bytes, to: client)
            }
        }
    }

    private func note(_ head: [UInt8]) {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return }
        let accept = lines.first { $0.lowercased().hasPrefix("accept:") }?.dropFirst(7) ?? "*/*"
        let request = Request(
            target: String(words[1]), accept: accept.trimmingCharacters(in: .whitespaces))
        recorded.withLock { $0.append(request) }
    }
}
