import Foundation
import LocalStore
import Programs
import Radiology

/// A store as it is before a scenario, to be copied for each of its trials.
struct Ground: Sendable {
    let scenario: Scenario
    let seed: UInt64
    let root: String
    /// What was done to it until now.
    var history: [(step: Step, outcome: Outcome)]
    var isSealed: Bool
    /// Whose reports are in it, where another scenario was killed in it before.
    var origin: Scenario?

    var reports: SyntheticReports { (origin ?? scenario).reports(seed) }

    static func prepare(_ scenario: Scenario, seed: UInt64, in scratch: ScratchFolder) throws -> Ground {
        let root = try scratch.folder("ground-\(scenario.rawValue)-\(seed)")
        let steps = scenario.preparation(seed)
        let ground = Ground(
            scenario: scenario, seed: seed, root: root, history: steps.map { ($0, .done) },
            isSealed: scenario.isSealed(seed))
        guard !steps.isEmpty else { return ground }
        let live = StoreFolder(root: root + "-live", isSealed: scenario.isPreparedSealed(seed))
        let desk = try Desk(live, ground.reports) { _ in }
        for step in steps { try desk.prepare(step) }
        if scenario.leavesLog(seed) { try Ground.copy(live.root, to: root) }
        desk.close()
        if scenario == .migration { try OlderStore.make(of: live) }
        if !scenario.leavesLog(seed) || scenario == .migration { try Ground.copy(live.root, to: root) }
        try FileManager.default.removeItem(atPath: live.root)
        return ground
    }

    static func copy(_ source: String, to target: String) throws {
        if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
        try FileManager.default.copyItem(atPath: source, toPath: target)
    }

    func discard() throws { try FileManager.default.removeItem(atPath: root) }
}

/// One child, one fault, and what the store was like afterwards.
struct Trial: Sendable {
    let ground: Ground
    let fault: Fault
    var canary: Canary?
    /// Once faults have stopped, the child signs again.
    var signsAgain = false

    struct Result: Sendable {
        var testimony: Testimony
        var ending: Program.Ending
        var findings = Findings()
        var sentence: String
        /// How many steps the child was to make.
        var steps = 0
    }

    static let spareStudy = 11
    static let again = Step.sign(study: spareStudy, version: 1)

    func run(in scratch: ScratchFolder, number: Int) -> Result {
        let root = scratch.path + "/trial-\(number)"
        let sentence = "\(ground.scenario.rawValue), seed \(ground.seed), \(fault.sentence)"
        do {
            defer { try? FileManager.default.removeItem(atPath: root) }
            var result = try experience(root)
            result.findings = try examine(root, result.testimony)
            return result
        } catch {
            var result = Result(testimony: Testimony(), ending: .exited(0), sentence: sentence)
            result.findings.broken.append("the store does not open again: \(Desk.sentence(error))")
            return result
        }
    }

    /// Runs the child on a copy of the ground, which stays at `root`.
    func experience(_ root: String) throws -> Result {
        try Ground.copy(ground.root, to: root)
        let witness = root + ".witness"
        defer { unlink(witness) }
        let ending = try Child.run(arguments(root, witness))
        return Result(
            testimony: Testimony(path: witness), ending: ending,
            sentence: "\(ground.scenario.rawValue), seed \(ground.seed), \(fault.sentence)", steps: steps.count)
    }

    private var steps: [Step] {
        ground.scenario.steps(ground.seed) + (signsAgain ? [Trial.again] : [])
    }

    private func arguments(_ root: String, _ witness: String) -> [String] {
        var arguments = [
            "child", "--scenario", ground.scenario.rawValue, "--seed", String(ground.seed), "--root", root,
            "--witness", witness, "--fault", fault.kind.rawValue, "--call", String(fault.call),
            "--error", String(fault.error),
        ]
        if fault.hitsReads { arguments.append("--reads") }
        if signsAgain { arguments.append("--again") }
        if !ground.isSealed { arguments.append("--plain") }
        if let canary { arguments += ["--canary", canary.rawValue] }
        return arguments
    }

    /// Everything asked of the store in its life.
    func history(_ testimony: Testimony) -> [(step: Step, outcome: Outcome)] {
        ground.history + steps.enumerated().map { ($1, testimony.outcome($0)) }
    }

    private func examine(_ root: String, _ testimony: Testimony) throws -> Findings {
        let folder = StoreFolder(root: root, isSealed: ground.isSealed)
        let known = history(testimony)
        let store = try folder.open(passphrases: passphrases(testimony))
        defer { store.close() }
        if canary == .outboxInAttachedFile { try DefectiveSigning.mergeOutbox(path: folder.path) }
        var examination = Examination(ground.reports, known)
        var findings = try examination.examine(store)
        findings.broken += try KeyExamination(folder: folder, testimony: testimony)
            .examine(isChanged: isPassphraseChanged(testimony))
        if !signsAgain { try signOnce(store, known, &findings) }
        return findings
    }

    private func isPassphraseChanged(_ testimony: Testimony) -> Bool {
        ground.scenario == .passphrase && testimony.outcome(0) == .done
    }

    private func passphrases(_ testimony: Testimony) -> [String] {
        isPassphraseChanged(testimony)
            ? [StoreFolder.otherPassphrase] : [StoreFolder.passphrase, StoreFolder.otherPassphrase]
    }

    /// A store that came through must be good for more than reading.
    private func signOnce(
        _ store: LocalStore, _ known: [(step: Step, outcome: Outcome)], _ findings: inout Findings
    ) throws {
        if try store.worklistRow(ground.reports.study(Trial.spareStudy).uid) == nil {
            try store.mergeWorklist((0..<12).map(ground.reports.item), isComplete: true)
        }
        let frozen = ground.reports.frozen(Trial.spareStudy)
        let event = ground.reports.event(.signed, study: Trial.spareStudy, detail: frozen.version.id.rawValue)
        try store.sign(frozen, destinations: ground.reports.destinations, audit: [event])
        if try store.frozenReport(frozen.version.id) != frozen { findings.lost.append("the next report signed") }
    }
}
