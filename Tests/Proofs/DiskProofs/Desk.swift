import LocalStore
import Radiology
import Sync
import Vault

/// Makes a scenario's steps at a store, and tells before and after each.
final class Desk {
    let folder: StoreFolder
    let reports: SyntheticReports
    let canary: Canary?
    private(set) var store: LocalStore
    private let tell: (String) -> Void
    /// Closed where opening it again was refused; it is tried with the next step.
    private var isOpen = true

    init(
        _ folder: StoreFolder, _ reports: SyntheticReports, canary: Canary? = nil, tell: @escaping (String) -> Void
    ) throws {
        self.folder = folder
        self.reports = reports
        self.canary = canary
        self.tell = tell
        store = try folder.open()
        tell("opened")
        copySigned()
    }

    func close() {
        store.close()
        isOpen = false
    }

    /// Goes on after a refusal, as a person would with the text still on the screen.
    func perform(_ steps: [Step]) {
        for (place, step) in steps.enumerated() { perform(step, at: place) }
    }

    private func perform(_ step: Step, at place: Int) {
        tell("begun \(place)")
        if canary == .ackBeforeCommit { tell("done \(place)") }
        do {
            try make(step)
            tell("done \(place)")
            if case .sign = step { copySigned() }
        } catch {
            tell("refused \(place) \(Desk.sentence(error))")
            if canary == .swallowedError { tell("done \(place)") }
        }
    }

    /// As the program does it: a report is signed whatever comes of its second copy.
    private func copySigned() {
        do {
            try store.copySigned(at: SyntheticReports.now)
        } catch {
            tell("uncopied \(Desk.sentence(error))")
        }
    }

    static func sentence(_ error: any Error) -> String {
        switch error {
        case let error as StoreFailure: error.sentence
        case let error as VaultError: error.sentence
        default: "\(type(of: error))"
        }
    }

    /// Without telling, and throwing what is refused.
    func prepare(_ step: Step) throws {
        try make(step)
        if case .sign = step { try store.copySigned(at: SyntheticReports.now) }
    }

    func make(_ step: Step) throws {
        try reopen()
        switch step {
        case .worklist(let studies): try store.mergeWorklist((0..<studies).map(reports.item), isComplete: true)
        case .draft(let study, let revision): try store.saveDraft(reports.draft(study, revision: revision))
        case .sign(let study, let version): try sign(study, version)
        case .file(let study, let version, let filing): try file(study, version, filing)
        case .setPassphrase(let text): try ring().setPassphrase(StoreFolder.typed(text), cost: .least)
        case .replaceRecoveryKey: tell("recovery 0 \(try ring().replaceRecoveryKey().text)")
        case .reopen:
            close()
            try reopen()
        }
    }

    private func reopen() throws {
        guard !isOpen else { return }
        store = try folder.open()
        isOpen = true
        copySigned()
    }

    private func ring() throws -> KeyRing {
        try folder.unlock([StoreFolder.passphrase, StoreFolder.otherPassphrase])
    }

    private func sign(_ study: Int, _ version: Int) throws {
        let frozen = reports.frozen(study, version: version)
        let event = reports.event(.signed, study: study, detail: frozen.version.id.rawValue)
        switch canary {
        case .outboxInSecondTransaction, .outboxInAttachedFile, .synchronousNormal:
            let defective = try DefectiveSigning(path: folder.path, canary: canary)
            try defective.sign(frozen, destinations: reports.destinations, audit: event)
        default:
            try store.sign(frozen, destinations: reports.destinations, audit: [event])
        }
    }

    private func file(_ study: Int, _ version: Int, _ filing: Step.Filing) throws {
        let id = reports.frozen(study, version: version).version.id
        let entry = try store.outboxItems(limit: 10_000).first {
            $0.entry.version == id && $0.entry.destination == reports.destinations[0]
        }
        guard let entry else { throw StoreFailure.failed("the report is not in the outbox") }
        let event = reports.event(.filed, study: study, detail: id.rawValue)
        try store.record(filing.progress, for: entry.entry.id, audit: filing == .filed ? event : nil)
    }
}
