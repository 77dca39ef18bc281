import Foundation
import Testing

@testable import Vault

@Suite struct AttemptLimitTests {
    private let policy = AttemptLimit.Policy(
        free: 3, firstWait: .seconds(2), longestWait: .seconds(30), most: 10)

    @Test func theFirstFewAreFree() {
        var limit = AttemptLimit(policy)
        for second in 0..<2 {
            limit.failed(at: .seconds(second))
            #expect(limit.verdict(at: .seconds(second)) == .allowed)
        }
        limit.failed(at: .seconds(2))
        #expect(limit.verdict(at: .seconds(2)) == .wait(.seconds(2)))
        #expect(limit.verdict(at: .milliseconds(3_999)) == .wait(.milliseconds(1)))
        #expect(limit.verdict(at: .seconds(4)) == .allowed)
    }

    @Test func waitsDoubleUpToTheLongestAndThenItIsOver() {
        var limit = AttemptLimit(policy)
        var waits: [Duration] = []
        for second in 0..<10 {
            limit.failed(at: .seconds(second))
            if case .wait(let wait) = limit.verdict(at: .seconds(second)) { waits.append(wait) }
        }
        #expect(waits == [2, 4, 8, 16, 30, 30, 30].map { .seconds($0) })
        #expect(limit.verdict(at: .seconds(1_000_000)) == .exhausted)
        limit.succeeded()
        #expect(limit == AttemptLimit(policy))
        #expect(limit.verdict(at: .zero) == .allowed)
    }

    @Test func aClockSetBackNeverLengthensAWait() {
        var limit = AttemptLimit(policy)
        for _ in 0..<4 { limit.failed(at: .seconds(1_000)) }
        #expect(limit.verdict(at: .zero) == .wait(.seconds(4)))
    }

    @Test func anEndlessPolicyDoesNotOverflow() {
        var limit = AttemptLimit(.passphrase)
        for _ in 0..<100_000 { limit.failed(at: .zero) }
        #expect(limit.verdict(at: .zero) == .wait(.seconds(900)))
    }

    @Test func itSurvivesARestart() throws {
        var limit = AttemptLimit(.pin)
        for _ in 0..<5 { limit.failed(at: .seconds(7)) }
        let stored = try JSONEncoder().encode(limit)
        #expect(try JSONDecoder().decode(AttemptLimit.self, from: stored) == limit)
    }
}
