/// A way the report may go on: text to be shown after the cursor, and inserted as it is when it is taken.
public struct Suggestion: Sendable, Equatable {
    /// Exact text, including a space or line break at its beginning or end. Never empty.
    public let text: String
    /// The model's estimate, above 0 and at most 1, that the report goes on with all of `text`.
    public let probability: Double
    /// Ends of the words in `text`, ascending; the last is its end. To take one word is to insert up to the first.
    public let wordEnds: [String.Index]
    /// What must be shown plainly (not dim): numbers, sides and negations in `text`, ascending, not overlapping.
    public let plain: [PlainPart]

    /// The part that the key for one word takes.
    public var firstWord: Substring {
        wordEnds.first.map { text[..<$0] } ?? text[...]
    }
}

/// A part of a suggestion that changes what the report says about the patient, and is never shown dim.
public struct PlainPart: Sendable, Equatable {
    public enum Kind: Sendable, Equatable, CaseIterable { case number, side, negation }

    public let range: Range<String.Index>
    public let kind: Kind

    public init(range: Range<String.Index>, kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
