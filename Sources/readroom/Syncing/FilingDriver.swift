import CentralServer
import Dispatch
import LocalStore
import Radiology
import Sync
import Wording

/// Carries out what the filing machine orders. The machine lives on one queue; sending and asking happen beside it.
final class FilingDriver: @unchecked Sendable {
    private let store: LocalStore
    private let servers: [DestinationName: DICOMwebServer]
    private let reader: String
    private let report: @Sendable (SyncEvent) -> Void
    /// Everything mutable below is touched on this queue only.
    private let queue = DispatchQueue(label: "readroom.filing")
    private let lockPath: String
    private var machine = FilingMachine()
    private var lock: FileLock?
    private var isWaitingForLock = false
    private var wake: DispatchWorkItem?
    private var whenIdle: [@Sendable () -> Void] = []
    /// Called when a report was filed. Set once, before anything starts.
    var whenFiled: (@Sendable (StudyInstanceUID, DestinationName) -> Void)?

    init(
        store: LocalStore, servers: [DICOMwebServer], reader: String, lockPath: String, lock: FileLock? = nil,
        report: @escaping @Sendable (SyncEvent) -> Void
    ) {
        self.lock = lock
        self.store = store
        self.servers = Dictionary(servers.map { ($0.settings.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.reader = reader
        self.lockPath = lockPath
        self.report = report
    }

    func tell(_ fact: FilingFact) {
        queue.async { self.handle(fact) }
    }

    /// Reads the outbox again: something was signed, or another process moved it.
    func reload() {
        queue.async { self.load() }
    }

    /// Calls back when nothing is under way.
    func notifyWhenIdle(_ body: @escaping @Sendable () -> Void) {
        queue.async {
            self.whenIdle.append(body)
            self.checkIdle()
        }
    }

    /// One uploader at a time, across processes: without the lock the machine gets no entries, and orders nothing.
    private func load() {
        do {
            if lock == nil { lock = try FileLock(path: lockPath, whenHeld: "") }
        } catch {
            if !error.description.isEmpty { report(.recordFailed(error.description)) }
            return loadLater(after: 2)
        }
        do {
            handle(.loaded(try store.unfiledOutbox()))
        } catch {
            report(.recordFailed(error.sentence))
            loadLater(after: 5)
        }
    }

    private func loadLater(after seconds: Double) {
        guard !isWaitingForLock else { return }
        isWaitingForLock = true
        queue.asyncAfter(deadline: .now() + seconds) {
            self.isWaitingForLock = false
            self.load()
        }
    }

    private func handle(_ fact: FilingFact) {
        for order in machine.handle(fact, at: Clock.now) { carryOut(order) }
        checkIdle()
    }

    private func checkIdle() {
        guard machine.isIdle, lock != nil else { return }
        let waiting = whenIdle
        whenIdle = []
        for body in waiting { body() }
    }

    private func carryOut(_ order: FilingOrder) {
        switch order {
        case .record(let id, let progress): record(progress, id)
        case .send(let id):
            exchange(id) {
                .sent(id, $0.send($1, $2))
            } absent: {
                .sent(id, .unsendable($0))
            }
        case .readBack(let id):
            exchange(id) {
                .readBack(id, $0.readBack($1, $2))
            } absent: {
                .readBack(id, .failed($0))
            }
        case .wake(let at): schedule(at)
        }
    }

    private func record(_ progress: FilingProgress, _ id: OutboxEntryID) {
        guard let entry = machine.entry(id) else { return }
        do {
            let event =
                progress.state == .filed
                ? AuditEvent(
                    at: Clock.now, kind: .filed, reader: reader, study: entry.document.study,
                    detail: "\(entry.version) at \(entry.destination)") : nil
            try store.record(progress, for: id, audit: event)
            report(.recorded(id, entry.destination, progress, entry.version))
            if progress.state == .filed { whenFiled?(entry.document.study, entry.destination) }
            // Queued, not called: the orders of this round come first.
            queue.async { self.handle(.recorded(id)) }
        } catch {
            report(.notRecorded(id, error.sentence))
            queue.async { self.handle(.recordFailed(id, error.sentence)) }
        }
    }

    private func exchange(
        _ id: OutboxEntryID,
        _ talk: @escaping @Sendable (DICOMwebServer, [UInt8], DocumentReference) -> FilingFact,
        absent: @escaping @Sendable (String) -> FilingFact
    ) {
        guard let entry = machine.entry(id) else { return }
        OwnThread.run {
            let fact: FilingFact
            if let server = self.servers[entry.destination] {
                fact =
                    self.document(entry).map { talk(server, $0, entry.document) }
                    ?? absent("the signed bytes cannot be read from the store; run readroom doctor")
            } else {
                fact = absent("the configuration has no server called \(entry.destination)")
            }
            self.queue.async { self.handle(fact) }
        }
    }

    /// The frozen bytes, and only if they still are what was signed, for whom it was signed (invariants 8 and 11).
    private func document(_ entry: OutboxEntry) -> [UInt8]? {
        guard let frozen = try? store.frozenReport(entry.version), frozen.digest == entry.digest,
            ReportDocument.identityDifferences(frozen.document, frozen.version).isEmpty
        else { return nil }
        return frozen.document
    }

    private func schedule(_ at: Radiology.Instant) {
        wake?.cancel()
        let item = DispatchWorkItem { self.handle(.ticked) }
        wake = item
        queue.asyncAfter(deadline: .now() + max(0.05, at.seconds(since: Clock.now)), execute: item)
    }
}
