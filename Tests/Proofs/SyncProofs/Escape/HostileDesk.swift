import Radiology
import ReportTemplates
import Screens
import Sync
import Terminal
import Wording
import Workstation

/// A workstation in whose world every text is hostile. Screens are reached by keys and messages, as a reader would.
struct HostileDesk {
    private(set) var state: WorkstationState
    private(set) var text: HostileText
    let size: Size
    /// Frames that were rendered, and what was found in the first bad one.
    private(set) var frames = 0
    private(set) var offence: String?
    private let isRaw: Bool

    /// - Parameter isRaw: the canary: as if nothing were cleaned before it is drawn.
    init(seed: UInt64, size: Size, isRaw: Bool = false) {
        text = HostileText(seed: seed)
        self.size = size
        self.isRaw = isRaw
        let now = Instant(millisecondsSince1970: 1_795_252_440_000)
        let reader = Reader(name: text.name(), organization: text.next())
        state = WorkstationState(
            system: SystemState(now: now, timeZone: .utc, reader: reader, lockPolicy: LockPolicy(idleMinutes: 10)),
            templates: TemplateLibrary([text.template(), TemplateLibrary([]).plainReport]))
    }

    mutating func run() {
        worklist()
        let row = state.worklist.rows.first ?? text.row(1, mine: true)
        openStudy(row)
        report(row)
        sign()
        outbox()
        library()
        lock()
    }

    private mutating func worklist() {
        let rows = (1...12).map { text.row($0, mine: $0 == 1) }
        send(.worklist(.pageLoaded(state.worklist.query, WorklistPage(rows: rows, offset: 0, total: rows.count))))
        send(.worklist(.filterOpened))
        send(.worklist(.filterTyped(text.next())))
        look("worklist")
        send(.worklist(.filterCleared))
        send(.worklist(.pageLoaded(state.worklist.query, WorklistPage(rows: rows, offset: 0, total: rows.count))))
        send(.system(.pullFailed(Wording(verbatim: text.next()), since: state.system.now)))
        look("failure")
        send(.system(.filingTroubled(DestinationName(unchecked: text.next()), Wording(verbatim: text.next()))))
        look("trouble")
        send(.system(.paletteOpened))
        send(.dialog(.typed(text.next())))
        look("palette")
        send(.system(.overlayClosed))
    }

    private mutating func openStudy(_ row: WorklistRow) {
        send(.worklist(.selected(0, top: 0)))
        send(.worklist(.studyChosen))
        send(.study(.openFailed(row.uid, Wording(verbatim: text.next()))))
        look("open failed")
        send(.study(.opened(text.bundle(row), reporting: false)))
        look("study")
        send(.study(.metadataToggled))
        look("metadata")
        send(.study(.metadataSearched(text.next())))
        look("search")
        send(.study(.metadataToggled))
    }

    private mutating func report(_ row: WorklistRow) {
        send(.study(.reportChosen))
        send(.study(.opened(text.bundle(row), reporting: true)))
        look("report")
        for _ in 0..<3 {
            send(.editor(.typed(text.next())))
            send(.editor(.pasted(text.next())))
            send(.editor(.nextPlace))
        }
        look("typed")
        let edits = state.editor?.draft.edits ?? 0
        send(.editor(.suggested(row.uid, edits: edits, [PhraseSuggestion(text: text.next(), firstWord: 1)])))
        look("suggestion")
        for opened in [EditorMessage.templatesOpened, .scoreOpened, .actionableOpened, .savingAsTemplateOpened] {
            send(.editor(opened))
            send(.dialog(.typed(text.next())))
            look("dialog")
            send(.system(.overlayClosed))
        }
        send(.editor(.previewToggled))
        look("preview")
        send(.editor(.previewToggled))
        send(.editor(.draftSaveFailed(row.uid, Wording(verbatim: text.next()))))
        send(.study(.claimed(row.uid, .taken(by: text.next()))))
        look("claim lost")
        send(.system(.overlayClosed))
    }

    private mutating func sign() {
        for case .prepareSigning(let draft, let words) in state.update(.editor(.signAsked(thenNext: false))) {
            var current = draft.detail
            current.study = text.study(1)
            current.series.append(text.series(9))
            send(
                .signing(
                    .prepared(
                        SigningPreparation(
                            study: draft.study, text: words, current: current,
                            textDigest: ContentDigest(hexadecimal: text.next()),
                            destinations: [DestinationName(unchecked: text.next())],
                            staleBecause: Wording(verbatim: text.next())))))
            look("sign")
            send(.signing(.identityTyped(text.next())))
            send(.signing(.confirmed))
            look("not signed")
        }
        send(.signing(.failed(Wording(verbatim: text.next()))))
        look("signing failed")
        send(.signing(.cancelled))
    }

    private mutating func outbox() {
        send(.outbox(.opened))
        let items = (1...6).map { text.item($0) }
        send(.outbox(.loaded(items, OutboxCounts(signed: 6, byState: [.unknown: 6]))))
        look("outbox")
        send(.outbox(.notRecorded(items[0].entry.id, Wording(verbatim: text.next()))))
        look("not recorded")
        send(.system(.quitAsked))
        look("quit")
        send(.system(.overlayClosed))
        send(.system(.helpToggled))
        look("help")
        send(.system(.helpToggled))
    }

    private mutating func library() {
        send(.outbox(.closed))
        send(.library(.opened))
        let own = [LibraryFile.Kind.macro, .template].map {
            LibraryFile(kind: $0, name: text.next(), text: text.next())
        }
        send(
            .library(
                .loaded(
                    LibraryContents(
                        templates: TemplateLibrary([text.template()]), own: own,
                        problems: [Wording(verbatim: text.next())]))))
        look("library")
        send(.library(.editChosen))
        look("editing")
    }

    private mutating func lock() {
        send(.system(.lockAsked))
        send(.lock(.typed(text.next())))
        send(.lock(.confirmed))
        send(.lock(.refused(Wording(verbatim: text.next()))))
        look("locked")
    }

    private mutating func send(_ message: Message) { _ = state.update(message) }

    private mutating func look(_ what: String) {
        frames += 1
        let frame = render(state, size: size)
        let found = isRaw ? ScreenAudit.offender(in: state.system.notice?.text ?? "") : ScreenAudit.offender(in: frame)
        if let found, offence == nil { offence = "\(what) at \(size): U+\(String(found.value, radix: 16))" }
    }
}
