import Radiology
import Sync

/// What a sync did, for the screen and for `readroom sync`.
enum SyncEvent: Sendable {
    case pulling
    /// How far a pull is; `nil` when there is nothing more to tell of it.
    case progressed(SyncProgress?)
    case pulled(count: Int)
    case pullFailed(ServerFailure, since: Radiology.Instant)
    /// Some studies more are here with all there is to them.
    case fetched
    /// One study could not be fetched; the others are.
    case notFetched(ServerFailure)
    case recorded(OutboxEntryID, DestinationName, FilingProgress, ReportVersionID)
    /// The store could not be read or written; nothing particular to one report.
    case recordFailed(StoreFailureText)
    /// What happened to one report could not be written down; it is tried again by itself.
    case notRecorded(OutboxEntryID, StoreFailureText)
    case claimLost(StudyInstanceUID, by: String?)
    /// A filed report was looked for, and is not there any more.
    case lost(DestinationName)
    case rivalsFound(StudyInstanceUID, by: String)
    case completed(StudyInstanceUID)
    case completionFailed(ServerFailure)
}

typealias StoreFailureText = String
