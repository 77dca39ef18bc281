public import Radiology
import ReportTemplates
import Wording

extension StudyState {
    /// Marks the selected prior as one the report compares with, or takes the mark away.
    mutating func toggleComparison() {
        guard let prior, prior.study.uid != uid else { return }
        compared = (compared ?? []).toggling(prior.study.uid)
    }
}

extension [StudyInstanceUID] {
    fileprivate func toggling(_ uid: StudyInstanceUID) -> [StudyInstanceUID] {
        contains(uid) ? filter { $0 != uid } : self + [uid]
    }
}

extension EditorState {
    /// What the report names as its comparison: what the reader chose, or else what fits best.
    public var comparisons: [Prior] {
        let chosen = compared ?? fitting.map { [$0] } ?? []
        return chosen.compactMap { uid in priors.first { $0.study.uid == uid } }
    }

    /// - Returns: whether the report's comparison follows; not where the reader wrote it.
    fileprivate mutating func compare(with uids: [StudyInstanceUID]) -> Bool {
        compared = uids
        priorTop = 0
        let before = draft.content
        draft.content.merge(mergeContext())
        if draft.content != before { draft.edits += 1 }
        let fields = draft.content.fields.filter { $0.mergeField == .comparison }
        return !fields.isEmpty && fields.allSatisfy { draft.content.value(of: $0.id).origin != .touched }
    }
}

extension WorkstationState {
    mutating func openComparisons() {
        guard let editor else { return }
        if editor.priors.isEmpty {
            system.say("No earlier study is known.")
        } else {
            overlay = .comparisons(0)
        }
    }

    mutating func handle(_ message: DialogMessage, comparisons selected: Int) -> [Effect] {
        guard let priors = editor?.priors, !priors.isEmpty else { return [] }
        switch message {
        case .moved(let delta): overlay = .comparisons((selected + delta + priors.count) % priors.count)
        case .typed(let text):
            let digit = text.first?.wholeNumberValue.map { $0 - 1 }
            guard let index = text == " " ? selected : digit, priors.indices.contains(index) else { return [] }
            overlay = .comparisons(index)
            compare(with: (editor?.comparisons.map(\.study.uid) ?? []).toggling(priors[index].study.uid))
        case .confirmed:
            overlay = nil
            if editor?.comparisons.isEmpty ?? true { compare(with: [priors[selected].study.uid]) }
        case .cancelled: overlay = nil
        case .erased: break
        }
        return []
    }

    private mutating func compare(with uids: [StudyInstanceUID]) {
        if editor?.compare(with: uids) == false {
            system.say("The report's comparison was written by hand, and stays as it is.")
        }
    }
}
