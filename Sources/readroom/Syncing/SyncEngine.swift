import CentralServer
import Dispatch
import LocalStore
import Radiology
import Sync
import Synchronization

/// Files and pulls in the background, on demand, and for one round of `readroom sync`.
final class SyncEngine: Sendable {
    let store: LocalStore
    let worklistServer: DICOMwebServer
    let filing: FilingDriver
    let puller: Puller
    let rechecker: Rechecker
    private let servers: [DICOMwebServer]
    private let report: @Sendable (SyncEvent) -> Void
    private let queue = DispatchQueue(label: "readroom.pull")
    /// Fetching ahead takes long on a first day; the worklist must not wait for it.
    private let ahead = DispatchQueue(label: "readroom.prefetch")
    private let isPrefetching = Mutex(false)
    private let polling: Mutex<Polling>
    /// The number of the latest plan; earlier ones do nothing.
    private let planned = Mutex(0)
    private let isOffline = Mutex(false)
    private let isStopped = Mutex(false)

    init(
        configuration: Configuration, store: LocalStore, paths: Paths, lock: FileLock? = nil,
        report: @escaping @Sendable (SyncEvent) -> Void
    ) {
        self.store = store
        self.report = report
        servers = configuration.servers.map { DICOMwebServer(settings: $0.settings) }
        let names = Set(configuration.destinations)
        let first = configuration.worklistServer?.settings.name
        // The configuration has at least one server, or it would not have been read.
        worklistServer = servers.first { $0.settings.name == first } ?? servers[0]
        filing = FilingDriver(
            store: store, servers: servers.filter { names.contains($0.settings.name) },
            reader: configuration.reader.name.dicom, lockPath: paths.syncLock, lock: lock,
            report: report)
        puller = Puller(store: store, server: worklistServer, reader: configuration.reader, report: report)
        rechecker = Rechecker(
            store: store, servers: servers.filter { names.contains($0.settings.name) },
            reader: configuration.reader.name.dicom, report: report)
        polling = Mutex(Polling(interval: configuration.worklist.pollInterval))
        filing.whenFiled = { [weak self] study, destination in
            self?.completeWorkitems()
            self?.findRivals(of: study, at: destination)
        }
    }

    var online: Bool { !isOffline.withLock { $0 } }

    func reports(
        in study: StudyInstanceUID, at destination: DestinationName
    ) throws(ServerFailure) -> [PriorReport] {
        guard let server = servers.first(where: { $0.settings.name == destination }) else {
            throw .unreachable("the configuration has no server called \(destination)")
        }
        return try server.reports(in: study)
    }

    /// Begins filing and polling in the background.
    func start() {
        filing.reload()
        schedule(after: 0, asked: false)
    }

    func stop() {
        isStopped.withLock { $0 = true }
        for server in servers { server.cancelAll() }
    }

    /// What is being fetched stays as far as it came; what is signed is filed all the same.
    func stopFetching() { puller.isStopped.withLock { $0 = true } }

    func syncNow() {
        puller.isStopped.withLock { $0 = false }
        filing.tell(.asked)
        schedule(after: 0, asked: true)
    }

    func setOffline(_ offline: Bool) {
        isOffline.withLock { $0 = offline }
        filing.tell(offline ? .wentOffline : .wentOnline)
        if offline {
            for server in servers { server.cancelAll() }
        } else {
            schedule(after: 0, asked: true)
        }
    }

    /// One timer: a later call replaces what was planned.
    private func schedule(after seconds: Double, asked: Bool) {
        let number = planned.withLock { number in
            number += 1
            return number
        }
        queue.asyncAfter(deadline: .now() + seconds) {
            if self.planned.withLock({ $0 }) == number { self.poll(asked: asked) }
        }
    }

    private func poll(asked: Bool) {
        guard isWorking else { return }
        if polling.withLock({ $0.start(at: Clock.now, asked: asked) }), pullWorklist() == nil { prefetch() }
        let wait = polling.withLock { $0.nextPull }?.seconds(since: Clock.now) ?? 1
        // At most a minute: the clock may be set back meanwhile.
        schedule(after: min(max(0.2, wait), 60), asked: false)
    }

    /// One round of `readroom sync`: the worklist, then everything the listed studies need.
    ///
    /// - Returns: why it failed, if it did.
    func pullOnce() -> ServerFailure? {
        pullWorklist() ?? settled { try puller.prefetch { self.isWorking } }
    }

    /// The worklist, claims made offline, finished work.
    private func pullWorklist() -> ServerFailure? {
        settled {
            try puller.pullWorklist()
            polling.withLock { $0.succeeded(at: Clock.now) }
            try puller.settleClaims()
            try puller.completeWorkitems()
            try rechecker.round()
        }
    }

    private var isWorking: Bool { online && !isStopped.withLock { $0 } }

    private func prefetch() {
        let isFirst = isPrefetching.withLock { isRunning in
            defer { isRunning = true }
            return !isRunning
        }
        guard isFirst else { return }
        ahead.async {
            _ = self.settled { try self.puller.prefetch { self.isWorking } }
            self.isPrefetching.withLock { $0 = false }
        }
    }

    /// Does something with the server, and tells the polling and the reader if it fails.
    private func settled(_ body: () throws -> Void) -> ServerFailure? {
        do {
            try body()
            return nil
        } catch let failure as ServerFailure {
            let since = polling.withLock { polling in
                polling.failed(failure, at: Clock.now)
                return polling.offlineSince ?? Clock.now
            }
            let isStopped = failure == .cancelled && puller.isStopped.withLock { $0 }
            if !isStopped, failure != .cancelled || online { report(.pullFailed(failure, since: since)) }
            return failure
        } catch {
            let words = (error as? StoreFailure)?.sentence ?? "the worklist could not be kept"
            polling.withLock { $0.failed(.unintelligible(words), at: Clock.now) }
            report(.recordFailed(words))
            return .unintelligible(words)
        }
    }

    /// After filing, beside everything else. A failure is made good when the report is looked for again.
    private func findRivals(of study: StudyInstanceUID, at destination: DestinationName) {
        queue.async {
            guard self.online else { return }
            try? self.rechecker.findRivals(of: study, at: destination)
        }
    }

    /// After filing: tells the worklist what is finished, beside the regular pulls.
    private func completeWorkitems() {
        queue.async {
            guard self.online else { return }
            // A failure is tried again by the next pull.
            try? self.puller.completeWorkitems()
        }
    }
}
