import ArgumentParser
import Foundation
import PhraseCompletion
import ReportCorpus
import Wording

/// `readroom measure`: what can be measured on the spot, with one's own reports.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measure what phrase completion saves and what the checks find.",
        subcommands: [Keystrokes.self, WriteCorpus.self, Checks.self])

    struct Keystrokes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "keystrokes",
            abstract: "Learn some reports, write others again with the fewest keys, and print the factor.",
            discussion: """
                Reports are plain text, one a file. A key is a typed character, a line break, Tab for the first \
                suggestion, one word of it, or Alt with a digit for another (also shown counted as two). The factor is \
                the geometric mean of characters divided by keys, with its 95 % confidence interval. Nothing is kept.
                """)

        @Option(help: "The folder of reports to learn.", completion: .directory)
        var train: String

        @Option(help: "The folder of reports to write again.", completion: .directory)
        var test: String

        @Option(help: "Suggestions shown at once, 1 to 9; without it 1, 5 and 9 are measured.")
        var candidates: Int?

        func validate() throws {
            if let candidates, !(1...9).contains(candidates) {
                throw ValidationError("--candidates is between 1 and 9")
            }
        }

        func run() throws {
            try Exit.report {
                let learned = try ReportFolder.texts(in: train)
                let written = try ReportFolder.texts(in: test)
                let measurement = KeystrokeMeasurement(learning: learned, writing: written)
                measurement.printModel()
                measurement.printBaseline()
                for count in candidates.map({ [$0] }) ?? [1, 9, 5] { measurement.print(candidates: count) }
                return 0
            }
        }
    }

    struct WriteCorpus: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corpus", abstract: "Write made-up chest radiograph reports to measure with.",
            discussion: "A tenth goes to DIR/test, the rest to DIR/train. The same seed gives the same reports.")

        @Argument(help: "The folder to write to.", completion: .directory)
        var folder: String

        @Option(help: "How many reports.")
        var reports: Int = 3800

        @Option(help: "Where the dice begin.")
        var seed: UInt64 = 1

        func validate() throws {
            if reports < 1 { throw ValidationError("--reports is at least 1") }
        }

        func run() throws {
            try Exit.report {
                var corpus = Corpus(seed: seed)
                for (number, text) in corpus.reports(reports).enumerated() {
                    let part = number % 10 == 9 ? "test" : "train"
                    try ReportFolder.write(text, number: number, in: folder + "/" + part)
                }
                return 0
            }
        }
    }
}

/// A folder of plain-text reports, one a file.
private enum ReportFolder {
    /// The texts in the order of the files' names. What is no report is named on standard error and left out.
    static func texts(in folder: String) throws -> [String] {
        let path = Paths.expanded(folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Refusal("The folder \(folder) cannot be read.")
        }
        let texts = names.sorted().compactMap { text(path + "/" + $0) }
        guard !texts.isEmpty else { throw Refusal("There is no report in the folder \(folder).") }
        return texts
    }

    private static let mostBytes = 100_000

    private static func text(_ file: String) -> String? {
        guard let data = FileManager.default.contents(atPath: file) else {
            return leaveOut(file, "it cannot be read as a file")
        }
        if data.count > mostBytes { return leaveOut(file, "it has more than \(mostBytes) bytes") }
        if data.contains(0) { return leaveOut(file, "it is not text") }
        // What is not UTF-8 is read as Latin-1, in which every byte is a character.
        let text = String(validating: data, as: UTF8.self) ?? String(data: data, encoding: .isoLatin1) ?? ""
        let report = text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        return report.isEmpty ? leaveOut(file, "it is empty") : report
    }

    private static func leaveOut(_ file: String, _ reason: String) -> String? {
        Output.error("\(file) is left out: \(reason).")
        return nil
    }

    static func write(_ text: String, number: Int, in folder: String) throws {
        let path = Paths.expanded(folder)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".txt"
        try (text + "\n").write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }
}

/// Learns once and writes the test reports again for each number of suggestions.
private struct KeystrokeMeasurement {
    private let model: PhraseModel
    private let baseline: PlainNGram
    private let learning: Duration
    private let habits: Duration
    private let replay: KeystrokeReplay
    private let reports: [String]
    private let learnedCount: Int

    init(learning texts: [String], writing reports: [String]) {
        self.reports = reports
        learnedCount = texts.count
        Output.error("learning \(texts.count) reports …")
        let clock = ContinuousClock()
        let start = clock.now
        model = PhraseModel(learning: texts.lazy.map { ($0, .own) })
        learning = clock.now - start
        baseline = PlainNGram(learning: texts)
        let begin = clock.now
        replay = KeystrokeReplay(
            templates: Habits.suggestedTemplates(from: texts), macros: Habits.suggestedMacros(from: texts))
        habits = clock.now - begin
    }

    func printModel() {
        Output.line("learned \(learnedCount) reports in \(learning.formatted), \(model.memory / 1_000_000 + 1) MB")
        Output.line("templates and macros found in \(habits.formatted)")
        Output.line("writing \(reports.count) reports, \(reports.reduce(0) { $0 + $1.count }) characters")
    }

    func printBaseline() {
        let results = writeAll("plain 5-gram") { text, _ in replay.result(of: text, suggest: baseline.suggestions) }
        Output.line("plain 5-gram, one greedy phrase: " + Self.line(results, \.keys))
    }

    func print(candidates: Int) {
        let times = Times()
        let results = writeAll("\(candidates) suggestions") { text, _ in
            var session = PhraseSession(model)
            return replay.result(of: text) { before in
                times.measure { session.suggestions(after: before, limit: candidates) }
            }
        }
        Output.line("\(candidates) suggestion\(candidates == 1 ? "" : "s"):")
        Output.line("  completion alone:           " + Self.line(results, \.keys))
        Output.line("  Alt-digit as two keys:      " + Self.line(results, \.keysCountingAlt))
        Output.line("  with templates and macros:  " + Self.line(results, \.keysWithTemplates))
        Output.line("  µs per suggestion:          " + times.summary)
    }

    private func writeAll(
        _ name: String, _ write: (String, Int) -> KeystrokeReplay.Result
    ) -> [KeystrokeReplay.Result] {
        reports.enumerated().map { number, text in
            if number % 100 == 99 { Output.error("\(name): \(number + 1) of \(reports.count)") }
            return write(text, number)
        }
    }

    private static func line(
        _ results: [KeystrokeReplay.Result], _ keys: KeyPath<KeystrokeReplay.Result, Int>
    ) -> String {
        guard let factor = Factor(results.map { ($0.characters, $0[keyPath: keys]) }) else { return "nothing measured" }
        let (low, high) = (factor.interval.lowerBound, factor.interval.upperBound)
        return String(
            format: "factor %.2f (95 %% CI %.2f–%.2f), %.1f → %.1f keys a report, of totals %.2f", factor.mean, low,
            high,
            factor.meanCharacters, factor.meanKeys, factor.ofTotals)
    }
}

/// How long suggestions took.
private final class Times {
    private var all: [Double] = []
    private let clock = ContinuousClock()

    func measure<Value>(_ work: () -> Value) -> Value {
        let start = clock.now
        let value = work()
        all.append((clock.now - start).microseconds)
        return value
    }

    var summary: String {
        let sorted = all.sorted()
        guard !sorted.isEmpty else { return "none" }
        let mean = sorted.reduce(0, +) / Double(sorted.count)
        return String(
            format: "mean %.0f, p50 %.0f, p99 %.0f, most %.0f", mean, sorted[sorted.count / 2],
            sorted[sorted.count * 99 / 100], sorted[sorted.count - 1])
    }
}

extension Duration {
    fileprivate var microseconds: Double {
        Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
    }

    fileprivate var formatted: String { String(format: "%.2f s", microseconds / 1e6) }
}
