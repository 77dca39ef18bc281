public import Radiology

/// A report template: sections with literal text and fields, and what it is for.
///
/// Two notations read into it, MRRT and brackets; a draft keeps a copy, so that an edited library changes no draft.
public struct Template: Hashable, Codable, Sendable {
    public enum Status: String, Hashable, Codable, Sendable {
        case draft, active, retired
    }

    /// What kind of document the template begins.
    public enum Purpose: String, Hashable, Codable, Sendable {
        case report, addendum
    }

    /// Where the template comes from, as its author says.
    public struct Provenance: Hashable, Codable, Sendable {
        public var publisher: String?
        public var rights: String?
        public var license: String?
        public var date: String?
        public var creators: [String] = []
        public var contributors: [String]?
        public var summary: String?

        public init() {}
    }

    /// Globally unique, an OID or URI where the author gives one.
    public var identifier: String
    public var title: String
    /// A language tag of RFC 5646: `en`, `de`.
    public var language: String
    public var status: Status
    public var purpose: Purpose
    public var provenance: Provenance
    public var scope: Scope
    public var sections: [Section]

    public init(
        identifier: String, title: String, language: String = "en", status: Status = .active,
        purpose: Purpose = .report, provenance: Provenance = Provenance(), scope: Scope = Scope(), sections: [Section]
    ) {
        self.identifier = identifier
        self.title = title
        self.language = language
        self.status = status
        self.purpose = purpose
        self.provenance = provenance
        self.scope = scope
        self.sections = sections
    }

    /// All fields in the order of the document.
    public var fields: [Field] { sections.flatMap(\.fields) }

    public func field(_ id: Field.ID) -> Field? {
        fields.first { $0.id == id }
    }
}

/// Which examinations a template is for. Empty means: says nothing.
public struct Scope: Hashable, Codable, Sendable {
    public var modalities: [Modality] = []
    public var anatomy: [CodedConcept] = []
    public var procedures: [CodedConcept] = []
    public var contrast: Contrast?
    public var laterality: Laterality?

    public init(
        modalities: [Modality] = [], anatomy: [CodedConcept] = [], procedures: [CodedConcept] = [],
        contrast: Contrast? = nil, laterality: Laterality? = nil
    ) {
        self.modalities = modalities
        self.anatomy = anatomy
        self.procedures = procedures
        self.contrast = contrast
        self.laterality = laterality
    }
}

public enum Contrast: String, Hashable, Codable, Sendable {
    case without, with, withoutAndWith
}

public enum Laterality: String, Hashable, Codable, Sendable {
    case left, right, both
}
