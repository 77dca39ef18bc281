import Radiology

extension FilingMachine {
    /// Picks what can start now: for each destination the entry that waited longest for its turn, is due, and whose
    /// parent is filed. An entry that fails again and again thus delays no other (invariant 16).
    mutating func nextSteps(_ now: Instant) -> [FilingOrder] {
        guard isOnline else { return [] }
        var orders: [FilingOrder] = []
        var busy = Set(steps.keys.compactMap { entries[$0]?.destination })
        // What cannot start is left out before anything is sorted: after most facts that is everything.
        let ready = entries.values
            .filter { !busy.contains($0.destination) && isDue($0, now) && !waitsForParent($0) }
            .map { (turn: turns[$0.id, default: 0], entry: $0) }
            .sorted { ($0.turn, $0.entry.id) < ($1.turn, $1.entry.id) }
        for (_, entry) in ready where busy.insert(entry.destination).inserted {
            orders.append(begin(entry))
        }
        if let wake = nextWake(now, busy: busy) { orders.append(.wake(wake)) }
        return orders
    }

    private mutating func begin(_ entry: OutboxEntry) -> FilingOrder {
        turn += 1
        turns[entry.id] = turn
        if entry.progress.state == .unknown {
            steps[entry.id] = .readingBack(nil)
            return .readBack(entry.id)
        }
        var progress = entry.progress
        progress.state = .unknown
        progress.attempts += 1
        progress.nextAttempt = nil
        return record(entry.id, progress, as: .recordingIntent)
    }

    mutating func record(_ id: OutboxEntryID, _ progress: FilingProgress, as step: Step) -> FilingOrder {
        entries[id]?.progress = progress
        steps[id] = step
        return .record(id, progress)
    }

    private func isDue(_ entry: OutboxEntry, _ now: Instant) -> Bool {
        guard entry.progress.state == .queued || entry.progress.state == .unknown else { return false }
        if let held = heldUntil[entry.destination], !hasCome(held, now) { return false }
        return entry.progress.nextAttempt.map { hasCome($0, now) } ?? true
    }

    /// No wait is longer than the longest: if it seems so, the clock was set back, and the time has come.
    private func hasCome(_ time: Instant, _ now: Instant) -> Bool {
        time <= now || time.seconds(since: now) > RetryDelay.longest
    }

    /// A later version is sent only when every earlier version of the report is filed there, or was decided
    /// about (invariant 13).
    public func waitsForParent(_ entry: OutboxEntry) -> Bool {
        // The first version has no parent; and numbers are compared before names.
        entry.versionNumber > 1
            && entries.values.contains {
                $0.versionNumber < entry.versionNumber && $0.progress.state != .filed && $0.resolution == nil
                    && $0.report == entry.report && $0.destination == entry.destination
            }
    }

    private func nextWake(_ now: Instant, busy: Set<DestinationName>) -> Instant? {
        var next: Instant?
        for entry in entries.values where entry.progress.state == .queued || entry.progress.state == .unknown {
            let time = max(entry.progress.nextAttempt ?? now, heldUntil[entry.destination] ?? now)
            guard time > now, next.map({ time < $0 }) ?? true else { continue }
            if !busy.contains(entry.destination), !waitsForParent(entry) { next = time }
        }
        return next
    }
}

// MARK: - What came of it

extension FilingMachine {
    mutating func recorded(_ id: OutboxEntryID) -> [FilingOrder] {
        switch steps[id] {
        case .recordingIntent:
            steps[id] = .sending
            return [.send(id)]
        case .recordingResult:
            steps[id] = nil
            return []
        case .sending, .readingBack, nil:
            return []
        }
    }

    /// The table was not changed (a full disk): nothing is sent, and what the table says stays the truth.
    mutating func recordFailed(_ id: OutboxEntryID, _ why: String, _ now: Instant) {
        guard let step = steps.removeValue(forKey: id), var progress = entries[id]?.progress else { return }
        // Before sending, the table still says queued; after it, it says unknown, and the server is asked again.
        progress.state = step == .recordingIntent ? .queued : .unknown
        progress.lastAnswer = why
        progress.nextAttempt = now.adding(seconds: RetryDelay.afterLocalFailure)
        entries[id]?.progress = progress
    }

    mutating func sent(_ id: OutboxEntryID, _ outcome: SendOutcome, _ now: Instant) -> [FilingOrder] {
        guard steps[id] == .sending, let entry = entries[id] else { return [] }
        var progress = entry.progress
        switch outcome {
        case .notSent(let why):
            progress.lastAnswer = why
            return [backToQueue(entry, progress, holding: RetryDelay.afterAttempt(progress.attempts), now)]
        case .unauthorized(let why):
            progress.lastAnswer = why
            return [backToQueue(entry, progress, holding: RetryDelay.afterUnauthorized, now)]
        case .deferred(let why, let seconds):
            progress.lastAnswer = why
            let asked = seconds.flatMap { $0.isFinite ? $0 : nil } ?? RetryDelay.afterAttempt(progress.attempts)
            let delay = min(max(asked, 1), RetryDelay.longest)
            return [backToQueue(entry, progress, holding: delay, now)]
        case .unsendable(let why):
            progress.state = .rejected
            progress.lastAnswer = why
            return [record(id, progress, as: .recordingResult)]
        case .accepted, .refused, .clashed, .unknown:
            // Even a refusal is looked into: servers have stored what they said they refused.
            steps[id] = .readingBack(outcome)
            return [.readBack(id)]
        }
    }

    private mutating func backToQueue(
        _ entry: OutboxEntry, _ progress: FilingProgress, holding delay: Double, _ now: Instant
    ) -> FilingOrder {
        var progress = progress
        progress.state = .queued
        progress.nextAttempt = now.adding(seconds: delay)
        heldUntil[entry.destination] = progress.nextAttempt
        return record(entry.id, progress, as: .recordingResult)
    }

    mutating func readBack(_ id: OutboxEntryID, _ outcome: ReadBackOutcome, _ now: Instant) -> [FilingOrder] {
        guard case .readingBack(let answer) = steps[id], let entry = entries[id] else { return [] }
        var progress = entry.progress
        progress.nextAttempt = nil
        switch outcome {
        case .identical:
            progress.state = .filed
            progress.filedAt = now
            progress.lastAnswer = nil
        case .different:
            progress.state = .conflict
            progress.lastAnswer = "the server holds a different document under this identifier"
        case .absent:
            settleAbsent(&progress, after: answer, now)
        case .failed(let why):
            // The entry waits, the destination does not: it may be this one document that the server chokes on.
            failedAsks[id, default: 0] += 1
            progress.state = .unknown
            progress.lastAnswer = why
            progress.nextAttempt = now.adding(seconds: RetryDelay.afterAttempt(failedAsks[id, default: 1]))
            return [record(id, progress, as: .recordingResult)]
        }
        failedAsks[id] = nil
        return [record(id, progress, as: .recordingResult)]
    }

    private func settleAbsent(_ progress: inout FilingProgress, after answer: SendOutcome?, _ now: Instant) {
        switch answer {
        case .refused(let why):
            progress.state = .rejected
            progress.lastAnswer = why
        case .clashed(let why):
            progress.state = .conflict
            progress.lastAnswer = why
        case .accepted:
            progress.state = .queued
            progress.lastAnswer = "the server said it took the report, but does not have it"
            progress.nextAttempt = now.adding(seconds: RetryDelay.afterAttempt(progress.attempts))
        case .unknown(let why):
            progress.state = .queued
            progress.lastAnswer = why
            progress.nextAttempt = now.adding(seconds: RetryDelay.afterAttempt(progress.attempts))
        case nil, .notSent, .unsendable, .unauthorized, .deferred:
            // Asked after a restart: it never arrived, so it may go at once.
            progress.state = .queued
        }
    }

    mutating func retried(_ id: OutboxEntryID) -> [FilingOrder] {
        guard steps[id] == nil, let entry = entries[id], entry.progress.state != .filed else { return [] }
        heldUntil[entry.destination] = nil
        var progress = entry.progress
        // Asked before it is sent again: a refused document may be there all the same.
        progress.state = .unknown
        progress.nextAttempt = nil
        return [record(id, progress, as: .recordingResult)]
    }
}

/// Seconds to wait. Fixed, not random: one reader's few reports make no thundering herd.
enum RetryDelay {
    static let afterLocalFailure = 10.0
    static let afterUnauthorized = 300.0
    static let longest = 300.0

    /// 2, 4, 8 … 300 s.
    static func afterAttempt(_ attempts: Int) -> Double {
        min(Double(1 << min(max(attempts, 1), 10)), longest)
    }
}
