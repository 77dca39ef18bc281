import ReportTemplates

// A history holds a place's whole text twice for every edit. What is saved with every pause of the reader is what each
// edit changed: a long report with a day's edits is kilobytes, not megabytes.

extension EditHistory: Codable {
    private enum CodingKeys: CodingKey {
        case done, undone
    }

    public func encode(to encoder: any Encoder) throws {
        var known: [ReportPlace.Target: PlaceValue] = [:]
        let done = self.done.map { StoredEdit($0, &known) }
        // What would be done again first follows what was done last.
        let undone = self.undone.reversed().map { StoredEdit($0, &known) }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(done, forKey: .done)
        try container.encode(Array(undone.reversed()), forKey: .undone)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let done = try container.decode([StoredEdit].self, forKey: .done)
        let undone = try container.decode([StoredEdit].self, forKey: .undone)
        var known: [ReportPlace.Target: PlaceValue] = [:]
        let edits = (done + undone.reversed()).map { $0.edit(&known) }
        // Half a history would undo to what was never there. The report itself does not depend on it.
        guard !edits.contains(nil) else { return }
        let whole = edits.compactMap(\.self)
        self.done = Array(whole.prefix(done.count))
        self.undone = whole.suffix(undone.count).reversed()
    }
}

/// An edit as it is saved.
private struct StoredEdit: Codable {
    var target: ReportPlace.Target
    /// `nil`: what the edit before it left in the place.
    var before: PlaceValue?
    /// `nil`: what the change makes of `before`. Earlier versions saved both values whole.
    var after: PlaceValue?
    var change: ValueChange?
    var cursorBefore: Int
    var cursorAfter: Int
    var isOpen: Bool

    /// - Parameter known: what the edits so far left in the places.
    init(_ edit: EditHistory.Edit, _ known: inout [ReportPlace.Target: PlaceValue]) {
        target = edit.target
        (cursorBefore, cursorAfter, isOpen) = (edit.cursorBefore, edit.cursorAfter, edit.isOpen)
        before = known[target]?.isSame(as: edit.before) == true ? nil : edit.before
        change = ValueChange(from: edit.before, to: edit.after)
        after = change == nil ? edit.after : nil
        known[target] = edit.after
    }

    /// `nil` when it does not fit what the edits before it left.
    func edit(_ known: inout [ReportPlace.Target: PlaceValue]) -> EditHistory.Edit? {
        guard let before = before ?? known[target], let after = after ?? change?.applied(to: before) else { return nil }
        known[target] = after
        return EditHistory.Edit(
            target: target, before: before, after: after, cursorBefore: cursorBefore, cursorAfter: cursorAfter,
            isOpen: isOpen)
    }
}

/// What makes one value of a place of another.
private struct ValueChange: Codable {
    var text: TextChange
    /// Of a field.
    var chosen: [Int]?
    var origin: FieldValue.Origin?

    /// `nil` for values of places that are not alike.
    init?(from before: PlaceValue, to after: PlaceValue) {
        switch (before, after) {
        case (.freeText(let old), .freeText(let new)): text = TextChange(from: old, to: new)
        case (.field(let old), .field(let new)):
            text = TextChange(from: old.text, to: new.text)
            (chosen, origin) = (new.chosen, new.origin)
        default: return nil
        }
    }

    func applied(to before: PlaceValue) -> PlaceValue? {
        switch before {
        case .freeText(let old): return text.applied(to: old).map(PlaceValue.freeText)
        case .field(let old):
            guard let new = text.applied(to: old.text), let chosen, let origin else { return nil }
            return .field(FieldValue(text: new, chosen: chosen, origin: origin))
        }
    }
}

/// What stands between the beginning and the end that two texts share.
private struct TextChange: Codable {
    /// Bytes of UTF-8, whole code points.
    var front: Int
    var back: Int
    var text: String

    init(from before: String, to after: String) {
        let (old, new) = (Array(before.utf8), Array(after.utf8))
        let most = min(old.count, new.count)
        var front = 0
        while front < most, old[front] == new[front] { front += 1 }
        while front > 0, front < new.count, UTF8.isContinuation(new[front]) { front -= 1 }
        var back = 0
        while back < most - front, old[old.count - 1 - back] == new[new.count - 1 - back] { back += 1 }
        while back > 0, UTF8.isContinuation(new[new.count - back]) { back -= 1 }
        (self.front, self.back) = (front, back)
        text = String(decoding: new[front..<new.count - back], as: UTF8.self)
    }

    func applied(to before: String) -> String? {
        let old = before.utf8
        guard front >= 0, back >= 0, front <= old.count, back <= old.count - front else { return nil }
        return String(decoding: Array(old.prefix(front)) + Array(text.utf8) + Array(old.suffix(back)), as: UTF8.self)
    }
}

extension PlaceValue {
    /// To the byte; texts that only look the same are equal otherwise.
    fileprivate func isSame(as other: PlaceValue) -> Bool {
        self == other && text.utf8.elementsEqual(other.text.utf8)
    }
}
