import Sync

// What must hold after every step. Each check carries its number in SAFETY.

extension Simulator {
    mutating func check(_ station: Int) throws(Breach) {
        let store = stations[station].store
        // What was not written since holds as it did.
        let state = (writes: store.writes, said: ledger.said.count)
        guard stations[station].checked != state else { return }
        stations[station].checked = state
        try checkDurable(station)
        try checkAtomic(store)
        try checkConserved(store)
        try checkVisible(store)
        try checkBaseVersions(store)
        for row in store.rows where row.entry.progress.state == .filed { try checkFiled(row, store) }
    }

    /// 1: what the screen called signed is there, byte for byte.
    private func checkDurable(_ station: Int) throws(Breach) {
        for (sayer, document) in ledger.said where sayer == station {
            guard stations[station].store.versions.contains(where: { $0.document == document }) else {
                throw Breach(
                    invariant: .durable, sentence: "W\(station) said v\(document.version) was signed, and has lost it")
            }
        }
    }

    /// 2: version, deliveries and audit event: all or none.
    private func checkAtomic(_ store: ModelStore) throws(Breach) {
        guard store.rows.count == store.versions.count * store.destinations.count,
            store.audit.count == store.versions.count
        else {
            throw Breach(
                invariant: .atomic,
                sentence: "\(store.versions.count) versions have \(store.rows.count) deliveries and "
                    + "\(store.audit.count) audit events")
        }
    }

    /// 4: signed = filed + queued + unknown + rejected + conflict.
    private func checkConserved(_ store: ModelStore) throws(Breach) {
        var byState: [FilingState: Int] = [:]
        for row in store.rows where !row.isDropped { byState[row.entry.progress.state, default: 0] += 1 }
        let counts = OutboxCounts(signed: store.versions.count * store.destinations.count, byState: byState)
        guard counts.isConserved else {
            throw Breach(invariant: .conserved, sentence: "\(counts.signed) signed, but the states hold \(byState)")
        }
    }

    /// 5: a delivery is filed, or the screen shows that it is not.
    private func checkVisible(_ store: ModelStore) throws(Breach) {
        for row in store.rows where !row.isDropped {
            let state = row.entry.progress.state
            let isShown = state != .filed && !(schedule.canary == .rejectedNotShown && state == .rejected)
            guard isShown || state == .filed else {
                throw Breach(
                    invariant: .visible, sentence: "v\(store.versions[row.version].id) is \(state) and not shown")
            }
        }
    }

    /// 7: every version was written on top of the one before it.
    private func checkBaseVersions(_ store: ModelStore) throws(Breach) {
        var latest: [Int: Int] = [:]
        for version in store.versions {
            guard version.base == latest[version.report, default: 0], version.number == version.base + 1 else {
                throw Breach(
                    invariant: .baseVersion,
                    sentence: "v\(version.id) was written on version \(version.base) of report \(version.report), "
                        + "which is at \(latest[version.report, default: 0])")
            }
            latest[version.report] = version.number
        }
    }

    /// 12: filed only after reading back; 13: never before its parent.
    private func checkFiled(_ row: StoredRow, _ store: ModelStore) throws(Breach) {
        let version = store.versions[row.version]
        guard ledger.readBack.contains(Ledger.key(version.id, row.destination)) else {
            throw Breach(
                invariant: .readBack, sentence: "v\(version.id) is filed at S\(row.destination), never read back")
        }
        guard version.number > 1 else { return }
        let parents = store.rows.filter {
            $0.destination == row.destination && store.versions[$0.version].report == version.report
                && store.versions[$0.version].number < version.number
        }
        guard parents.allSatisfy({ $0.entry.progress.state == .filed }) else {
            throw Breach(
                invariant: .parentFirst, sentence: "v\(version.id) is filed at S\(row.destination) before its parent")
        }
    }

    /// 6: one live effect for each version and destination.
    func checkLive(_ version: Int, _ destination: Int) throws(Breach) {
        guard ledger.live[Ledger.key(version, destination), default: 0] <= 1 else {
            throw Breach(
                invariant: .oneLiveEffect, sentence: "v\(version) is being sent to S\(destination) twice at once")
        }
    }

    /// 8, 11, 13 and 20: what leaves is what was signed, for whom it was signed, and in the order of signing.
    mutating func checkLeaving(_ document: Document, _ row: StoredRow, _ station: Int) throws(Breach) {
        let store = stations[station].store
        let version = store.versions[row.version]
        guard let shown = ledger.shown[version.id], document.identity == shown.identity, document.study == shown.study
        else {
            throw Breach(
                invariant: .sameIdentity,
                sentence: "v\(version.id) leaves as \(document.identity), not as it was shown")
        }
        let first = ledger.sentBytes[version.id] ?? document
        let under = ledger.sentUnder[document.uid] ?? document
        guard first == document, under == document else {
            throw Breach(
                invariant: .sameBytes, sentence: "v\(version.id) leaves with other bytes or another identifier")
        }
        ledger.sentBytes[version.id] = document
        ledger.sentUnder[document.uid] = document
        try checkOrder(version, row, store)
    }

    private func checkOrder(_ version: StoredVersion, _ row: StoredRow, _ store: ModelStore) throws(Breach) {
        for other in store.rows where other.destination == row.destination && other.entry.progress.state != .filed {
            let parent = store.versions[other.version]
            guard parent.report == version.report, parent.number < version.number else { continue }
            let isInverted = version.signedAt < parent.signedAt
            throw Breach(
                invariant: isInverted ? .clockDecidesNothing : .parentFirst,
                sentence: "v\(version.id) leaves before v\(parent.id), which it adds to"
                    + (isInverted ? "; the clock says it is older" : ""))
        }
    }

    /// 8, 9 and 10: the reader puts their name to what the server says now, and has looked at what changed.
    func checkSigning(_ act: SigningAct, _ prepared: StudyFacts) throws(Breach) {
        let hasChanged = act.begun.identity != prepared.identity
        guard act.shown.identity == prepared.identity, act.wasReidentified || !hasChanged else {
            throw Breach(
                invariant: .reidentified,
                sentence: "study \(prepared.study) is \(prepared.identity) now; the reader saw \(act.shown.identity)")
        }
        guard act.shown.series == prepared.series, act.wasAcknowledged || act.begun.series == prepared.series else {
            throw Breach(
                invariant: .acknowledged,
                sentence: "study \(prepared.study) has series \(prepared.series); the reader saw \(act.shown.series)")
        }
    }

    /// 7: a signature that was refused leaves the text where it was.
    func checkKept(_ station: Int, _ characters: Int?) throws(Breach) {
        guard stations[station].desk.characters == characters else {
            throw Breach(invariant: .baseVersion, sentence: "W\(station) was refused a signature and lost text")
        }
    }
}
