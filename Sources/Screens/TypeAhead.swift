public import Radiology
public import Terminal

/// Keys that were pressed before what they are meant for was on the screen.
///
/// A reader who types a filter, Enter and `r` without looking means the row that the filter finds, not the one that was
/// there before; and who types on while a report opens means the report. So these keys wait, but not for long.
public struct TypeAhead: Sendable {
    /// Seconds after which waiting keys are dropped rather than taken for something else.
    public static let patience = 3.0

    private var keys: [Key] = []
    private var since: Instant?

    public init() {}

    public mutating func add(_ pressed: [Key], at now: Instant) {
        for key in pressed {
            // Who gives up waiting does not want what was typed for it either.
            if key == .escape && since != nil { keys = [] }
            keys.append(key)
        }
        if !keys.isEmpty, since == nil { since = now }
    }

    /// The next key to act on. Escape never waits.
    public mutating func next(isHeld: Bool) -> Key? {
        guard let first = keys.first else {
            since = nil
            return nil
        }
        guard !isHeld || first == .escape else { return nil }
        return keys.removeFirst()
    }

    public var overdueAt: Instant? { since?.adding(seconds: TypeAhead.patience) }

    /// Drops what waited too long; tells whether there was anything.
    public mutating func dropsOverdue(at now: Instant) -> Bool {
        // A wait longer than any is a clock that was set back.
        guard let since, !keys.isEmpty, abs(now.seconds(since: since)) >= TypeAhead.patience else { return false }
        keys = []
        self.since = nil
        return true
    }
}
