import Programs
import Testing

/// The benchmark in its short form: that it measures what it says, and what does not depend on how fast a machine is.
@Suite struct BenchmarkTests {
    @Test func theShortFormPrintsEveryFigure() async throws {
        let outcome = try await Program.run(
            [try Program.built("readroom-bench"), "--studies", "1000", "--short"])
        try #require(outcome.status == 0, "\(outcome.output)")
        let rows = BenchmarkTests.rows(of: outcome.output)
        for name in [
            "start to usable list", "cursor down", "page down", "filter as typed", "processor time a step",
            "open a study", "type in 200 lines", "200 held keys", "memory, resident", "idle, 2 s",
        ] {
            #expect(rows[name] != nil, "\(name) is missing:\n\(outcome.output)")
        }
        // Every key was answered: its bytes came.
        for name in ["cursor down", "page down", "open a study", "type in 200 lines"] {
            #expect((Int(rows[name]?[2] ?? "") ?? 0) > 0, "\(outcome.output)")
        }
        // A burst is taken in before anything is painted: painted one by one, 200 keys are 100,000 bytes and more.
        #expect((Int(rows["200 held keys"]?[2] ?? "") ?? .max) <= 20_000, "\(outcome.output)")
        // Nobody types, and nothing is written.
        #expect(rows["idle, 2 s"]?[2] == "0", "\(outcome.output)")
    }

    /// The cells of each line of the table behind its name.
    private static func rows(of table: String) -> [String: [String]] {
        var rows: [String: [String]] = [:]
        for line in table.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            rows[cells[0]] = Array(cells.dropFirst())
        }
        return rows
    }
}
