public import Radiology
public import Sync
public import Wording

/// What happened. Everything the program reacts to is one of these, and one consumer takes them in order.
public enum Message: Hashable, Sendable {
    case worklist(WorklistMessage)
    case columns(ColumnMessage)
    case study(StudyMessage)
    case editor(EditorMessage)
    case signing(SigningMessage)
    case outbox(OutboxMessage)
    case comparison(ComparisonMessage)
    case dialog(DialogMessage)
    case library(LibraryMessage)
    case lock(LockMessage)
    case system(SystemMessage)
}

public enum WorklistMessage: Hashable, Sendable {
    /// The cursor went to a row; `top` is the first row now in sight.
    case selected(Int, top: Int)
    case tabChosen(Worklist)
    case filterOpened
    case filterTyped(String)
    /// The word at the filter's end goes on as was offered.
    case filterCompleted
    case filterKept
    case filterCleared
    case pageLoaded(WorklistQuery, WorklistPage)
    case countsLoaded([Worklist: Int])
    case studyChosen
    case reportChosen
    case nextChosen
    case claimChosen
    /// Somebody was told of what the selected study's report says.
    case communicationChosen
    /// Every list there is, to choose one.
    case listsOpened
    case listValuesLoaded([WorklistFilter.Key: [String]])
    case listsCounted([SavedList: Int])
    case followToggled
    /// Not now: on to the next.
    case skipped
    /// The most urgent STAT, before anything else.
    case statAsked
    case statFound(WorklistRow?)
    /// Back to what a STAT interrupted.
    case cameBack
}

/// The dialog of the worklist's columns, and the order of the rows.
public enum ColumnMessage: Hashable, Sendable {
    case opened
    case moved(Int)
    /// Shown or hidden.
    case toggled
    /// To the left (-1) or to the right.
    case shifted(Int)
    case sorted
    case nextSort
    case previousSort
    case reversed
    case closed
}

public enum StudyMessage: Hashable, Sendable {
    case opened(StudyBundle, reporting: Bool)
    /// The same study, asked for once more after it was opened from the store.
    case refreshed(StudyBundle)
    case openFailed(StudyInstanceUID, Wording)
    case priorSelected(Int)
    case priorScrolled(Int)
    case metadataToggled
    /// The cursor went to a line of the metadata; `top` is the first one now in sight.
    case attributeSelected(Int, top: Int)
    /// The sequence the cursor is on, or in, is closed or opened.
    case sequenceToggled
    /// The selected value, to be put into a report.
    case valueCopied
    /// The report compares with the selected prior, or not.
    case comparisonToggled
    /// What changed since the report before, in place of the report.
    case changesToggled
    /// The study's images, in the reader's viewer.
    case viewerAsked
    case metadataSearched(String)
    case searchOpened
    case searchClosed
    case reportChosen
    case claimChosen
    case closed
    case claimed(StudyInstanceUID, ClaimOutcome)
    case claimFailed(StudyInstanceUID, Wording)
    case released(StudyInstanceUID)
}

public enum EditorMessage: Hashable, Sendable {
    case typed(String)
    case pasted(String)
    case optionPicked(Int)
    case newline
    case backspaced
    case deleted
    case wordErased
    case movedLeft
    case movedRight
    /// The cursor went to this offset of the active place, as the screen's lines told.
    case movedTo(Int)
    case nextPlace
    case previousPlace
    case nextUnfilled
    case placeChosen(Int)
    case undone
    case redone
    /// The list of templates that fit.
    case templatesOpened
    case lineDeleted
    /// What the selected bracket holds by default, without the bracket.
    case bracketKept
    /// Up is -1.
    case lineMoved(Int)
    /// The section is normal: its defaults were looked at.
    case sectionConfirmed
    case priorCopied
    case nextObstacle
    case findOpened
    case findTyped(String)
    case findNext
    case findClosed
    /// Words that may follow what was typed, for the draft as it was after so many edits.
    case suggested(StudyInstanceUID, edits: Int, [PhraseSuggestion])
    case suggestionTaken(Int)
    case wordTaken
    case suggestionsHidden
    case scoreOpened
    /// A calculator by its id.
    case calculatorChosen(String)
    case actionableOpened
    case comparisonsOpened
    /// What was copied out of the study's metadata.
    case valuePasted
    case savingAsTemplateOpened
    case priorToggled
    /// The prior report was laid over the draft, or taken away.
    case priorRaised
    case previewToggled
    case priorScrolled(Int)
    case putAside
    case left
    case discardAsked
    case discardConfirmed
    case signAsked(thenNext: Bool)
    /// `begunAt` tells which draft of the study was saved, where the store's answer says so.
    case draftSaved(StudyInstanceUID, edits: Int, at: Instant, begunAt: Instant? = nil)
    case draftSaveFailed(StudyInstanceUID, Wording, begunAt: Instant? = nil)
    /// The draft is off the worklist, and its text is kept.
    case draftDiscarded(StudyInstanceUID)
    case restoringAsked
    /// The study's draft that was discarded last, if there is one.
    case discardedFound(StudyInstanceUID, Draft?)
}

/// Keys of a dialog that asks something: a list to pick from, or a form to fill.
public enum DialogMessage: Hashable, Sendable {
    case moved(Int)
    case typed(String)
    case erased
    case confirmed
    case cancelled
}

public enum SigningMessage: Hashable, Sendable {
    case prepared(SigningPreparation)
    case preparationFailed(Wording)
    case obstacleSelected(Int)
    /// The reader wants to acknowledge the selected alert, and is asked why.
    case acknowledged
    case reasonTyped(String)
    case reasonGiven
    case jumped
    case identityTyped(String)
    case kindToggled
    case confirmed
    case cancelled
    case signed(ReportVersion, ContentDigest)
    /// A PIN or passphrase is typed to prove who signs.
    case credentialTyped(String)
    case credentialErased
    case credentialGiven
    case authenticated
    case authenticationFailed(Wording)
    case failed(Wording)
}

public enum OutboxMessage: Hashable, Sendable {
    case opened
    case closed
    case loaded([OutboxItem], OutboxCounts)
    /// The store could not write down what became of an entry, so its row in the table is older than the truth.
    case notRecorded(OutboxEntryID, Wording)
    case selected(Int)
    case retried
    case studyChosen
    /// The selected report is laid beside what the server holds.
    case compared
    case exported
}

/// Two reports side by side.
public enum ComparisonMessage: Hashable, Sendable {
    case theirsLoaded(OutboxEntryID, [PriorReport])
    case theirsFailed(OutboxEntryID, Wording)
    case scrolled(Int)
    case settlementAsked
    case fileAnewAsked
    case confirmed(Decision)
    case retried
    case exported
    case addendumChosen
    case closed
}

/// Keys while the screen is locked, and what came of the passphrase.
public enum LockMessage: Hashable, Sendable {
    case typed(String)
    case erased
    case confirmed
    case unlocked
    case refused(Wording)
}

public enum SystemMessage: Hashable, Sendable {
    case ticked(Instant)
    case storeChanged
    case syncAsked
    case syncStarted
    /// How far a pull is; `nil`: nothing is being fetched.
    case progressed(SyncProgress?)
    case stopAsked
    /// The tour begins, or goes on.
    case tourAsked
    case tourEnded
    case pullSucceeded(Instant)
    case pullFailed(Wording, since: Instant)
    case filed(ReportVersionID, DestinationName)
    case filingTroubled(DestinationName, Wording)
    /// Others signed a final report of a study that has one of ours.
    case rivalsFound(StudyInstanceUID, by: String)
    case offlineToggled
    case helpToggled
    case helpScrolled(Int)
    case overlayClosed
    /// The first key of a sequence, by its name in keymaps.
    case leaderTyped(String)
    case leaderEnded
    case quitAsked
    case quitConfirmed
    case suspendAsked
    case redrawAsked
    case paletteOpened
    /// A key was pressed, whatever it means.
    case keyPressed
    case lockAsked
    case nextThemeAsked
    /// Something worth a line.
    case noticed(Wording)
    /// The terminal is gone, or the system wants the program to end: nothing is asked any more.
    case terminated
    case failed(Wording)
}

/// Everything a study screen or a report needs, read from the store in one go.
public struct StudyBundle: Hashable, Sendable {
    public var row: WorklistRow
    public var detail: StudyDetail
    public var priors: [Prior]
    /// Of the study itself, signed here or read from a server, the newest first.
    public var reports: [PriorReport]
    /// Versions signed on this workstation, oldest first.
    public var versions: [ReportVersion]
    public var draft: Draft?
    /// Findings of the signed versions, with what was recorded of them since.
    public var findings: [ActionableFinding] = []
    /// Why the server could not be asked for the newest state, where it could not.
    public var staleBecause: Wording?

    public init(
        row: WorklistRow, detail: StudyDetail, priors: [Prior] = [], reports: [PriorReport] = [],
        versions: [ReportVersion] = [], draft: Draft? = nil, staleBecause: Wording? = nil
    ) {
        self.row = row
        self.detail = detail
        self.priors = priors
        self.reports = reports
        self.versions = versions
        self.draft = draft
        self.staleBecause = staleBecause
    }
}
