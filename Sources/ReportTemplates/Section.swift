public import Radiology

/// A part of a report with a heading. Sections may hold sections.
public struct Section: Hashable, Codable, Sendable, Identifiable {
    /// Unique within its template; by position, since headings may repeat.
    public struct ID: RawRepresentable, Hashable, Codable, Sendable, CodingKeyRepresentable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public var id: ID
    /// The heading; empty for text before the first one.
    public var title: String
    /// 1 for a main section.
    public var level: Int
    public var isRequired: Bool
    public var role: SectionRole?
    public var codes: [CodedConcept]
    public var elements: [Element]

    public init(
        id: ID, title: String, level: Int = 1, isRequired: Bool = false, role: SectionRole? = nil,
        codes: [CodedConcept] = [], elements: [Element] = []
    ) {
        self.id = id
        self.title = title
        self.level = level
        self.isRequired = isRequired
        self.role = role ?? SectionRole(title: title)
        self.codes = codes
        self.elements = elements
    }

    /// Fields here and in the sections inside, in the order of the document.
    public var fields: [Field] {
        elements.flatMap { element -> [Field] in
            switch element {
            case .field(let field): [field]
            case .section(let section): section.fields
            case .text, .caption, .lineBreak, .instruction: []
            }
        }
    }
}

/// What a section is made of.
public indirect enum Element: Hashable, Codable, Sendable {
    /// Literal text of the report.
    case text(String)
    /// Names what follows it in the section, up to the next caption; only in the report when that says something.
    case caption(String)
    case field(Field)
    case lineBreak
    /// For the reader's eye, never in a report.
    case instruction(String)
    case section(Section)
}

/// What a section is in any language, after the headings of PS3.16 CID 7001.
public enum SectionRole: String, CaseIterable, Hashable, Codable, Sendable {
    case history, indication, technique, comparison, findings, impression, recommendation, addendum

    /// The heading's code (CID 7001).
    public var concept: CodedConcept {
        switch self {
        case .history: CodedConcept("11329-0", "LN", "History")
        case .indication: CodedConcept("18785-6", "LN", "Indications for Procedure")
        case .technique: CodedConcept("55111-9", "LN", "Current Procedure Descriptions")
        case .comparison: CodedConcept("18834-2", "LN", "Previous Findings")
        case .findings: CodedConcept("59776-5", "LN", "Findings")
        case .impression: CodedConcept("19005-8", "LN", "Impressions")
        case .recommendation: CodedConcept("18783-1", "LN", "Recommendations")
        case .addendum: CodedConcept("55107-7", "LN", "Addendum")
        }
    }

    /// Words of English and German headings; the first role with a word in the heading is the one.
    private static let words: [(role: SectionRole, words: [String])] = [
        (.addendum, ["addendum", "nachtrag"]),
        (.recommendation, ["recommendation", "empfehlung", "procedere", "follow-up recommendation"]),
        (.impression, ["impression", "conclusion", "opinion", "summary", "beurteilung", "zusammenfassung"]),
        (.comparison, ["comparison", "prior stud", "vergleich", "voruntersuchung"]),
        (
            .indication,
            ["indication", "reason for", "clinical question", "clinical information", "fragestellung", "indikation"]
        ),
        (.history, ["history", "klinische angaben", "anamnes", "vorgeschichte"]),
        (.technique, ["technique", "procedure description", "technik", "untersuchungsprotokoll", "protocol"]),
        (.findings, ["finding", "observation", "befund"]),
    ]

    public init?(title: String) {
        let folded = title.lowercased()
        let known = SectionRole.words.first { entry in entry.words.contains { folded.holds($0) } }
        guard let known else { return nil }
        self = known.role
    }

    public init?(code: CodedConcept) {
        guard let role = SectionRole.allCases.first(where: { $0.concept.means(code) }) else { return nil }
        self = role
    }
}
