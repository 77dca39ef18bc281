import Foundation
import Programs
import Proving

/// Damaged files: refused, told, or without effect. Never wrong content in silence, never a crash.
struct CorruptProof {
    let files: Int
    var canary: Canary?
    private let scratch: ScratchFolder
    private var random: SeededRandom
    private var tally = Tally(proof: "corrupt")
    private var counts: [String: [String: Int]] = [:]
    private var refusals: [String: Int] = [:]

    init(files: Int, canary: Canary? = nil, seed: UInt64 = 1) throws {
        self.files = files
        self.canary = canary
        scratch = try ScratchFolder()
        random = SeededRandom(seed: seed)
    }

    /// A store, the same some reports ago, and another one.
    fileprivate struct Patient: Sendable {
        let seed: UInt64
        let store: StoreFolder
        let older: StoreFolder
        let foreign: StoreFolder
    }

    fileprivate struct Case: Sendable {
        let patient: Patient
        let damage: Damage
    }

    mutating func run() throws -> Verdict {
        var rest = files
        var seed: UInt64 = 0
        while rest > 0 {
            let patient = try patient(seed)
            let damages = try damages(of: patient, most: rest)
            hear(damages.map { Case(patient: patient, damage: $0) })
            for folder in [patient.store, patient.older, patient.foreign] {
                try FileManager.default.removeItem(atPath: folder.root)
            }
            rest -= damages.count
            seed += 1
        }
        for (file, outcomes) in counts.sorted(by: { $0.key < $1.key }) {
            let list = outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            tally.figure(file, list.joined(separator: " "))
        }
        for (refusal, count) in refusals.sorted(by: { $0.key < $1.key }) {
            tally.figure("\n  \"\(refusal)\"", "\(count)")
        }
        return tally.finished()
    }

    // MARK: Making

    /// With the log beside the database where the seed is even, as a crash leaves it; closed where it is odd.
    private func patient(_ seed: UInt64) throws -> Patient {
        let life = Life(seed: seed)
        let live = folder("live-\(seed)"), store = folder("store-\(seed)")
        let older = folder("older-\(seed)"), foreign = folder("foreign-\(seed)")
        let desk = try Desk(live, life.reports) { _ in }
        for step in life.youth { try desk.prepare(step) }
        try Ground.copy(live.root, to: older.root)
        for step in life.middle + life.age { try desk.prepare(step) }
        let isClosed = seed % 2 == 1 || canary == .checksOff
        if !isClosed { try Ground.copy(live.root, to: store.root) }
        desk.close()
        if isClosed { try Ground.copy(live.root, to: store.root) }
        try FileManager.default.removeItem(atPath: live.root)
        let other = try Desk(foreign, Life(seed: seed + 1_000).reports) { _ in }
        for step in life.youth { try other.prepare(step) }
        return Patient(seed: seed, store: store, older: older, foreign: foreign)
    }

    private func folder(_ name: String) -> StoreFolder {
        StoreFolder(root: scratch.path + "/" + name, isSealed: canary != .checksOff)
    }

    private mutating func damages(of patient: Patient, most: Int) throws -> [Damage] {
        var groups: [[Damage]] = []
        for file in Damage.File.allCases {
            let path = file.path(in: patient.store)
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            let all = Damage.groups(of: file, size: size, &random)
            // What nobody but a seal notices: a bit in a database that is otherwise whole.
            if canary == nil { groups += all } else if file == .database { groups += all.prefix(1) }
        }
        // What small groups do not take of their share goes to the large ones.
        var damages: [Damage] = []
        for (index, group) in groups.sorted(by: { $0.count < $1.count }).enumerated() {
            damages += sample(group, (min(most, Self.mostOfOne) - damages.count) / (groups.count - index), &random)
        }
        return damages
    }

    /// Then another store is damaged, with documents of another size.
    private static let mostOfOne = 2_000

    // MARK: Looking

    private mutating func hear(_ cases: [Case]) {
        let results = inParallel(cases) { [scratch] number, one in one.look(scratch, number) }
        for (one, sight) in zip(cases, results) {
            let sentence = "store \(one.patient.seed), \(one.damage.file): \(one.damage.kind)"
            let name = "\(one.damage.file) \(one.damage.kind.name)"
            counts[name, default: [:]][sight.outcome, default: 0] += 1
            for refusal in sight.refusals { refusals[refusal, default: 0] += 1 }
            tally.add(sight.findings, sentence)
        }
    }

    fileprivate struct Sight: Sendable {
        var outcome: String
        var refusals: [String] = []
        /// What counts against the store.
        var findings = Findings()
    }
}

extension CorruptProof.Case {
    fileprivate func look(_ scratch: ScratchFolder, _ number: Int) -> CorruptProof.Sight {
        let root = scratch.path + "/case-\(number)", witness = root + ".witness"
        defer {
            try? FileManager.default.removeItem(atPath: root)
            unlink(witness)
        }
        do {
            try Ground.copy(patient.store.root, to: root)
            let folder = StoreFolder(root: root, isSealed: patient.store.isSealed)
            try damage.strike(folder, older: patient.older, foreign: patient.foreign)
            var arguments = ["look", "--seed", String(patient.seed), "--root", root, "--witness", witness]
            if !folder.isSealed { arguments.append("--plain") }
            let ending = try Child.run(arguments)
            return sight(try String(contentsOfFile: witness, encoding: .utf8), ending)
        } catch {
            return CorruptProof.Sight(outcome: "failed", findings: Findings(broken: ["\(error)"]))
        }
    }

    private func sight(_ testimony: String, _ ending: Program.Ending) -> CorruptProof.Sight {
        let lines = testimony.split(separator: "\n").map(String.init)
        func after(_ word: String) -> [String] {
            lines.filter { $0.hasPrefix(word + " ") }.map { String($0.dropFirst(word.count + 1)) }
        }
        guard ending == .exited(0), lines.last == "end" else {
            return CorruptProof.Sight(outcome: "crashed", findings: Findings(broken: ["the program ended: \(ending)"]))
        }
        let lost = after("lost"), older = after("older"), broken = after("broken")
        // Told or not: what was signed is in two files, and only one was damaged.
        var findings = Findings(lost: lost, broken: broken)
        let isTold = !(after("refused") + after("told")).isEmpty
        if !isTold && damage.file != .log { findings.older = older }
        return CorruptProof.Sight(
            outcome: outcome(after, isTold: isTold, isOlder: !older.isEmpty),
            refusals: (after("refused") + after("told")).map(general),
            findings: findings)
    }

    /// The same words for every path and number.
    private func general(_ sentence: String) -> String {
        sentence.split(separator: " ").map { word in
            word.contains("/") ? "…" : word.allSatisfy(\.isNumber) ? "n" : String(word)
        }.joined(separator: " ")
    }

    private func outcome(_ after: (String) -> [String], isTold: Bool, isOlder: Bool) -> String {
        if !after("lost").isEmpty { return "lost" }
        if !after("rebuilt").isEmpty { return "rebuilt" }
        if !after("refused").isEmpty { return "refused" }
        if isTold { return "told" }
        return isOlder ? "older" : "harmless"
    }
}
