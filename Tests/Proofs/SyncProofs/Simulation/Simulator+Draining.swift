import Sync

// The night after: no faults any more, and everything that can be filed has to be, in bounded steps (invariant 16).

extension Simulator {
    mutating func drain() throws(Breach) {
        faultsAreOn = false
        now = max(now, Schedule.length)
        trace.note(17, 0, now) { "the faults end" }
        for station in stations.indices { try wakeUp(station) }
        let entries = stations.reduce(0) { $0 + $1.store.rows.count }
        let bound = events + 400 + 60 * entries
        try rest(bound)
        // What was under way when the faults ended may have been refused after the reader had asked again.
        for station in stations.indices { _ = try retry(station) }
        try rest(bound)
        for station in stations.indices { try checkDrained(station) }
        try checkFinals()
    }

    private mutating func rest(_ bound: Int) throws(Breach) {
        while !queue.isEmpty {
            try step()
            guard events <= bound else {
                throw Breach(invariant: .drains, sentence: "the queue did not come to rest in \(bound) steps")
            }
        }
    }

    private mutating func wakeUp(_ station: Int) throws(Breach) {
        if schedule.restartsBeforeDraining { crash(station) }
        if !stations[station].isUp { start(station) }
        stations[station].isOffline = false
        // What was loaded is loaded before the reader asks again.
        try reload(station)
        for sender in stations[station].senders.indices { try tell(station, sender, .wentOnline) }
        _ = try retry(station)
        queue.add(.pull(station: station, generation: stations[station].generation, isLast: true), at: now + 1000)
    }

    /// Everything is filed, except what the server will never take and what waits behind that.
    private func checkDrained(_ station: Int) throws(Breach) {
        let store = stations[station].store
        for row in store.rows where row.entry.progress.state == .filed { try checkThere(row, store) }
        for row in store.rows where !row.isDropped && row.entry.progress.state != .filed {
            guard !isStuck(row, store) else { continue }
            throw Breach(
                invariant: .drains,
                sentence: "v\(store.versions[row.version].id) is still \(row.entry.progress.state) at "
                    + "S\(row.destination) of W\(station) (\(row.entry.progress.lastAnswer ?? "nothing said"))")
        }
    }

    /// 5: what is filed is at the server, unless the server lost it since.
    private func checkThere(_ row: StoredRow, _ store: ModelStore) throws(Breach) {
        let document = store.versions[row.version].document
        let server = servers[row.destination]
        guard server.held[document.uid] == document || server.forgotten.contains(document.uid) else {
            throw Breach(
                invariant: .visible,
                sentence: "v\(document.version) is filed at S\(row.destination), but the server does not have it")
        }
    }

    private func isStuck(_ row: StoredRow, _ store: ModelStore) -> Bool {
        let version = store.versions[row.version]
        let server = servers[row.destination]
        if server.poison.contains(version.document.uid) || server.altered.contains(version.document.uid) {
            return row.entry.progress.state == .rejected || row.entry.progress.state == .conflict
        }
        return store.rows.contains { other in
            let parent = store.versions[other.version]
            return other.destination == row.destination && parent.report == version.report
                && parent.number < version.number && other.entry.progress.state != .filed && isStuck(other, store)
        }
    }

    /// Two finals of two readers for one study: both can be had, both readers know (invariant 14).
    private func checkFinals() throws(Breach) {
        for study in 0..<Schedule.studies {
            let finals = stations.enumerated().flatMap { index, station in
                station.store.versions(of: study).map { (station: index, version: $0) }
            }
            guard Set(finals.map(\.version.reader)).count > 1 else { continue }
            for (station, version) in finals {
                try checkRetrievable(version, station)
                guard servers[0].claims[study] == station || stations[station].told.contains(study) else {
                    throw Breach(
                        invariant: .bothFinals,
                        sentence: "W\(station) was never told that another reader has study \(study) too")
                }
            }
        }
    }

    private func checkRetrievable(_ version: StoredVersion, _ station: Int) throws(Breach) {
        let store = stations[station].store
        for row in store.rows where store.versions[row.version].id == version.id {
            let server = servers[row.destination]
            guard row.entry.progress.state == .filed, !server.forgotten.contains(version.document.uid) else { continue }
            guard server.held[version.document.uid] == version.document else {
                throw Breach(
                    invariant: .bothFinals,
                    sentence: "v\(version.id) of study \(version.study) cannot be had from S\(row.destination)")
            }
        }
    }
}
