internal import ReportTemplates

/// A report as the checks see it: its sentences, and the findings in them.
struct Reading: Sendable {
    /// A sentence with what was found in it.
    struct Line: Sendable {
        var sentence: Sentence
        var scopes: CueScopes
        var mentions: [Mention] = []
        var segments: [Segment] = []
    }

    var lines: [Line]

    init(_ content: ReportContent) {
        let sentences = ReportReader.sentences(of: content)
        let isChest = sentences.contains { sentence in
            (sentence.tokens + sentence.context).contains { Reading.chest.contains($0.text) }
        }
        lines = sentences.map(Reading.line)
        if isChest { for index in lines.indices { lines[index].nameEffusions() } }
    }

    private static let chest: Set<String> = [
        "lung", "lungs", "pleura", "pleural", "chest", "thorax", "pneumothorax", "lunge", "lungen", "costophrenic",
    ]

    func lines(_ part: Part) -> [Line] { lines.filter { $0.sentence.part == part } }

    static func line(_ sentence: Sentence) -> Line {
        var line = Line(sentence: sentence, scopes: CueScopes(sentence.tokens))
        let hidden = Set(Findings.lookalikes.matches(in: sentence.tokens).flatMap(\.range))
        let found = Findings.table.matches(in: sentence.tokens).filter { hidden.isDisjoint(with: $0.range) }
        line.segments = Segment.segments(of: sentence.tokens, findings: found)
        let label = Label(sentence.context)
        let isOneOfSeveral = !found.isEmpty && sentence.says(several)
        line.mentions = found.map { mention($0, line, label, isOneOfSeveral) }
        if found.isEmpty { line.mentions = label.mentions(for: sentence) }
        return line
    }

    private static let several: Set<String> = [
        "multiple", "several", "further", "other", "additional", "another", "second", "scattered", "few", "numerous",
        "two", "three", "both", "multiple", "mehrere", "weitere", "multiplen", "zahlreiche", "einzelne", "nodules",
        "more", "smaller", "largest",
    ]

    private static func mention(_ match: Phrases<Concept>.Match, _ line: Line, _ label: Label, _ isOneOfSeveral: Bool)
        -> Mention
    {
        let tokens = line.sentence.tokens
        let segment = line.segments.first { $0.range.contains(match.range.lowerBound) }
        let before = match.range.lowerBound
        let near = tokens[
            max(
                before - 5, segment?.range.lowerBound ?? 0)..<min(
                    match.range.upperBound + 4, segment?.range.upperBound ?? tokens.count)]
        let denied = line.scopes.negated(before: match.range)
        let sites = segment.map(\.sites) ?? []
        let isOfLegVein = (sites.isEmpty ? label.sites : sites).contains { $0.name == "leg veins" }
        return Mention(
            concept: match.value == .thrombus && isOfLegVein ? .veinThrombosis : match.value, range: match.range,
            stated: line.scopes.stated(match.range),
            qualifiers: Set(near.compactMap { Cue.qualifiers[$0.text] }),
            deniedOnly: Set(tokens[denied].suffix(3).compactMap { Cue.qualifiers[$0.text] }).subtracting(
                Cue.hollowQualifiers),
            sites: sites.isEmpty ? label.sites : sites,
            side: segment?.isAmbiguous == true ? nil : segment?.side ?? label.side,
            isOneOfSeveral: isOneOfSeveral)
    }
}

/// What a field's label says: the side and the part of the body its value is about.
struct Label: Sendable {
    let side: Side?
    let sites: Set<Site>
    private let findings: [Phrases<Concept>.Match]

    init(_ tokens: [Token]) {
        side = tokens.isEmpty ? nil : Sides.only(in: tokens)
        sites = Set(Anatomy.table.matches(in: tokens).map(\.value))
        findings = Findings.table.matches(in: tokens)
    }

    private static let nothing: Set<String> = [
        "none", "no", "absent", "negative", "keine", "kein", "keiner", "nein", "nicht", "fehlt", "nil",
    ]
    private static let something: Set<String> = ["present", "yes", "ja", "vorhanden", "positive"]

    /// "Haemorrhage: None." denies what the label names; "Midline shift: 6 mm" states it.
    func mentions(for sentence: Sentence) -> [Mention] {
        guard !findings.isEmpty, let first = sentence.tokens.first, sentence.tokens.count <= 4 else { return [] }
        let stated: Stated? =
            Self.nothing.contains(first.text) || first.kind == .number && first.value == 0
            ? .negated
            : Self.something.contains(first.text) || first.kind == .number ? .affirmed : nil
        guard let stated else { return [] }
        return findings.filter { first.kind != .number || $0.value == .midlineShift }.map {
            Mention(
                concept: $0.value, range: 0..<1, stated: stated, qualifiers: [], sites: sites, side: side,
                isOneOfSeveral: false)
        }
    }
}

extension Reading.Line {
    /// In a report of the chest an effusion without a place is pleural.
    fileprivate mutating func nameEffusions() {
        for index in mentions.indices where mentions[index].concept == .effusion {
            if mentions[index].sites.allSatisfy({ ["pleura", "lung"].contains($0.name) }) {
                mentions[index].concept = .pleuralEffusion
            }
        }
    }
}
