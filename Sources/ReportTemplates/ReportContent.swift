/// What a field holds.
public struct FieldValue: Hashable, Codable, Sendable {
    public enum Origin: String, Hashable, Codable, Sendable {
        /// The template's own; nobody looked at it.
        case `default`
        /// From the order, the study or the headers.
        case merged
        /// Typed, chosen or confirmed by the reader.
        case touched
    }

    /// What the report says, without the unit.
    public var text: String
    /// Which options the text is made of, by index; empty when it was typed.
    public var chosen: [Int]
    public var origin: Origin

    public init(text: String = "", chosen: [Int] = [], origin: Origin = .default) {
        self.text = text
        self.chosen = chosen
        self.origin = origin
    }

    public var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }
}

/// A report being filled in: a template as it was when the report began, and what its places hold.
public struct ReportContent: Sendable {
    public let template: Template
    let outline: TemplateOutline
    public private(set) var values: [Field.ID: FieldValue] { didSet { findPlaces() } }
    public private(set) var freeText: [Section.ID: String]
    /// The fields that do not apply now. What they hold is kept, and comes back when they apply again.
    public private(set) var hiddenFields: Set<Field.ID> = []
    /// All places in the order of the document: each section's fields that apply, then its free text.
    public private(set) var places: [ReportPlace] = []

    /// Begins a report: defaults are in place, merge fields hold what is known.
    public init(template: Template, context: MergeContext = MergeContext()) {
        self.template = template
        outline = TemplateOutline(template)
        freeText = [:]
        values = [:]
        for field in fields { values[field.id] = ReportContent.initial(field, context) }
        findPlaces()
    }

    /// Asked for many times a key, and another only when a field holds something else.
    private mutating func findPlaces() {
        hiddenFields = fieldsThatDoNotApply
        places = hiddenFields.isEmpty ? outline.places : outline.places.filter { !isHidden($0) }
    }

    private func isHidden(_ place: ReportPlace) -> Bool {
        if case .field(let id) = place.target { hiddenFields.contains(id) } else { false }
    }

    /// All fields in the order of the document, hidden ones too.
    public var fields: [Field] { outline.fields }

    public func field(_ id: Field.ID) -> Field? { outline.field(id) }

    /// What a field holds; empty for a field the template does not have.
    public func value(of id: Field.ID) -> FieldValue {
        values[id] ?? FieldValue()
    }

    /// Puts plain text into a field. Text that is an option counts as choosing it.
    public mutating func setText(_ text: String, in id: Field.ID) {
        guard let field = field(id) else { return }
        let matching = field.options.firstIndex { $0.text == text }
        values[id] = FieldValue(text: text, chosen: matching.map { [$0] } ?? [], origin: .touched)
    }

    /// Chooses an option. Where several may be chosen, and for a checkbox, choosing again takes it back.
    public mutating func choose(_ option: Int, in id: Field.ID) {
        guard let field = field(id), field.options.indices.contains(option) else { return }
        var chosen = [option]
        let before = value(of: id).chosen
        switch field.kind {
        case .pickMany: chosen = before.contains(option) ? before.filter { $0 != option } : (before + chosen).sorted()
        case .checkbox: chosen = before.isEmpty ? chosen : []
        default: break
        }
        values[id] = FieldValue(text: ReportContent.text(of: chosen, in: field), chosen: chosen, origin: .touched)
    }

    /// Keeps what a field holds, as something the reader has looked at.
    public mutating func confirm(_ id: Field.ID) {
        guard field(id) != nil else { return }
        values[id, default: FieldValue()].origin = .touched
    }

    /// Puts what a field held before back, as undo does.
    public mutating func restore(_ value: FieldValue, in id: Field.ID) {
        guard field(id) != nil else { return }
        values[id] = value
    }

    /// Puts text after a section's fields. Empty text is no text.
    public mutating func setFreeText(_ text: String, in id: Section.ID) {
        freeText[id] = text.isEmpty ? nil : text
    }

    /// Fills merge fields nobody touched, when more is known than at the beginning.
    public mutating func merge(_ context: MergeContext) {
        for field in fields where field.mergeField != nil && value(of: field.id).origin != .touched {
            values[field.id] = ReportContent.initial(field, context)
        }
    }

    private static func initial(_ field: Field, _ context: MergeContext) -> FieldValue {
        if let merge = field.mergeField, let text = context.values[merge] {
            return FieldValue(text: text, origin: .merged)
        }
        let chosen = field.options.indices.filter { field.options[$0].isDefault }
        if !chosen.isEmpty { return FieldValue(text: text(of: chosen, in: field), chosen: chosen) }
        let matching = field.options.firstIndex { $0.text == field.defaultText }
        return FieldValue(text: field.defaultText, chosen: matching.map { [$0] } ?? [])
    }

    private static func text(of chosen: [Int], in field: Field) -> String {
        chosen.filter(field.options.indices.contains).map { field.options[$0].text }.joined(separator: ", ")
    }
}

extension ReportContent: Hashable, Codable {
    private enum CodingKeys: CodingKey {
        case template, values, freeText
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        template = try container.decode(Template.self, forKey: .template)
        outline = TemplateOutline(template)
        values = try container.decode([Field.ID: FieldValue].self, forKey: .values)
        freeText = try container.decode([Section.ID: String].self, forKey: .freeText)
        findPlaces()
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(template, forKey: .template)
        try container.encode(values, forKey: .values)
        try container.encode(freeText, forKey: .freeText)
    }

    public static func == (left: ReportContent, right: ReportContent) -> Bool {
        left.values == right.values && left.freeText == right.freeText && left.template == right.template
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(template.identifier)
        hasher.combine(values)
        hasher.combine(freeText)
    }
}
