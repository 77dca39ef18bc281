import CFaults
import Foundation
import LocalStore
import Proving

/// Power cuts: for moments of a recorded day, what a disk may hold of it then, opened again.
struct PowerProof {
    let states: Int
    var canary: Canary?
    private let scratch: ScratchFolder
    private var random: SeededRandom
    private var tally = Tally(proof: "power")
    private var lies = Lies()

    /// One disk, to be opened.
    struct State: Sendable {
        let files: [String: [UInt8]]
        let root: String
        let reports: SyntheticReports
        let history: [(step: Step, outcome: Outcome)]
        let sentence: String
    }

    struct Lies {
        var states = 0, harmless = 0, told = 0, olderInSilence = 0, lostInSilence = 0
    }

    init(states: Int, canary: Canary? = nil, seed: UInt64 = 1) throws {
        self.states = states
        self.canary = canary
        scratch = try ScratchFolder()
        random = SeededRandom(seed: seed)
    }

    mutating func run() throws -> Verdict {
        var seed: UInt64 = 0
        var opened = 0
        while opened < states {
            let recording = try Recording.make(seed: seed, canary: canary, in: scratch)
            tally.note(operations: recording)
            opened += try cut(recording, seed, most: states - opened)
            if canary == nil { try lie(recording, most: max(20, states / 50)) }
            seed += 1
        }
        tally.figure(
            "lying syncs",
            "\(lies.states) (harmless \(lies.harmless), loss told \(lies.told), drafts or filings older in silence "
                + "\(lies.olderInSilence), signed versions lost in silence \(lies.lostInSilence))")
        return tally.finished()
    }

    // MARK: Honest disks

    private mutating func cut(_ recording: Recording, _ seed: UInt64, most: Int) throws -> Int {
        let moments = Set(sample(Array(0...recording.operations.count), most / 8 + 1, &random))
        var disk = Disk()
        var batch: [State] = []
        var count = 0
        for moment in 0...recording.operations.count where count < most {
            if moment > 0 { disk.apply(recording.operations[moment - 1]) }
            guard moments.contains(moment) else { continue }
            let some = try states(of: disk, recording, moment, seed).prefix(most - count)
            batch += some
            count += some.count
            if batch.count >= 64 { hear(&batch) }
        }
        hear(&batch)
        return count
    }

    /// The disks that differ, of all cuts at one moment. A moment with nothing pending has only one.
    private mutating func states(
        of disk: Disk, _ recording: Recording, _ moment: Int, _ seed: UInt64
    ) throws -> [State] {
        var seen: Set<Int> = []
        return PowerCut.all.compactMap { cut in
            let files = cut.files(of: disk, &random)
            var hasher = Hasher()
            for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
                hasher.combine(path)
                bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            }
            guard seen.insert(hasher.finalize()).inserted else { return nil }
            return State(
                files: files, root: recording.root, reports: recording.reports,
                history: recording.history(after: moment),
                sentence: "day \(seed), after operation \(moment), writes \(cut.writes), names \(cut.names)")
        }
    }

    private mutating func hear(_ batch: inout [State]) {
        let findings = inParallel(batch) { [scratch] number, state in state.examine(scratch, number) }
        for (state, found) in zip(batch, findings) {
            tally.add(found, state.sentence)
        }
        batch = []
    }

    // MARK: Disks that lie

    /// One sync is answered and not done, and the power fails later. That cannot be promised; it is counted.
    private mutating func lie(_ recording: Recording, most: Int) throws {
        let syncs = recording.operations.indices.filter {
            if case .sync = recording.operations[$0].kind { true } else { false }
        }
        var batch: [State] = []
        for lie in sample(syncs, most, &random) {
            let moment = min(lie + 1 + random.below(60), recording.operations.count)
            var disk = Disk()
            for index in 0..<moment { disk.apply(recording.operations[index], isLie: index == lie) }
            let files = PowerCut(writes: .dropped, names: .lenient).files(of: disk, &random)
            batch.append(
                State(
                    files: files, root: recording.root, reports: recording.reports,
                    history: recording.history(after: moment), sentence: ""))
        }
        for found in inParallel(batch, { [scratch] number, state in state.examine(scratch, number) }) {
            lies.states += 1
            if !(found.told + found.broken).isEmpty {
                lies.told += 1
            } else if (found.lost + found.older).isEmpty {
                lies.harmless += 1
            } else if found.lost.isEmpty {
                lies.olderInSilence += 1
            } else {
                lies.lostInSilence += 1
            }
        }
    }
}

extension PowerProof.State {
    func examine(_ scratch: ScratchFolder, _ number: Int) -> Findings {
        let folder = StoreFolder(root: scratch.path + "/state-\(number)")
        defer { try? FileManager.default.removeItem(atPath: folder.root) }
        do {
            try write(to: folder.root)
            let store = try folder.open()
            defer { store.close() }
            var examination = Examination(reports, history)
            return try examination.examine(store, readsThroughStore: false)
        } catch {
            return Findings(broken: ["it does not open: \(Desk.sentence(error))"])
        }
    }

    private func write(to target: String) throws {
        try FileManager.default.createDirectory(atPath: target + "/data", withIntermediateDirectories: true)
        for (path, bytes) in files {
            let file = open(target + path.dropFirst(root.count), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            defer { close(file) }
            guard Foundation.write(file, bytes, bytes.count) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
        }
    }
}
