import Radiology
import Wording

// What the store answered about drafts, and what is kept in memory until it did.

/// What became of a study's draft, as the store last told: an answer that was read before that is out of date.
enum StoredDraft: Hashable, Sendable {
    case saved(begunAt: Instant?, edits: Int)
    /// Signed or discarded.
    case gone(begunAt: Instant?)

    /// Whether a draft read from the store is older than this.
    func isNewer(than draft: Draft?) -> Bool {
        switch self {
        case .saved(let begunAt, let edits): draft == nil || draft?.begunAt != begunAt || (draft?.edits ?? 0) < edits
        case .gone(let begunAt): draft != nil && draft?.begunAt == begunAt
        }
    }
}

extension Draft {
    /// Whether an answer of the store is about this draft and not about an earlier one of the same study.
    func isMeant(by uid: StudyInstanceUID, _ begunAt: Instant?) -> Bool {
        study == uid && (begunAt == nil || begunAt == self.begunAt)
    }
}

extension WorkstationState {
    /// While the signing transaction runs nothing is saved: a save behind it would bring the signed draft back.
    func isSigning(_ uid: StudyInstanceUID) -> Bool { signing?.phase == .signing && signing?.draft.study == uid }

    mutating func draftSaved(
        _ uid: StudyInstanceUID, _ edits: Int, _ at: Instant, _ begunAt: Instant?
    ) -> [Effect] {
        let discarding = leftSaved(uid, edits, begunAt)
        guard var editor, editor.draft.isMeant(by: uid, begunAt) else { return discarding }
        stored[uid] = .saved(begunAt: editor.draft.begunAt, edits: edits)
        editor.isSaving = false
        editor.savedEdits = max(editor.savedEdits, edits)
        editor.savedAt = at
        editor.saveFailure = nil
        editor.unsavedSince = editor.isUnsaved ? system.now : nil
        self.editor = editor
        return discarding
    }

    private mutating func leftSaved(_ uid: StudyInstanceUID, _ edits: Int, _ begunAt: Instant?) -> [Effect] {
        guard let left = leftEditors[uid], left.draft.isMeant(by: uid, begunAt), left.draft.edits <= edits
        else { return [] }
        leftEditors[uid] = nil
        if left.isDiscarded { return discard(left.draft) }
        stored[uid] = .saved(begunAt: left.draft.begunAt, edits: edits)
        if editor == nil { system.say("Draft saved.") }
        // What the list showed when the report was left is older than this.
        return reloadWorklist() + [.loadCounts]
    }

    mutating func draftSaveFailed(_ uid: StudyInstanceUID, _ why: Wording, _ begunAt: Instant?) -> [Effect] {
        let isLeft = leftEditors[uid]?.draft.isMeant(by: uid, begunAt) ?? false
        let isOpen = editor?.draft.isMeant(by: uid, begunAt) ?? false
        guard isLeft || isOpen else { return [] }
        let isDiscarded = isLeft && leftEditors[uid]?.isDiscarded == true
        system.say(isDiscarded ? "Draft NOT discarded: not saved. \(why)" : "Draft NOT saved. \(why)", .warning)
        if isLeft { leftEditors[uid]?.saveFailed(why, now: system.now) }
        if isOpen { editor?.saveFailed(why, now: system.now) }
        return []
    }

    /// Saves again what could not be saved when its report was left.
    mutating func resaveLeftDrafts() -> [Effect] {
        leftEditors.values.filter { ($0.unsavedSince ?? system.now) <= system.now && !isSigning($0.draft.study) }
            .sorted { $0.draft.study < $1.draft.study }
            .map { left in
                leftEditors[left.draft.study]?.unsavedSince = system.now.adding(seconds: 3)
                return .saveDraft(left.draft)
            }
    }

    var leftSaves: [Effect] {
        leftEditors.values.filter { !isSigning($0.draft.study) }
            .sorted { $0.draft.study < $1.draft.study }.map { .saveDraft($0.draft) }
    }

    /// What was typed since the last save goes to the store first, and stays in memory until it is there.
    mutating func discardDraft() -> [Effect] {
        editor?.draft.resolvePick()
        let saving = saveDraft()
        guard var left = editor else { return [] }
        editor = nil
        overlay = nil
        screen = .worklist
        guard left.isUnsaved else { return discard(left.draft) }
        left.isDiscarded = true
        leftEditors[left.draft.study] = left
        return saving
    }

    private mutating func discard(_ draft: Draft) -> [Effect] {
        stored[draft.study] = .gone(begunAt: draft.begunAt)
        discarding[draft.study] = .gone(begunAt: draft.begunAt)
        return [.discardDraft(draft.study)]
    }

    mutating func draftDiscarded(_ uid: StudyInstanceUID) -> [Effect] {
        system.say("Draft discarded. Its text is kept: restore-draft in its report brings it back.")
        // Reopened before the store had let go of it: what is on the screen has to be saved anew.
        let discarded = discarding.removeValue(forKey: uid)
        if let editor, editor.draft.study == uid, discarded == .gone(begunAt: editor.draft.begunAt) {
            self.editor?.savedEdits = -1
            self.editor?.unsavedSince = system.now
        }
        return []
    }

    /// Nothing that was written takes the place of what is being written.
    mutating func askForDiscarded() -> [Effect] {
        guard let editor else { return [] }
        guard editor.draft.edits == 0 else {
            system.say("Something is written here. Discard it first: it is kept as well.", .warning)
            return []
        }
        return [.findDiscarded(editor.draft.study)]
    }

    mutating func discardedFound(_ uid: StudyInstanceUID, _ found: Draft?) {
        guard let editor, editor.draft.study == uid else { return }
        guard var draft = found else { return system.say("No draft of this study was discarded.") }
        guard editor.draft.edits == 0 else { return system.say("Something is written here.", .warning) }
        guard draft.predecessor?.document == editor.draft.predecessor?.document else {
            return system.say("A report was signed since: the discarded draft does not follow it.", .warning)
        }
        // It is this draft's text from now on, and has to be saved as such.
        draft.begunAt = editor.draft.begunAt
        draft.edits += 1
        self.editor?.draft = draft
        self.editor?.savedEdits = 0
        self.editor?.markTemplate()
        system.say("The discarded draft is back.")
    }
}

extension EditorState {
    /// Tried again after a while; the text stays in memory.
    fileprivate mutating func saveFailed(_ why: Wording, now: Instant) {
        isSaving = false
        saveFailure = why
        unsavedSince = now.adding(seconds: 3)
    }
}
