public import Radiology

/// When a filed report is looked for again: a server restored from an older backup has lost it, and nobody else would
/// notice.
public enum Rechecking {
    /// Hours after filing: soon, the next day, after a week, after a month.
    static let hours: [Double] = [1, 24, 7 * 24, 30 * 24]

    /// The next time after `now`; `nil` when it was looked for often enough.
    public static func next(filedAt: Instant, now: Instant) -> Instant? {
        hours.map { filedAt.adding(seconds: $0 * 3600) }.first { $0 > now }
    }
}
