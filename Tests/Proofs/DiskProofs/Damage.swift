import Foundation
import Proving

/// Something that happened to one file of a store.
struct Damage: Hashable, Sendable {
    enum File: String, CaseIterable, Sendable {
        case database = ""
        case log = "-wal"
        case keys = ".keys"
        case copies = ".signed"

        func path(in folder: StoreFolder) -> String {
            folder.path + rawValue + (self == .copies && !folder.isSealed ? "-plain" : "")
        }
    }

    enum Kind: Hashable, Sendable {
        case flippedBit(offset: Int, bit: Int)
        case zeroedPage(offset: Int, count: Int)
        case cut(size: Int)
        case garbageBehind(count: Int)
        case missing
        /// As it was some reports ago.
        case older
        /// Another store's.
        case foreign

        var name: String {
            switch self {
            case .flippedBit: "bit flipped"
            case .zeroedPage: "page zeroed"
            case .cut: "cut"
            case .garbageBehind: "garbage behind"
            case .missing: "missing"
            case .older: "older"
            case .foreign: "another store's"
            }
        }
    }

    var file: File
    var kind: Kind

    /// Every kind of damage to a file of `size` bytes, in groups of one kind, so that few samples still have all.
    static func groups(of file: File, size: Int, _ random: inout SeededRandom) -> [[Damage]] {
        guard size > 0 else { return [] }
        let pages = stride(from: 0, to: size, by: 4096).map { $0 }
        var kinds: [[Kind]] = [
            pages.flatMap { page in
                (0..<4).map { _ in
                    .flippedBit(offset: min(page + random.below(4096), size - 1), bit: random.below(8))
                }
            },
            heads(of: file, size).map { .flippedBit(offset: $0, bit: random.below(8)) },
            pages.map { .zeroedPage(offset: $0, count: min(4096, size - $0)) },
            pages.flatMap { page in [-1, 0, 1, random.below(4096)].map { .cut(size: min(max(page + $0, 0), size - 1)) }
            },
            [1, 24, 512, 4096, 4120].map { .garbageBehind(count: $0) },
        ]
        kinds += [[.missing], [.older], [.foreign]]
        return kinds.map { kinds in kinds.map { Damage(file: file, kind: $0) } }
    }

    /// Where headers are: the log's own, and its frames'.
    private static func heads(of file: File, _ size: Int) -> [Int] {
        switch file {
        case .database: Array(0..<min(100, size))
        case .log: Array(0..<min(32, size)) + stride(from: 32, to: size, by: 4120).flatMap { $0..<min($0 + 24, size) }
        case .copies: Array(0..<min(32, size))
        case .keys: Array(0..<min(300, size)) + Array(min(4096, size)..<min(4396, size))
        }
    }

    /// - Parameters:
    ///   - older: the same store, some reports ago.
    ///   - foreign: another store.
    func strike(_ folder: StoreFolder, older: StoreFolder, foreign: StoreFolder) throws {
        let path = file.path(in: folder)
        switch kind {
        case .missing: unlink(path)
        case .older: try replace(path, by: file.path(in: older))
        case .foreign: try replace(path, by: file.path(in: foreign))
        default:
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            change(&bytes)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
    }

    private func replace(_ path: String, by other: String) throws {
        unlink(path)
        guard FileManager.default.fileExists(atPath: other) else { return }
        try FileManager.default.copyItem(atPath: other, toPath: path)
    }

    private func change(_ bytes: inout [UInt8]) {
        switch kind {
        case .flippedBit(let offset, let bit): bytes[offset] ^= 1 << bit
        case .zeroedPage(let offset, let count):
            bytes.replaceSubrange(offset..<offset + count, with: [UInt8](repeating: 0, count: count))
        case .cut(let size): bytes.removeLast(bytes.count - size)
        case .garbageBehind(let count):
            bytes += (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 43) }
        case .missing, .older, .foreign: break
        }
    }
}
