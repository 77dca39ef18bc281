import ArgumentParser
import Foundation
import LocalStore

/// Opens a damaged store as the program does, rebuilds it where the program would, and tells what is there then.
/// In a process of its own, for a crash is a finding too.
struct Onlooker: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "look", shouldDisplay: false)

    @Option var seed: UInt64
    @Option var root: String
    @Option var witness: String
    @Flag var plain = false

    func run() throws {
        alarm(120)
        let witness = try Witness(path: self.witness)
        let folder = StoreFolder(root: root, isSealed: !plain)
        do {
            try look(folder, witness)
        } catch {
            witness.tell("refused \(Desk.sentence(error))")
        }
        witness.tell("end")
    }

    private func look(_ folder: StoreFolder, _ witness: Witness) throws {
        do {
            let store = try folder.open()
            defer { store.close() }
            tell(try examine(store), witness)
            try store.requireSoundFile()
            return
        } catch let failure as StoreFailure {
            witness.tell("refused \(failure.sentence)")
            guard isRecoverable(failure) else { return }
        }
        let outcome = try StoreRecovery.rebuild(
            folder.path, keys: plain ? nil : try folder.unlock([StoreFolder.passphrase]), at: SyntheticReports.now)
        witness.tell("rebuilt \(outcome.restoredVersions)")
        let store = try folder.open()
        defer { store.close() }
        tell(try examine(store), witness)
    }

    private func examine(_ store: LocalStore) throws -> Findings {
        let life = Life(seed: seed)
        var examination = Examination(life.reports, life.steps.map { ($0, .done) })
        return try examination.examine(store)
    }

    private func tell(_ findings: Findings, _ witness: Witness) {
        for finding in findings.told { witness.tell("told \(finding)") }
        for finding in findings.lost { witness.tell("lost \(finding)") }
        for finding in findings.older { witness.tell("older \(finding)") }
        for finding in findings.broken { witness.tell("broken \(finding)") }
    }

    /// As the program decides it.
    private func isRecoverable(_ failure: StoreFailure) -> Bool {
        switch failure {
        case .damaged, .fileMissing: true
        default: false
        }
    }
}

/// What was done to the stores that are damaged.
struct Life {
    let reports: SyntheticReports

    init(seed: UInt64) { reports = SyntheticReports(seed: seed, documentSize: [900, 9_000, 40_000][Int(seed % 3)]) }

    /// Until here the older copies go.
    let youth: [Step] =
        [.worklist(studies: 20)] + (0..<8).flatMap { [.draft(study: $0, revision: 1), .sign(study: $0, version: 1)] }
        + [.file(study: 0, version: 1, .sent), .file(study: 0, version: 1, .filed)]

    /// Then the store is closed and opened once, which empties the log.
    let middle: [Step] = [.reopen]

    let age: [Step] =
        (8..<14).flatMap { [.draft(study: $0, revision: 1), .sign(study: $0, version: 1)] }
        + [.sign(study: 1, version: 2)] + (15..<20).map { .draft(study: $0, revision: 2 * $0 + 10) }
        + [.file(study: 2, version: 1, .sent), .file(study: 2, version: 1, .filed)]

    var steps: [Step] { youth + middle + age }
}
