public import Radiology

extension WorklistState {
    /// How the word being typed at the end of the filter may go on: a key, or a value of one. The commonest first.
    public var completions: [String] {
        let word = String(query.filter.reversed().prefix { !$0.isWhitespace }.reversed())
        let sign = word.hasPrefix("-") ? "-" : ""
        let body = word.dropFirst(sign.count)
        guard !body.isEmpty else { return [] }
        guard let colon = body.firstIndex(of: ":") else {
            return WorklistFilter.Key.allCases.map(\.rawValue).filter { $0.hasPrefix(body.lowercased()) }
                .map { sign + $0 + ":" }
        }
        guard let key = WorklistFilter.Key(rawValue: body[..<colon].lowercased()) else { return [] }
        // Behind a comma another alternative begins.
        let typed = body[body.index(after: colon)...]
        let kept = typed.lastIndex(of: ",").map { typed[...$0] } ?? ""
        let begun = typed.dropFirst(kept.count).lowercased()
        return (key.values + (values[key] ?? [])).filter {
            $0.lowercased().hasPrefix(begun) && $0.lowercased() != begun
        }
        .prefix(12).map { sign + body[...colon] + kept + WorklistState.quoted($0) }
    }

    /// The filter with its last word completed by the first of them.
    public var completed: String? {
        guard let first = completions.first else { return nil }
        let word = query.filter.reversed().prefix { !$0.isWhitespace }
        return query.filter.dropLast(word.count) + first
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
        return value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
    }
}
