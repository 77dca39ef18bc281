/// Something about completeness to look at before signing.
public struct CompletionObstacle: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Nothing is in the field.
        case empty
        /// The field holds a default that nobody confirmed.
        case untouched
        /// Nothing is in the field, and the sentence around it says something.
        case gapInSentence
        /// A required section says nothing.
        case emptySection
        /// A bracket of a template or macro was left, or a line to write on.
        case leftover(String)
        /// The text is a name for what should stand there.
        case placeholder(String)
        /// The number is none, or outside the field's range.
        case notANumber
        case outsideRange
    }

    public var place: ReportPlace.Target
    /// The field's label, or the section's title.
    public var label: String
    /// `alert` or `prohibit`, never `none`.
    public var action: Field.CompletionAction
    public var reason: Reason
}

extension ReportContent {
    /// What is missing or left over, in the order of the document.
    public func completionObstacles() -> [CompletionObstacle] {
        let writer = SectionText(content: self)
        let gaps = template.sections.reduce(into: Set<Field.ID>()) { $0.formUnion(writer.gaps(in: $1)) }
        let inPlaces = places.flatMap { place -> [CompletionObstacle] in
            let text = self.text(at: place.target)
            let label = place.label.isEmpty ? place.sectionTitle : place.label
            var found = Leftovers.find(in: text).map { reason, action in
                CompletionObstacle(place: place.target, label: label, action: action, reason: reason)
            }
            if case .field(let id) = place.target, let field = self.field(id) {
                found += obstacles(of: field, isGap: gaps.contains(id))
            }
            return found
        }
        return inPlaces + template.sections.flatMap { emptySections(in: $0) }
    }

    private func obstacles(of field: Field, isGap: Bool) -> [CompletionObstacle] {
        func obstacle(_ action: Field.CompletionAction, _ reason: CompletionObstacle.Reason) -> CompletionObstacle {
            CompletionObstacle(place: .field(field.id), label: field.label, action: action, reason: reason)
        }
        let value = self.value(of: field.id)
        if value.isEmpty {
            if field.completionAction != .none { return [obstacle(field.completionAction, .empty)] }
            return isGap ? [obstacle(.alert, .gapInSentence)] : []
        }
        var found: [CompletionObstacle] = []
        if field.completionAction != .none, value.origin == .default {
            found.append(obstacle(field.completionAction, .untouched))
        }
        if case .number(let quantity) = field.kind, let reason = quantity.objection(to: value.text) {
            found.append(obstacle(.alert, reason))
        }
        return found
    }

    private func emptySections(in section: Section) -> [CompletionObstacle] {
        let nested = section.elements.flatMap { element -> [CompletionObstacle] in
            if case .section(let inner) = element { return emptySections(in: inner) }
            return []
        }
        guard section.isRequired, SectionText(content: self).text(of: section).isEmpty else { return nested }
        let place = section.fields.first.map { ReportPlace.Target.field($0.id) } ?? .freeText(section.id)
        return [CompletionObstacle(place: place, label: section.title, action: .prohibit, reason: .emptySection)]
            + nested
    }
}

extension Field.Quantity {
    /// Plain text is allowed, but a reader who typed something else than a number should see it.
    fileprivate func objection(to text: String) -> CompletionObstacle.Reason? {
        guard let number = Double(text.trimmed.replacing(",", with: ".")) else { return .notANumber }
        let isOutside = minimum.map { number < $0 } ?? false || maximum.map { number > $0 } ?? false
        return isOutside ? .outsideRange : nil
    }
}

/// What templates and macros leave behind in a text.
enum Leftovers {
    static func find(in text: String) -> [(reason: CompletionObstacle.Reason, action: Field.CompletionAction)] {
        if isPlaceholder(text) { return [(.placeholder(text.trimmed), .prohibit)] }
        // A reader may have meant "[sic]"; so brackets are shown and not forbidden.
        return fragments(in: text).map { (.leftover($0), .alert) }
    }

    /// Text that names what should be there: `Patient Age`, `RDE196`, `enter text`.
    static func isPlaceholder(_ text: String) -> Bool {
        let said = text.drop(while: \.isWhitespace)
        // Of a long text, as at every key of a report, only the beginning is looked at.
        let folded = said.prefix(longest).lowercased().trimmed
        if openings.contains(where: { folded.hasPrefix($0) }) { return true }
        guard said.dropFirst(longest).allSatisfy(\.isWhitespace) else { return false }
        return names.contains(folded)
            || ["rde", "rid"].contains { folded.hasPrefix($0) && isNumber(folded.dropFirst(3)) }
    }

    /// Characters: more than the longest name has.
    private static let longest = 40

    private static let names: Set<String> = [
        "patient age", "patient's age", "patient sex", "patient name", "patient's name", "study date", "exam date",
        "age", "sex", "name", "text", "free text", "default text", "placeholder", "todo", "tbd", "xxx", "n.n.",
    ]
    private static let openings = [
        "enter ", "type here", "insert ", "click here", "please enter", "please select", "bitte ", "hier eingeben",
        "text eingeben", "select one", "choose one",
    ]

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy(\.isNumber)
    }

    /// Asked of every text at every key: a look at the bytes tells that nearly all of them hold none.
    private static func mayHoldFragments(_ text: String) -> Bool {
        // The last is the last byte of `‹` (E2 80 B9); what else has it is looked at more closely.
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            // Without a way out of the loop, many bytes are looked at at once.
            bytes.reduce(0 as UInt8) { found, byte in
                found | (byte == 0x5B ? 1 : 0) | (byte == 0x7B ? 1 : 0) | (byte == 0x5F ? 1 : 0)
                    | (byte == 0xB9 ? 1 : 0)
            }
        }
        return found != 0
    }

    private static func fragments(in text: String) -> [String] {
        guard mayHoldFragments(text) else { return [] }
        var found: [String] = []
        for (open, close) in [("[", "]"), ("{", "}"), ("‹", "›")] as [(Character, Character)] {
            var rest = text[...]
            while let start = rest.firstIndex(of: open) {
                let end = rest[start...].firstIndex(of: close) ?? rest.index(before: rest.endIndex)
                found.append(String(rest[start...end].prefix(40)))
                rest = rest[rest.index(after: end)...]
            }
        }
        if text.contains("___") { found.append("___") }
        return found
    }
}
