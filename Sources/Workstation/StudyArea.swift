public import Radiology
import Sync
public import Wording

public struct StudyState: Hashable, Sendable {
    public var row: WorklistRow
    /// What was read; `nil` while it is being read.
    public var bundle: StudyBundle?
    public var failure: Wording?
    public var selectedPrior = 0
    public var priorTop = 0
    public var showsMetadata = false
    public var metadataTop = 0
    /// The line of the metadata tree the cursor is on.
    public var selectedAttribute = 0
    /// Sequences that are closed, by the place of their attribute.
    public internal(set) var closedSequences: Set<Int> = []
    /// Which priors the report is to name as its comparison; `nil`: what fits best.
    public internal(set) var compared: [StudyInstanceUID]?
    /// Whether what changed since the report before is shown in place of the report.
    public internal(set) var showsChanges = false
    public var search = ""
    public var isSearching = false
    /// A report was asked for and is being read; what is typed meanwhile is meant for it.
    public internal(set) var isOpeningReport = false

    init(row: WorklistRow) { self.row = row }

    public var uid: StudyInstanceUID { row.uid }

    /// With the server's metadata where they are here: search answers garble names.
    public var study: Study { bundle?.detail.study ?? row.item.study }

    /// What there is to read: reports of this study first, where it has any, then earlier studies.
    public var priors: [Prior] { (own.map { [$0] } ?? []) + (bundle?.priors ?? []) }

    public var prior: Prior? { priors.indices.contains(selectedPrior) ? priors[selectedPrior] : nil }

    private var own: Prior? {
        guard let reports = bundle?.reports, !reports.isEmpty else { return nil }
        return Prior(study: study, reports: reports)
    }
}

extension WorkstationState {
    mutating func handle(_ message: StudyMessage) -> [Effect] {
        switch message {
        case .opened(let bundle, let reporting): return opened(bundle, reporting: reporting)
        case .refreshed(let bundle): refresh(bundle)
        case .openFailed(let uid, let why):
            if study?.uid == uid {
                study?.failure = why
                study?.isOpeningReport = false
            }
            system.say(why, .warning)
        case .claimed(let uid, let outcome): return claimed(uid, outcome)
        case .claimFailed(_, let why):
            system.say("Not claimed. \(why)", .warning)
        case .released:
            system.say("Released: others can read it now.")
            return reloadWorklist()
        case .reportChosen:
            guard let uid = study?.uid else { return [] }
            // What was read when the study was opened does not have what was typed since.
            if takeUpLeft(uid) { return [] }
            study?.isOpeningReport = true
            return [.openStudy(uid, reporting: true)]
        case .claimChosen: return toggleClaim(study?.row)
        case .valueCopied: return copyValue()
        case .viewerAsked: return openViewer()
        case .closed:
            study = nil
            screen = .worklist
            return reloadWorklist()
        default: study?.look(message)
        }
        return []
    }

    private mutating func opened(_ bundle: StudyBundle, reporting: Bool) -> [Effect] {
        // The reader may have gone on to another study while this one was read.
        guard study?.uid == bundle.row.uid else { return [] }
        study?.bundle = bundle
        study?.row = bundle.row
        study?.failure = nil
        if reporting { study?.isOpeningReport = false }
        if let why = bundle.staleBecause { system.say("From this workstation's store. \(why)") }
        return reporting ? beginReport(bundle) : []
    }

    /// What came since the study was opened is added; the selected prior stays selected, and a report keeps what it
    /// compares with.
    private mutating func refresh(_ bundle: StudyBundle) {
        guard let before = study?.bundle, study?.uid == bundle.row.uid else { return }
        let looked = study?.prior?.study.uid
        study?.bundle?.priors = bundle.priors
        study?.bundle?.reports = bundle.reports
        if let index = study?.priors.firstIndex(where: { $0.study.uid == looked }) { study?.selectedPrior = index }
        if editor?.draft.study == bundle.row.uid {
            editor?.priors = bundle.priors
            editor?.reports = bundle.reports
        }
        let known = Set((before.priors.flatMap(\.reports) + before.reports).map(\.document))
        let came = (bundle.priors.flatMap(\.reports) + bundle.reports).contains { !known.contains($0.document) }
        if came { system.say("A report of this patient came in since: look at it beside this one.", .warning) }
    }

    private mutating func beginReport(_ bundle: StudyBundle) -> [Effect] {
        if editor?.draft.study == bundle.row.uid {
            // Asked for twice and answered twice: what was typed in between stays.
            return []
        }
        if !takeUpLeft(bundle.row.uid) {
            // It was read before the last save was done; asked again, the store has it.
            if stored.removeValue(forKey: bundle.row.uid)?.isNewer(than: bundle.draft) == true {
                study?.isOpeningReport = true
                return [.openStudy(bundle.row.uid, reporting: true)]
            }
            editor = EditorState(bundle, templates: templates, compared: study?.compared, now: system.now)
            screen = .report
            overlay = nil
        }
        let isMine = bundle.row.item.claim?.transaction != nil
        // What is signed here is ours already; an addendum needs no claim.
        return isMine || !bundle.versions.isEmpty ? [] : [.claim(bundle.row.uid)]
    }

    private mutating func claimed(_ uid: StudyInstanceUID, _ outcome: ClaimOutcome) -> [Effect] {
        switch outcome {
        case .claimed(let claim):
            note(claim, on: uid)
            if editor == nil { system.say("Claimed: you are reading it.") }
        case .localOnly(let claim):
            note(claim, on: uid)
            if editor == nil { system.say("Claimed here. Others see it once the server answers.") }
        case .taken(let reader):
            let name = reader ?? "Another reader"
            lostClaims[uid] = name
            if signing?.draft.study == uid {
                // In the dialog itself, which says it again.
                warnOfLostClaim(by: name)
            } else {
                if editor?.draft.study == uid { editor?.rival = name }
                // What is being typed into lies over the notice; it stands there afterwards.
                if standingRival == nil { system.say("\(name) is reading this study.", .warning) }
            }
        case .gone: system.say("This study is no longer on the server's worklist.", .warning)
        }
        return reloadWorklist() + [.loadCounts]
    }

    private mutating func note(_ claim: Claim, on uid: StudyInstanceUID) {
        lostClaims[uid] = nil
        if editor?.draft.study == uid { editor?.rival = nil }
        if study?.uid == uid {
            study?.row.item.claim = claim
            study?.bundle?.row.item.claim = claim
        }
    }
}

extension StudyState {
    mutating func look(_ message: StudyMessage) {
        switch message {
        case .priorSelected(let index):
            selectedPrior = max(0, min(index, priors.count - 1))
            priorTop = 0
        case .priorScrolled(let top): priorTop = max(0, top)
        case .metadataToggled:
            showsMetadata.toggle()
            (metadataTop, selectedAttribute) = (0, 0)
        case .attributeSelected(let index, let top):
            selectedAttribute = max(0, min(index, tree.count - 1))
            metadataTop = max(0, top)
        case .sequenceToggled: toggleSequence()
        case .searchOpened:
            showsMetadata = true
            isSearching = true
        case .metadataSearched(let text):
            search = text
            (metadataTop, selectedAttribute) = (0, 0)
        case .searchClosed: isSearching = false
        case .comparisonToggled: toggleComparison()
        case .changesToggled:
            showsChanges.toggle()
            priorTop = 0
        default: break
        }
    }
}
