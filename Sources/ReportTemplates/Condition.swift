/// When something of a template applies: as long as another field holds one of these texts (`data-show-if`).
public struct Condition: Hashable, Codable, Sendable {
    public var field: Field.ID
    /// Compared whole and without case; empty means: holds anything.
    public var values: [String]
    /// Applies while the field holds none of them.
    public var isNegated: Bool

    public init(field: Field.ID, values: [String], isNegated: Bool = false) {
        self.field = field
        self.values = values
        self.isNegated = isNegated
    }

    func holds(for value: FieldValue, of field: Field?) -> Bool {
        let texts =
            [value.text]
            + value.chosen.compactMap { index in
                field.flatMap { $0.options.indices.contains(index) ? $0.options[index].text : nil }
            }
        let said = Set(texts.map { $0.trimmed.lowercased() })
        let matches = values.isEmpty ? !value.isEmpty : values.contains { said.contains($0.trimmed.lowercased()) }
        return matches != isNegated
    }
}

extension ReportContent {
    var fieldsThatDoNotApply: Set<Field.ID> {
        let conditional = outline.conditional
        guard !conditional.isEmpty else { return [] }
        var hidden: Set<Field.ID> = []
        // A field that depends on a hidden one is hidden too; each round settles one more link of the chain.
        for _ in conditional {
            let now = Set(
                conditional.filter { field in
                    guard let condition = field.condition else { return false }
                    return hidden.contains(condition.field)
                        || !condition.holds(for: value(of: condition.field), of: self.field(condition.field))
                }.map(\.id))
            if now == hidden { break }
            hidden = now
        }
        return hidden
    }
}
