import Proving
import Radiology

// What the readers do: open, type, sign, go offline, ask again.

extension Simulator {
    mutating func open(_ station: Int, _ study: Int) throws(Breach) {
        guard stations[station].isUp, !stations[station].isSigning else { return }
        leave(station)
        let isOnline = !stations[station].isOffline
        let facts = isOnline ? truth[study] : stations[station].store.details[study]
        // Nothing opens without its metadata.
        guard let facts else { return }
        if isOnline { stations[station].store.details[study] = facts }
        let store = stations[station].store
        stations[station].desk.open(facts, draft: store.drafts[study], versions: store.versions(of: study))
        trace.note(8, study, now) { "W\(station) opens study \(study) as \(facts.identity)" }
        claim(station, study)
    }

    /// The text of a report that is left is on the disk before another is opened.
    private mutating func leave(_ station: Int) {
        stations[station].desk.leave()
    }

    private mutating func claim(_ station: Int, _ study: Int) {
        guard !stations[station].isOffline else {
            stations[station].store.localClaims.insert(study)
            return
        }
        settle(station, study)
    }

    /// The server says who was first; whoever was not is told.
    private mutating func settle(_ station: Int, _ study: Int) {
        stations[station].store.localClaims.remove(study)
        let holder = servers[0].claims[study]
        if holder == nil { servers[0].claims[study] = station }
        guard let holder, holder != station, schedule.canary != .lostClaimNotTold else { return }
        stations[station].told.insert(study)
        if stations[station].desk.study == study { stations[station].desk.claimLost() }
        trace.note(9, study, now) { "W\(station) is told that another reader has study \(study)" }
    }

    mutating func type(_ station: Int) {
        guard stations[station].isUp, !stations[station].isSigning else { return }
        guard let kept = stations[station].desk.type(at: clock(station)) else { return }
        if strikes(.diskFull) { return }
        stations[station].store.drafts[kept.begun.study] = kept
        stations[station].desk.saved()
        trace.note(10, kept.characters, now) {
            "W\(station) types; study \(kept.begun.study) has \(kept.characters) characters"
        }
    }

    // MARK: - Signing

    mutating func prepareSigning(_ station: Int) {
        guard stations[station].isUp, !stations[station].isSigning, let study = stations[station].desk.study,
            stations[station].desk.prepare()
        else { return }
        stations[station].isSigning = true
        // The server's word if it answers at once, else the store's.
        if !stations[station].isOffline, !strikes(.askFailed) {
            stations[station].store.details[study] = truth[study]
        }
        guard let facts = stations[station].store.details[study] else { return }
        queue.add(
            .prepared(station: station, generation: stations[station].generation, facts), at: now + delay(2000))
    }

    mutating func review(_ station: Int, _ facts: StudyFacts) throws(Breach) {
        var told = facts
        if schedule.canary == .identityCheckedAtOpenOnly || schedule.canary == .seriesNotCompared,
            let begun = stations[station].store.drafts[facts.study]?.begun
        {
            if schedule.canary == .identityCheckedAtOpenOnly { told.identity = begun.identity }
            if schedule.canary == .seriesNotCompared { told.series = begun.series }
        }
        guard let act = try stations[station].desk.review(told), !random.happens(oneIn: 12) else {
            stations[station].desk.notSigned()
            stations[station].isSigning = false
            return
        }
        queue.add(
            .confirmed(station: station, generation: stations[station].generation, act, prepared: facts),
            at: now + delay(500))
    }

    /// The clinical act, in one transaction; only then does the screen say that it is signed.
    mutating func commit(_ station: Int, _ act: SigningAct, _ prepared: StudyFacts) throws(Breach) {
        stations[station].isSigning = false
        try checkSigning(act, prepared)
        let version = newVersion(station, act)
        let before = stations[station].desk.characters
        if schedule.canary == .acknowledgedBeforeCommit { say(version, station) }
        if strikes(.crashBeforeCommit) { return crash(station) }
        guard isAccepted(version, station), !strikes(.diskFull) else {
            stations[station].desk.notSigned()
            trace.note(11, version.id, now) { "W\(station) could not sign study \(act.begun.study)" }
            return try checkKept(station, before)
        }
        write(version, station)
        ledger.shown[version.id] = act.shown
        trace.note(12, version.id, now) {
            "W\(station) signs study \(version.study): v\(version.id), report \(version.report).\(version.number)"
        }
        guard stations[station].isUp else { return }
        if strikes(.crashAfterCommit) { return crash(station) }
        say(version, station)
        stations[station].desk.signed(version)
        queue.add(.reload(station: station, generation: stations[station].generation), at: now)
    }

    private func isAccepted(_ version: StoredVersion, _ station: Int) -> Bool {
        schedule.canary == .lastWriterWins || stations[station].store.follows(version)
    }

    private mutating func say(_ version: StoredVersion, _ station: Int) {
        ledger.said.append((station, version.document))
    }

    private mutating func write(_ version: StoredVersion, _ station: Int) {
        stations[station].store.insert(version)
        stations[station].store.drafts[version.study] = nil
        if schedule.canary != .auditLostOnSign || !strikes(.crashAfterCommit) {
            stations[station].store.audit.append(version.id)
        }
        // The canary's second transaction may never come.
        if schedule.canary == .outboxLostOnSign, strikes(.crashAfterCommit) { return crash(station) }
        stations[station].store.insertRows(for: version)
    }

    private mutating func newVersion(_ station: Int, _ act: SigningAct) -> StoredVersion {
        let id = fresh()
        let document = Document(
            uid: fresh(), study: act.shown.study, identity: act.shown.identity, text: act.characters, version: id)
        let version = StoredVersion(
            id: id, report: act.report ?? fresh(), number: act.base + 1, base: act.base, study: act.shown.study,
            document: document, signedAt: clock(station), reader: stations[station].reader, content: nil)
        return act.content.map { named($0.version, as: version) } ?? version
    }

    /// With the identifiers its report got when it was stored.
    private func named(_ report: ReportVersion, as version: StoredVersion) -> StoredVersion {
        var (report, version) = (report, version)
        report.id = ReportVersionID(unchecked: String(version.id))
        report.reportID = ReportID(unchecked: String(version.report))
        report.number = version.number
        report.signedAt = version.signedAt
        version.content = SignedContent(report)
        return version
    }

    /// Another process on the same store goes on with the report that is open here, and is faster.
    mutating func signInSecondSession(_ station: Int) throws(Breach) {
        guard stations[station].isUp, let report = stations[station].desk.report,
            let study = stations[station].desk.study, let shown = stations[station].store.details[study]
        else { return }
        note(.secondSession)
        let last = stations[station].store.versions.last { $0.report == report }
        let act = SigningAct(
            begun: shown, shown: shown, characters: 3, report: report, base: last?.number ?? 0, wasReidentified: true,
            wasAcknowledged: true, content: last?.content)
        let version = newVersion(station, act)
        let draft = stations[station].store.drafts[study]
        write(version, station)
        // The draft is the first session's.
        stations[station].store.drafts[study] = draft
        ledger.shown[version.id] = shown
        say(version, station)
        trace.note(13, version.id, now) { "W\(station)'s second session signs report \(report).\(version.number)" }
        queue.add(.reload(station: station, generation: stations[station].generation), at: now)
    }

    // MARK: - The server's news

    mutating func pull(_ station: Int, isLast: Bool) {
        let generation = stations[station].generation
        if !isLast, now < Schedule.length {
            queue.add(.pull(station: station, generation: generation, isLast: false), at: now + 120_000)
        }
        guard !stations[station].isOffline, !strikes(.connectionRefused) else { return }
        for study in 0..<Schedule.studies { stations[station].store.details[study] = truth[study] }
        for study in stations[station].store.localClaims.sorted() { settle(station, study) }
    }
}
