import Foundation
import Glibc
import Programs
import Synchronization

/// Stands between the workstation and a server, and lets the test break in while a report is being stored.
final class BreakingProxy: Sendable {
    enum Moment: Sendable {
        /// When half of the request has gone through.
        case halfway
        /// When all of it has, and no byte of the answer has come back.
        case beforeTheAnswer
    }

    let port: UInt16
    private let listener: Int32
    private let target: UInt16
    private let plan = Mutex<(moment: Moment, act: @Sendable () -> Void)?>(nil)

    init(target: UInt16) throws {
        self.target = target
        listener = LoopbackPort.stream()
        guard let port = LoopbackPort.bind(listener), listen(listener, 16) == 0 else {
            throw CocoaError(.fileNoSuchFile)
        }
        self.port = port
        Thread.detachNewThread { [listener] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 { return }
                Thread.detachNewThread { self.serve(client) }
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// At the next STOW, `act` runs at `moment`, and the connection breaks.
    func breakNextStore(at moment: Moment, _ act: @escaping @Sendable () -> Void) {
        plan.withLock { $0 = (moment, act) }
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        let server = LoopbackPort.stream()
        defer { close(server) }
        guard LoopbackPort.connect(server, to: target) else { return }
        var request: [UInt8] = []
        var forwarded = 0
        while true {
            var ends = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&ends, 2, 30_000) > 0 else { return }
            if ends[0].revents != 0 {
                guard let bytes = LoopbackPort.receive(client) else { return }
                request += bytes
                if isStore(request), let planned = plan.withLock({ $0 }) {
                    guard let total = length(request), request.count >= total else { continue }
                    plan.withLock { $0 = nil }
                    let part = planned.moment == .halfway ? total / 2 : total
                    LoopbackPort.send(Array(request[forwarded..<part]), to: server)
                    if planned.moment == .beforeTheAnswer { awaitAnswer(server) }
                    return planned.act()
                }
                LoopbackPort.send(bytes, to: server)
                forwarded = 0
                if !isStore(request) { request = [] }
            }
            if ends[1].revents != 0 {
                guard let bytes = LoopbackPort.receive(server) else { return }
                request = []
                LoopbackPort.send(bytes, to: client)
            }
        }
    }

    /// Until the server has begun to answer, so that it has surely taken the request in.
    private func awaitAnswer(_ server: Int32) {
        var end = pollfd(fd: server, events: Int16(POLLIN), revents: 0)
        _ = poll(&end, 1, 10_000)
    }

    private func isStore(_ request: [UInt8]) -> Bool {
        let line = String(decoding: request.prefix { $0 != 13 }, as: UTF8.self)
        return line.hasPrefix("POST ") && line.contains("/studies")
    }

    private func length(_ request: [UInt8]) -> Int? {
        let text = String(decoding: request.prefix(4096), as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n"),
            let line = text[..<end.lowerBound].split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-length:")
            }),
            let body = Int(line.split(separator: ":")[1].trimmingCharacters(in: .whitespaces))
        else { return nil }
        return text[..<end.upperBound].utf8.count + body
    }
}
