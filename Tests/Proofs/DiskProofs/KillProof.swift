import Foundation
import Programs
import Proving

/// SIGKILL before, in the middle of and after system calls that change something, then a look at what is left.
struct KillProof {
    let points: Int
    var canary: Canary?
    private let scratch: ScratchFolder
    private var random: SeededRandom
    private var tally: Tally

    init(points: Int, canary: Canary? = nil, seed: UInt64 = 1) throws {
        self.points = points
        self.canary = canary
        scratch = try ScratchFolder()
        random = SeededRandom(seed: seed)
        tally = Tally(proof: "kill")
    }

    private var scenarios: [Scenario] {
        switch canary {
        case nil: Scenario.allCases
        case .outboxInAttachedFile?, .outboxInSecondTransaction?: [.sign]
        default: [.sign, .autosave, .sync, .migration]
        }
    }

    mutating func run() throws -> Verdict {
        for (index, scenario) in scenarios.enumerated() {
            let share = (index + 1) * points / scenarios.count - index * points / scenarios.count
            if scenario == .recovery { try recover(share) } else { try stop(scenario, share) }
        }
        return tally.finished()
    }

    /// Every call of the scenario from one seed to the next, until there were enough.
    private mutating func stop(_ scenario: Scenario, _ share: Int) throws {
        var rest = share
        var seed: UInt64 = 0
        while rest > 0 {
            let ground = try Ground.prepare(scenario, seed: seed, in: scratch)
            let calls = try count(ground)
            let faults = sample(KillProof.faults(calls), of: calls, rest, &random)
            guard !faults.isEmpty else { throw ProofFailure("\(scenario.rawValue) calls nothing that changes a file") }
            tally.note(calls, of: scenario.rawValue)
            hear(run(faults.map { Trial(ground: ground, fault: $0, canary: canary) }))
            try ground.discard()
            rest -= faults.count
            seed += 1
        }
    }

    static func faults(_ calls: String) -> [Fault] {
        calls.enumerated().flatMap { call, letter in
            let kinds: [Fault.Kind] =
                letter == "w" ? [.killBefore, .killMidway, .killAfter] : [.killBefore, .killAfter]
            return kinds.map { Fault(kind: $0, call: call) }
        }
    }

    /// The calls of a run that nothing happens to.
    private func count(_ ground: Ground) throws -> String {
        let root = scratch.path + "/count"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let result = try Trial(ground: ground, fault: Fault(), canary: canary).experience(root)
        guard result.ending == .exited(0), result.testimony.isComplete, result.testimony.refusals.isEmpty else {
            throw ProofFailure("\(result.sentence): \(result.ending) \(result.testimony.refusals)")
        }
        return result.testimony.calls
    }

    private func run(_ trials: [Trial]) -> [Trial.Result] {
        inParallel(trials) { [scratch] number, trial in trial.run(in: scratch, number: number) }
    }

    private mutating func hear(_ results: [Trial.Result]) {
        for result in results {
            let isKilled = result.ending == .killed(signal: SIGKILL) && result.testimony.fired == 1
            tally.add(result, fired: isKilled)
        }
    }

    // MARK: Killed again while recovering

    /// After a first kill the store is opened and closed, and killed at that: a few points each.
    private mutating func recover(_ share: Int) throws {
        let others = Scenario.allCases.filter { $0 != .recovery && $0 != .checkpoint }
        var rest = share
        var round = 0
        while rest > 0 {
            let first = others[round % others.count]
            if let ground = try killed(first, seed: UInt64(100 + round / others.count), round) {
                let calls = try count(ground)
                let faults = sample(KillProof.faults(calls), of: calls, min(rest, 6), &random)
                tally.note(calls, of: Scenario.recovery.rawValue)
                hear(run(faults.map { Trial(ground: ground, fault: $0) }))
                try ground.discard()
                rest -= faults.count
            }
            round += 1
        }
    }

    /// What a kill somewhere in `scenario` leaves.
    private mutating func killed(_ scenario: Scenario, seed: UInt64, _ round: Int) throws -> Ground? {
        let ground = try Ground.prepare(scenario, seed: seed, in: scratch)
        defer { try? ground.discard() }
        guard let fault = sample(KillProof.faults(try count(ground)), 1, &random).first else { return nil }
        let trial = Trial(ground: ground, fault: fault)
        let root = scratch.path + "/killed-\(round)"
        let result = try trial.experience(root)
        guard result.testimony.fired == 1 else { throw ProofFailure("\(result.sentence) did not happen") }
        return Ground(recovering: trial, root: root, history: trial.history(result.testimony))
    }
}

extension Ground {
    /// The store that `trial` left at `root`.
    fileprivate init(recovering trial: Trial, root: String, history: [(step: Step, outcome: Outcome)]) {
        self.init(
            scenario: .recovery, seed: trial.ground.seed, root: root, history: history,
            isSealed: trial.ground.isSealed)
        origin = trial.ground.scenario
    }
}

/// The proof itself cannot be made.
struct ProofFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
