import Radiology
import Sync
import Terminal
import Wording
import Workstation

/// The words and marks of the screens, in one place. Nothing is told by colour alone.
enum Words {
    static func priority(_ priority: Priority) -> String {
        switch priority {
        case .stat: tr("STAT")
        case .urgent: tr("urg")
        case .routine: tr("rout")
        }
    }

    static func role(_ priority: Priority) -> Role {
        switch priority {
        case .stat: .stat
        case .urgent: .urgent
        case .routine: .secondary
        }
    }

    static func role(_ tone: SystemState.Notice.Tone) -> Role {
        switch tone {
        case .quiet: .status
        case .success: .success
        case .warning: .warning
        }
    }

    /// `0:07`, `3:12`, `4d`: hours and minutes from one time to another, in at most five cells.
    static func span(_ from: Instant, _ to: Instant) -> String {
        let minutes = Int(to.seconds(since: from) / 60)
        // `-10:00` would be six.
        if minutes <= -6000 { return "-\(min(999, -minutes / 1440))d" }
        if minutes <= -600 { return "-\(-minutes / 60)h" }
        if minutes < 0 { return "-" + span(to, from) }
        if minutes >= 5940 { return "\(min(9999, minutes / 1440))d" }
        let rest = minutes % 60
        return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    static func status(_ status: ReadingStatus) -> String {
        switch status {
        case .unread: ""
        case .claimed: tr("mine")
        case .readBy(let name): tr("reading \(name)")
        case .draft: tr("draft")
        case .signedHere(let status): tr("signed \(word(status)), unsent")
        case .filed(let status): tr("filed \(word(status)) ✓")
        case .needsAttention: tr("! see outbox")
        }
    }

    static func word(_ status: ReportStatus) -> String {
        switch status {
        case .partial: tr("partial")
        case .preliminary: tr("prelim")
        case .unverified: tr("unverified")
        case .final: tr("final")
        }
    }

    /// A finding nobody was told of yet.
    static func role(_ finding: ActionableFinding) -> Role { finding.category == .critical ? .error : .warning }

    static func role(_ status: ReadingStatus) -> Role {
        switch status {
        case .unread: .text
        case .claimed, .draft: .accent
        case .readBy: .secondary
        case .signedHere: .warning
        case .filed: .success
        case .needsAttention: .error
        }
    }

    static func state(_ entry: OutboxEntry) -> String {
        if entry.resolution != nil { return tr("decided") }
        if entry.lostAt != nil { return tr("NOT THERE ANY MORE") }
        return switch entry.progress.state {
        case .queued: entry.progress.attempts == 0 ? tr("queued") : tr("queued again")
        case .unknown: tr("unknown, asking")
        case .filed: tr("filed, verified ✓")
        case .rejected: tr("REJECTED")
        case .conflict: tr("CONFLICT")
        }
    }

    static func role(_ entry: OutboxEntry) -> Role {
        if entry.needsDecision { return .error }
        return entry.resolution == nil ? role(entry.progress.state) : .secondary
    }

    static func role(_ state: FilingState) -> Role {
        switch state {
        case .queued: .text
        case .unknown: .warning
        case .filed: .success
        case .rejected, .conflict: .error
        }
    }

    static func list(_ worklist: Worklist) -> String { tr(worklist.title) }
}
