import Radiology
import ReportChecks
import ReportTemplates
import Sync
import Wording
import Workstation

/// The workstation's real reducer, with the effects answered here.
struct ReducerDesk: Desk {
    private var state: WorkstationState
    private var preparation: (draft: Draft, text: String)?

    init(reader: Int) {
        let name = PersonName(
            alphabetic: PersonNameGroup(family: reader == 0 ? "OKONKWO" : "LEE", given: reader == 0 ? "Ada" : "Kim"))
        let system = SystemState(
            now: Instant(millisecondsSince1970: Simulator.dayBegins), timeZone: .utc,
            reader: Reader(name: name, organization: "North General"))
        // No template of its own: the plain report, of nothing but headings.
        state = WorkstationState(system: system, templates: TemplateLibrary([TemplateLibrary([]).plainReport]))
    }

    var characters: Int? { state.editor?.draft.reportText().count }
    var study: Int? { state.editor.map { Facts.number($0.draft.study) } }
    var report: Int? { (state.editor?.draft.predecessor?.report.rawValue).flatMap { Int($0) } }
    var base: Int { state.editor?.draft.predecessor?.number ?? 0 }

    mutating func open(_ facts: StudyFacts, draft: KeptDraft?, versions: [StoredVersion]) {
        let detail = Facts.detail(facts)
        let row = WorklistRow(
            item: WorklistItem(
                study: detail.study, receivedAt: state.system.now,
                claim: Claim(reader: "here", transaction: TransactionUID(rawValue: "1.2.3"))),
            status: .claimed, priorCount: 0)
        _ = state.update(
            .worklist(.pageLoaded(state.worklist.query, WorklistPage(rows: [row], offset: 0, total: 1))))
        _ = state.update(.worklist(.selected(0, top: 0)))
        _ = state.update(.worklist(.reportChosen))
        let bundle = StudyBundle(
            row: row, detail: detail, versions: versions.compactMap { $0.content?.version },
            draft: draft?.draft as? Draft)
        // Asked again where the reducer knows of a newer draft than it was given.
        for effect in state.update(.study(.opened(bundle, reporting: true))) {
            if case .openStudy = effect { _ = state.update(.study(.opened(bundle, reporting: true))) }
        }
    }

    mutating func type(at now: Instant) -> KeptDraft? {
        guard state.editor != nil else { return nil }
        _ = state.update(.system(.ticked(now)))
        for character in "Clear. " { _ = state.update(.editor(.typed(String(character)))) }
        _ = state.update(.editor(.nextPlace))
        let effects = state.update(.system(.suspendAsked))
        for case .saveDraft(let draft) in effects { return kept(draft) }
        return nil
    }

    private func kept(_ draft: Draft) -> KeptDraft {
        KeptDraft(
            begun: Facts.read(draft.detail), characters: draft.reportText().count,
            report: (draft.predecessor?.report.rawValue).flatMap { Int($0) }, base: draft.predecessor?.number ?? 0,
            draft: draft)
    }

    mutating func saved() {
        guard let draft = state.editor?.draft else { return }
        _ = state.update(
            .editor(.draftSaved(draft.study, edits: draft.edits, at: state.system.now, begunAt: draft.begunAt)))
    }

    mutating func claimLost() {
        guard let uid = state.editor?.draft.study else { return }
        _ = state.update(.study(.claimed(uid, .taken(by: "Lee"))))
        _ = state.update(.system(.overlayClosed))
    }

    mutating func prepare() -> Bool {
        for case .prepareSigning(let draft, let text) in state.update(.editor(.signAsked(thenNext: false))) {
            preparation = (draft, text)
            return true
        }
        return false
    }

    mutating func review(_ current: StudyFacts) throws(Breach) -> SigningAct? {
        guard let (draft, text) = preparation else { return nil }
        let begun = Facts.read(draft.detail)
        _ = state.update(
            .signing(
                .prepared(
                    SigningPreparation(
                        study: draft.study, text: text, current: Facts.detail(current), textDigest: Facts.digest(text),
                        destinations: ModelStore.names))))
        let hasChanged = begun.identity != current.identity || begun.series != current.series
        let early = state.update(.signing(.confirmed))
        if let request = early.request {
            // Enter, and nothing was asked: right only where nothing had changed.
            return act(request, draft, wasReidentified: !hasChanged, wasAcknowledged: !hasChanged)
        }
        let reidentified = state.signing?.needsIdentity ?? false
        let alerts = state.signing?.open.filter { $0.severity == .alert }.count ?? 0
        if reidentified { _ = state.update(.signing(.identityTyped(Facts.patientID(current)))) }
        acknowledgeAll()
        return state.update(.signing(.confirmed)).request.map {
            act($0, draft, wasReidentified: reidentified, wasAcknowledged: alerts > 0)
        }
    }

    private mutating func acknowledgeAll() {
        for _ in 0..<(state.signing?.obstacles.count ?? 0) {
            guard let signing = state.signing, let open = signing.open.first(where: { $0.severity == .alert }),
                let index = signing.obstacles.firstIndex(of: open)
            else { return }
            for message in [SigningMessage.obstacleSelected(index), .acknowledged, .reasonGiven] {
                _ = state.update(.signing(message))
            }
        }
    }

    private func act(
        _ request: SigningRequest, _ draft: Draft, wasReidentified: Bool, wasAcknowledged: Bool
    ) -> SigningAct {
        SigningAct(
            begun: Facts.read(draft.detail), shown: Facts.read(request.subject), characters: request.text.count,
            report: (draft.predecessor?.report.rawValue).flatMap { Int($0) }, base: draft.predecessor?.number ?? 0,
            wasReidentified: wasReidentified, wasAcknowledged: wasAcknowledged,
            content: SignedContent(Facts.version(request, reader: state.system.reader, at: state.system.now)))
    }

    mutating func signed(_ version: StoredVersion) {
        guard let report = version.content?.version else { return }
        _ = state.update(.signing(.signed(report, Facts.digest(report.text))))
        preparation = nil
    }

    mutating func notSigned() {
        _ = state.update(.signing(.failed("The disk is full.")))
        _ = state.update(.signing(.cancelled))
        preparation = nil
    }

    mutating func leave() {
        guard let draft = state.editor?.draft else { return }
        _ = state.update(.editor(.putAside))
        _ = state.update(
            .editor(.draftSaved(draft.study, edits: draft.edits, at: state.system.now, begunAt: draft.begunAt)))
    }
}

extension [Effect] {
    fileprivate var request: SigningRequest? {
        for case .sign(let request) in self { return request }
        return nil
    }
}
