public import ReportTemplates

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
    public var sentence: String
    /// Where in the report; `nil` when it is about the study.
    public var place: ReportPlace.Target?

    public init(_ severity: Severity, _ sentence: String, at place: ReportPlace.Target? = nil) {
        self.severity = severity
        self.sentence = sentence
        self.place = place
    }

    public var id: Self { self }
}
