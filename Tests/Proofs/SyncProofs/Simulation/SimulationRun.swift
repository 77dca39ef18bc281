import Dispatch
public import Proving
import Synchronization

/// Many schedules, one seed after the other, and what came of them.
public struct SimulationRun: Sendable {
    public private(set) var verdict: Verdict
    /// How many schedules broke which invariant, by its number.
    public private(set) var breaches: [Int: Int] = [:]
    /// The first seed that failed.
    public private(set) var failedSeed: UInt64?
    var firstBreach: Breach?

    /// - Parameters:
    ///   - reducerEvery: in one of so many schedules the workstation's reducer itself sits at the desks.
    ///   - repeatEvery: one of so many schedules is run twice, and must come out the same.
    public init(seed: UInt64, count: Int, canary: Canary? = nil, reducerEvery: Int = 50, repeatEvery: Int = 100) {
        verdict = Verdict(proof: canary.map { "simulate \($0.rawValue)" } ?? "simulate")
        let tally = SimulationRun.tally(seed, count, canary, reducerEvery, repeatEvery)
        breaches = Dictionary(tally.broken.map { ($0.value.invariant.rawValue, 1) }, uniquingKeysWith: +)
        if let first = tally.broken.min(by: { $0.key < $1.key }) {
            failedSeed = first.key
            firstBreach = first.value
            verdict.broken = tally.broken.sorted { $0.key < $1.key }.prefix(10).map { "seed \($0.key): \($0.value)" }
        }
        sum(tally, count)
    }

    /// From so many schedules on each kind of fault has its turn.
    private static let longEnough = 500

    /// Each kind of fault is planned; in a run long enough each has to have struck.
    private mutating func sum(_ tally: Tally, _ count: Int) {
        let kinds = tally.struck.kinds
        let isLong = count >= SimulationRun.longEnough
        verdict.planned = isLong ? Fault.allCases.count : max(1, kinds)
        verdict.fired = kinds
        func harms(_ invariants: Invariant...) -> Int {
            invariants.reduce(0) { $0 + breaches[$1.rawValue, default: 0] }
        }
        verdict.lost = harms(.durable, .atomic, .conserved, .visible, .claimKeepsDraft)
        verdict.duplicated = harms(.oneLiveEffect, .sameBytes)
        verdict.misfiled = harms(.sameIdentity, .reidentified, .acknowledged, .parentFirst, .clockDecidesNothing)
        verdict.overwritten = harms(.baseVersion, .bothFinals)
        for fault in Fault.allCases where isLong && tally.struck[fault] == 0 {
            verdict.broken.append("\(fault) never struck")
        }
        verdict.figures = [
            ("schedules", String(count)), ("steps", String(tally.steps)),
            ("faults", String(tally.struck.sum)), ("signed", String(tally.signed)),
            ("with the reducer", String(tally.withReducer)), ("run twice", String(tally.repeated)),
        ]
    }

    struct Tally: Sendable {
        var broken: [UInt64: Breach] = [:]
        var struck = FaultCounts()
        var steps = 0
        var signed = 0
        var withReducer = 0
        var repeated = 0

        mutating func add(_ other: Tally) {
            broken.merge(other.broken) { first, _ in first }
            struck.add(other.struck)
            steps += other.steps
            signed += other.signed
            withReducer += other.withReducer
            repeated += other.repeated
        }

        mutating func add(_ schedule: Schedule, repeats: Bool) {
            var simulator = Simulator(schedule)
            do {
                try simulator.run()
                if repeats { try compare(schedule, simulator.trace.hash) }
            } catch {
                broken[schedule.seed] = error
            }
            struck.add(simulator.struck)
            steps += simulator.events
            signed += simulator.stations.reduce(0) { $0 + $1.store.versions.count }
            withReducer += schedule.usesReducer ? 1 : 0
        }

        /// 17: the same seed, the same trace.
        private mutating func compare(_ schedule: Schedule, _ hash: UInt64) throws(Breach) {
            repeated += 1
            var again = Simulator(schedule)
            try again.run()
            guard again.trace.hash == hash else {
                throw Breach(invariant: .reproducible, sentence: "the same seed gave two histories")
            }
        }
    }

    /// Schedules know nothing of each other, so they run side by side; sums do not depend on the order.
    private static func tally(
        _ seed: UInt64, _ count: Int, _ canary: Canary?, _ reducerEvery: Int, _ repeatEvery: Int
    ) -> Tally {
        let whole = Mutex(Tally())
        let size = 50
        DispatchQueue.concurrentPerform(iterations: (count + size - 1) / size) { chunk in
            var tally = Tally()
            for index in chunk * size..<min(count, (chunk + 1) * size) {
                let schedule = Schedule(
                    seed: seed &+ UInt64(index), canary: canary, reducerEvery: reducerEvery)
                tally.add(schedule, repeats: index % repeatEvery == 0)
            }
            whole.withLock { $0.add(tally) }
        }
        return whole.withLock { $0 }
    }
}
