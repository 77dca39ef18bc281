import Proving
import Sync

// What is done by the clock, by chance and by other people.

extension Simulator {
    /// - Returns: the workstation it concerns.
    mutating func perform(_ act: Schedule.Act) throws(Breach) -> Int? {
        switch act {
        case .open(let station, let study):
            try open(station, study)
            return station
        case .type(let station):
            type(station)
            return station
        case .sign(let station):
            prepareSigning(station)
            return station
        case .toggleOffline(let station): return try toggleOffline(station)
        case .sync(let station): return try tellAll(station, .asked)
        case .retry(let station): return try retry(station)
        case .powerCut(let station):
            if stations[station].isUp { note(.powerCut) }
            crash(station)
            return station
        case .clockJump(let station, let seconds):
            note(.clockJump)
            stations[station].clockAhead += seconds * 1000
            trace.note(14, seconds, now) { "W\(station)'s clock jumps by \(seconds) s" }
            return station
        case .secondSession(let station):
            try signInSecondSession(station)
            return station
        case .claimStolen(let study): return try steal(study)
        case .patientChanged, .accessionChanged, .seriesAdded, .seriesRejected, .backup, .restore:
            change(act)
            return nil
        }
    }

    private mutating func change(_ act: Schedule.Act) {
        switch act {
        case .patientChanged(let study):
            note(.patientChanged)
            truth[study].identity.patient += 1
        case .accessionChanged(let study):
            note(.accessionChanged)
            truth[study].identity.accession += 1
        case .seriesAdded(let study):
            note(.seriesAdded)
            truth[study].series.append((truth[study].series.max() ?? 0) + 1)
        case .seriesRejected(let study):
            guard truth[study].series.count > 1 else { return }
            note(.seriesRejected)
            truth[study].series.removeFirst()
        case .backup(let server): servers[server].backup = servers[server].held
        case .restore(let server):
            note(.restored)
            servers[server].restore()
        default: break
        }
        trace.note(15, 0, now) { "\(act)" }
    }

    private mutating func tellAll(_ station: Int, _ fact: FilingFact) throws(Breach) -> Int? {
        guard stations[station].isUp else { return nil }
        for sender in stations[station].senders.indices where stations[station].isUp {
            try tell(station, sender, fact)
        }
        return station
    }

    private mutating func toggleOffline(_ station: Int) throws(Breach) -> Int? {
        guard stations[station].isUp else { return nil }
        stations[station].isOffline.toggle()
        let isOffline = stations[station].isOffline
        if isOffline { note(.offline) }
        trace.note(16, station, now) { "W\(station) goes \(isOffline ? "offline" : "online")" }
        if !isOffline {
            queue.add(
                .pull(station: station, generation: stations[station].generation, isLast: true), at: now + delay(500))
        }
        return try tellAll(station, isOffline ? .wentOffline : .wentOnline)
    }

    /// The reader asks for everything again that a server would not take.
    mutating func retry(_ station: Int) throws(Breach) -> Int? {
        for row in stations[station].store.rows
        where row.entry.progress.state == .rejected || row.entry.progress.state == .conflict {
            _ = try tellAll(station, .retried(row.entry.id))
        }
        return station
    }

    /// Somebody takes the study over. Nobody's text may suffer from it (invariant 15).
    private mutating func steal(_ study: Int) throws(Breach) -> Int? {
        let holder = servers[0].claims[study]
        guard let holder, stations.indices.contains(holder) else { return nil }
        note(.claimStolen)
        servers[0].claims[study] = 99
        let before = characters(of: study)
        stations[holder].told.insert(study)
        if stations[holder].isUp, stations[holder].desk.study == study { stations[holder].desk.claimLost() }
        if schedule.canary == .stealDiscardsDraft {
            stations[holder].store.drafts[study] = nil
            stations[holder].desk.leave()
        }
        guard characters(of: study) == before else {
            throw Breach(
                invariant: .claimKeepsDraft, sentence: "a stolen claim took text of study \(study) with it")
        }
        return holder
    }

    /// Characters of a study's drafts, on disks and on screens.
    private func characters(of study: Int) -> Int {
        stations.reduce(0) { sum, station in
            let onScreen = station.isUp && station.desk.study == study ? station.desk.characters ?? 0 : 0
            return sum + (station.store.drafts[study]?.characters ?? 0) + onScreen
        }
    }
}
