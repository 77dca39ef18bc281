import CentralServer
import Foundation
import Radiology
import ReferenceServer
import Sync
import Testing

@Suite("Connections")
struct TransportTests {
    @Test("Cancelling ends a slow request quickly, and the next one works")
    func cancelling() async throws {
        var slow = Behaviour()
        slow.delay = 15
        try await withReference(demoArchive, slow) { (reference, connector) async throws in
            let started = ContinuousClock.now
            async let found = failure { _ = try connector.probe() }
            try await Task.sleep(for: .milliseconds(300))
            connector.cancelAll()
            #expect(try await found == .cancelled)
            #expect(ContinuousClock.now - started < .seconds(5))
            reference.setBehaviour(Behaviour())
            #expect(try await failure { _ = try connector.probe() } == nil)
        }
    }

    @Test("Cancelling ends those that wait for a connection, too")
    func cancellingWaiting() async throws {
        var slow = Behaviour()
        slow.delay = 15
        try await withReference(demoArchive, slow) { (_, connector) async throws in
            let started = ContinuousClock.now
            async let cancelled = withThrowingTaskGroup(of: ServerFailure?.self) { group in
                for _ in 1...6 { group.addTask { try await failure { _ = try connector.probe() } } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try await Task.sleep(for: .milliseconds(500))
            connector.cancelAll()
            #expect(try await cancelled == Array(repeating: .cancelled, count: 6))
            #expect(ContinuousClock.now - started < .seconds(6))
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

    @Test("A connection the server closed meanwhile is made anew")
    func closedMeanwhile() async throws {
        try await withReference { (reference, connector) async throws in
            #expect(try await failure { _ = try connector.probe() } == nil)
            reference.setBehaviour(Behaviour(rules: .init(.dropBeforeActing, times: 1)))
            // A kept connection that turns out dead says nothing about the request: it is asked once more.
            #expect(try await failure { _ = try connector.probe() } == nil)
        }
    }
}
