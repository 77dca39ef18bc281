import Foundation
import Programs

/// Runs the program `proofs` that was built with these tests, and reads its verdict.
enum Launcher {
    struct Answer: Sendable {
        var output: String
        var holds: Bool

        /// The verdict's line, if it came that far.
        var summary: String {
            output.split(separator: "\n").last { $0.hasSuffix("holds") || $0.hasSuffix("DOES NOT HOLD") }
                .map(String.init) ?? ""
        }

        /// A number of the verdict, such as `fired`. The first line of the summary has it.
        func figure(_ name: String) -> Int? {
            for line in output.split(separator: "\n") {
                for part in line.split(separator: ",") {
                    let words = part.split(whereSeparator: { " :".contains($0) }).suffix(2)
                    if words.first == Substring(name), let number = words.last.flatMap({ Int($0) }) { return number }
                }
            }
            return nil
        }
    }

    /// The proofs can wait: tests that wait by the clock, and the people at this machine, go first.
    static func proofs(_ arguments: String...) async throws -> Answer {
        let outcome = try await Program.run(["nice", "-n", "10", try Program.built("proofs")] + arguments)
        return Answer(output: outcome.output, holds: outcome.status == 0)
    }
}
