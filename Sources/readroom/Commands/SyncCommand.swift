import ArgumentParser
import Dispatch
import LocalStore
import Radiology
import Sync
import Synchronization
import Wording

struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Do one round: file what is signed, fetch the worklist, and say what happened.",
        discussion: """
            Exit status 0: everything signed is filed and the worklist was fetched. 1: something is still to do, and \
            what it is was printed. Meant for cron, a systemd timer, or before unplugging a laptop.
            """)

    @Flag(help: "Also look for every report that was ever filed, and count what is there.")
    var verify = false

    @OptionGroup var place: PlaceOptions

    func run() throws {
        try Exit.report {
            let configuration = try place.configuration()
            let paths = place.paths
            Log.open(paths, redirectingStandardError: false)
            try Paths.makePrivateFolder(paths.data)
            let lock = try FileLock(
                path: paths.syncLock,
                whenHeld: "Another readroom is syncing this store right now; it will file what is signed.")
            let store = try StoreAccess(paths: paths, security: configuration.security, trustsAgent: true).open(
                mayMake: false)
            defer { store.close() }
            return SyncRound(configuration: configuration, store: store, paths: paths, verifies: verify, lock: lock)
                .run()
        }
    }
}

/// One round in the foreground: filing to its end, then one pull.
struct SyncRound {
    var configuration: Configuration
    var store: LocalStore
    var paths: Paths
    var verifies = false
    /// Held from before the store was opened: nobody takes it in between.
    var lock: FileLock?

    func run() -> Int32 {
        let engine = SyncEngine(configuration: configuration, store: store, paths: paths, lock: lock) { event in
            switch event {
            case .progressed(.studies(let done, let total)): Output.progress("studies: \(done) of \(total)")
            case .progressed(.worklist(let count)): Output.progress("worklist: \(count) studies")
            case .progressed(nil): Output.progress(Wording(verbatim: ""))
            default: if let wording = SyncRound.wording(event) { Output.say(wording) }
            }
        }
        defer { engine.stop() }
        let idle = DispatchSemaphore(value: 0)
        engine.filing.reload()
        engine.filing.tell(.asked)
        engine.filing.notifyWhenIdle { idle.signal() }
        idle.wait()
        let failure = engine.pullOnce()
        let isVerified = verifies ? verify(engine) : true
        return max(summary(failure), isVerified ? 0 : 1)
    }

    /// What was filed from here against what is there.
    private func verify(_ engine: SyncEngine) -> Bool {
        do {
            let counts = try engine.rechecker.all()
            let total = counts.there + counts.gone + counts.open
            Output.say("filed \(total) = there \(counts.there) + gone \(counts.gone) + not asked \(counts.open)")
            return counts.there == total
        } catch {
            Output.say(Exit.wording(error))
            return false
        }
    }

    private func summary(_ failure: ServerFailure?) -> Int32 {
        guard let counts = try? store.outboxCounts() else {
            Output.say("The outbox cannot be read; run readroom doctor.")
            return 1
        }
        Output.say("signed \(counts.signed) = \(counts.sum)")
        if counts.lost > 0 { Output.say("filed, and not there any more: \(counts.lost); look at the outbox") }
        if counts.rivals > 0 { Output.say("studies with two final reports: \(counts.rivals); look at the outbox") }
        return failure == nil && counts.unsent == 0 && counts.lost == 0 ? 0 : 1
    }

    static func wording(_ event: SyncEvent) -> Wording? {
        switch event {
        case .pulling, .fetched, .progressed: return nil
        case .pulled(let count): return "worklist: \(count) studies"
        case .pullFailed(let failure, _): return "worklist: \(failure.wording)"
        case .recorded(let id, let destination, let progress, _):
            let state = Wording(key: progress.state.rawValue)
            let answer = progress.lastAnswer.map { Wording(verbatim: ": ") + Wording(recognised: $0) } ?? ""
            return "report \(id.rawValue) to \(destination): \(state)" + answer
        case .notFetched(let failure): return "a study was not fetched: \(failure.wording)"
        case .recordFailed(let words): return Wording(recognised: words)
        case .notRecorded(let id, let words): return "report \(id.rawValue): \(Wording(recognised: words))"
        case .claimLost(_, let name):
            return
                "a study you began offline was claimed by \(name.map(Wording.init(verbatim:)) ?? "another reader"); your draft is kept"
        case .lost(let destination): return "\(destination) does not have a filed report any more; look at the outbox"
        case .rivalsFound(_, let name): return "\(name) signed a final report of a study of yours too"
        case .completed: return "a finished study was taken off the server's worklist"
        case .completionFailed(let failure): return "worklist: \(failure.wording)"
        }
    }
}

extension OutboxCounts {
    /// `filed 12 + queued 1 + …`
    var sum: Wording {
        FilingState.allCases.map { Wording(key: $0.rawValue) + Wording(verbatim: " \(self[$0])") }
            .joined(separator: " + ")
    }
}
