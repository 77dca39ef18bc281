import Proving
import Radiology
import Sync

// Carries out what the real filing machine orders, as the program's driver does it.

extension Simulator {
    mutating func reload(_ station: Int) throws(Breach) {
        for sender in stations[station].senders.indices where stations[station].isUp {
            try tell(station, sender, .loaded(entries(station)))
        }
    }

    /// The table as a machine is shown it; canaries show it another one.
    private func entries(_ station: Int) -> [OutboxEntry] {
        let store = stations[station].store
        let unfiled = store.unfiled
        switch schedule.canary {
        case .addendumBeforeParent:
            return unfiled.map { entry in
                var entry = entry
                entry.report = ReportID(unchecked: "\(entry.report).\(entry.versionNumber)")
                return entry
            }
        case .orderByWallClock:
            return unfiled.map { entry in
                var entry = entry
                entry.versionNumber =
                    1
                    + unfiled.count {
                        $0.report == entry.report && $0.destination == entry.destination
                            && $0.signedAt < entry.signedAt
                    }
                return entry
            }
        case .poisonBlocksQueue:
            return unfiled.filter { entry in
                !unfiled.contains { $0.destination == entry.destination && $0.id < entry.id }
            }
        default: return unfiled
        }
    }

    mutating func tell(_ station: Int, _ sender: Int, _ fact: FilingFact) throws(Breach) {
        for order in stations[station].senders[sender].handle(fact, at: clock(station)) {
            guard stations[station].isUp else { return }
            if strikes(.crashBeforeEffect, rarer: 4) { return crash(station) }
            try carryOut(order, station, sender)
            if strikes(.crashAfterEffect, rarer: 4) { return crash(station) }
        }
    }

    private mutating func carryOut(_ order: FilingOrder, _ station: Int, _ sender: Int) throws(Breach) {
        switch order {
        case .record(let id, let progress): try record(progress, id, station, sender)
        case .send(let id): try send(id, station, sender)
        case .readBack(let id): try ask(id, station, sender)
        case .wake(let at):
            stations[station].wakes[sender] += 1
            let wait = max(50, Int(at.seconds(since: clock(station)) * 1000))
            queue.add(
                .tick(
                    station: station, generation: stations[station].generation, sender: sender,
                    wake: stations[station].wakes[sender]), at: now + wait)
        }
    }

    private mutating func record(
        _ progress: FilingProgress, _ id: OutboxEntryID, _ station: Int, _ sender: Int
    ) throws(Breach) {
        let reply = reply(id, station, sender)
        if strikes(.diskFull) {
            queue.add(.fact(reply, .recordFailed(id, "The disk is full.")), at: now)
            return
        }
        stations[station].store.record(progress, for: id)
        let (state, version) = (progress.state, reply.version)
        trace.note(4, Int(id.rawValue), now) { "W\(station) records v\(version) entry \(id.rawValue) as \(state)" }
        queue.add(.fact(reply, .recorded(id)), at: now)
        if schedule.canary == .poisonBlocksQueue, state == .filed {
            queue.add(.reload(station: station, generation: stations[station].generation), at: now)
        }
    }

    func reply(_ id: OutboxEntryID, _ station: Int, _ sender: Int) -> Reply {
        let store = stations[station].store
        let version = store.row(id).map { store.versions[$0.version].id } ?? 0
        return Reply(
            station: station, generation: stations[station].generation, sender: sender, entry: id, version: version)
    }

    /// An answer came back to the process that asked.
    mutating func take(_ fact: FilingFact, _ reply: Reply) throws(Breach) {
        if case .sent(_, let outcome) = fact {
            let key = Ledger.key(reply.version, destination(reply))
            ledger.live[key, default: 1] -= 1
            if schedule.canary == .droppedOn4xx, case .refused = outcome {
                stations[reply.station].store.rows[Int(reply.entry.rawValue) - 1].isDropped = true
                stations[reply.station].store.writes += 1
            }
        }
        if case .readBack(_, let outcome) = fact {
            trace.note(5, reply.version, now) { "W\(reply.station) reads v\(reply.version) back: \(outcome)" }
        }
        try tell(reply.station, reply.sender, fact)
    }

    func destination(_ reply: Reply) -> Int {
        stations[reply.station].store.row(reply.entry)?.destination ?? 0
    }

    /// The frozen bytes, if they can be read and still are what was signed.
    private mutating func document(_ row: StoredRow, _ station: Int) -> Document? {
        if strikes(.unreadable, rarer: 8) { return nil }
        let document = stations[station].store.versions[row.version].document
        return document.digest == stations[station].store.digests[Int(row.entry.id.rawValue) - 1] ? document : nil
    }

    // MARK: - Sending

    private mutating func send(_ id: OutboxEntryID, _ station: Int, _ sender: Int) throws(Breach) {
        guard let row = stations[station].store.row(id) else { return }
        let reply = reply(id, station, sender)
        ledger.live[Ledger.key(reply.version, row.destination), default: 0] += 1
        try checkLive(reply.version, row.destination)
        guard let frozen = document(row, station) else {
            queue.add(.fact(reply, .sent(id, .unsendable("its bytes cannot be read"))), at: now + 1)
            return
        }
        let document = edited(frozen, row, station)
        trace.note(6, document.uid, now) {
            "W\(station) sends v\(reply.version) as uid \(document.uid) to S\(row.destination), attempt "
                + "\(row.entry.progress.attempts)"
        }
        if stations[station].isOffline || strikes(.connectionRefused) {
            queue.add(.fact(reply, .sent(id, .notSent("connection refused"))), at: now + delay(50))
            return
        }
        try checkLeaving(document, row, station)
        transmit(document, to: row.destination, reply)
    }

    /// Canaries send something else than what was frozen.
    private mutating func edited(_ frozen: Document, _ row: StoredRow, _ station: Int) -> Document {
        var document = frozen
        let isRetry = row.entry.progress.attempts > 1
        switch schedule.canary {
        case .newUIDOnRetry: if isRetry { document.uid = fresh() }
        case .editedBytesOnRetry: if isRetry { document.text += 1 }
        case .identityReboundAtSend: document.identity = truth[frozen.study].identity
        default: break
        }
        return document
    }

    /// The bytes leave. Whatever the network does, the process hears exactly one answer, unless it goes down.
    private mutating func transmit(_ document: Document, to server: Int, _ reply: Reply) {
        let id = reply.entry
        let way = strikes(.slow) ? delay(40_000) : delay(400)
        if strikes(.resetBeforeArrival) {
            queue.add(.fact(reply, .sent(id, .unknown("connection reset"))), at: now + way)
        } else if strikes(.requestLate) {
            // The client gave up; what it sent arrives all the same, later than anyone expects.
            queue.add(.fact(reply, .sent(id, .unknown("no answer for 30 s"))), at: now + 30_000)
            queue.add(.arrived(server: server, document, nil, fault: nil), at: now + 30_000 + delay(400_000))
        } else {
            if strikes(.requestDuplicated) {
                queue.add(.arrived(server: server, document, nil, fault: nil), at: now + way + delay(60_000))
            }
            queue.add(.arrived(server: server, document, reply, fault: serverFault()), at: now + way)
        }
    }

    // MARK: - Asking

    private mutating func ask(_ id: OutboxEntryID, _ station: Int, _ sender: Int) throws(Breach) {
        guard let row = stations[station].store.row(id) else { return }
        let reply = reply(id, station, sender)
        if trusts(row) {
            queue.add(.fact(reply, .readBack(id, .identical)), at: now + 1)
            return
        }
        guard let frozen = document(row, station) else {
            queue.add(.fact(reply, .readBack(id, .failed("its bytes cannot be read"))), at: now + 1)
            return
        }
        if stations[station].isOffline || strikes(.askFailed) {
            queue.add(.fact(reply, .readBack(id, .failed("no answer"))), at: now + delay(5000))
        } else {
            queue.add(.asked(server: row.destination, frozen, reply), at: now + delay(400))
        }
    }

    /// Canaries that take a word for the deed.
    private func trusts(_ row: StoredRow) -> Bool {
        switch schedule.canary {
        case .filedWithoutReadBack: true
        case .ignored409And412: row.entry.progress.attempts > 0 && trusted.contains(row.entry.id.rawValue)
        default: false
        }
    }
}
