import Foundation
import Measures

/// What one kind of key costs, pressed many times.
struct Cost {
    var times = Times()
    private var sizes: [Int] = []
    private(set) var paints: [Int] = []

    /// Keys that nothing came for in time, on a machine that stood still: they were not fast.
    private(set) var unanswered = 0

    mutating func add(_ answer: Answer) {
        guard answer.bytes > 0 else {
            unanswered += 1
            return
        }
        times.add(answer.milliseconds)
        sizes.append(answer.bytes)
        paints.append(answer.paints)
    }

    var isAnswered: Bool { !sizes.isEmpty }
    var median: Double { times.median }
    var slowest: Double { times.percentile(0.99) }
    /// What it takes when nothing else runs: on a machine that others use, the median is theirs as much as ours.
    var undisturbed: Double { times.percentile(0.1) }
    var bytes: Int { sizes.sorted().dropFirst(sizes.count / 2).first ?? 0 }
    var mostPaints: Int { paints.max() ?? 0 }
}

/// One line of the table.
struct Figure {
    struct Goal {
        var value: Double
        var limit: Double
        var unit: String

        var isMet: Bool { value <= limit }

        /// The goal, and by how much it is missed.
        var words: String {
            let goal = "≤ \(Figure.number(limit)) \(unit)"
            if isMet { return "\(goal) met" }
            return "\(goal) MISSED " + (limit > 0 ? "× \(Figure.number(value / limit))" : "by \(Figure.number(value))")
        }
    }

    var name: String
    var values: [String]
    var goals: [Goal] = []
    private var remarks: [String] = []

    static let heads = ["", "p50", "p99", "bytes", "bare p50", "bare bytes", "× bare", "p10", "bare p10", "goal"]

    var cells: [String] {
        let filled = values + Array(repeating: "", count: max(0, Figure.heads.count - 2 - values.count))
        return [name] + filled + [(goals.map(\.words) + remarks).joined(separator: ", ")]
    }

    init(_ name: String, _ values: [String], goals: [Goal] = []) {
        self.name = name
        self.values = values
        self.goals = goals
    }

    /// Milliseconds and bytes a key, beside the same in bare ncurses.
    init(_ name: String, _ cost: Cost, bare: Cost? = nil, milliseconds: Double? = nil, bytes: Double? = nil) {
        self.name = name
        if cost.unanswered > 0 { remarks = ["\(cost.unanswered) keys without an answer"] }
        // No time is not a short time.
        guard cost.isAnswered else {
            values = []
            return
        }
        values = [
            "\(Figure.number(cost.median)) ms", "\(Figure.number(cost.slowest)) ms", "\(cost.bytes)",
            bare.map { "\(Figure.number($0.median)) ms" } ?? "", bare.map { "\($0.bytes)" } ?? "",
            bare.map { Figure.number(cost.median / max($0.median, 0.001)) } ?? "",
            "\(Figure.number(cost.undisturbed)) ms", bare.map { "\(Figure.number($0.undisturbed)) ms" } ?? "",
        ]
        goals =
            (milliseconds.map { [Goal(value: cost.median, limit: $0, unit: "ms")] } ?? [])
            + (bytes.map { [Goal(value: Double(cost.bytes), limit: $0, unit: "bytes")] } ?? [])
    }

    static func number(_ value: Double) -> String {
        let text = String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
        return value == value.rounded() ? String(Int(value)) : text
    }

    /// A table that is one in Markdown, too.
    static func table(_ title: String, _ figures: [Figure]) -> String {
        var rows = [heads] + figures.map(\.cells)
        rows[0][0] = title
        let widths = heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = rows.map { row in
            "| "
                + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ")
                + " |"
        }
        lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1)
        return lines.joined(separator: "\n")
    }
}
