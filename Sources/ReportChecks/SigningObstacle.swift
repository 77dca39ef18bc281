public import ReportTemplates
public import Wording

/// Something that must be looked at before a report is signed.
public struct SigningObstacle: Hashable, Sendable, Identifiable {
    public enum Severity: Hashable, Sendable {
        /// May be signed once the reader has acknowledged it.
        case alert
        /// Must be mended first.
        case prohibit
        /// The patient is not who the report was begun for: the reader must identify them again.
        case reidentify
    }

    public var severity: Severity
    /// What is the matter, in one sentence without report text.
    public var wording: Wording
    /// Where in the report; `nil` when it is about the study.
    public var place: ReportPlace.Target?

    public init(_ severity: Severity, _ wording: Wording, at place: ReportPlace.Target? = nil) {
        self.severity = severity
        self.wording = wording
        self.place = place
    }

    /// The same in English: what the audit says.
    public var sentence: String { wording.english }

    public var id: Self { self }
}
