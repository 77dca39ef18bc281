public import Radiology

/// What happened. Every fact carries the time at which it did.
public enum FilingFact: Hashable, Sendable {
    /// The outbox table, whole: at start, and whenever a transaction changed it.
    case loaded([OutboxEntry])
    case recorded(OutboxEntryID)
    case recordFailed(OutboxEntryID, String)
    case sent(OutboxEntryID, SendOutcome)
    case readBack(OutboxEntryID, ReadBackOutcome)
    /// The reader asked for a round now: nothing waits any longer.
    case asked
    /// The reader asked to try a rejected or conflicting entry again.
    case retried(OutboxEntryID)
    case wentOffline
    case wentOnline
    case ticked
}

/// What to do next, in order. A `record` is durable before its `recorded` is reported.
public enum FilingOrder: Hashable, Sendable {
    case record(OutboxEntryID, FilingProgress)
    case send(OutboxEntryID)
    case readBack(OutboxEntryID)
    /// Report `ticked` at this time, if nothing happened before.
    case wake(Instant)
}

/// Files every signed report version at every destination, effectively once.
///
/// The law (SAFETY › Filing): an entry is recorded as `unknown` before its bytes leave, so that a crash between
/// sending and hearing the answer is known to be one; from `unknown` the server is asked first and the same bytes
/// are sent again only if it does not have them; `filed` is recorded only after reading back the same digest.
public struct FilingMachine: Sendable {
    /// What is under way for an entry. At most one thing, and at most one entry for each destination.
    enum Step: Hashable, Sendable {
        case recordingIntent
        case sending
        case readingBack(SendOutcome?)
        case recordingResult
    }

    var entries: [OutboxEntryID: OutboxEntry] = [:]
    var steps: [OutboxEntryID: Step] = [:]
    /// A destination that could not be reached, or refused us, is left alone until this time.
    var heldUntil: [DestinationName: Instant] = [:]
    /// When each entry last had its turn, counted and not timed: the clock decides no order (invariant 20).
    var turns: [OutboxEntryID: Int] = [:]
    var turn = 0
    /// How often in a row the server could not be asked for an entry.
    var failedAsks: [OutboxEntryID: Int] = [:]
    public private(set) var isOnline = true

    public init() {}

    public func isBusy(_ id: OutboxEntryID) -> Bool { steps[id] != nil }

    public var isIdle: Bool { steps.isEmpty }

    public func entry(_ id: OutboxEntryID) -> OutboxEntry? { entries[id] }

    public mutating func handle(_ fact: FilingFact, at now: Instant) -> [FilingOrder] {
        var orders: [FilingOrder] = []
        switch fact {
        case .loaded(let loaded): load(loaded)
        case .recorded(let id): orders += recorded(id)
        case .recordFailed(let id, let why): recordFailed(id, why, now)
        case .sent(let id, let outcome): orders += sent(id, outcome, now)
        case .readBack(let id, let outcome): orders += readBack(id, outcome, now)
        case .asked: forgetWaiting()
        case .retried(let id): orders += retried(id)
        case .wentOffline: isOnline = false
        case .wentOnline:
            isOnline = true
            forgetWaiting()
        case .ticked: break
        }
        return orders + nextSteps(now)
    }

    /// An entry under way keeps what this machine knows of it: the table lags behind a recording.
    private mutating func load(_ loaded: [OutboxEntry]) {
        var fresh: [OutboxEntryID: OutboxEntry] = [:]
        for entry in loaded {
            fresh[entry.id] = steps[entry.id] == nil ? entry : entries[entry.id] ?? entry
        }
        for id in steps.keys where fresh[id] == nil { fresh[id] = entries[id] }
        entries = fresh
    }

    private mutating func forgetWaiting() {
        heldUntil = [:]
        for (id, entry) in entries where entry.progress.nextAttempt != nil && steps[id] == nil {
            entries[id]?.progress.nextAttempt = nil
        }
    }
}
