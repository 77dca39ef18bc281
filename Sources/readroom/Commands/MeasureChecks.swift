import ArgumentParser
import CheckBenchmark
import Foundation

extension MeasureCommand {
    /// `readroom measure checks`: what the checks before signing find, and how often they cry wolf.
    struct Checks: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "checks",
            abstract: "Put errors into made-up reports, and count which of them the checks before signing find.",
            discussion: """
                Clean reports are written over all shipped templates and in two authors' wordings; the second author's \
                are held out: no check was mended for them. One error of each kind is put into a copy. Printed are the \
                share found, and the clean reports of a hundred that were objected to. The exit status is 0 where at \
                least 99 % are found with at most one false alarm per hundred, in both authors' reports.
                """)

        @Option(help: "How many clean reports of the first author; of the second, half as many.")
        var reports: Int = 1000

        @Option(help: "Where the dice begin.")
        var seed: UInt64 = 1

        @Flag(help: "Print what was missed, and what was objected to without reason.")
        var list = false

        func validate() throws {
            if !(10...1_000_000).contains(reports) { throw ValidationError("--reports is between 10 and 1000000") }
        }

        func run() throws {
            try Exit.report {
                let measurements = [
                    CheckMeasurement.known(reports: reports, seed: seed),
                    CheckMeasurement.heldOut(reports: reports / 2, seed: seed),
                ]
                for measurement in measurements { print(measurement) }
                return measurements.allSatisfy(\.meetsTheGoal) ? 0 : 1
            }
        }

        private func print(_ measurement: CheckMeasurement) {
            Output.line("\(measurement.author): \(measurement.reports) clean reports")
            for recall in measurement.recalls where recall.seeded > 0 {
                let name = recall.error.padding(toLength: 40, withPad: " ", startingAt: 0)
                Output.line("  \(name) \(share(recall.found, of: recall.seeded))")
            }
            Output.line("  found of all errors: \(share(measurement.found, of: measurement.seeded))")
            let rate = String(format: "%.2f", measurement.alarmsPerHundred)
            Output.line("  false alarms: \(measurement.alarmed) reports, \(rate) per 100")
            guard list else { return }
            for miss in measurement.misses { Output.line("  missed: \(miss)") }
            for alarm in measurement.alarms { Output.line("  false alarm: \(alarm)") }
        }

        private func share(_ found: Int, of all: Int) -> String {
            "\(found) of \(all), " + String(format: "%.1f %%", all == 0 ? 100 : 100 * Double(found) / Double(all))
        }
    }
}
