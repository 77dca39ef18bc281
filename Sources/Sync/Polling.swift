public import Radiology

/// When the worklist is asked for next: steadily while the server answers, ever more rarely while it does not.
public struct Polling: Hashable, Sendable {
    public private(set) var lastSuccess: Instant?
    /// Since when the server has not answered; `nil` while it does.
    public private(set) var offlineSince: Instant?
    public private(set) var lastFailure: ServerFailure?
    private var failures = 0
    private var isPulling = false
    /// Asked for while one was under way: what that one brings may be older than the asking.
    private var isAskedAgain = false
    private var next: Instant?
    private let interval: Double

    /// - Parameter interval: seconds between pulls.
    public init(interval: Double) { self.interval = interval }

    /// Whether a pull should start now; if so, it counts as started.
    public mutating func start(at now: Instant, asked: Bool = false) -> Bool {
        if isPulling {
            isAskedAgain = isAskedAgain || asked
            return false
        }
        // A wait longer than any is a clock that was set back.
        let isDue = next.map { $0 <= now || $0.seconds(since: now) > max(interval, RetryDelay.longest) } ?? true
        guard asked || isDue else { return false }
        isPulling = true
        return true
    }

    public mutating func succeeded(at now: Instant) {
        isPulling = false
        failures = 0
        lastSuccess = now
        offlineSince = nil
        lastFailure = nil
        next = isAskedAgain ? now : now.adding(seconds: interval)
        isAskedAgain = false
    }

    public mutating func failed(_ failure: ServerFailure, at now: Instant) {
        isPulling = false
        failures += 1
        lastFailure = failure
        offlineSince = offlineSince ?? now
        next = now.adding(seconds: min(RetryDelay.afterAttempt(failures + 1), max(interval, 4)))
        isAskedAgain = false
    }

    public var nextPull: Instant? { next }
}
