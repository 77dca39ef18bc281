/// Each canary with the invariants that caught it: every simulated invariant must have caught one.
public struct CanaryTable: Sendable {
    public private(set) var rows: [(canary: Canary, breaches: [Int: Int])] = []

    /// - Parameters:
    ///   - count: how many schedules a canary gets.
    ///   - stopsWhenCaught: whether the first catch by the invariant it is about is enough.
    public init(seed: UInt64, count: Int, stopsWhenCaught: Bool = false) {
        rows = Canary.allCases.map { canary in
            var breaches: [Int: Int] = [:]
            let size = stopsWhenCaught ? 50 : count
            for first in stride(from: 0, to: count, by: size)
            where !stopsWhenCaught || breaches[canary.invariant.rawValue] == nil {
                // A defect of the unseeded canary only shows where a schedule is run twice.
                let run = SimulationRun(
                    seed: seed &+ UInt64(first), count: size, canary: canary, reducerEvery: 0,
                    repeatEvery: canary == .unseeded ? 1 : 1000)
                breaches.merge(run.breaches, uniquingKeysWith: +)
            }
            return (canary, breaches)
        }
    }

    /// Those that the invariant they are about did not notice.
    public var uncaught: [Canary] { rows.filter { $0.breaches[$0.canary.invariant.rawValue] == nil }.map(\.canary) }

    /// Invariants by number that no canary has broken: nobody knows whether they are checked.
    public var idleInvariants: [Int] {
        let busy = Set(rows.flatMap(\.breaches.keys))
        return Invariant.allCases.map(\.rawValue).filter { !busy.contains($0) }
    }

    public var lines: [String] {
        rows.map { canary, breaches in
            let name = canary.rawValue.padded(to: 32)
            let found = breaches.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }
            let isCaught = breaches[canary.invariant.rawValue] != nil
            return name + (isCaught ? "caught by " : "NOT CAUGHT by \(canary.invariant.rawValue), only by ")
                + found.joined(separator: ", ")
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
