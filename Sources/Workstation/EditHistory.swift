public import ReportTemplates

/// What was done, to be undone. Survives saving and restarting.
public struct EditHistory: Hashable, Sendable {
    public struct Edit: Hashable, Sendable {
        public var target: ReportPlace.Target
        public var before: PlaceValue
        public var after: PlaceValue
        public var cursorBefore: Int
        public var cursorAfter: Int
        /// More typing at the same place joins this edit.
        public var isOpen: Bool
    }

    public internal(set) var done: [Edit] = []
    public internal(set) var undone: [Edit] = []

    /// Beyond these the oldest are forgotten: edits, and bytes of text, since each holds its place's text twice.
    static let most = 500
    static let mostBytes = 4_000_000

    public init() {}

    mutating func record(_ edit: Edit) {
        undone = []
        if edit.isOpen, let last = done.last, last.isOpen, last.target == edit.target, last.after == edit.before {
            done[done.count - 1].after = edit.after
            done[done.count - 1].cursorAfter = edit.cursorAfter
        } else {
            done.append(edit)
            forgetOldest()
        }
    }

    /// The last edit can always be undone, however long its text.
    private mutating func forgetOldest() {
        var kept = 0
        var bytes = 0
        for edit in done.reversed() {
            bytes += edit.before.text.utf8.count + edit.after.text.utf8.count
            if kept > 0, kept >= EditHistory.most || bytes > EditHistory.mostBytes { break }
            kept += 1
        }
        done.removeFirst(done.count - kept)
    }

    mutating func close() {
        if !done.isEmpty { done[done.count - 1].isOpen = false }
    }

    mutating func undo() -> Edit? {
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        return edit
    }

    mutating func redo() -> Edit? {
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        return edit
    }
}

/// What a place held.
public enum PlaceValue: Hashable, Codable, Sendable {
    case field(FieldValue)
    case freeText(String)

    var text: String {
        switch self {
        case .field(let value): value.text
        case .freeText(let text): text
        }
    }
}

extension ReportContent {
    func placeValue(at target: ReportPlace.Target) -> PlaceValue {
        switch target {
        case .field(let id): .field(value(of: id))
        case .freeText: .freeText(text(at: target))
        }
    }

    mutating func restore(_ value: PlaceValue, at target: ReportPlace.Target) {
        switch (target, value) {
        case (.field(let id), .field(let value)): restore(value, in: id)
        case (_, .freeText(let text)): setText(text, at: target)
        case (.freeText, .field): break
        }
    }
}
