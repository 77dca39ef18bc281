import Radiology
import Sync

/// What a sync did, for the screen and for `readroom sync`.
enum SyncEvent: Sendable {
    case pulling
    case pulled(count: Int)
    case pullFailed(ServerFailure, since: Radiology.Instant)
    /// Some studies more are here with all there is to them.
    case fetched
    /// One study could not be fetched; the others are.
    case notFetched(ServerFailure)
    case recorded(OutboxEntryID, DestinationName, FilingProgress, ReportVersionID)
    case recordFailed(StoreFailureText)
    case claimLost(StudyInstanceUID, by: String?)
    case completed(StudyInstanceUID)
    case completionFailed(ServerFailure)
}

typealias StoreFailureText = String
