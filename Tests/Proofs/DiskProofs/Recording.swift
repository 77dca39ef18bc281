import CFaults
import Foundation

/// A workstation's day, from the first start on, with every change of the disk.
struct Recording {
    let reports: SyntheticReports
    let root: String
    let steps: [Step]
    private(set) var operations: [DiskOperation] = []
    /// How many operations there were when a step began, and when it was acknowledged.
    private var begun: [Int: Int] = [:]
    private var done: [Int: Int] = [:]

    /// Only one at a time in a process.
    static func make(seed: UInt64, canary: Canary?, in scratch: ScratchFolder) throws -> Recording {
        let root = try scratch.folder("day-\(seed)")
        defer { try? FileManager.default.removeItem(atPath: root) }
        let reports = SyntheticReports(seed: seed, documentSize: [900, 9_000, 25_000][Int(seed % 3)])
        var recording = Recording(reports: reports, root: root, steps: day)
        let start = faults_operation_count()
        var told: [(line: String, position: Int)] = []
        faults_record(root)
        let desk = try Desk(StoreFolder(root: root), reports, canary: canary) { line in
            told.append((line, faults_operation_count() - start))
        }
        desk.perform(day)
        desk.close()
        faults_stop()
        try recording.hear(told)
        try recording.read(from: start)
        return recording
    }

    private static let studies = 30

    /// Twenty-four reports, some with addenda, filed now and then; the log goes into the database five times.
    private static let day: [Step] = {
        var steps: [Step] = [.worklist(studies: studies)]
        for study in 0..<24 {
            steps += [.draft(study: study, revision: 1), .draft(study: study, revision: 2)]
            steps.append(.sign(study: study, version: 1))
            if study % 3 == 2 { steps += Step.Filing.allCases.map { .file(study: study - 1, version: 1, $0) } }
            if study % 6 == 5 { steps.append(.sign(study: study - 3, version: 2)) }
            if study % 5 == 4 { steps.append(.reopen) }
            if study == 12 { steps.append(.setPassphrase(StoreFolder.otherPassphrase)) }
        }
        return steps
    }()

    private mutating func hear(_ told: [(line: String, position: Int)]) throws {
        for (line, position) in told {
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count > 1, let place = Int(words[1]) else { continue }
            switch words[0] {
            case "begun": begun[place] = position
            case "done": done[place] = position
            default: throw ProofFailure(line)
            }
        }
    }

    private mutating func read(from start: Int) throws {
        var reader = OperationReader()
        for index in start..<faults_operation_count() {
            guard let operation = reader.read(faults_operation_at(index).pointee) else {
                throw ProofFailure("a change of a file that nobody made")
            }
            operations.append(operation)
        }
    }

    /// What is known after so many operations.
    func history(after count: Int) -> [(step: Step, outcome: Outcome)] {
        steps.enumerated().map { place, step in
            if let position = done[place], position <= count { return (step, .done) }
            if let position = begun[place], position <= count { return (step, .uncertain) }
            return (step, .untouched)
        }
    }

    func acknowledged(after count: Int) -> Int { done.values.count { $0 <= count } }
}
