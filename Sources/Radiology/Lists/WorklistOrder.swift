/// What a worklist can show of a study, and be sorted by. The raw value is its name in the configuration.
public enum WorklistColumn: String, Hashable, Codable, Sendable, CaseIterable {
    case priority, wait, left, modality, study
    case bodyPart = "body"
    case patient, age, accession
    case priors = "prior"
    case site, date, images, referrer, status
}

/// In which order a worklist stands.
public struct WorklistOrder: Hashable, Codable, Sendable {
    /// `nil`: by urgency, which is priority, then waiting time.
    public var column: WorklistColumn?
    public var isReversed: Bool

    public static let urgency = WorklistOrder()

    public init(_ column: WorklistColumn? = nil, isReversed: Bool = false) {
        self.column = column
        self.isReversed = isReversed
    }

    /// The order after the reader chose this column: the same one again turns it round, and a third time lets it go.
    public func choosing(_ column: WorklistColumn) -> WorklistOrder {
        guard column == self.column else { return WorklistOrder(column) }
        return isReversed ? .urgency : WorklistOrder(column, isReversed: true)
    }

    /// As the configuration writes it: `patient`, `-wait`, `urgency`.
    public var text: String { (isReversed ? "-" : "") + (column?.rawValue ?? "urgency") }

    public init?(text: String) {
        let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
        if name == "urgency" {
            self.init(nil, isReversed: text.hasPrefix("-"))
        } else if let column = WorklistColumn(rawValue: name) {
            self.init(column, isReversed: text.hasPrefix("-"))
        } else {
            return nil
        }
    }
}
