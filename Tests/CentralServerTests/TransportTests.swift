import CentralServer
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("Connections")
struct TransportTests {
    @Test("Cancelling ends slow requests quickly, those that wait for a connection too", arguments: [1, 6])
    func cancelling(_ count: Int) async throws {
        var slow = Behaviour()
        slow.delay = 120
        try await withReference(demoArchive, slow, timeout: 120) { (reference, connector) async throws in
            let started = ContinuousClock.now
            let failures = try await withThrowingTaskGroup(of: ServerFailure?.self) { group in
                for _ in 1...count { group.addTask { try await failure { _ = try connector.probe() } } }
                let canceller = Task {
                    // Again and again: a busy machine may start a request after the first time.
                    while !Task.isCancelled {
                        try await Task.sleep(for: .milliseconds(300))
                        connector.cancelAll()
                    }
                }
                let failures = try await group.reduce(into: []) { $0.append($1) }
                // It may be about to cancel once more; what comes after is not meant.
                canceller.cancel()
                _ = await canceller.result
                return failures
            }
            #expect(failures == Array(repeating: .cancelled, count: count))
            #expect(ContinuousClock.now - started < .seconds(40))
            reference.setBehaviour(Behaviour())
            #expect(try await failure { _ = try connector.probe() } == nil)
        }
    }

    @Test("At most two connections, kept between requests")
    func twoConnections() async throws {
        var behaviour = Behaviour()
        behaviour.delay = 0.02
        try await withReference(demoArchive, behaviour) { (reference, connector) async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...8 { group.addTask { _ = try await blocking { try connector.probe() } } }
                try await group.waitForAll()
            }
            #expect(reference.requests.count == 32)
            #expect(Set(reference.requests.map(\.connection)).count <= 2)
        }
    }
}
