import CentralServer
import LocalStore
import Radiology
import Sync

/// Looks again for what was filed, and for what others filed of the same studies.
final class Rechecker: Sendable {
    private let store: LocalStore
    private let servers: [DestinationName: DICOMwebServer]
    private let reader: String
    private let report: @Sendable (SyncEvent) -> Void

    /// What looking for filed reports found.
    struct Counts: Sendable {
        var there = 0
        var gone = 0
        /// The server could not be asked.
        var open = 0
    }

    init(
        store: LocalStore, servers: [DICOMwebServer], reader: String, report: @escaping @Sendable (SyncEvent) -> Void
    ) {
        self.store = store
        self.servers = Dictionary(servers.map { ($0.settings.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.reader = reader
        self.report = report
    }

    /// The reports whose time has come: a few in each round.
    func round() throws {
        _ = try look(
            for: try store.dueForRecheck(at: Clock.now, destinations: Array(servers.keys), limit: 20))
    }

    /// All of them, for whoever wants to know now.
    func all() throws -> Counts { try look(for: try store.filed(limit: 100_000)) }

    private func look(for entries: [OutboxEntry]) throws -> Counts {
        var counts = Counts()
        var failures: [DestinationName: Int] = [:]
        for entry in entries {
            guard failures[entry.destination, default: 0] < Self.mostFailures, let server = servers[entry.destination],
                let frozen = try store.frozenReport(entry.version)
            else {
                counts.open += 1
                continue
            }
            switch server.readBack(frozen.document, entry.document) {
            case .identical:
                counts.there += 1
                try store.recordRecheck(entry, .there, at: Clock.now, audit: nil)
                do {
                    try findRivals(of: entry.document.study, at: server)
                } catch is ServerFailure {
                    // An archive may keep and not find: the report is there, and its neighbours are looked for later.
                    try postpone(entry)
                }
            case .absent:
                counts.gone += 1
                try lose(entry, "It was filed, and \(entry.destination) does not have it any more.")
            case .different:
                counts.gone += 1
                try lose(entry, "\(entry.destination) has something else now under this report's identifier.")
            case .failed:
                // It may be this one report that the server chokes on; after a few it is the server.
                failures[entry.destination, default: 0] += 1
                counts.open += 1
                try postpone(entry)
            }
        }
        return counts
    }

    private static let mostFailures = 3

    private func postpone(_ entry: OutboxEntry) throws {
        try store.postponeRecheck(entry, until: Clock.now.adding(seconds: 3600))
    }

    private func lose(_ entry: OutboxEntry, _ why: String) throws {
        let event = AuditEvent(
            at: Clock.now, kind: .lost, reader: reader, study: entry.document.study,
            detail: "\(entry.version) at \(entry.destination)")
        // Said once; afterwards it stands in the outbox until somebody acts.
        try store.recordRecheck(entry, .gone(why), at: Clock.now, audit: entry.lostAt == nil ? event : nil)
        if entry.lostAt == nil { report(.lost(entry.destination)) }
    }

    /// After filing: whether somebody else signed a final report of the same study (invariant 14).
    func findRivals(of study: StudyInstanceUID, at destination: DestinationName) throws {
        guard let server = servers[destination] else { return }
        try findRivals(of: study, at: server)
    }

    private func findRivals(of study: StudyInstanceUID, at server: DICOMwebServer) throws {
        let versions = try store.versions(of: study)
        guard let subject = versions.last?.study else { return }
        let known = Set(versions.map(\.document.instance) + (try store.reports(in: study)).map(\.document.instance))
        let reports = try server.reports(in: study, known: known)
        if !reports.isEmpty { try store.savePriors([Prior(study: subject, reports: reports)], receivedAt: Clock.now) }
        for rival in try store.findRivals(of: study, at: Clock.now) {
            report(.rivalsFound(study, by: rival.author?.listed ?? "Somebody"))
        }
    }
}
