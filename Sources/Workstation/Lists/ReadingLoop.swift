public import Radiology
import Wording

// Read and next: the most urgent study nobody reads, one after the other; what is skipped comes back last; a STAT comes
// between, and what it interrupted is come back to.

extension WorkstationState {
    /// The next study of the list to read. What was put aside for a STAT is gone on with first.
    mutating func openNext(after uid: StudyInstanceUID?) -> [Effect] {
        if let interrupted = interrupted.popLast() { return open(interrupted, reporting: true) }
        return seek(Seeking(after: uid))
    }

    /// Looks through the list from its top.
    private mutating func seek(_ seeking: Seeking) -> [Effect] {
        guard worklist.offset > 0 else { return openNext(inMemory: seeking) }
        // The first ones are not in memory.
        worklist.seeking = seeking
        worklist.selected = 0
        worklist.top = 0
        screen = .worklist
        return reloadWorklist(following: false)
    }

    /// What came is looked through; where nothing in it is unread, the next part of the list is asked for.
    mutating func seekOn() -> [Effect] {
        guard let seeking = worklist.seeking else { return [] }
        worklist.seeking = nil
        return openNext(inMemory: seeking)
    }

    private mutating func openNext(inMemory seeking: Seeking) -> [Effect] {
        if let next = worklist.rows.firstIndex(where: { seeking.takes($0) && !worklist.skipped.contains($0.uid) }) {
            // Back in the list, the cursor is where the reading got to.
            worklist.selected = worklist.offset + next
            if worklist.rows[next].status == .draft { system.say("No unread study is left; this one you had begun.") }
            return open(worklist.rows[next], reporting: true)
        }
        screen = .worklist
        let end = worklist.offset + worklist.rows.count
        if end < worklist.total, !worklist.rows.isEmpty {
            worklist.seeking = seeking
            worklist.selected = min(end + WorklistState.window / 2, worklist.total - 1)
            return reloadWorklist(following: false)
        }
        if !seeking.takesDrafts { return seek(Seeking(after: seeking.after, takesDrafts: true)) }
        if !worklist.skipped.isEmpty {
            worklist.skipped = []
            system.say("Only what you skipped is left; read next begins with it.")
        } else {
            system.say("No unread study is left in this list.")
        }
        return reloadWorklist()
    }

    /// Not now: the loop goes on without this study, and comes to it when nothing else is left.
    mutating func skip() -> [Effect] {
        guard let row = screen == .worklist ? worklist.selectedRow : study?.row else { return [] }
        worklist.skipped.insert(row.uid)
        let leaving = editor == nil ? [] : leaveReport(to: .worklist, saying: nil)
        return leaving + openNext(after: row.uid)
    }

    /// Puts aside what is being read and asks for the most urgent STAT that waits for this reader.
    mutating func readSTAT() -> [Effect] {
        if screen == .report, let row = study?.row, row.item.priority == .stat {
            system.say("This is a STAT study.")
            return []
        }
        return [.findSTAT]
    }

    mutating func foundSTAT(_ row: WorklistRow?) -> [Effect] {
        guard let row else {
            system.say("No STAT study waits to be read.")
            return []
        }
        guard overlay == nil, signing == nil else { return [] }
        if screen == .study || screen == .report, row.uid == study?.uid {
            system.say("This is the most urgent STAT study.")
            return []
        }
        var effects: [Effect] = keepEdited()
        if screen == .library, library?.editing?.isChanged == true {
            system.say("What you were editing is kept; the library goes on with it.")
        }
        if let interrupted = study?.row, editor != nil {
            effects += leaveReport(to: .worklist, saying: nil)
            self.interrupted.removeAll { $0.uid == interrupted.uid }
            self.interrupted.append(interrupted)
            system.say("Put aside; read next comes back to it.")
        }
        return effects + open(row, reporting: true)
    }

    /// Goes on with what a STAT interrupted.
    mutating func comeBack() -> [Effect] {
        guard let row = interrupted.popLast() else {
            system.say("Nothing was put aside for a STAT.")
            return []
        }
        let leaving = editor == nil ? [] : leaveReport(to: .worklist, saying: nil)
        return leaving + open(row, reporting: true)
    }

    /// Minutes a report takes this reader: the median of the last ones, without the pauses.
    mutating func measurePace(since last: Instant?, at now: Instant) {
        guard let last else { return }
        let minutes = now.seconds(since: last) / 60
        // Longer than half an hour is a pause, not a report.
        guard minutes > 0, minutes <= 30 else { return }
        worklist.paces = (worklist.paces + [minutes]).suffix(15)
    }
}

extension WorklistState {
    /// Minutes a report takes; five as long as too few were signed to know better.
    public var pace: Double {
        guard paces.count >= 3 else { return 5 }
        return paces.sorted()[paces.count / 2]
    }

    /// How late a study's report will be at the reader's pace, in minutes, when all before it in the list are read
    /// first; `nil` where it will be in time, or somebody has it, or the list does not stand by urgency.
    public func projectedDelay(of index: Int, at now: Instant, _ targets: ReadingTargets) -> Double? {
        guard query.order == .urgency, query.worklist != .signed, let row = row(at: index),
            row.status == .unread || row.status == .claimed || row.status == .draft
        else { return nil }
        // Of the rows above those in memory it is supposed that all wait.
        let before = offset + waitingBefore[index - offset]
        let done = now.adding(seconds: Double(before + 1) * pace * 60)
        let delay = done.seconds(since: row.due(by: targets)) / 60
        return delay > 0 ? delay : nil
    }
}

/// The search for the next study, while the list is read from its beginning.
struct Seeking: Hashable, Sendable {
    var after: StudyInstanceUID?
    /// Nothing unread is left: what was begun here comes last.
    var takesDrafts = false

    func takes(_ row: WorklistRow) -> Bool {
        row.uid != after && row.waitsForReader && (takesDrafts || row.status != .draft)
    }
}
