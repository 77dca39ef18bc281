import Radiology
import Sync

/// A step of the tour through the demo. It goes on by itself when the reader has done what it says, and takes no key.
public enum TourStep: Int, CaseIterable, Hashable, Sendable {
    case filter, study, report, field, plug, sign, outbox, online, keys

    static let first = TourStep.filter

    /// `nil` after the last.
    var next: TourStep? { TourStep(rawValue: rawValue + 1) }

    fileprivate func isDone(in state: WorkstationState) -> Bool {
        switch self {
        case .filter: !state.worklist.query.filter.isEmpty && !state.worklist.isFiltering
        case .study: state.screen == .study
        case .report: state.screen == .report
        case .field: (state.editor?.draft.edits ?? 0) > 0
        case .plug: state.system.isOfflineByChoice
        case .sign: state.system.counts.signed > 0
        case .outbox: state.screen == .outbox
        case .online: !state.system.isOfflineByChoice && state.system.counts.unsent == 0
        // The last one stays until it is put away.
        case .keys: false
        }
    }
}

extension WorkstationState {
    /// Called after every message: what is done is not asked for.
    mutating func goOnWithTour() {
        while let step = system.tour, step.isDone(in: self) { system.tour = step.next }
    }
}
