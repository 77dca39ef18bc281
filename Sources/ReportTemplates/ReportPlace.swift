/// A place in a report where the reader can type.
public struct ReportPlace: Hashable, Codable, Sendable {
    public enum Target: Hashable, Codable, Sendable {
        case field(Field.ID)
        case freeText(Section.ID)
    }

    public var target: Target
    public var section: Section.ID
    public var sectionTitle: String
    /// The field's label; empty for a section's free text.
    public var label: String
}

extension ReportContent {
    /// The text at a place.
    public func text(at target: ReportPlace.Target) -> String {
        switch target {
        case .field(let id): value(of: id).text
        case .freeText(let id): freeText[id] ?? ""
        }
    }

    /// Puts text at a place.
    public mutating func setText(_ text: String, at target: ReportPlace.Target) {
        switch target {
        case .field(let id): setText(text, in: id)
        case .freeText(let id): setFreeText(text, in: id)
        }
    }
}
