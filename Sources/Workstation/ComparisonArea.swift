public import Radiology
public import Sync
public import Wording

/// A report signed here beside what the server holds in its place, so that the reader can decide. Neither is ever lost.
public struct ComparisonState: Hashable, Sendable {
    public enum Theirs: Hashable, Sendable {
        case loading
        case reports([PriorReport])
        case failed(Wording)
    }

    public var item: OutboxItem
    public internal(set) var theirs: Theirs
    public internal(set) var top = 0

    public var entry: OutboxEntry { item.entry }

    /// What there is to decide, if anything: at most one thing, and what is lost or refused comes first.
    public var settlement: Decision? {
        switch entry.progress.state {
        case .conflict where entry.resolution == nil: conflictSettlement
        case .rejected where entry.resolution == nil: .setAside
        case .filed where entry.lostAt == nil && !item.rivals.isEmpty: .bothStand
        default: nil
        }
    }

    /// Only what was read can be said to stand; a server that says 409 may as well have nothing there.
    private var conflictSettlement: Decision? {
        switch theirs {
        case .loading, .failed: nil
        case .reports(let reports): reports.isEmpty ? .setAside : .keepTheirs
        }
    }

    public var canFileAnew: Bool { entry.progress.state == .conflict && entry.resolution == nil }
    public var canRetry: Bool { entry.resolution == nil && (entry.progress.state != .filed || entry.lostAt != nil) }
}

/// What a reader may decide about a report that cannot simply be filed.
public enum Decision: Hashable, Sendable {
    /// The other one stands; ours is kept here and not sent any more.
    case keepTheirs
    /// Ours is signed once more under identifiers of its own, and filed beside the other.
    case fileAnew
    /// The server will not take it; it was delivered another way.
    case setAside
    /// Two final reports, and both are right to be there.
    case bothStand

    /// How the outbox and the audit tell it.
    public var wording: Wording {
        switch self {
        case .keepTheirs: "the server's report stands; this one is kept here"
        case .fileAnew: "filed anew under identifiers of its own"
        case .setAside: "set aside: delivered another way"
        case .bothStand: "both reports stand"
        }
    }

    /// The same in English: what is written down.
    public var words: String { wording.english }
}

extension WorkstationState {
    mutating func openComparison() -> [Effect] {
        guard let item = outbox.selectedItem else { return [] }
        let isAsking = item.entry.progress.state == .conflict && item.rivals.isEmpty
        comparison = ComparisonState(item: item, theirs: isAsking ? .loading : .reports(item.rivals))
        screen = .comparison
        return isAsking ? [.loadTheirs(item.entry)] : []
    }

    mutating func handle(_ message: ComparisonMessage) -> [Effect] {
        guard let comparison else { return [] }
        switch message {
        case .theirsLoaded(let id, let reports) where comparison.entry.id == id:
            self.comparison?.theirs = .reports(reports)
        case .theirsFailed(let id, let why) where comparison.entry.id == id:
            self.comparison?.theirs = .failed(why)
        case .scrolled(let top): self.comparison?.top = max(0, top)
        case .settlementAsked: ask(comparison.settlement)
        case .fileAnewAsked: ask(comparison.canFileAnew ? .fileAnew : nil)
        case .confirmed(let decision): return decide(decision)
        case .retried: return retryCompared()
        case .exported: return [.exportReport(comparison.entry)]
        case .addendumChosen:
            let row = worklist.rows.first { $0.uid == comparison.item.version.study.uid } ?? comparison.item.row
            return open(row, reporting: true)
        case .closed:
            self.comparison = nil
            screen = .outbox
            return [.loadOutbox]
        case .theirsLoaded, .theirsFailed: break
        }
        return []
    }

    private mutating func ask(_ decision: Decision?) {
        guard let decision else { return system.say("There is nothing to decide here.") }
        // Signing anew is signing: it needs the same proof.
        guard decision != .fileAnew || hasJustProven else { return askForProof() }
        overlay = .deciding(decision)
    }

    private mutating func askForProof() {
        system.say("Prove first who you are: lock the screen, unlock it, and choose again.", .warning)
    }

    /// Where every signature needs its own proof, unlocking just before is one.
    private var hasJustProven: Bool {
        !mustAuthenticate || system.signingPolicy?.graceMinutes == 0 && hasProven(within: 60)
    }

    private mutating func decide(_ decision: Decision) -> [Effect] {
        guard let entry = comparison?.entry, overlay == .deciding(decision) else { return [] }
        overlay = nil
        guard decision != .fileAnew || hasJustProven else {
            askForProof()
            return []
        }
        comparison = nil
        screen = .outbox
        return [.decide(entry, decision)]
    }

    private mutating func retryCompared() -> [Effect] {
        guard let comparison, comparison.canRetry else { return [] }
        let entry = comparison.entry
        self.comparison = nil
        screen = .outbox
        return retry(entry)
    }

    /// Asks the server again; what it lost is given back to it.
    mutating func retry(_ entry: OutboxEntry) -> [Effect] {
        if let resolution = entry.resolution {
            system.say("Decided: \(Wording(key: resolution)).")
            return []
        }
        if entry.lostAt != nil {
            system.say("Filing it again at \(entry.destination) …")
            return [.fileAgain(entry)]
        }
        guard entry.progress.state != .filed else {
            system.say("This report is filed; there is nothing to send.")
            return []
        }
        system.say("Asking \(entry.destination) …")
        return [.retry(entry.id), .syncNow]
    }
}
