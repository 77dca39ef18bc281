import Dispatch
import Foundation
import Radiology
import ReferenceServer
import Synchronization
import Wording

/// The demonstration's central server, inside this process, on a free port of the loopback.
struct DemoServer: Sendable {
    let url: String
    private let server: ReferenceServer

    /// Starts it and waits until it listens.
    ///
    /// - Parameter archive: what it holds; a new world of this moment if left out.
    static func start(_ archive: Archive = DemoHome.world(at: Clock.now, .current).archive) throws -> DemoServer {
        let server = ReferenceServer(archive: archive)
        let started = Mutex<Result<String, any Error>?>(nil)
        let signal = DispatchSemaphore(value: 0)
        // The commands are synchronous; the server is not. This is the one place where the two meet.
        let task: @Sendable () async -> Void = {
            let result: Result<String, any Error>
            do { result = .success(try await server.start()) } catch { result = .failure(error) }
            started.withLock { $0 = result }
            signal.signal()
        }
        Task.detached(operation: task)
        signal.wait()
        guard let url = try started.withLock({ $0 })?.get() else {
            throw Refusal("The demonstration's server did not start.")
        }
        return DemoServer(url: url, server: server)
    }

    /// A folder that only this demonstration uses, beside the logs and not where others can look.
    static func temporaryFolder() -> String {
        Paths.standard.state + "/demo-\(ProcessInfo.processInfo.processIdentifier)"
    }
}
