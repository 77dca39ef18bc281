import CentralServer
import Dispatch
import Foundation
import LocalStore
import Radiology
import Sync
import Synchronization
import Vault
import Wording
import Workstation

/// Carries out the workstation's effects: the store on its queues, the server on its own, answers into the mailbox.
final class Runner: Sendable {
    let store: LocalStore
    let engine: SyncEngine
    let configuration: Configuration
    let mailbox: Mailbox
    /// Reading must not wait for a commit's disk flush, so there are two.
    private let reads = DispatchQueue(label: "readroom.reads")
    private let writes = DispatchQueue(label: "readroom.writes")
    /// The templates take longer to read than the list, which must not wait for them.
    private let library = DispatchQueue(label: "readroom.library")
    private let claims = DispatchQueue(label: "readroom.claims")
    /// Asked while the reader waits with a finger on the key: it answers soon or is done without.
    private let hurried: DICOMwebServer
    let phrases = Phrases()
    let attempts = Mutex(AttemptLimit(.passphrase))
    let pinAttempts = Mutex(AttemptLimit(.pin))
    let paths: Paths

    init(
        store: LocalStore, engine: SyncEngine, configuration: Configuration, mailbox: Mailbox, paths: Paths
    ) {
        self.paths = paths
        self.store = store
        self.engine = engine
        self.configuration = configuration
        self.mailbox = mailbox
        var settings = engine.worklistServer.settings
        settings.timeout = min(settings.timeout, 4)
        hurried = DICOMwebServer(settings: settings)
    }

    func perform(_ effect: Effect) {
        switch effect {
        case .loadWorklist(let query, let offset, let limit, let around): load(query, offset, limit, around)
        case .prepareLists: reads.async { try? self.store.prepareLists() }
        case .loadListValues: read { .worklist(.listValuesLoaded(try Runner.listValues($0))) }
        case .countLists(let lists): count(lists)
        case .saveList(let list): writes.async { self.keep(list) }
        case .saveColumns(let columns): writes.async { self.keep(columns) }
        case .findSTAT: findSTAT()
        case .loadCounts: read { .worklist(.countsLoaded(try $0.worklistCounts())) }
        case .loadOutbox: read { .outbox(.loaded(try $0.outboxItems(limit: 200), try $0.outboxCounts())) }
        case .openStudy(let uid, let reporting): OwnThread.run { self.open(uid, reporting: reporting) }
        case .claim(let uid): claims.async { self.claim(uid) }
        case .release(let uid): claims.async { self.release(uid) }
        case .saveDraft(let draft): writes.async { self.save(draft) }
        case .discardDraft(let uid): writes.async { self.discard(uid) }
        case .findDiscarded(let uid): writes.async { self.findDiscarded(uid) }
        case .prepareSigning(let draft, let text): OwnThread.run { self.prepareSigning(draft, text) }
        case .sign(let request): writes.async { self.sign(request) }
        case .macroUsed(let name): writes.async { try? self.store.countMacroUse(name) }
        case .recordCommunication(let uid, let finding): writes.async { self.recordCommunication(uid, finding) }
        case .unlock(let text): OwnThread.run { self.unlock(text) }
        case .authenticate(let text): OwnThread.run { self.authenticate(text) }
        case .loadLibrary: library.async { self.loadLibrary() }
        case .saveLibraryFile(let file): writes.async { self.saveLibraryFile(file) }
        case .deleteLibraryFile(let file): writes.async { self.putAway(file) }
        case .keepLibraryFile(let unsaved): writes.async { self.keep(unsaved) }
        case .syncNow: engine.syncNow()
        case .stopFetching: engine.stopFetching()
        case .fileAgain(let entry): writes.async { self.fileAgain(entry) }
        case .loadTheirs(let entry): OwnThread.run { self.loadTheirs(entry) }
        case .decide(let entry, let decision): writes.async { self.decide(entry, decision) }
        case .exportReport(let entry): writes.async { self.export(entry) }
        case .retry(let id): engine.filing.tell(.retried(id))
        case .setOffline(let offline): engine.setOffline(offline)
        // The loop's own, which has the terminal or answers at once.
        case .editOutside, .suspend, .redraw, .nextTheme, .quit, .copy, .openViewer, .suggest: break
        }
    }

    /// Compares the second copy of what was signed with the store, beside everything else.
    func compareCopies() { writes.async { self.copySigned() } }

    /// Waits until every write asked for so far is on the disk.
    func flush() { writes.sync {} }

    func read(_ body: @escaping @Sendable (LocalStore) throws -> Message) {
        reads.async {
            do {
                self.mailbox.post(try body(self.store))
            } catch {
                self.mailbox.post(.system(.failed(Runner.sentence(error))))
            }
        }
    }

    static func sentence(_ error: any Error) -> Wording {
        switch error {
        case let failure as StoreFailure: failure.wording
        case let failure as ServerFailure: failure.wording
        case let failure as DocumentFailure: Wording(key: failure.sentence)
        default: "Something unexpected went wrong (\(type(of: error)))."
        }
    }

    func event(_ kind: AuditEvent.Kind, _ study: StudyInstanceUID?, _ detail: String = "") -> AuditEvent {
        AuditEvent(at: Clock.now, kind: kind, reader: configuration.reader.name.dicom, study: study, detail: detail)
    }

    func hurriedDetail(of study: Study) throws(ServerFailure) -> StudyDetail? { try hurried.detail(of: study) }

    // MARK: - Drafts

    private func save(_ draft: Draft) {
        do {
            let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
            try store.saveDraft(
                StoredDraft(
                    study: draft.study, content: text, savedAt: Clock.now, findings: draft.actionable ?? []))
            mailbox.post(
                .editor(.draftSaved(draft.study, edits: draft.edits, at: Clock.now, begunAt: draft.begunAt)))
        } catch {
            mailbox.post(.editor(.draftSaveFailed(draft.study, Runner.sentence(error), begunAt: draft.begunAt)))
        }
    }

    private func findDiscarded(_ uid: StudyInstanceUID) {
        do {
            mailbox.post(.editor(.discardedFound(uid, try decoded(try store.discardedDraft(uid)))))
        } catch {
            mailbox.post(.system(.failed(Runner.sentence(error))))
        }
    }

    private func discard(_ uid: StudyInstanceUID) {
        do {
            try store.discardDraft(uid, at: Clock.now, audit: event(.draftDiscarded, uid))
            mailbox.post(.editor(.draftDiscarded(uid)))
            mailbox.post(.system(.storeChanged))
        } catch {
            mailbox.post(.system(.failed(Runner.sentence(error))))
        }
    }
}
