/// Something a workstation does, at every system call of which it may be stopped.
enum Scenario: String, CaseIterable, Sendable {
    case firstRun = "first-run"
    case sign, autosave, sync, checkpoint, migration, passphrase, conversion
    /// Opening and closing a store that another scenario was killed in.
    case recovery

    /// What is there before.
    func preparation(_ seed: UInt64) -> [Step] {
        let studies = Step.worklist(studies: 12)
        let signed: [Step] = (0..<4).flatMap { [.draft(study: $0, revision: 1), .sign(study: $0, version: 1)] }
        switch self {
        case .firstRun: return []
        case .checkpoint: return [studies] + (0..<5).map { .sign(study: $0, version: 1) }
        default: return [studies] + signed + (4..<8).map { .draft(study: $0, revision: 1) }
        }
    }

    /// What is done while faults fall.
    func steps(_ seed: UInt64) -> [Step] {
        switch self {
        case .firstRun: [.worklist(studies: 12), .draft(study: 0, revision: 1), .sign(study: 0, version: 1)]
        case .sign:
            [.sign(study: 4, version: 1), .sign(study: 0, version: 2), .draft(study: 6, revision: 2)]
                + [.sign(study: 6, version: 1)]
        case .autosave: (0..<6).map { .draft(study: 4 + $0 % 3, revision: 2 + $0) }
        case .sync:
            (0..<3).flatMap { study in Step.Filing.allCases.map { .file(study: study, version: 1, $0) } }
        // The log is so long that the first report puts it into the database; then it is begun anew.
        case .checkpoint: [.sign(study: 5, version: 1), .reopen, .sign(study: 9, version: 1)]
        case .migration, .conversion: [.sign(study: 4, version: 1), .draft(study: 5, revision: 2)]
        case .passphrase: [.setPassphrase(StoreFolder.otherPassphrase), .replaceRecoveryKey]
        case .recovery: []
        }
    }

    /// Whether faults fall on opening the store too.
    var includesOpening: Bool {
        switch self {
        case .firstRun, .migration, .conversion, .recovery: true
        case .sign, .autosave, .sync, .checkpoint, .passphrase: false
        }
    }

    /// Sealed stores mostly; plain ones are still opened.
    func isSealed(_ seed: UInt64) -> Bool {
        switch self {
        case .passphrase, .conversion, .firstRun: true
        default: seed % 4 != 3
        }
    }

    /// Whether the log stays beside the database, as a crash leaves it.
    func leavesLog(_ seed: UInt64) -> Bool { self == .checkpoint || seed % 2 == 1 }

    func isPreparedSealed(_ seed: UInt64) -> Bool { self != .conversion && isSealed(seed) }

    func reports(_ seed: UInt64) -> SyntheticReports {
        let size = self == .checkpoint ? 700_000 : [900, 9_000, 40_000][Int(seed % 3)]
        return SyntheticReports(seed: seed, documentSize: size)
    }
}
