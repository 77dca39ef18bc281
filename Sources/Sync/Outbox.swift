public import Radiology

public struct OutboxEntryID: Hashable, Codable, Sendable, Comparable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }

    public static func < (left: OutboxEntryID, right: OutboxEntryID) -> Bool { left.rawValue < right.rawValue }
}

/// SHA-256 of the frozen bytes, in lower-case hexadecimal.
public struct ContentDigest: Hashable, Codable, Sendable {
    public let hexadecimal: String
    public init(hexadecimal: String) { self.hexadecimal = hexadecimal }

    /// Enough to compare by eye: `7f3a c01e`.
    public var short: String {
        "\(hexadecimal.prefix(4)) \(hexadecimal.dropFirst(4).prefix(4))"
    }
}

/// Where a signed version stands at one destination. Every signed version is in exactly one of these, always.
public enum FilingState: String, Hashable, Codable, Sendable, CaseIterable {
    /// Not sent, or known not to have arrived.
    case queued
    /// Sent, or about to be: whether it arrived is not known until the server was asked.
    case unknown
    /// Read back with the same digest.
    case filed
    /// The server will not take it; a person must act.
    case rejected
    /// The server holds something else in its place; both are kept and a person must act.
    case conflict
}

/// One signed report version on its way to one destination.
public struct OutboxEntry: Hashable, Codable, Sendable {
    public var id: OutboxEntryID
    public var version: ReportVersionID
    public var report: ReportID
    public var versionNumber: Int
    public var destination: DestinationName
    public var document: DocumentReference
    public var digest: ContentDigest
    public var signedAt: Instant
    public var progress: FilingProgress
    /// Since when the server does not have any more what was filed there, as looking again found.
    public var lostAt: Instant?
    /// What the reader decided about a report that cannot be filed; it is not sent any more.
    public var resolution: String?

    public init(
        id: OutboxEntryID, version: ReportVersionID, report: ReportID, versionNumber: Int,
        destination: DestinationName, document: DocumentReference, digest: ContentDigest, signedAt: Instant,
        progress: FilingProgress, lostAt: Instant? = nil, resolution: String? = nil
    ) {
        self.lostAt = lostAt
        self.resolution = resolution
        self.id = id
        self.version = version
        self.report = report
        self.versionNumber = versionNumber
        self.destination = destination
        self.document = document
        self.digest = digest
        self.signedAt = signedAt
        self.progress = progress
    }
}

extension OutboxEntry {
    /// Whether a person must act: it cannot be filed, or is not there any more.
    public var needsDecision: Bool {
        switch progress.state {
        case .rejected, .conflict: resolution == nil
        case .filed: lostAt != nil
        case .queued, .unknown: false
        }
    }
}

/// The part of an outbox entry that changes.
public struct FilingProgress: Hashable, Codable, Sendable {
    public var state: FilingState
    /// How often it was sent, or was about to be.
    public var attempts: Int
    /// Not before this; `nil` means as soon as possible.
    public var nextAttempt: Instant?
    /// The last thing the server, or the way to it, said.
    public var lastAnswer: String?
    public var filedAt: Instant?

    public init(
        state: FilingState = .queued, attempts: Int = 0, nextAttempt: Instant? = nil, lastAnswer: String? = nil,
        filedAt: Instant? = nil
    ) {
        self.state = state
        self.attempts = attempts
        self.nextAttempt = nextAttempt
        self.lastAnswer = lastAnswer
        self.filedAt = filedAt
    }
}

/// An outbox entry with the report it carries, as a screen lists it.
public struct OutboxItem: Hashable, Codable, Sendable {
    public var entry: OutboxEntry
    public var version: ReportVersion
    /// Final reports of others on the same study, which the reader has not decided about.
    public var rivals: [PriorReport]
    /// How urgently the study was asked for.
    public var priority: Priority

    public init(
        entry: OutboxEntry, version: ReportVersion, rivals: [PriorReport] = [], priority: Priority = .routine
    ) {
        self.rivals = rivals
        self.priority = priority
        self.entry = entry
        self.version = version
    }
}

extension OutboxItem {
    /// Whether it should have been filed by now: after half an hour, or five minutes where lives depend on it.
    public func isLate(at now: Instant) -> Bool {
        guard entry.progress.state != .filed, entry.resolution == nil else { return false }
        return now.seconds(since: entry.signedAt) > (priority == .stat ? 300 : 1800)
    }
}

/// Conservation (SAFETY invariant 4): what was signed is filed, queued, unknown, rejected or in conflict.
public struct OutboxCounts: Hashable, Codable, Sendable {
    public var signed: Int
    public var byState: [FilingState: Int]
    /// Entries in conflict or rejected that the reader has decided about, by state: part of `byState`.
    public var resolved: [FilingState: Int]
    /// Filed entries that are not there any more.
    public var lost: Int
    /// Studies with two final reports that nobody has decided about.
    public var rivals: Int

    public init(
        signed: Int, byState: [FilingState: Int], resolved: [FilingState: Int] = [:], lost: Int = 0, rivals: Int = 0
    ) {
        self.resolved = resolved
        self.lost = lost
        self.rivals = rivals
        self.signed = signed
        self.byState = byState
    }

    public subscript(state: FilingState) -> Int { byState[state, default: 0] }

    public var unsent: Int { signed - self[.filed] - resolved.values.reduce(0, +) }

    /// Those in this state that a person still has to decide about.
    public func open(_ state: FilingState) -> Int { self[state] - resolved[state, default: 0] }

    public var isConserved: Bool { signed == byState.values.reduce(0, +) }
}
