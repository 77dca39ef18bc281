public import Radiology

extension WorklistState {
    /// How the word being typed at the end of the filter may go on: a key, or a value of one. The commonest first.
    public var completions: [String] {
        let piece = FilterPiece(lastTyped)
        let sign = piece.isNegated ? "-" : ""
        let body = piece.body
        guard let (name, value) = body.keyAndValue else {
            let begun = body.text.lowercased()
            guard !begun.isEmpty, !lastTyped.contains("\"") else { return [] }
            return WorklistFilter.Key.allCases.map(\.rawValue).filter { $0.hasPrefix(begun) }.map { sign + $0 + ":" }
        }
        guard let key = WorklistFilter.Key(rawValue: name.lowercased()) else { return [] }
        // Behind a comma another alternative begins.
        let kept = value.alternatives.dropLast().map { WorklistState.quoted($0) + "," }.joined()
        let begun = value.alternatives.last?.lowercased() ?? ""
        return (key.values + (values[key] ?? [])).filter {
            $0.lowercased().hasPrefix(begun) && $0.lowercased() != begun
        }
        .prefix(12).map { sign + name + ":" + kept + WorklistState.quoted($0) }
    }

    /// The term that is being typed, quotation marks and all.
    private var lastTyped: Substring { FilterPiece.typed(in: query.filter).last ?? "" }

    /// The filter with its last word completed by the first of them.
    public var completed: String? {
        guard let first = completions.first else { return nil }
        return query.filter.dropLast(lastTyped.count) + first
    }

    /// What could not be understood of the filter, in words.
    public func problems(today: CalendarDate) -> [String] {
        WorklistFilter(query.filter, today: today).problems
    }

    func dependsOnTime(_ system: SystemState) -> Bool {
        !query.filter.isEmpty
            && WorklistFilter(query.filter, today: system.now.local(system.timeZone).date).dependsOnTime
    }

    private static func quoted(_ value: String) -> String {
        let value = value.replacing("\"", with: "")
        return value.contains { $0.isWhitespace || $0 == "," } ? "\"\(value)\"" : value
    }
}
