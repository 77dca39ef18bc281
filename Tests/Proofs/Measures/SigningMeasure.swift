import Foundation
import LocalStore
import Radiology

/// Signing on a real disk with full durability: what a reader waits for after the last key.
struct SigningMeasure {
    var count: Int
    /// A folder on the disk to be measured.
    var place: String

    func run() throws {
        let scratch = try TemporaryFolder(in: place)
        print("signing: \(count) reports each way, sealed, every commit on the disk before it counts")
        var copied = Times(), bare = Times()
        let folders = ["/copied", "/bare"].map { MeasureFolder(root: scratch.path + $0) }
        for folder in folders { try folder.make() }
        let stores = try folders.map { try $0.open() }
        defer { for store in stores { store.close() } }
        for store in stores { try store.mergeWorklist((0..<count).map(SyntheticWork.item), isComplete: true) }
        // In turn, so that both see the same disk.
        for number in 0..<count {
            for store in stores { try store.saveDraft(SyntheticWork.draft(number)) }
            try copied.measure {
                try sign(number, in: stores[0])
                try stores[0].copySigned(at: SyntheticWork.now)
            }
            try bare.measure { try sign(number, in: stores[1]) }
        }
        let reached = copied.percentile(0.99)
        print(
            Figures.line(
                "with its second copy", Figures.spread(copied), goal: "p99 < 150 ms", isMet: reached < 150))
        print(Figures.line("without", Figures.spread(bare)))
        let ratio = copied.median / max(bare.median, 0.001)
        print(Figures.line("what the second copy costs", "× \(Figures.number(ratio))"))
    }

    private func sign(_ number: Int, in store: LocalStore) throws {
        try store.sign(
            SyntheticWork.frozen(number), destinations: [SyntheticWork.destination],
            audit: [SyntheticWork.event(.signed, number)])
    }
}
