import Foundation
import Proving

/// What one power cut leaves of a disk.
struct PowerCut {
    /// What became of writes that were not synced.
    enum Writes: CaseIterable {
        case dropped, kept
        /// Some of them, in any order: a disk writes as it likes.
        case some
        /// Parts of them: a sector is written or not.
        case torn512, torn4096
        /// The first ones, and half of the next.
        case first
        /// Everything of some files, and nothing of others.
        case someFiles
    }

    /// What became of names that were not synced.
    enum Names: CaseIterable {
        /// POSIX: only a synced folder has them.
        case dropped
        /// As some file systems do it: those made before the last sync of any file.
        case lenient
        case first, kept
    }

    let writes: Writes
    let names: Names

    /// All combinations that are told apart by what is pending; the ones people expect first.
    static let all = Writes.allCases.flatMap { writes in Names.allCases.map { PowerCut(writes: writes, names: $0) } }

    /// The files it leaves, by path.
    func files(of disk: Disk, _ random: inout SeededRandom) -> [String: [UInt8]] {
        var names = disk.names
        for change in disk.pendingNames.prefix(keptNames(disk, &random)) { names.apply(change) }
        var result: [String: [UInt8]] = [:]
        for (path, number) in names.files.sorted(by: { $0.key < $1.key }) {
            let folder = (path as NSString).deletingLastPathComponent
            guard names.folders.contains(folder) else { continue }
            result[path] = content(of: disk.files[number] ?? Disk.File(), &random)
        }
        return result
    }

    private func keptNames(_ disk: Disk, _ random: inout SeededRandom) -> Int {
        switch names {
        case .dropped: 0
        case .lenient: disk.leniently
        case .first: random.below(disk.pendingNames.count + 1)
        case .kept: disk.pendingNames.count
        }
    }

    private func content(of file: Disk.File, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = file.durable
        for change in kept(file.pending, &random) { change.make(in: &bytes) }
        return bytes
    }

    private func kept(_ pending: [Disk.Change], _ random: inout SeededRandom) -> [Disk.Change] {
        switch writes {
        case .dropped: return []
        case .kept: return pending
        case .some: return pending.filter { _ in random.happens(oneIn: 2) }
        case .torn512: return pending.flatMap { $0.sectors(512) }.filter { _ in random.happens(oneIn: 2) }
        case .torn4096: return pending.flatMap { $0.sectors(4096) }.filter { _ in random.happens(oneIn: 2) }
        case .first:
            let count = random.below(pending.count + 1)
            let next = pending.dropFirst(count).first?.sectors(512) ?? []
            return Array(pending.prefix(count) + next.prefix(next.count / 2))
        case .someFiles: return random.happens(oneIn: 2) ? pending : []
        }
    }
}
