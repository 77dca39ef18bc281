public import Radiology

/// A place to fill in. Whatever its kind, it may also hold plain text.
public struct Field: Hashable, Codable, Sendable, Identifiable {
    /// Unique within its template.
    public struct ID: RawRepresentable, Hashable, Codable, Sendable, CodingKeyRepresentable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// The number a field asks for. The unit is written after the number.
    public struct Quantity: Hashable, Codable, Sendable {
        public var unit: String?
        public var minimum: Double?
        public var maximum: Double?

        public init(unit: String? = nil, minimum: Double? = nil, maximum: Double? = nil) {
            self.unit = unit
            self.minimum = minimum
            self.maximum = maximum
        }
    }

    public enum Kind: Hashable, Codable, Sendable {
        case text
        case multiline
        case number(Quantity)
        case date
        case time
        case pickOne(PickList)
        case pickMany(PickList)
        /// On, it contributes this text.
        case checkbox(String)
    }

    /// What happens at signing while the field is empty, or holds a default nobody looked at (MRRT).
    public enum CompletionAction: String, Hashable, Codable, Sendable {
        case none, alert, prohibit
    }

    public var id: ID
    /// What the field is called. Never empty.
    public var label: String
    /// Whether the label is part of the report: `Ventricles: Normal.`
    public var printsLabel: Bool
    public var kind: Kind
    /// Text the field begins with; of a pick list see ``PickList/Option/isDefault``.
    public var defaultText: String
    public var completionAction: CompletionAction
    /// What fills the field from the order, the study or the headers.
    public var mergeField: MergeField?
    /// For the reader's eye: a placeholder, or what the template says of the field.
    public var hint: String?
    /// What a reader says, or types, to get here.
    public var verbalTrigger: String?
    public var codes: [CodedConcept]
    /// When the field applies; `nil`: always.
    public var condition: Condition?
    /// The unit of a field that asks for words and not for a number; see ``Quantity`` for numbers.
    public var textUnit: String?
    /// The calculator whose result belongs here: `ti-rads`.
    public var score: String?

    public init(
        id: ID, label: String, printsLabel: Bool = true, kind: Kind = .text, defaultText: String = "",
        completionAction: CompletionAction = .none, mergeField: MergeField? = nil, hint: String? = nil,
        verbalTrigger: String? = nil, codes: [CodedConcept] = [], condition: Condition? = nil, score: String? = nil
    ) {
        self.id = id
        self.label = label
        self.printsLabel = printsLabel
        self.kind = kind
        self.defaultText = defaultText
        self.completionAction = completionAction
        self.mergeField = mergeField
        self.hint = hint
        self.verbalTrigger = verbalTrigger
        self.codes = codes
        self.condition = condition
        self.score = score
    }

    /// The options to choose from; empty for kinds without.
    public var options: [PickList.Option] {
        switch kind {
        case .pickOne(let list), .pickMany(let list): list.options
        case .checkbox(let text): [PickList.Option(text)]
        case .text, .multiline, .number, .date, .time: []
        }
    }

    /// Whether several options may be chosen together.
    public var allowsSeveral: Bool {
        if case .pickMany = kind { return true }
        return false
    }

    public var unit: String? {
        if case .number(let quantity) = kind { return quantity.unit }
        return textUnit
    }
}

/// What a pick field offers.
public struct PickList: Hashable, Codable, Sendable {
    public struct Option: Hashable, Codable, Sendable {
        /// What the report will say.
        public var text: String
        /// What the list shows, where that is shorter.
        public var label: String
        public var isDefault: Bool
        public var code: CodedConcept?
        /// The text is a beginning: whoever picks it goes on writing.
        public var takesText: Bool?

        public init(
            _ text: String, label: String? = nil, isDefault: Bool = false, code: CodedConcept? = nil,
            takesText: Bool? = nil
        ) {
            self.takesText = takesText
            self.text = text
            self.label = label ?? text
            self.isDefault = isDefault
            self.code = code
        }
    }

    public var options: [Option]

    public init(_ options: [Option]) {
        self.options = options
    }
}
