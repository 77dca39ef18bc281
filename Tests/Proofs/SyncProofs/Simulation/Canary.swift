public import ArgumentParser

/// A defect put in on purpose: the simulation must find it, or its silence about the real code means nothing.
public enum Canary: String, CaseIterable, Sendable, ExpressibleByArgument {
    case acknowledgedBeforeCommit = "ack-before-commit"
    case outboxLostOnSign = "outbox-lost-on-sign"
    case auditLostOnSign = "audit-lost-on-sign"
    case droppedOn4xx = "dropped-on-4xx"
    case rejectedNotShown = "rejected-not-shown"
    case twoSenders = "two-senders"
    case lastWriterWins = "last-writer-wins"
    case identityReboundAtSend = "identity-rebound-at-send"
    case identityCheckedAtOpenOnly = "identity-checked-at-open-only"
    case seriesNotCompared = "series-not-compared"
    case newUIDOnRetry = "new-uid-on-retry"
    case editedBytesOnRetry = "retry-with-edited-bytes"
    case filedWithoutReadBack = "filed-without-read-back"
    case ignored409And412 = "ignored-409-412"
    case addendumBeforeParent = "addendum-before-parent"
    case lostClaimNotTold = "lost-claim-not-told"
    case stealDiscardsDraft = "steal-discards-draft"
    case poisonBlocksQueue = "poison-blocks-queue"
    case orderByWallClock = "order-by-wall-clock"
    case unseeded = "unseeded"

    /// The invariant that has to notice.
    var invariant: Invariant {
        switch self {
        case .acknowledgedBeforeCommit: .durable
        case .outboxLostOnSign, .auditLostOnSign: .atomic
        case .droppedOn4xx: .conserved
        case .rejectedNotShown: .visible
        case .twoSenders: .oneLiveEffect
        case .lastWriterWins: .baseVersion
        case .identityReboundAtSend: .sameIdentity
        case .identityCheckedAtOpenOnly: .reidentified
        case .seriesNotCompared: .acknowledged
        case .newUIDOnRetry, .editedBytesOnRetry: .sameBytes
        case .filedWithoutReadBack, .ignored409And412: .readBack
        case .addendumBeforeParent: .parentFirst
        case .lostClaimNotTold: .bothFinals
        case .stealDiscardsDraft: .claimKeepsDraft
        case .poisonBlocksQueue: .drains
        case .orderByWallClock: .clockDecidesNothing
        case .unseeded: .reproducible
        }
    }
}

/// What goes wrong around the workstations, and what people change there.
enum Fault: Int, CaseIterable, Sendable {
    // On the way.
    case connectionRefused, resetBeforeArrival, resetAfterArrival, acknowledgementLost, acknowledgementLate
    case acknowledgementMisrouted, requestDuplicated, requestLate, slow
    // At the server.
    case status401, status403, status409, status412, status413, status422, status429, status500, status503
    case lying, partial, altered, poison, restored, askFailed, askMisrouted
    // At the workstation.
    case crashBeforeEffect, crashAfterEffect, crashBeforeCommit, crashAfterCommit, powerCut, diskFull, unreadable
    case clockJump, offline, secondSession
    // In the world.
    case patientChanged, accessionChanged, seriesAdded, seriesRejected, claimStolen

    /// Those a schedule plans ahead; the others strike when their moment comes.
    static let planned: [Fault] = [
        .restored, .powerCut, .clockJump, .offline, .secondSession, .patientChanged, .accessionChanged, .seriesAdded,
        .seriesRejected, .claimStolen,
    ]
}

/// What must always hold (SAFETY lists them by these numbers).
enum Invariant: Int, CaseIterable, Comparable, Sendable {
    case durable = 1
    case atomic = 2
    case conserved = 4
    case visible = 5
    case oneLiveEffect = 6
    case baseVersion = 7
    case sameIdentity = 8
    case reidentified = 9
    case acknowledged = 10
    case sameBytes = 11
    case readBack = 12
    case parentFirst = 13
    case bothFinals = 14
    case claimKeepsDraft = 15
    case drains = 16
    case reproducible = 17
    case clockDecidesNothing = 20

    static func < (left: Invariant, right: Invariant) -> Bool { left.rawValue < right.rawValue }
}

/// The first thing in a schedule that did not hold.
struct Breach: Error, Hashable, Sendable, CustomStringConvertible {
    var invariant: Invariant
    var sentence: String

    var description: String { "invariant \(invariant.rawValue) (\(invariant)): \(sentence)" }
}
