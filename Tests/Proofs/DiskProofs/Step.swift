import Radiology
import Sync

/// One call of the store, as a workstation makes it. A scenario is a list of them.
enum Step: Hashable, Sendable {
    case worklist(studies: Int)
    case draft(study: Int, revision: Int)
    case sign(study: Int, version: Int)
    case file(study: Int, version: Int, Filing)
    case setPassphrase(String)
    case replaceRecoveryKey
    /// Closes the store, which puts the log into the database, and opens it again.
    case reopen

    /// How far the first destination of a signed version got.
    enum Filing: Int, Hashable, Sendable, CaseIterable {
        case sent, filed

        var progress: FilingProgress {
            switch self {
            case .sent: FilingProgress(state: .unknown, attempts: 1, lastAnswer: "no answer")
            case .filed: FilingProgress(state: .filed, attempts: 1, filedAt: SyntheticReports.now)
            }
        }
    }
}

/// What is known of a step when all is over.
enum Outcome: Hashable, Sendable {
    /// The store was never asked.
    case untouched
    /// It was asked and did not answer, or refused: it may have happened, but wholly or not at all.
    case uncertain
    /// It was acknowledged: it must be there.
    case done
}
