import Foundation
import Programs
import Testing

/// A real server started for a test, in a directory of its own.
final class Launched: Sendable {
    private let program: Program
    let directory: URL

    /// - Parameter program: one that writes its log to `server.log` in this directory.
    init(_ program: Program, in directory: URL) {
        self.program = program
        self.directory = directory
    }

    /// Waits until something listens on the port.
    func waitUntilListening(_ port: UInt16, seconds: Double = 90) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        while ContinuousClock.now < deadline {
            if LoopbackPort.isListening(port) { return }
            try #require(program.isRunning, "the server ended: \(log.suffix(500))")
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the server does not listen: \(log.suffix(500))")
    }

    var log: String {
        (try? String(contentsOf: directory.appendingPathComponent("server.log"), encoding: .utf8)) ?? ""
    }

    func end() {
        program.end()
        try? FileManager.default.removeItem(at: directory)
    }

    static func newDirectory() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}
