/// One line of the worklist: what the server told, and what this workstation knows beside it.
///
/// A value of one word, since lists are copied and looked through at every key: what the row holds is kept once for all
/// its copies.
public struct WorklistRow: Sendable {
    private struct Contents: Hashable, Sendable {
        var item: WorklistItem
        var status: ReadingStatus
        var priorCount: Int
        var actionable: ActionableFinding?
    }

    private final class Shared: Sendable {
        let contents: Contents

        init(_ contents: Contents) { self.contents = contents }
    }

    private var shared: Shared

    public init(
        item: WorklistItem, status: ReadingStatus, priorCount: Int, actionable: ActionableFinding? = nil
    ) {
        shared = Shared(Contents(item: item, status: status, priorCount: priorCount, actionable: actionable))
    }

    public var item: WorklistItem {
        get { shared.contents.item }
        set { change { $0.item = newValue } }
    }

    public var status: ReadingStatus {
        get { shared.contents.status }
        set { change { $0.status = newValue } }
    }

    public var priorCount: Int { shared.contents.priorCount }

    /// The oldest finding nobody was told of yet.
    public var actionable: ActionableFinding? {
        get { shared.contents.actionable }
        set { change { $0.actionable = newValue } }
    }

    public var uid: StudyInstanceUID { shared.contents.item.study.uid }

    /// Whether its report is still this reader's to write: nobody else reads it, and it is not signed.
    public var waitsForReader: Bool {
        switch status {
        case .unread, .claimed: true
        case .draft: shared.contents.item.claim.map { $0.transaction != nil } ?? true
        case .readBy, .signedHere, .filed, .needsAttention: false
        }
    }

    /// When its report is expected.
    public func due(by targets: ReadingTargets) -> Instant {
        targets.due(shared.contents.item)
    }

    /// Whether both are copies of one row; others may still say the same.
    public func isCopy(of other: WorklistRow) -> Bool { shared === other.shared }

    private mutating func change(_ body: (inout Contents) -> Void) {
        var contents = shared.contents
        body(&contents)
        shared = Shared(contents)
    }
}

extension WorklistRow: Hashable {
    public static func == (left: WorklistRow, right: WorklistRow) -> Bool {
        left.shared === right.shared || left.shared.contents == right.shared.contents
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(uid) }
}
