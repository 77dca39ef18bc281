public import Radiology
public import Sync
public import Wording

/// What is to be done outside. Values: a test compares them, the composition root carries them out.
public enum Effect: Hashable, Sendable {
    /// - Parameter around: a study that is to be among the rows, wherever it is now.
    case loadWorklist(WorklistQuery, offset: Int, limit: Int, around: StudyInstanceUID?)
    /// Reads what filters look at before the first one is typed.
    case prepareLists
    /// What the listed studies hold of what filters ask for.
    case loadListValues
    case countLists([SavedList])
    /// Keeps a filter under a name.
    case saveList(SavedList)
    /// Shows these columns the next time too.
    case saveColumns([WorklistColumn])
    /// The most urgent STAT study that waits for this reader.
    case findSTAT
    /// Fetches nothing more until the reader asks for it.
    case stopFetching
    /// Gives a text to the terminal's clipboard, where that is allowed. `what` says in a notice what it was.
    case copy(String, what: String)
    /// Hands a study over to the reader's viewer.
    case openViewer(Study)
    case loadCounts
    case loadOutbox
    /// Reads a study with all there is to it, from the server where the store does not have it.
    case openStudy(StudyInstanceUID, reporting: Bool)
    case claim(StudyInstanceUID)
    case release(StudyInstanceUID)
    case saveDraft(Draft)
    case discardDraft(StudyInstanceUID)
    /// Looks for the study's draft that was discarded last.
    case findDiscarded(StudyInstanceUID)
    /// Reads the study's identity and series once more, from the server if it answers in time.
    case prepareSigning(Draft, text: String)
    case sign(SigningRequest)
    /// How the draft may go on after this text; the answer says after how many edits it was asked.
    case suggest(StudyInstanceUID, edits: Int, after: String)
    /// Counts the use of a macro.
    case macroUsed(String)
    /// Somebody was told of a finding of a report that is signed already.
    case recordCommunication(StudyInstanceUID, ActionableFinding)
    /// Tries the PIN or passphrase typed to sign.
    case authenticate(String)
    /// Tries a passphrase typed on the locked screen.
    case unlock(String)
    case loadLibrary
    case saveLibraryFile(LibraryFile)
    case deleteLibraryFile(LibraryFile)
    /// Keeps what is being edited, until it is saved or given up: then `nil`.
    case keepLibraryFile(UnsavedLibraryFile?)
    /// Hands the file to the reader's own editor, where the site allows it.
    case editOutside(LibraryFile)
    case syncNow
    case retry(OutboxEntryID)
    /// The server lost a filed report, and gets the same bytes again.
    case fileAgain(OutboxEntry)
    /// Reads what the server holds in place of a report of ours.
    case loadTheirs(OutboxEntry)
    case decide(OutboxEntry, Decision)
    /// Writes the signed document to a file, to be delivered another way.
    case exportReport(OutboxEntry)
    case setOffline(Bool)
    case suspend
    /// Paints every cell anew: another program wrote over the screen.
    case redraw
    /// Another set of colours, for this session.
    case nextTheme
    case quit
}

/// What the runner found when the reader asked to sign.
public struct SigningPreparation: Hashable, Sendable {
    public var study: StudyInstanceUID
    /// The text that was asked about: the answer to an earlier question is not for the text on the screen.
    public var text: String?
    public var current: StudyDetail
    /// SHA-256 of the text on the screen.
    public var textDigest: ContentDigest
    public var destinations: [DestinationName]
    /// Why the server could not be asked, where it could not.
    public var staleBecause: Wording?
    /// Other patients of the same name who are known here.
    public var homonyms: [Patient]

    public init(
        study: StudyInstanceUID, text: String? = nil, current: StudyDetail, textDigest: ContentDigest,
        destinations: [DestinationName], staleBecause: Wording? = nil, homonyms: [Patient] = []
    ) {
        self.homonyms = homonyms
        self.study = study
        self.text = text
        self.current = current
        self.textDigest = textDigest
        self.destinations = destinations
        self.staleBecause = staleBecause
    }
}

/// What the reader put their name to. Identifiers and time are the runner's.
public struct SigningRequest: Hashable, Sendable {
    public var draft: Draft
    /// Study and series as the sign dialog showed them.
    public var subject: StudyDetail
    public var flags: ReportFlags
    public var sections: [ReportSection]
    public var text: String
    public var textDigest: ContentDigest
    /// Alerts the reader signed in spite of, and why.
    public var acknowledgements: [ObstacleAcknowledgement] = []
}

/// An alert that was acknowledged before signing.
public struct ObstacleAcknowledgement: Hashable, Sendable {
    /// The alert's sentence; it holds no report text.
    public var sentence: String
    public var reason: String

    public init(sentence: String, reason: String) {
        self.sentence = sentence
        self.reason = reason
    }
}
