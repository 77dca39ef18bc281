import Radiology
import Sync
import Wording

extension OutboxItem {
    /// A row for a study that is on no list in memory.
    var row: WorklistRow {
        WorklistRow(
            item: WorklistItem(study: version.study, receivedAt: version.signedAt),
            status: .filed(version.flags.status), priorCount: 0)
    }
}

extension WorkstationState {
    mutating func handle(_ message: SystemMessage) -> [Effect] {
        switch message {
        case .ticked(let now): return ticked(now)
        case .storeChanged: return reloadWorklist() + [.loadCounts, .loadOutbox]
        case .syncAsked:
            system.say(system.isOfflineByChoice ? "You are offline by choice; go online first." : "Syncing …")
            return system.isOfflineByChoice ? [] : [.syncNow]
        case .syncStarted: system.isSyncing = true
        case .progressed(let progress): system.progress = progress
        case .stopAsked: return stopFetching()
        case .tourAsked: system.tour = system.tour.map(\.next) ?? .first
        case .tourEnded: system.tour = nil
        case .pullSucceeded(let at): return pulled(at)
        case .pullFailed(let why, let since): pullFailed(why, since)
        case .filed(let version, let destination): return filed(version, destination)
        case .filingTroubled(let destination, let why):
            system.say("\(destination): \(why)", .warning)
            return [.loadOutbox, .loadCounts]
        case .rivalsFound(_, let name):
            system.say("\(name) signed a final report of a study of yours too: look at the outbox.", .warning)
            return [.loadOutbox, .loadCounts]
        case .offlineToggled: return toggleOffline()
        case .leaderTyped(let key):
            system.leader = key
            system.leaderSince = system.now
        case .leaderEnded: system.leader = nil
        case .redrawAsked: return [.redraw]
        case .keyPressed: system.lastKey = system.now
        case .lockAsked: return lock()
        case .paletteOpened: if overlay == nil { overlay = .palette(Finder()) }
        case .nextThemeAsked: return [.nextTheme]
        case .noticed(let text): system.say(text)
        case .suspendAsked: return saveDraft() + leftSaves + keepEdited() + [.suspend]
        case .failed(let why): system.say(why, .warning)
        case .helpToggled, .helpScrolled, .overlayClosed: lookAtOverlay(message)
        case .quitAsked, .quitConfirmed, .terminated: return end(message)
        }
        return []
    }

    private mutating func ticked(_ now: Instant) -> [Effect] {
        if now < system.now { clockWentBack(to: now) }
        let isNewMinute = now.millisecondsSince1970 / 60_000 != system.now.millisecondsSince1970 / 60_000
        system.now = now
        if let ends = system.noticeEnds, ends <= now { system.clearNotice() }
        // A list of what waits for less than two hours is another one a minute later.
        let aged = isNewMinute && screen == .worklist && worklist.dependsOnTime(system) ? reloadWorklist() : []
        return autosaveIfDue() + keepEditedIfDue() + resaveLeftDrafts() + lockIfDue() + aged
    }

    /// What waits for a time that would now come late is due at once: a corrected clock must not hold back a save.
    private mutating func clockWentBack(to now: Instant) {
        if editor?.unsavedSince != nil { editor?.unsavedSince = now.adding(seconds: -EditorState.autosaveDelay) }
        if let rested = editor?.restedAt { editor?.restedAt = min(rested, now) }
        if library?.editing?.unkeptSince != nil { library?.editing?.unkeptSince = now }
        for uid in leftEditors.keys { leftEditors[uid]?.unsavedSince = now }
        system.clearNotice()
        system.lastKey = min(system.lastKey, now)
        system.leaderSince = min(system.leaderSince, now)
        worklist.restedAt = min(worklist.restedAt, now)
        system.unlockedAt = min(system.unlockedAt, now)
    }

    private mutating func stopFetching() -> [Effect] {
        guard system.progress != nil else {
            system.say("Nothing is being fetched.")
            return []
        }
        system.progress = nil
        system.say("Stopped. What came stays; a sync goes on with the rest.")
        return [.stopFetching]
    }

    /// What came is shown before what the studies need is fetched: that takes longer.
    private mutating func pulled(_ at: Instant) -> [Effect] {
        if system.offlineSince != nil { system.say("The server answers again.", .success) }
        system.isSyncing = false
        if case .worklist? = system.progress { system.progress = nil }
        system.lastSync = at
        system.offlineSince = nil
        system.lastFailure = nil
        return reloadWorklist() + [.loadCounts]
    }

    private mutating func pullFailed(_ why: Wording, _ since: Instant) {
        if system.lastFailure != why, !system.isOfflineByChoice { system.say(why, .warning) }
        system.isSyncing = false
        system.progress = nil
        system.offlineSince = since
        system.lastFailure = why
    }

    private mutating func filed(_ id: ReportVersionID, _ destination: DestinationName) -> [Effect] {
        let clock = system.now.local(system.timeZone).time
        system.say("Filed at \(destination), verified \(clock).", .success)
        return reloadWorklist() + [.loadCounts, .loadOutbox]
    }

    private mutating func toggleOffline() -> [Effect] {
        system.isOfflineByChoice.toggle()
        system.offlineSince = system.isOfflineByChoice ? system.now : nil
        system.say(system.isOfflineByChoice ? "Offline: everything stays on this workstation." : "Online again.")
        return [.setOffline(system.isOfflineByChoice)]
    }

    private mutating func lookAtOverlay(_ message: SystemMessage) {
        switch (message, overlay) {
        case (.helpToggled, .help(_, let below)), (.overlayClosed, .help(_, let below)): overlay = below
        case (.helpToggled, let below): overlay = .help(top: 0, over: below)
        case (.helpScrolled(let top), .help(_, let below)): overlay = .help(top: max(0, top), over: below)
        case (.helpScrolled(let top), .preview): overlay = .preview(top: max(0, top))
        case (.overlayClosed, .signing): _ = handle(SigningMessage.cancelled)
        case (.overlayClosed, _): overlay = nil
        default: break
        }
    }

    private mutating func end(_ message: SystemMessage) -> [Effect] {
        let saving = saveDraft() + leftSaves + keepEdited()
        if message == .terminated { return saving + [.quit] }
        if signing?.phase == .signing {
            system.say("Signing; a moment.")
            return saving
        }
        if message == .quitAsked, system.counts.unsent > 0 {
            signing = nil
            overlay = .quitting(unsent: system.counts.unsent)
            return saving + [.loadOutbox]
        }
        if editor?.saveFailure != nil || !leftEditors.isEmpty {
            overlay = nil
            system.say("Not ended: a draft is not saved yet. \(editor?.saveFailure ?? Wording(key: ""))", .warning)
            return saving
        }
        return saving + [.quit]
    }
}
