import Radiology
import Wording

// What is being edited in the library is kept beside the templates until it is saved or given up: neither a STAT that
// comes between, nor the end of the program, nor a power cut costs it.

/// A template or a macro that is being edited, as it is kept.
public struct UnsavedLibraryFile: Hashable, Codable, Sendable {
    public var kind: LibraryFile.Kind
    public var name: String
    public var text: String
    var isNaming: Bool
    var isNew: Bool
    var original: String
}

extension LibraryState.Editing {
    /// What would be lost; `nil` where nothing was typed.
    var unsaved: UnsavedLibraryFile? {
        guard isChanged else { return nil }
        return UnsavedLibraryFile(
            kind: kind, name: name, text: buffer.text, isNaming: isNaming, isNew: isNew, original: original)
    }

    init(_ unsaved: UnsavedLibraryFile) {
        self.init(
            kind: unsaved.kind, name: unsaved.name, isNaming: unsaved.isNaming,
            buffer: TextBuffer(unsaved.text, cursor: unsaved.text.count), original: unsaved.original,
            isNew: unsaved.isNew, kept: unsaved)
    }

    /// Whether only this process has it.
    public var isUnkept: Bool { unsaved != kept }

    static let patience = 5.0

    /// When it is to be kept: soon after the keys rest.
    var keepDue: Instant? { isUnkept ? unkeptSince?.adding(seconds: EditorState.autosaveDelay) : nil }
}

extension WorkstationState {
    /// What is edited goes to the disk.
    func keepEdited() -> [Effect] {
        guard let editing = library?.editing, editing.isUnkept else { return [] }
        return [.keepLibraryFile(editing.unsaved)]
    }

    mutating func keepEditedIfDue() -> [Effect] {
        guard let due = library?.editing?.keepDue, due <= system.now else { return [] }
        // Where no answer says that it is kept, it is tried again.
        library?.editing?.unkeptSince = system.now.adding(seconds: LibraryState.Editing.patience)
        return keepEdited()
    }

    mutating func kept(_ unsaved: UnsavedLibraryFile?) {
        library?.editing?.kept = unsaved
        let isUnkept = library?.editing?.isUnkept ?? false
        library?.editing?.unkeptSince = isUnkept ? system.now : nil
    }

    /// Nothing is to be kept any more: it was saved, or given up.
    mutating func stopEditing() -> [Effect] {
        library?.editing = nil
        return [.keepLibraryFile(nil)]
    }

    /// Goes on with what was edited when the program ended the last time.
    mutating func goOnEditing() {
        guard screen == .library, library != nil, library?.editing == nil, let left = leftEdited else { return }
        leftEdited = nil
        library?.editing = LibraryState.Editing(left)
        system.say("What you had not saved is here again.")
    }
}
