/// A factor between characters and keys over many reports, with its confidence interval.
public struct Factor: Sendable, Equatable {
    /// Geometric mean of the reports' factors.
    public let mean: Double
    /// 95 % confidence interval: normal approximation on the logarithms.
    public let interval: ClosedRange<Double>
    /// All characters divided by all keys.
    public let ofTotals: Double
    public let meanCharacters: Double
    public let meanKeys: Double

    /// `nil` without a report. Reports without characters do not count; no report takes less than one key.
    public init?(_ reports: some Sequence<(characters: Int, keys: Int)>) {
        let reports = reports.filter { $0.characters > 0 }
        guard !reports.isEmpty else { return nil }
        let logarithms = reports.map { NaturalLogarithm.of(Double($0.characters) / Double(max($0.keys, 1))) }
        let count = Double(reports.count)
        let average = logarithms.reduce(0, +) / count
        let squares = logarithms.reduce(0) { $0 + ($1 - average) * ($1 - average) }
        let error = reports.count > 1 ? (squares / (count - 1) / count).squareRoot() : 0
        mean = NaturalLogarithm.exponential(average)
        interval =
            NaturalLogarithm.exponential(average - 1.96 * error)...NaturalLogarithm.exponential(average + 1.96 * error)
        let characters = reports.reduce(0) { $0 + $1.characters }
        let keys = reports.reduce(0) { $0 + max($1.keys, 1) }
        ofTotals = Double(characters) / Double(keys)
        meanCharacters = Double(characters) / count
        meanKeys = Double(keys) / count
    }
}

/// ln and exp of the standard library's arithmetic alone, to full precision for what is measured here.
enum NaturalLogarithm {
    private static let ofTwo = 0.693_147_180_559_945_3

    static func of(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value > 0 ? .infinity : -.infinity }
        // ln m = 2 artanh((m − 1)/(m + 1)), with m in 1..<2.
        let ratio = (value.significand - 1) / (value.significand + 1)
        var (term, sum, power) = (ratio, 0.0, 1.0)
        while power < 60 {
            sum += term / power
            term *= ratio * ratio
            power += 2
        }
        return Double(value.exponent) * ofTwo + 2 * sum
    }

    static func exponential(_ value: Double) -> Double {
        let halvings =
            max(0, Int(value.magnitude) + 1).bitWidth - max(0, Int(value.magnitude) + 1).leadingZeroBitCount + 4
        var scaled = value
        for _ in 0..<halvings { scaled /= 2 }
        var (term, sum) = (1.0, 1.0)
        for order in 1..<20 {
            term *= scaled / Double(order)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}
