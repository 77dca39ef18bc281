/// Who is reading a study.
public struct Claim: Hashable, Codable, Sendable {
    public var reader: String
    /// `nil` when another workstation holds the claim.
    public var transaction: TransactionUID?

    public init(reader: String, transaction: TransactionUID? = nil) {
        self.reader = reader
        self.transaction = transaction
    }
}

/// A study that waits to be read, as the server told of it.
public struct WorklistItem: Hashable, Codable, Sendable {
    public var study: Study
    public var priority: Priority
    /// When the study became readable: the waiting time runs from here.
    public var receivedAt: Instant
    public var scheduledAt: Instant?
    /// The UPS workitem; `nil` when the server keeps no worklist.
    public var workitem: WorkitemUID?
    public var claim: Claim?

    public init(
        study: Study, priority: Priority = .routine, receivedAt: Instant, scheduledAt: Instant? = nil,
        workitem: WorkitemUID? = nil, claim: Claim? = nil
    ) {
        self.study = study
        self.priority = priority
        self.receivedAt = receivedAt
        self.scheduledAt = scheduledAt
        self.workitem = workitem
        self.claim = claim
    }
}

/// Which rows a worklist tab holds.
public enum Worklist: Int, Hashable, Codable, Sendable, CaseIterable {
    case all, stat, mine, unclaimed, drafts, unsent, signed
    /// Somebody has still to be told of a finding.
    case tell
    /// Begun here and not final yet: a draft, or a preliminary report.
    case unsigned

    /// As the configuration writes it.
    public var name: String { "\(self)" }

    public init?(name: String) {
        guard let list = Worklist.allCases.first(where: { $0.name == name }) else { return nil }
        self = list
    }

    /// In the order in which screens show them, numbered from 1.
    public static let tabs: [Worklist] = [.all, .stat, .mine, .unclaimed, .drafts, .unsent, .signed, .tell, .unsigned]
}

/// Where the reading of a study stands, on this workstation.
public enum ReadingStatus: Hashable, Codable, Sendable {
    case unread
    case claimed
    case readBy(String)
    case draft
    /// Signed here, not yet verified at every destination.
    case signedHere(ReportStatus)
    case filed(ReportStatus)
    /// Signed here, but a destination refused it or holds something else: a person must look.
    case needsAttention
}

/// Which rows of the worklist, in which order.
public struct WorklistQuery: Hashable, Sendable {
    public var worklist: Worklist
    /// As the reader typed it; see ``WorklistFilter``.
    public var filter: String
    public var order: WorklistOrder

    public init(worklist: Worklist = .all, filter: String = "", order: WorklistOrder = .urgency) {
        self.worklist = worklist
        self.filter = filter
        self.order = order
    }

    /// Whether the list can be read in the order it is kept in, without looking at every row of it.
    public var isPlain: Bool { order == .urgency && filter.allSatisfy(\.isWhitespace) }
}

public struct WorklistPage: Hashable, Sendable {
    public var rows: [WorklistRow]
    /// The index of the first row.
    public var offset: Int
    /// How many rows the whole list has.
    public var total: Int

    public init(rows: [WorklistRow], offset: Int, total: Int) {
        self.rows = rows
        self.offset = offset
        self.total = total
    }
}
