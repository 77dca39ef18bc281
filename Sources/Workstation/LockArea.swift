public import Radiology
public import Wording

/// The screen is locked: nothing of a patient is shown, and no key does anything but type the passphrase.
public struct LockState: Hashable, Sendable {
    public var since: Instant
    /// What was typed of the passphrase; never shown.
    public internal(set) var typed = ""
    /// The passphrase is being tried.
    public internal(set) var isTrying = false
    public internal(set) var failure: Wording?

    public init(since: Instant) { self.since = since }

    mutating func erase() { typed = String(typed.dropLast()) }
}

/// When the screen locks by itself; `nil` where there is no passphrase to unlock it with.
public struct LockPolicy: Hashable, Sendable {
    /// Minutes without a key; 0: never by idleness.
    public var idleMinutes: Int
    /// However busy the reader is, after so many hours it is asked who sits here (SAFETY › Lock).
    public static let mostHours = 12

    public init(idleMinutes: Int) { self.idleMinutes = idleMinutes }
}

extension WorkstationState {
    /// Locks when it is time. Everything typed goes to the store first, and comes back as it was.
    mutating func lockIfDue() -> [Effect] {
        guard let policy = system.lockPolicy, system.lock == nil else { return [] }
        let idle = system.now.seconds(since: system.lastKey)
        let isIdle = policy.idleMinutes > 0 && idle >= Double(policy.idleMinutes) * 60
        let isLong = system.now.seconds(since: system.unlockedAt) >= Double(LockPolicy.mostHours) * 3600
        return isIdle || isLong ? lock() : []
    }

    mutating func lock() -> [Effect] {
        guard system.lockPolicy != nil else {
            system.say("This store has no passphrase, so there is nothing to lock it with.", .warning)
            return []
        }
        guard system.lock == nil else { return [] }
        system.lock = LockState(since: system.now)
        signing?.credential = nil
        return saveDraft() + leftSaves
    }

    mutating func handle(_ message: LockMessage) -> [Effect] {
        guard system.lock != nil else { return [] }
        switch message {
        case .typed(let text): system.lock?.typed += text
        case .erased: system.lock?.erase()
        case .confirmed:
            guard let lock = system.lock, !lock.isTrying, !lock.typed.isEmpty else { return [] }
            system.lock?.typed = ""
            system.lock?.failure = nil
            system.lock?.isTrying = true
            return [.unlock(lock.typed)]
        case .unlocked:
            system.lock = nil
            system.lastKey = system.now
            system.unlockedAt = system.now
            system.authenticatedAt = system.now
            return reloadWorklist() + [.loadCounts, .loadOutbox]
        case .refused(let why):
            system.lock?.isTrying = false
            system.lock?.failure = why
        }
        return []
    }
}
