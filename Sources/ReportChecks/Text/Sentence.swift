internal import ReportTemplates

/// What a part of a report is, as far as the checks care.
enum Part: Hashable, Sendable {
    case history, technique, comparison, findings, impression, recommendation

    init(_ role: SectionRole?) {
        switch role {
        case .history, .indication: self = .history
        case .technique: self = .technique
        case .comparison: self = .comparison
        case .impression: self = .impression
        case .recommendation: self = .recommendation
        case .findings, .addendum, nil: self = .findings
        }
    }

    /// What the reader states of these images.
    var isStatement: Bool { self == .findings || self == .impression }
}

/// One sentence of a report, with its place and what names it.
struct Sentence: Sendable {
    var tokens: [Token]
    /// The field's label and the caption above it: `Right kidney` before `Hydronephrosis.`
    var context: [Token] = []
    var part: Part
    var place: ReportPlace.Target?
    /// Whether it holds a template's default that nobody has looked at.
    var isUntouched = false
    /// Whether the template says how large its number may be.
    var hasOwnRange = false
    /// The field whose label stands before it.
    var field: Field.ID?

    var words: [String] { tokens.filter(\.isWord).map(\.text) }
    func says(_ words: Set<String>) -> Bool { tokens.contains { $0.isWord && words.contains($0.text) } }
}

/// Cuts a run of tokens into sentences.
enum SentenceCutter {
    /// A stop after these ends no sentence.
    private static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "vs", "eg", "ie", "approx", "ca", "bzw", "ggf", "ca", "inkl",
        "evtl", "max", "min", "fig", "incl", "resp", "re", "li", "bds", "z", "b", "d", "h", "e", "g", "i", "n", "v",
        "a",
        "o", "u", "s", "jr", "sr", "vd", "va", "zn", "hr", "fr", "etw", "bekannt", "sog", "usw", "einschl", "insbes",
    ]

    /// No sentence is longer; what goes on without a stop is cut, so that time stays linear.
    static let longest = 160

    static func sentences(of tokens: [Token]) -> [[Token]] {
        var result: [[Token]] = []
        var current: [Token] = []
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if token.kind == .mark, ends(token, after: current.last, before: next) {
                if !current.isEmpty { result.append(current) }
                current = []
            } else {
                current.append(token)
                if current.count == longest {
                    result.append(current)
                    current = []
                }
            }
        }
        if !current.isEmpty { result.append(current) }
        return result
    }

    private static func ends(_ token: Token, after last: Token?, before next: Token?) -> Bool {
        switch token.text {
        case "\n", ";", "!": return true
        case "?": return false
        case ".":
            guard let next else { return true }
            if next.isGlued, next.isWord || next.kind == .number { return false }
            if let last, last.isWord, abbreviations.contains(last.text) { return next.isMark("\n") }
            // "11. Februar", "1. Fraktur" is no end; "12 mm. No" is.
            if let last, last.kind == .number, next.isWord, Dates.isMonth(next.text) { return false }
            return true
        default: return false
        }
    }
}
