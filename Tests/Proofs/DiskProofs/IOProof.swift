import Foundation
import Programs
import Proving

/// Disks that answer with errors, once or from then on. The store must refuse, and never say that it kept what it did
/// not keep; when the errors stop, everything acknowledged is there and signing goes on.
struct IOProof {
    let points: Int
    var canary: Canary?
    private let scratch: ScratchFolder
    private var random: SeededRandom
    private var tally = Tally(proof: "io")
    private var refused = 0
    private var signedAgain = 0
    private var unnoticed = 0

    private static let writeErrors = [EIO, ENOSPC, EDQUOT, EROFS]

    init(points: Int, canary: Canary? = nil, seed: UInt64 = 1) throws {
        self.points = points
        self.canary = canary
        scratch = try ScratchFolder()
        random = SeededRandom(seed: seed)
    }

    mutating func run() throws -> Verdict {
        let scenarios: [Scenario] = canary == nil ? Scenario.allCases : [.sign, .autosave]
        for (index, scenario) in scenarios.enumerated() {
            let share = (index + 1) * points / scenarios.count - index * points / scenarios.count
            try fail(scenario, share)
        }
        tally.figure("refused", "\(refused)")
        tally.figure("did not matter", "\(unnoticed)")
        tally.figure("signed once errors stopped", "\(signedAgain)")
        return tally.finished()
    }

    private mutating func fail(_ scenario: Scenario, _ share: Int) throws {
        var rest = share
        var seed: UInt64 = 0
        while rest > 0 {
            let ground = try Ground.prepare(scenario, seed: seed, in: scratch)
            let writes = try calls(ground, reads: false), reads = try calls(ground, reads: true)
            let ofReads = min(rest / 4, 2 * reads.count)
            let faults =
                sample(IOProof.faults(writes), of: writes, rest - ofReads, &random)
                + sample(IOProof.readFaults(reads), of: reads, ofReads, &random)
            guard !faults.isEmpty else { throw ProofFailure("\(scenario.rawValue) calls nothing") }
            tally.note(writes + reads, of: scenario.rawValue)
            hear(faults.map { Trial(ground: ground, fault: $0, canary: canary, signsAgain: true) })
            try ground.discard()
            rest -= faults.count
            seed += 1
        }
    }

    private static func faults(_ calls: String) -> [Fault] {
        (0..<calls.count).flatMap { call in
            writeErrors.flatMap { error in
                [Fault.Kind.failOnce, .failForever].map { Fault(kind: $0, call: call, error: error) }
            }
        }
    }

    private static func readFaults(_ calls: String) -> [Fault] {
        (0..<calls.count).flatMap { call in
            [Fault.Kind.failOnce, .failForever].map { Fault(kind: $0, call: call, hitsReads: true, error: EIO) }
        }
    }

    /// The calls of a run that nothing happens to.
    private func calls(_ ground: Ground, reads: Bool) throws -> String {
        let root = scratch.path + "/count"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let trial = Trial(ground: ground, fault: Fault(hitsReads: reads), signsAgain: true)
        let result = try trial.experience(root)
        guard result.ending == .exited(0), result.testimony.isComplete, result.testimony.refusals.isEmpty else {
            throw ProofFailure("\(result.sentence): \(result.ending) \(result.testimony.refusals)")
        }
        return result.testimony.calls
    }

    private mutating func hear(_ trials: [Trial]) {
        let results = inParallel(trials) { [scratch] number, trial in trial.run(in: scratch, number: number) }
        for var result in results {
            if result.ending != .exited(0) { result.findings.broken.append("the program ended with \(result.ending)") }
            if !result.testimony.refusals.isEmpty { refused += 1 } else { unnoticed += 1 }
            let again = result.testimony.outcome(result.steps - 1)
            if again == .done { signedAgain += 1 }
            if again == .untouched { result.findings.broken.append("the store stays closed once errors stopped") }
            tally.add(result, fired: result.testimony.fired > 0)
        }
    }
}
