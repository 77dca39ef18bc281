import Foundation

/// Durations of one act done many times, in milliseconds.
package struct Times {
    package private(set) var milliseconds: [Double] = []

    package init() {}

    package mutating func add(_ value: Double) { milliseconds.append(value) }

    package mutating func add(_ others: Times) { milliseconds += others.milliseconds }

    @discardableResult
    mutating func measure<Value>(_ body: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        let value = try body()
        add((ContinuousClock.now - start).inMilliseconds)
        return value
    }

    /// The smallest value that at least this share of them does not exceed; 0 for none.
    package func percentile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }

    package var median: Double { percentile(0.5) }
    package var largest: Double { percentile(1) }
}

extension Duration {
    package var inMilliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15 }
}

/// Figures as people and scripts read them: one line each, words first.
enum Figures {
    static func number(_ value: Double) -> String { String(format: value < 10 ? "%.2f" : "%.1f", value) }

    static func line(_ name: String, _ value: String, goal: String? = nil, isMet: Bool = true) -> String {
        let padded = name.padding(toLength: max(name.count, 44), withPad: " ", startingAt: 0)
        return "  \(padded) \(value)" + (goal.map { "  goal \($0): \(isMet ? "met" : "MISSED")" } ?? "")
    }

    /// `p50 0.82  p95 1.10  p99 3.02  max 7.11 ms`
    static func spread(_ times: Times) -> String {
        let parts = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)]
        return parts.map { "\($0.0) \(number(times.percentile($0.1)))" }.joined(separator: "  ") + " ms"
    }

    /// What the system says of this process, in MiB: `VmHWM` the most it ever held, `VmRSS` what it holds.
    static func memory(_ field: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") }
        let kibibytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
        return (kibibytes ?? 0) / 1024
    }
}
