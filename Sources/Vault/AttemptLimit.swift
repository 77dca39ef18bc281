/// How often a passphrase or PIN may be tried: a few times at once, then after waits that double, then not at all.
///
/// A value: it reads no clock. Times are passed in, as durations since any fixed moment.
public struct AttemptLimit: Hashable, Sendable, Codable {
    public struct Policy: Hashable, Sendable, Codable {
        /// Wrong tries before the first wait.
        public var free: Int
        public var firstWait: Duration
        public var longestWait: Duration
        /// Wrong tries in a row after which only another credential helps.
        public var most: Int

        public init(free: Int, firstWait: Duration, longestWait: Duration, most: Int) {
            self.free = free
            self.firstWait = firstWait
            self.longestWait = longestWait
            self.most = most
        }

        /// Argon2 makes each try expensive already; waiting is against someone at the keyboard.
        public static let passphrase = Policy(
            free: 3, firstWait: .seconds(2), longestWait: .seconds(900), most: .max)
        /// Ten thousand PINs are few: after ten wrong ones the passphrase is asked for.
        public static let pin = Policy(free: 3, firstWait: .seconds(5), longestWait: .seconds(300), most: 10)
    }

    public enum Verdict: Hashable, Sendable {
        case allowed
        case wait(Duration)
        case exhausted
    }

    public let policy: Policy
    public private(set) var failures = 0
    private var lastFailure = Duration.zero

    public init(_ policy: Policy) { self.policy = policy }

    /// What to answer to a try at `now`, before looking at it.
    public func verdict(at now: Duration) -> Verdict {
        guard failures < policy.most else { return .exhausted }
        // A clock set back must not make the wait longer than it ever was.
        let wait = min(lastFailure + self.wait - now, self.wait)
        return wait > .zero ? .wait(wait) : .allowed
    }

    public mutating func failed(at now: Duration) {
        failures += 1
        lastFailure = now
    }

    public mutating func succeeded() { self = AttemptLimit(policy) }

    private var wait: Duration {
        guard failures >= policy.free else { return .zero }
        // 2^20 times the shortest wait is longer than any longest one; more would overflow.
        return min(policy.firstWait * (1 << min(failures - policy.free, 20)), policy.longestWait)
    }
}
