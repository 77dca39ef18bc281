/// A finding that a sentence names, and what it says of it.
struct Mention: Hashable, Sendable {
    var concept: Concept
    var range: Range<Int>
    var stated: Stated
    var qualifiers: Set<String>
    /// What narrows a negation: `acute` of "no acute fracture".
    var deniedOnly: Set<String> = []
    var sites: Set<Site>
    var side: Side?
    /// There may be others elsewhere: "multiple", "further".
    var isOneOfSeveral: Bool

    /// The same finding, whatever its place in a sentence.
    var anywhere: Mention {
        var copy = self
        copy.range = 0..<0
        return copy
    }

    var isNew: Bool { qualifiers.isDisjoint(with: Cue.notNew) }
}

/// A stretch of a sentence that speaks of one thing.
struct Segment: Sendable {
    var range: Range<Int>
    var side: Side?
    var isAmbiguous = false
    var sites: Set<Site> = []
    var hasFinding = false

    private static let joints: Set<String> = [
        "and", "und", "sowie", "but", "aber", "while", "whereas", "wahrend", "plus",
    ]

    static func segments(of tokens: [Token], findings: [Phrases<Concept>.Match]) -> [Segment] {
        let sides = Sides.find(in: tokens)
        var result: [Segment] = []
        var start = 0
        for index in 0...tokens.count {
            let isEnd = index == tokens.count || isJoint(tokens[index]) && !liesInside(index, sides)
            guard isEnd else { continue }
            if start < index { result.append(Segment(start..<index, tokens, sides, findings)) }
            start = index + 1
        }
        return inherited(result)
    }

    private init(
        _ range: Range<Int>, _ tokens: [Token], _ sides: [(index: Int, side: Side)],
        _ findings: [Phrases<Concept>.Match]
    ) {
        self.range = range
        let own = Set(sides.filter { range.contains($0.index) }.map(\.side))
        side = own.contains(.both) ? .both : own.count == 1 ? own.first : nil
        isAmbiguous = own.count > 1 && side == nil
        sites = Set(Anatomy.table.matches(in: Array(tokens[range])).map(\.value))
        hasFinding = findings.contains { range.contains($0.range.lowerBound) }
    }

    private static func isJoint(_ token: Token) -> Bool {
        token.isMark(",") || token.isMark("(") || token.isMark(")") || token.isMark(":") || token.isMark("/")
            || token.isMark("-") && !token.isGlued || token.isWord && joints.contains(token.text)
    }

    /// "Right and left" is one side: both.
    private static func liesInside(_ index: Int, _ sides: [(index: Int, side: Side)]) -> Bool {
        sides.contains { $0.side == .both && $0.index < index && index - $0.index <= 2 }
            && sides.contains { $0.side == .both && $0.index > index && $0.index - index <= 2 }
    }

    /// A side in a stretch without a finding belongs to the one before it, or else to the one behind it.
    private static func inherited(_ segments: [Segment]) -> [Segment] {
        var result = segments
        for index in segments.indices where !segments[index].hasFinding && segments[index].side != nil {
            let before = index - 1
            if before >= 0, segments[before].hasFinding, result[before].side == nil, !result[before].isAmbiguous {
                result[before].side = segments[index].side
                if result[before].sites.isEmpty { result[before].sites = segments[index].sites }
            } else if index + 1 < segments.count, segments[index + 1].hasFinding, result[index + 1].side == nil {
                result[index + 1].side = segments[index].side
                if result[index + 1].sites.isEmpty { result[index + 1].sites = segments[index].sites }
            }
        }
        return result
    }
}
