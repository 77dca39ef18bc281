public import Radiology
public import ReportTemplates
public import Sync
public import Wording

/// Everything the program knows while it runs. The screen is a function of it.
public struct WorkstationState: Hashable, Sendable {
    /// The screen in front. Dialogs and help lie above it.
    public enum Screen: Hashable, Sendable {
        case worklist, study, report, outbox, comparison, library
    }

    public enum Overlay: Hashable, Sendable {
        /// Over any other: closing it goes back to that.
        indirect case help(top: Int, over: Overlay?)
        case signing
        case quitting(unsent: Int)
        case discarding
        case deciding(Decision)
        case preview(top: Int)
        /// Templates that fit, the selected one by index.
        case templates(Int)
        case score(ScoreState)
        case actionable(ActionableForm)
        /// Every command, by name.
        case palette(Finder)
        /// The priors a report compares with, the selected one by index.
        case comparisons(Int)
        /// Every list, to choose one.
        case lists(Finder)
        /// The worklist's columns, the selected one by index.
        case columns(Int)
        /// A name is asked for, to save the report's template under.
        case naming(String)
    }

    public var screen = Screen.worklist
    public var overlay: Overlay?
    public var system: SystemState
    public var worklist = WorklistState()
    public var study: StudyState?
    public var editor: EditorState?
    /// Reports that were left, but whose text the store does not have yet.
    public internal(set) var leftEditors: [StudyInstanceUID: EditorState] = [:]
    public var signing: SigningState?
    /// Reports that were put aside for a STAT, the latest last.
    public internal(set) var interrupted: [WorklistRow] = []
    var lastSigned: Instant?
    /// The last value copied out of a study's metadata.
    public internal(set) var copied: CopiedValue?
    /// Who claimed a study first that is being reported here all the same.
    public internal(set) var lostClaims: [StudyInstanceUID: String] = [:]
    /// What became of drafts since the program began.
    var stored: [StudyInstanceUID: StoredDraft] = [:]
    /// Drafts the store was told to discard and has not answered about.
    var discarding: [StudyInstanceUID: StoredDraft] = [:]
    public var outbox = OutboxState()
    public var comparison: ComparisonState?
    /// The library to choose templates from.
    public internal(set) var templates: TemplateLibrary
    public internal(set) var macros = MacroLibrary()
    /// Templates and macros of the reader's own, by their files.
    var ownFiles: [LibraryFile] = []
    public var library: LibraryState?
    var hasLoadedLibrary = false
    /// What was edited when the program ended the last time, until the library is opened.
    var leftEdited: UnsavedLibraryFile?

    public init(system: SystemState, templates: TemplateLibrary) {
        self.system = system
        self.templates = templates
    }

    /// The study whose patient is in front of the reader; the banner shows it.
    public var subject: Study? {
        switch screen {
        case .report: editor?.draft.detail.study
        case .study: study?.study
        case .comparison: comparison?.item.version.study
        case .worklist, .outbox, .library: nil
        }
    }

    /// The row of the worklist that more is said about; `nil` while the cursor goes by.
    public var describedRow: WorklistRow? { worklist.restedAt > system.now ? nil : worklist.selectedRow }

    /// Who claimed the study first, while the notice of it stands beside the report. It takes no key but the one that
    /// leaves: whoever is in the middle of a word goes on with it.
    public var standingRival: String? {
        screen == .report && overlay == nil && editor?.find == nil ? editor?.rival : nil
    }

    /// The state as the help over it finds it, or as it is without any overlay.
    public var uncovered: WorkstationState {
        var below = self
        if case .help(_, let other) = overlay { below.overlay = other } else { below.overlay = nil }
        return below
    }

    /// Whether there is text that only this process has.
    public var hasUnsavedText: Bool {
        editor?.isUnsaved ?? false || !leftEditors.isEmpty || library?.editing?.isUnkept ?? false
    }

    /// Whether what is pressed now is meant for something that is still being read: the rows of a new filter, or a
    /// report being opened. Such keys wait for it.
    public var awaitsAnswer: Bool {
        guard overlay == nil, system.lock == nil else { return false }
        switch screen {
        case .worklist: return (worklist.isBehind || worklist.isSeeking) && !worklist.isFiltering
        case .study: return study?.isOpeningReport ?? false
        case .report, .outbox, .comparison, .library: return false
        }
    }

    /// When the program wants to hear the time, if nothing happens before.
    public var nextWake: Instant {
        let minute = Instant(millisecondsSince1970: (system.now.millisecondsSince1970 / 60_000 + 1) * 60_000)
        // What may not be saved now is not waited for.
        let retries = leftEditors.values.filter { !isSigning($0.draft.study) }.map(\.unsavedSince)
        let autosave = editor.flatMap { isSigning($0.draft.study) ? nil : $0.autosaveDue }
        let rests = screen == .worklist && worklist.restedAt > system.now ? worklist.restedAt : nil
        let pause = editor.flatMap { $0.restedAt > system.now && $0.suggestions.count > 1 ? $0.restedAt : nil }
        return
            ([autosave, library?.editing?.keepDue, system.noticeEnds, system.leaderShows, rests, pause, minute]
            + retries).compactMap(\.self)
            .min()
            ?? minute
    }
}

/// Time, reader, connection: what every screen needs.
public struct SystemState: Hashable, Sendable {
    public struct Notice: Hashable, Sendable {
        public enum Tone: Hashable, Sendable {
            case quiet, success, warning
        }

        public var wording: Wording
        public var tone: Tone

        public init(_ wording: Wording, _ tone: Tone = .quiet) {
            self.wording = wording
            self.tone = tone
        }

        /// In English.
        public var text: String { wording.english }
    }

    public var now: Instant
    /// The minute that the clock on the screen shows: lists tell waiting times by it, so that all change together.
    public var minute: Instant {
        Instant(millisecondsSince1970: now.millisecondsSince1970 - now.millisecondsSince1970 % 60_000)
    }
    public var timeZone: TimeZoneOffset
    public var reader: Reader
    public var isDemo: Bool
    /// What the screens are written in.
    public var language = Language.english
    /// Within how long reports are expected.
    public var targets = ReadingTargets()
    /// The reader pulled the plug, or put it back.
    public var isOfflineByChoice = false
    /// Since when the server has not answered.
    public var offlineSince: Instant?
    public var lastSync: Instant?
    public var lastFailure: Wording?
    public var isSyncing = false
    public internal(set) var progress: SyncProgress?
    /// Where the tour is, while there is one.
    public var tour: TourStep?
    public var counts = OutboxCounts(signed: 0, byState: [:])
    public private(set) var notice: Notice?
    public private(set) var noticeEnds: Instant?
    /// The first key of a sequence, while the next one is waited for.
    public internal(set) var leader: String?
    var leaderSince: Instant
    /// Whoever knows the sequence by heart has gone on by then.
    static let leaderPause = 0.25

    /// When the screen locks; `nil` where nothing could unlock it.
    public var lockPolicy: LockPolicy?
    public internal(set) var lock: LockState?
    /// What is asked of whoever signs; `nil` where the site asks nothing.
    public var signingPolicy: SigningPolicy?
    var lastKey: Instant
    var unlockedAt: Instant
    /// When the reader last proved who they are, if they have.
    var authenticatedAt: Instant?

    /// - Parameter isProven: whether whoever sits here has just proved who they are.
    public init(
        now: Instant, timeZone: TimeZoneOffset, reader: Reader, isDemo: Bool = false, lockPolicy: LockPolicy? = nil,
        isProven: Bool = true
    ) {
        self.lockPolicy = lockPolicy
        lastKey = now
        unlockedAt = now
        leaderSince = now
        authenticatedAt = isProven ? now : nil
        self.now = now
        self.timeZone = timeZone
        self.reader = reader
        self.isDemo = isDemo
    }

    /// Whether what can follow the first key of a sequence is shown: its next key was waited for long enough.
    public var showsSequences: Bool {
        leader != nil && now.seconds(since: leaderSince) >= SystemState.leaderPause
    }

    /// When that will be; `nil` where nothing is waited for, or it is shown.
    var leaderShows: Instant? {
        leader == nil || showsSequences ? nil : leaderSince.adding(seconds: SystemState.leaderPause)
    }

    /// Shows a line until it was there long enough to read.
    public mutating func say(_ wording: Wording, _ tone: Notice.Tone = .quiet) {
        notice = Notice(wording, tone)
        noticeEnds = now.adding(seconds: tone == .warning ? 12 : 6)
    }

    public mutating func clearNotice() {
        notice = nil
        noticeEnds = nil
    }
}
