import CentralServer
import Dispatch
import LocalStore
import Logging
import Radiology
import Sync
import Synchronization

/// Brings the worklist, the studies on it, their priors and reports to this workstation, so that it can go offline;
/// and tells the server which studies are claimed and finished.
final class Puller: Sendable {
    private let store: LocalStore
    private let server: DICOMwebServer
    private let reader: Reader
    private let report: @Sendable (SyncEvent) -> Void
    /// Studies the server could not give since the last pull: asked for again with the next.
    private let refused = Mutex<Set<StudyInstanceUID>>([])
    /// The reader does not want to wait for it, until they ask for it again.
    let isStopped = Mutex(false)
    private let lastTold = Mutex(Radiology.Instant(millisecondsSince1970: 0))

    init(
        store: LocalStore, server: DICOMwebServer, reader: Reader, report: @escaping @Sendable (SyncEvent) -> Void
    ) {
        self.store = store
        self.server = server
        self.reader = reader
        self.report = report
    }

    /// The worklist alone: what the reader waits for.
    func pullWorklist() throws {
        report(.pulling)
        refused.withLock { $0 = [] }
        let pull = try server.worklist(today: Clock.today) { count in
            tell(.worklist(count))
            return !isStopped.withLock { $0 }
        }
        try store.mergeWorklist(pull.items, isComplete: pull.isComplete)
        report(.pulled(count: pull.items.count))
    }

    /// The rest, most urgent first, until everything is here or something fails.
    ///
    /// - Parameter isWanted: asked between two studies; false stops.
    func prefetch(while isAllowed: () -> Bool) throws {
        func isWanted() -> Bool { isAllowed() && !isStopped.withLock { $0 } }
        let total = try store.studiesWithoutDetailCount()
        var done = 0
        defer { report(.progressed(nil)) }
        while isWanted() {
            let missing = try store.studiesWithoutDetail(limit: 10 + refused.withLock(\.count)).filter { study in
                !refused.withLock { $0.contains(study.uid) }
            }
            guard !missing.isEmpty else { return }
            // The screen hears of it after a batch, not after each: it reads its rows anew every time.
            defer { report(.fetched) }
            for study in missing where isWanted() {
                do {
                    try fetch(study)
                    done += 1
                    tell(.studies(done: done, of: max(done, total)))
                } catch let failure as ServerFailure {
                    // A broken study must not keep the others from coming; a broken connection does.
                    guard failure.concernsOneStudy else { throw failure }
                    refused.withLock { _ = $0.insert(study.uid) }
                    Log.main.warning("a study was not read: \(failure.kind)")
                    report(.notFetched(failure))
                }
            }
        }
    }

    /// A few times a second is all that anybody sees.
    private func tell(_ progress: SyncProgress) {
        let now = Clock.now
        let isDue = lastTold.withLock { last in
            guard abs(now.seconds(since: last)) >= 0.25 else { return false }
            last = now
            return true
        }
        if isDue { report(.progressed(progress)) }
    }

    /// One study with its metadata, its priors and their reports, into the store.
    ///
    /// - Returns: `nil` if the server does not have the study.
    @discardableResult
    func fetch(_ study: Study) throws -> StudyDetail? {
        guard let detail = try server.detail(of: study) else {
            refused.withLock { _ = $0.insert(study.uid) }
            return nil
        }
        try store.saveDetail(detail, fetchedAt: Clock.now)
        let known = Set(try store.priors(of: detail.study).flatMap(\.reports).map(\.document.instance))
        let priors = try server.priors(of: detail.study, known: known)
        let own = detail.study.modalities.contains(.structuredReport) ? try server.reports(in: study.uid) : []
        try store.savePriors(priors + [Prior(study: detail.study, reports: own)], receivedAt: Clock.now)
        return detail
    }

    /// The same for a study that is here already: what cannot be had now is left as it is.
    func refresh(_ study: Study) -> StudyDetail? {
        do {
            return try fetch(study)
        } catch {
            Log.main.info("a study was not read again: \((error as? ServerFailure)?.kind ?? "the store failed")")
            return nil
        }
    }

    /// Claims the server has not confirmed are made good, or lost to whoever was first.
    func settleClaims() throws {
        for (study, workitem, claim) in try store.localClaims() {
            guard let transaction = claim.transaction else { continue }
            do {
                try settle(
                    try server.claim(workitem, reader: reader.name, transaction: transaction), study, transaction)
            } catch let failure as ServerFailure {
                // One claim that cannot be settled must not keep the rest from the server.
                guard failure.concernsOneStudy else { throw failure }
                Log.main.warning("a claim was not settled: \(failure.kind)")
            }
        }
    }

    private func settle(_ outcome: ClaimOutcome, _ study: StudyInstanceUID, _ transaction: TransactionUID) throws {
        switch outcome {
        case .claimed(let claim), .localOnly(let claim):
            try store.setClaim(claim, on: study, audit: event(.claimed, study))
        case .taken(let name):
            // Their draft and ours both stay; ours is told who was first.
            try store.setClaim(Claim(reader: name ?? "another reader"), on: study, audit: event(.claimLost, study))
            report(.claimLost(study, by: name))
        case .gone:
            try store.setClaim(nil, on: study, audit: event(.claimLost, study))
            report(.claimLost(study, by: nil))
        }
    }

    /// Workitems whose reports are filed everywhere leave the server's worklist.
    func completeWorkitems() throws {
        for finished in try store.finishedWorkitems() {
            do {
                try server.complete(
                    finished.workitem, transaction: finished.transaction, reader: reader.name,
                    reports: finished.reports, at: Clock.now, organization: reader.organization)
            } catch {
                report(.completionFailed(error))
                Log.main.warning("a finished study was not taken off the worklist: \(error.kind)")
                // The server will never take it: the report is filed, and that is what counts.
                guard error.isFinal else { continue }
            }
            try store.markWorkitemCompleted(finished.study)
            report(.completed(finished.study))
        }
    }

    private func event(_ kind: AuditEvent.Kind, _ study: StudyInstanceUID) -> AuditEvent {
        AuditEvent(at: Clock.now, kind: kind, reader: reader.name.dicom, study: study)
    }
}

extension ServerFailure {
    /// What happened, for the log: without the server's own words, which may name a patient.
    var kind: String {
        if case .refused(let status, _) = self { return "status \(status)" }
        return sentence
    }

    /// Whether the server's answer is about this one study, and others may well come.
    var concernsOneStudy: Bool {
        switch self {
        case .refused, .notFound, .unintelligible, .tooLarge: true
        case .unreachable, .timedOut, .broken, .certificate, .unauthorized, .forbidden, .cancelled: false
        }
    }

    /// Whether asking again cannot help.
    fileprivate var isFinal: Bool {
        switch self {
        case .refused(let status, _): (400..<500).contains(status) && status != 408 && status != 429
        case .notFound: true
        default: false
        }
    }
}
