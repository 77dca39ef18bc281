/// Where the reader is, as far as keys are concerned.
public enum KeyContext: String, CaseIterable, Hashable, Sendable {
    case everywhere, worklist, filter, study, metadata, report, signing, outbox, comparison, reading, dialog, columns,
        library,
        editing

    /// What the help screen calls it.
    public var title: String {
        switch self {
        case .everywhere: "Everywhere"
        case .worklist: "Worklist"
        case .filter: "Filter of the worklist"
        case .study: "Study"
        case .metadata: "Metadata"
        case .report: "Report"
        case .signing: "Sign"
        case .outbox: "Outbox"
        case .comparison: "Two reports"
        case .reading: "Help and preview"
        case .dialog: "Lists, calculators and forms"
        case .columns: "Columns"
        case .library: "Templates and macros"
        case .editing: "Editing a template or macro"
        }
    }
}

extension Command {
    /// Arrows, pages, and what every text field does.
    public var isObvious: Bool {
        switch self {
        case .down, .up, .pageDown, .pageUp, .first, .last, .left, .right, .lineUp, .lineDown, .lineStart, .lineEnd,
            .eraseBack, .eraseForward, .suspend, .help, .palette:
            true
        default: false
        }
    }
}

/// Everything a key can do. The raw value is its name in keymap files.
public enum Command: String, CaseIterable, Hashable, Sendable {
    case help, quit, suspend, redraw
    case nextTheme = "next-theme"
    case lock
    case palette
    case sync = "sync-now"
    case toggleOffline = "go-offline-or-online"
    case stopFetching = "stop-fetching"
    case tour
    case endTour = "end-tour"
    case openOutbox = "open-outbox"

    case down = "next-row"
    case up = "previous-row"
    case pageDown = "page-down"
    case pageUp = "page-up"
    case first = "first-row"
    case last = "last-row"
    case filter
    case clearFilter = "clear-filter"
    case openStudy = "open-study"
    case openReport = "open-report"
    case readNext = "read-next"
    case claim = "claim-or-release"
    case listAll = "list-all"
    case listSTAT = "list-stat"
    case listMine = "list-mine"
    case listUnclaimed = "list-unclaimed"
    case listDrafts = "list-drafts"
    case listUnsent = "list-unsent"
    case listSigned = "list-signed"
    case listToTell = "list-to-communicate"
    case listUnsigned = "list-unsigned"
    case chooseList = "choose-list"
    case completeFilter = "complete-filter"
    case skip = "skip-study"
    case readSTAT = "read-stat"
    case comeBack = "come-back"
    case follow = "follow-study"
    case columns = "choose-columns"
    case sortNext = "sort-next-column"
    case sortPrevious = "sort-previous-column"
    case sortReversed = "sort-reversed"
    case sortBy = "sort-by-column"
    case showColumn = "show-or-hide-column"
    case columnLeft = "column-left"
    case columnRight = "column-right"

    case close
    case nextPrior = "next-prior"
    case previousPrior = "previous-prior"
    case metadata
    case fold = "open-or-close-sequence"
    case copyValue = "copy-value"
    case pasteValue = "paste-value"
    case compareWith = "compare-with-prior"
    case changes = "what-changed"
    case viewer = "open-in-viewer"
    case search

    case nextField = "next-field"
    case previousField = "previous-field"
    case nextUnfilled = "next-unfilled"
    case newLine = "new-line"
    case left
    case right
    case lineUp = "line-up"
    case lineDown = "line-down"
    case lineStart = "line-start"
    case lineEnd = "line-end"
    case eraseBack = "erase-back"
    case eraseForward = "erase-forward"
    case eraseWord = "erase-word"
    case undo, redo
    case sign
    case signAndNext = "sign-and-next"
    case putAside = "put-aside"
    case discard = "discard-draft"
    case restoreDraft = "restore-draft"
    case preview
    case togglePrior = "show-or-hide-prior"
    case priorDown = "prior-down"
    case priorUp = "prior-up"
    case chooseTemplate = "choose-template"
    case nextObstacle = "next-obstacle"
    case confirmSection = "section-normal"
    case deleteLine = "delete-line"
    case moveLineUp = "move-line-up"
    case moveLineDown = "move-line-down"
    case copyPrior = "copy-prior"
    case find = "find-in-report"
    case calculate
    case actionable = "actionable-finding"
    case saveAsTemplate = "save-as-template"
    case takeWord = "take-suggested-word"
    case takeFirst = "take-suggestion-1"
    case takeSecond = "take-suggestion-2"
    case takeThird = "take-suggestion-3"
    case takeFourth = "take-suggestion-4"
    case takeFifth = "take-suggestion-5"

    case openLibrary = "templates-and-macros"
    case edit
    case editOutside = "edit-in-own-editor"
    case newTemplate = "new-template"
    case newMacro = "new-macro"
    case delete = "delete-file"
    case save

    case confirm
    case acknowledge
    case jump
    case toggleKind = "final-or-preliminary"

    case retry
    case compare = "compare-reports"
    case settle
    case fileAnew = "file-anew"
    case export = "export-report"
}
