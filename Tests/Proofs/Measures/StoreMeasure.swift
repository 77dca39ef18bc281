import Foundation
import LocalStore
import Radiology
import Sync

/// A store with very many studies, and what a reader waits for at it, each look in a process of its own.
struct StoreMeasure {
    var studies: Int
    var rounds: Int

    func run() throws {
        let scratch = try TemporaryFolder()
        var folders: [MeasureFolder] = []
        for isSealed in [true, false] {
            let folder = MeasureFolder(root: scratch.path + (isSealed ? "/sealed" : "/plain"), isSealed: isSealed)
            try build(folder)
            folders.append(folder)
        }
        var looks: [[StoreLook.Figure: Times]] = [[:], [:]]
        // In turn: whatever else the machine does meanwhile falls on both.
        for _ in 0..<rounds {
            for (place, folder) in folders.enumerated() {
                for (figure, times) in try StoreLook.inFreshProcess(folder, studies: studies) {
                    looks[place][figure, default: Times()].add(times)
                }
            }
        }
        report(sealed: looks[0], plain: looks[1])
    }

    private func build(_ folder: MeasureFolder) throws {
        try folder.make()
        let store = try folder.open()
        defer { store.close() }
        for start in stride(from: 0, to: studies, by: 5000) {
            let items = (start..<min(start + 5000, studies)).map(SyntheticWork.item)
            try store.mergeWorklist(items, isComplete: false)
        }
        // Every hundredth signed, half of them filed; as many drafts; details where somebody will open a study.
        for number in stride(from: 0, to: studies, by: 100) {
            try store.saveDetail(SyntheticWork.detail(number + 1), fetchedAt: SyntheticWork.now)
            try store.saveDraft(SyntheticWork.draft(number + 1))
            let entries = try store.sign(
                SyntheticWork.frozen(number), destinations: [SyntheticWork.destination],
                audit: [SyntheticWork.event(.signed, number)])
            guard number.isMultiple(of: 200), let entry = entries.first else { continue }
            try store.record(
                FilingProgress(state: .filed, attempts: 1, filedAt: SyntheticWork.now), for: entry.id,
                audit: SyntheticWork.event(.filed, number))
        }
        try store.copySigned(at: SyntheticWork.now)
    }

    private func report(sealed: [StoreLook.Figure: Times], plain: [StoreLook.Figure: Times]) {
        print("store: \(studies) studies, \(rounds) rounds, sealed; beside it the ratio to the same without sealing")
        for figure in StoreLook.Figure.allCases {
            guard let times = sealed[figure], let bare = plain[figure] else { continue }
            let ratio = "× \(Figures.number(times.median / max(bare.median, 0.001))) of plain"
            let value =
                figure.isMemory
                ? "\(Figures.number(times.median)) MiB" : "\(Figures.spread(times))"
            // Opening is rare, so its median counts; what happens at every key counts at its 95th percentile.
            let reached = times.percentile(figure == .opening ? 0.5 : 0.95)
            print(
                Figures.line(
                    figure.words, "\(value)  \(ratio)", goal: figure.goal.map { "≤ \(Int($0)) ms" },
                    isMet: reached <= figure.goal ?? .infinity))
        }
    }
}
