import Foundation
import Proving

/// What many trials amount to.
struct Tally {
    private(set) var verdict: Verdict
    private var calls: [String: Int] = [:]
    private var scenarios: [String: Int] = [:]
    private var resurfaced = 0
    private let start = ContinuousClock.now

    init(proof: String) { verdict = Verdict(proof: proof) }

    mutating func add(_ result: Trial.Result, fired: Bool) {
        add(result.findings, result.sentence, fired: fired)
        if !fired { verdict.examples.append("\(result.sentence): did not happen (\(result.ending))") }
    }

    mutating func add(_ findings: Findings, _ sentence: String, fired: Bool = true) {
        verdict.planned += 1
        if fired { verdict.fired += 1 }
        verdict.lost += findings.lost.count + findings.older.count
        resurfaced += findings.resurfaced
        for finding in findings.lost + findings.older { verdict.examples.append("\(sentence): lost \(finding)") }
        for finding in findings.told + findings.broken { verdict.broken.append("\(sentence): \(finding)") }
    }

    mutating func note(operations recording: Recording) {
        note(String(recording.operations.map(\.kind.letter)), of: "days")
        let last = recording.operations.count
        figure("steps acknowledged", "\(recording.acknowledged(after: last)) of \(recording.steps.count)")
    }

    mutating func note(_ letters: String, of scenario: String) {
        for letter in letters { calls[Tally.name(letter), default: 0] += 1 }
        scenarios[scenario, default: 0] += letters.count
    }

    mutating func finished() -> Verdict {
        let time = ContinuousClock.now - start
        figure("calls seen", Tally.list(calls))
        figure("scenarios", Tally.list(scenarios))
        figure("refused or cut short, yet there", "\(resurfaced)")
        figure(
            "seconds",
            String(format: "%.1f", Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18))
        return verdict
    }

    mutating func figure(_ name: String, _ value: String) { verdict.figures.append((name, value)) }

    private static func list(_ counts: [String: Int]) -> String {
        counts.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: " ")
    }

    private static func name(_ letter: Character) -> String {
        let names: [Character: String] = [
            "c": "create", "w": "write", "s": "sync", "t": "truncate", "r": "rename", "u": "unlink", "d": "folder",
            "m": "mode", "i": "read", "o": "open",
        ]
        return names[letter] ?? String(letter)
    }
}
