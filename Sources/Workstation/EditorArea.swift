public import Radiology
import ReportChecks
public import ReportTemplates
public import Wording

public struct EditorState: Hashable, Sendable {
    public var draft: Draft
    public var priors: [Prior]
    public var reports: [PriorReport]
    /// Templates that fit the study, best first, and which of them is in use.
    public var candidates: [Candidate]
    public var candidateIndex = 0
    /// How the text may go on, the best first.
    public internal(set) var suggestions: [PhraseSuggestion] = []
    /// When the keys will have rested long enough to say what else may follow: nobody reads that while typing.
    public internal(set) var restedAt = Instant(millisecondsSince1970: 0)
    /// Where suggestions were last asked for: an answer for another place is late.
    var asked: Asked?

    struct Asked: Hashable, Sendable {
        var edits: Int
        var place: ReportPlace.Target?
        var cursor: Int
    }

    /// Who claimed the study first, until the reader has seen the notice and does something else than writing.
    var rival: String?
    /// Words being looked for in the report; `nil` when nobody looks.
    public internal(set) var find: String?
    /// Which priors the reader compares with; `nil`: what fits best.
    public internal(set) var compared: [StudyInstanceUID]?
    /// The prior that fits best, found out once: it is asked for at every key.
    private(set) var fitting: StudyInstanceUID?
    public var showsPrior = true
    /// The prior report lies over the draft: where the screen has no room for both.
    public var isPriorInFront = false
    public var priorTop = 0
    /// How many edits the store has; the draft is safe when they are all there.
    public var savedEdits: Int
    public var savedAt: Instant?
    public var unsavedSince: Instant?
    public var isSaving = false
    public var saveFailure: Wording?
    /// The reader discarded it; the store takes it off the list once it has the text.
    var isDiscarded = false

    public struct Candidate: Hashable, Sendable {
        public var template: Template
        public var reason: String
    }

    /// An edit is on the disk at most a second later.
    static let autosaveDelay = 0.6
    /// … or after this many keystrokes, whichever comes first.
    static let autosaveEdits = 15

    public var isUnsaved: Bool { draft.edits > savedEdits }

    public var autosaveDue: Instant? {
        guard isUnsaved, !isSaving else { return nil }
        return unsavedSince?.adding(seconds: EditorState.autosaveDelay)
    }

    /// What lies beside the draft: reports of this study, or else the study that the report compares with, or else the
    /// newest prior that has a report, or the newest.
    public var shownPrior: Prior? {
        if let chosen = compared?.first, let prior = priors.first(where: { $0.study.uid == chosen }) { return prior }
        if !reports.isEmpty { return Prior(study: draft.detail.study, reports: reports) }
        return comparisons.first ?? priors.first { !$0.reports.isEmpty } ?? priors.first
    }
}

extension EditorState {
    /// Begins or continues the report of a study.
    init(
        _ bundle: StudyBundle, templates: TemplateLibrary, compared: [StudyInstanceUID]? = nil, now: Instant
    ) {
        let chosen = compared.map { uids in uids.compactMap { uid in bundle.priors.first { $0.study.uid == uid } } }
        let fitting = bundle.priors.comparable(to: bundle.detail.study).first
        let last = bundle.versions.last
        let candidates = EditorState.candidates(bundle, templates)
        let best = candidates[0]
        let context = MergeContext(
            detail: bundle.detail,
            comparisons: chosen ?? fitting.map { [$0] } ?? [],
            language: best.template.language)
        var content = ReportContent(template: best.template, context: context)
        if let last, best.template.purpose == .report { content.continueReport(last) }
        var begun = Draft(
            detail: bundle.detail, content: content, matchReason: best.reason,
            predecessor: last.map(Draft.Predecessor.init), begunAt: now)
        if let last, best.template.purpose == .report {
            begun.actionable = bundle.findings.isEmpty ? last.actionable : bundle.findings
            begun.zone = last.timeZone
        }
        let draft = bundle.draft ?? begun
        self.init(
            draft: draft, priors: bundle.priors, reports: bundle.reports, candidates: candidates,
            savedEdits: draft.edits)
        self.compared = compared
        self.fitting = fitting?.study.uid
        markTemplate()
    }

    /// Never empty: at least the plain report fits everything.
    private static func candidates(_ bundle: StudyBundle, _ templates: TemplateLibrary) -> [Candidate] {
        if let last = bundle.versions.last {
            // A final report is added to; one that is not is gone on with.
            return last.flags.status == .final
                ? [Candidate(template: templates.addendum, reason: "this study is reported")]
                : [Candidate(template: Template(continuing: last), reason: "your preliminary report")]
        }
        return templates.choose(for: MatchContext(study: bundle.detail.study)).map {
            Candidate(template: $0.template, reason: $0.reason)
        }
    }

    /// Templates were added or changed: the list of those that fit is made anew, the one in use stays.
    mutating func refresh(from templates: TemplateLibrary) {
        guard draft.predecessor == nil else { return }
        candidates = templates.choose(for: MatchContext(study: draft.detail.study)).map {
            Candidate(template: $0.template, reason: $0.reason)
        }
        let current = draft.content.template
        if let index = candidates.firstIndex(where: { $0.template.identifier == current.identifier }) {
            candidateIndex = index
        } else {
            candidates.insert(Candidate(template: current, reason: draft.matchReason), at: 0)
            candidateIndex = 0
        }
    }

    /// - Parameter template: the one that is filled; the draft's own if left out.
    func mergeContext(for template: Template? = nil) -> MergeContext {
        let language = (template ?? draft.content.template).language
        return MergeContext(detail: draft.detail, comparisons: comparisons, language: language)
    }
}

extension [Prior] {
    /// Earlier studies worth comparing with: the same kind of examination first, newest first.
    public func comparable(to study: Study) -> [Prior] {
        let fitting = filter { study.isComparable(with: $0.study) }
        return fitting.filter { study.hasKind(of: $0.study) } + fitting.filter { !study.hasKind(of: $0.study) }
    }
}

extension WorkstationState {
    mutating func handle(_ message: EditorMessage) -> [Effect] {
        switch message {
        case .draftSaved(let uid, let edits, let at, let begunAt): return draftSaved(uid, edits, at, begunAt)
        case .draftSaveFailed(let uid, let why, let begunAt): return draftSaveFailed(uid, why, begunAt)
        case .draftDiscarded(let uid): return draftDiscarded(uid)
        case .discardedFound(let uid, let draft):
            discardedFound(uid, draft)
            return autosave()
        case .suggested(let uid, let edits, let found):
            suggested(uid, edits, found)
            return []
        default: break
        }
        guard let draft = editor?.draft else { return [] }
        if let effects = leaveOrOpen(message) { return effects }
        if case .typed = message { editor?.restedAt = system.now.adding(seconds: WorklistState.rest) }
        let shown = editor.flatMap { $0.suggestsInPlace ? $0.suggestions.first : nil }
        var effects = edit(message)
        if case .undone = message, let template = editor?.draft.content.template, template != draft.content.template {
            system.say("Back to the template \(template.title), as it was.")
        }
        effects += suggest(after: message, shown: shown, since: draft.edits, at: draft.place?.target, draft.cursor)
        return effects + autosave()
    }

    /// Messages that leave the report or lay something over it; `nil` for those that edit.
    private mutating func leaveOrOpen(_ message: EditorMessage) -> [Effect]? {
        switch message {
        case .putAside: return leaveReport(to: .worklist, saying: "Draft saved and put aside.")
        case .left: return leaveReport(to: study == nil ? .worklist : .study, saying: nil)
        case .discardAsked: overlay = .discarding
        case .discardConfirmed: return discardDraft()
        case .restoringAsked: return askForDiscarded()
        case .signAsked(let thenNext): return prepareSigning(thenNext: thenNext)
        case .previewToggled: if case .preview = overlay { overlay = nil } else { overlay = .preview(top: 0) }
        case .templatesOpened: openTemplates()
        case .scoreOpened: openScore()
        case .calculatorChosen(let id): overlay = .score(ScoreState(calculator: id))
        case .actionableOpened: openActionable()
        case .comparisonsOpened: openComparisons()
        case .valuePasted: return pasteValue()
        case .savingAsTemplateOpened: overlay = .naming("")
        default: return nil
        }
        return autosave()
    }

    /// Messages that change the draft or where the reader is in it.
    private mutating func edit(_ message: EditorMessage) -> [Effect] {
        switch message {
        case .nextPlace:
            if let effects = expandMacro() { return effects }
            editor?.nextStop()
        case .priorCopied: copyPrior()
        case .nextObstacle: goToNextObstacle()
        // Not yet told: nothing is written that nobody read; it is told now.
        case .suggestionTaken(let index) where editor?.hasShown(index, at: system.now) == false:
            editor?.restedAt = system.now
        case .sectionConfirmed:
            let count = editor?.draft.confirmSection() ?? 0
            system.say(count == 0 ? "Nothing to confirm in this section." : "Normal: \(count) defaults kept.")
        case .findTyped(let words):
            editor?.find = words
            if !words.isEmpty, editor?.draft.find(words, again: false) == false { system.say("Not found.") }
        case .findNext:
            guard let words = editor?.find else { break }
            if editor?.draft.find(words, again: true) == false { system.say("Not found.") }
        default: editor?.edit(message)
        }
        return []
    }

    /// Takes over what the report beside the draft says on this section.
    private mutating func copyPrior() {
        guard let prior = editor?.shownPrior, let report = prior.reports.first(where: { !$0.isAddendum }) else {
            system.say("There is no earlier report to copy from.")
            return
        }
        let facts = [prior.study.modalityText, prior.study.date?.description ?? report.date?.description ?? ""]
        let source = facts.filter { !$0.isEmpty }.joined(separator: " ")
        if editor?.draft.copy(from: report.sections, named: source) == true {
            let isAddedTo = prior.reports.first?.isAddendum == true
            system.say(
                isAddedTo
                    ? "Copied from \(source), to which there is an addendum; marked until you touch it."
                    : "Copied from \(source); marked until you touch it.", isAddedTo ? .warning : .quiet)
        } else {
            system.say("The earlier report has no such section.")
        }
    }

    /// The next place something is the matter with, after the cursor's.
    private mutating func goToNextObstacle() {
        guard let draft = editor?.draft else { return }
        let obstacles = obstacles(of: draft).filter { $0.place != nil }
        let places = draft.places
        let order = places.indices.map { ($0 + draft.placeIndex + 1) % places.count }
        for index in order {
            guard let obstacle = obstacles.first(where: { $0.place == places[index].target }) else { continue }
            editor?.draft.go(to: index)
            system.say(obstacle.wording, .warning)
            return
        }
        system.say(obstacles.isEmpty ? "Nothing stands in the way." : "Only here.")
    }

    /// Saves at once when much was typed; otherwise the clock does it within a second.
    mutating func autosave() -> [Effect] {
        guard let editor, editor.isUnsaved else { return [] }
        if editor.unsavedSince == nil { self.editor?.unsavedSince = system.now }
        if editor.draft.edits - editor.savedEdits < EditorState.autosaveEdits { return autosaveIfDue() }
        return editor.isSaving ? [] : saveDraft()
    }

    mutating func autosaveIfDue() -> [Effect] {
        guard let due = editor?.autosaveDue, due <= system.now else { return [] }
        return saveDraft()
    }

    /// Everything typed goes to the store, whether another save is under way or not.
    mutating func saveDraft() -> [Effect] {
        guard var editor, editor.isUnsaved, !isSigning(editor.draft.study) else { return [] }
        editor.isSaving = true
        editor.draft.forgetLeft()
        self.editor = editor
        return [.saveDraft(editor.draft)]
    }

    /// Leaves the report. Its text stays in memory until the store has it.
    mutating func leaveReport(to screen: Screen, saying words: Wording?) -> [Effect] {
        editor?.draft.resolvePick()
        editor?.draft.history.close()
        let effects = saveDraft()
        if let left = editor, left.isUnsaved {
            leftEditors[left.draft.study] = left
        } else if let words, editor?.savedAt != nil {
            system.say(words)
        }
        editor = nil
        overlay = nil
        self.screen = screen
        return effects + reloadWorklist() + [.loadCounts]
    }

    /// Goes on with a report whose text the store may not have yet: nothing read from there is newer.
    mutating func takeUpLeft(_ uid: StudyInstanceUID) -> Bool {
        guard var left = leftEditors.removeValue(forKey: uid) else { return false }
        left.isDiscarded = false
        editor = left
        screen = .report
        overlay = nil
        return true
    }

    // MARK: Templates that fit

    private mutating func openTemplates() {
        guard let editor, editor.candidates.count > 1 else { return }
        overlay = .templates((editor.candidateIndex + 1) % editor.candidates.count)
    }

    mutating func handle(_ message: DialogMessage, template selected: Int) -> [Effect] {
        let count = editor?.candidates.count ?? 0
        switch message {
        case .moved(let delta): overlay = .templates((selected + delta + count) % max(1, count))
        case .typed(let text):
            if let digit = text.first?.wholeNumberValue, (1...count).contains(digit) { switchTemplate(to: digit - 1) }
        case .erased: break
        case .cancelled: overlay = nil
        case .confirmed: switchTemplate(to: selected)
        }
        return []
    }

    private mutating func switchTemplate(to index: Int) {
        guard var editor, editor.candidates.indices.contains(index) else { return }
        overlay = nil
        editor.candidateIndex = index
        let next = editor.candidates[index]
        editor.draft.switchTemplate(
            to: next.template, reason: next.reason, context: editor.mergeContext(for: next.template))
        self.editor = editor
        let isLoose = !editor.draft.sectionsToReread.isEmpty
        system.say(
            isLoose
                ? "Template: \(next.template.title). What you typed is kept as free text beside its defaults: read both."
                : "Template: \(next.template.title) (\(next.reason)). What you typed is kept.",
            isLoose ? .warning : .quiet)
    }
}

extension EditorMessage {
    fileprivate var looksAtPrior: Bool {
        switch self {
        case .priorRaised, .priorScrolled, .priorToggled: true
        default: false
        }
    }
}

extension EditorState {
    /// Where there is nothing else to undo, the choice of the template is.
    private mutating func undo() {
        guard draft.history.done.isEmpty, draft.takeBack() else { return draft.undo() }
        markTemplate()
    }

    /// The draft's template is the one in use among those that fit.
    mutating func markTemplate() {
        let identifier = draft.content.template.identifier
        candidateIndex = candidates.firstIndex { $0.template.identifier == identifier } ?? candidateIndex
    }

    /// Messages that change the draft or where the reader looks, and nothing else.
    mutating func edit(_ message: EditorMessage) {
        // Whoever types wants to see it.
        if !message.looksAtPrior { isPriorInFront = false }
        switch message {
        case .typed(let text): draft.type(text)
        case .pasted(let text):
            draft.resolvePick()
            draft.insert(text, joins: false)
        case .optionPicked(let option): draft.bracket == nil ? draft.choose(option) : draft.chooseInBracket(option)
        case .newline:
            draft.resolvePick()
            draft.insert("\n", joins: false)
        case .backspaced: draft.backspace()
        case .deleted: draft.deleteForward()
        case .wordErased: draft.eraseWord()
        case .lineDeleted: draft.deleteLine()
        case .lineMoved(let delta): draft.moveLine(by: delta)
        case .movedLeft: draft.move(to: draft.cursor - 1)
        case .movedRight: draft.move(to: draft.cursor + 1)
        case .movedTo(let offset): draft.move(to: offset)
        case .bracketKept: draft.keepBracket()
        case .previousPlace: if !draft.enterPreviousBracket() { draft.go(to: draft.placeIndex - 1) }
        case .nextUnfilled: if let index = draft.nextUnfilled() { draft.go(to: index) }
        case .placeChosen(let index): draft.go(to: index)
        case .undone: undo()
        case .redone: draft.redo()
        case .suggestionTaken(let index): take(index)
        case .wordTaken: takeWord()
        case .suggestionsHidden: suggestions = []
        case .findOpened: find = ""
        case .findClosed: find = nil
        default: look(message)
        }
    }

    private mutating func look(_ message: EditorMessage) {
        switch message {
        case .priorToggled: showsPrior.toggle()
        case .priorRaised: isPriorInFront.toggle()
        case .priorScrolled(let top): priorTop = max(0, top)
        default: break
        }
    }

    /// Where Tab goes: what is suggested is taken, a bracket in the text is a stop, and then comes the next place.
    mutating func nextStop() {
        if suggestsInPlace, takesSuggestions { return take(0) }
        if draft.enterNextBracket() { return }
        draft.go(to: draft.placeIndex + 1)
    }
}
