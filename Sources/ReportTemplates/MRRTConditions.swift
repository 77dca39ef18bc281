/// Conditions of a file (`data-show-if="id=value"`), kept as written until every control is known.
struct MRRTConditions {
    private var open: [(text: String, line: Int)] = []
    private var written: [(field: Field.ID, text: String, line: Int)] = []
    private var resolved: [Field.ID: Condition] = [:]

    /// What an id or a name in a condition may stand for.
    struct Target {
        var field: Field.ID
        /// The option a radio button is.
        var option: String?
        /// What the report says for a control's raw values.
        var texts: [String: String] = [:]
    }

    mutating func begin(_ text: String, line: Int) { open.append((text, line)) }

    mutating func end() { open.removeLast() }

    /// A field was read where these conditions hold; the innermost counts.
    mutating func note(_ field: Field.ID) {
        if let condition = open.last { written.append((field, condition.text, condition.line)) }
    }

    mutating func resolve(_ targets: [String: Target]) -> [Deviation] {
        var missing: [(text: String, line: Int)] = []
        for (field, text, line) in written {
            if let condition = MRRTConditions.condition(text, targets), condition.field != field {
                resolved[field] = condition
            } else if !missing.contains(where: { $0 == (text, line) }) {
                missing.append((text, line))
            }
        }
        return missing.map { Deviation(kind: .conditionForNothing($0.text), line: $0.line) }
    }

    func applied(to section: Section) -> Section {
        var result = section
        result.elements = section.elements.map { element in
            switch element {
            case .field(var field):
                field.condition = field.condition ?? resolved[field.id]
                return .field(field)
            case .section(let nested): return .section(applied(to: nested))
            case .text, .caption, .lineBreak, .instruction: return element
            }
        }
        return result
    }

    /// `id`, `id=value`, `id!=value`, several values apart by `|` or a comma.
    private static func condition(_ text: String, _ targets: [String: Target]) -> Condition? {
        let isNegated = text.contains("!=")
        let parts = text.replacing("!=", with: "=").split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        guard let name = parts.first, let target = targets[name] else { return nil }
        if let option = target.option {
            // A radio button that is on, whatever value is named.
            return Condition(field: target.field, values: [option], isNegated: isNegated)
        }
        let values = parts.dropFirst().first?.split { $0 == "|" || $0 == "," }.map { String($0).trimmed } ?? []
        let means = values.map { target.texts[$0.lowercased()] ?? $0 }
        return Condition(field: target.field, values: means, isNegated: isNegated)
    }
}
