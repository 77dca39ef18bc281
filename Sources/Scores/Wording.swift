/// Numbers and lists as they stand in a report.
enum Wording {
    /// `8`, `7.5`; one decimal at most.
    static func number(_ value: Double) -> String {
        guard value.magnitude < 1e12 else { return "\(value)" }
        return number(tenths: tenths(value))
    }

    static func number(tenths value: Int) -> String {
        let sign = value < 0 ? "−" : ""
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    static func millimetres(_ value: Double) -> String { "\(number(value)) mm" }

    /// Whole tenths, so that thresholds and percentages are compared exactly. Of answers within their range only.
    static func tenths(_ value: Double) -> Int {
        guard value.magnitude < 1e12 else { return 0 }
        return Int((value * 10).rounded())
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    static func count(_ number: Int, _ singular: String) -> String {
        "\(number) \(singular)\(number == 1 ? "" : "s")"
    }
}

extension String {
    /// Lower-case first letter, for a label within a sentence; abbreviations keep theirs.
    var inSentence: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }

    var asSentence: String {
        guard let first else { return self }
        return first.uppercased() + dropFirst()
    }

    var trimmingSpace: String {
        last == " " ? String(dropLast()) : self
    }
}
