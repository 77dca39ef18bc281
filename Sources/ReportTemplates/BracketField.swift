/// What stands between brackets.
enum BracketField {
    /// Reads a bracket's inside into a field; answers what is wrong with it.
    static func read(_ inside: [Bracket.Symbol], into field: inout Field) -> BracketProblem.Reason? {
        let symbols = inside.trimmedSpace
        if symbols.first?.is("<") == true { return readType(symbols, into: &field) }
        if symbols.first?.is("#") == true { return readNumber(symbols, into: &field) }
        for separator in ["|", ";"] as [Character] where symbols.contains(where: { $0.is(separator) }) {
            return readList(symbols, separator: separator, into: &field)
        }
        field.defaultText = symbols.text
        return nil
    }

    private static func readList(
        _ symbols: [Bracket.Symbol], separator: Character, into field: inout Field
    ) -> BracketProblem.Reason? {
        var options: [PickList.Option] = []
        for part in symbols.split(at: separator) {
            var words = part.trimmedSpace
            let isDefault = words.last?.is("*") == true
            if isDefault { words = Array(words.dropLast()).trimmedSpace }
            guard !words.isEmpty else { return .emptyOption }
            options.append(PickList.Option(words.text, isDefault: isDefault))
        }
        let takesOne = separator == "|"
        field.kind = takesOne ? .pickOne(PickList(options)) : .pickMany(PickList(options))
        return takesOne && options.filter(\.isDefault).count > 1 ? .severalDefaults : nil
    }

    private static func readType(_ symbols: [Bracket.Symbol], into field: inout Field) -> BracketProblem.Reason? {
        guard let end = symbols.firstIndex(where: { $0.is(">") }) else { return .notClosed("<") }
        let name = Array(symbols[1..<end]).text.trimmed
        let rest = Array(symbols[(end + 1)...]).trimmedSpace.text
        if name == "check" || name == "check*" {
            field.kind = .checkbox(rest.isEmpty ? "Yes" : rest)
            field.defaultText = name == "check*" ? rest : ""
            return nil
        }
        field.defaultText = rest
        if let type = Bracket.types.first(where: { $0.name == name.lowercased() }) {
            field.kind = type.kind
        } else if let merge = MergeField(name: name) {
            field.mergeField = merge
        } else {
            return .unknownType(name)
        }
        return nil
    }

    /// `# unit min..max = default`, of which each part may be missing.
    private static func readNumber(_ symbols: [Bracket.Symbol], into field: inout Field) -> BracketProblem.Reason? {
        let parts = Array(symbols.dropFirst()).split(at: "=")
        var quantity = Field.Quantity()
        var words = (parts.first ?? []).text.split(separator: " ").map(String.init)
        if let range = words.last, range.contains("..") {
            let bounds = range.split(separator: ".", omittingEmptySubsequences: true).count
            guard let limits = limits(range), bounds > 0 else { return .badRange(range) }
            (quantity.minimum, quantity.maximum) = limits
            words.removeLast()
        }
        quantity.unit = words.isEmpty ? nil : words.joined(separator: " ")
        field.kind = .number(quantity)
        field.defaultText = parts.dropFirst().map(\.text).joined(separator: "=").trimmed
        return nil
    }

    private static func limits(_ text: String) -> (Double?, Double?)? {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let low = text[..<dots.lowerBound]
        let high = text[dots.upperBound...]
        let minimum = Double(low)
        let maximum = Double(high)
        guard low.isEmpty || minimum != nil, high.isEmpty || maximum != nil else { return nil }
        if let minimum, let maximum, minimum > maximum { return nil }
        return (minimum, maximum)
    }
}
