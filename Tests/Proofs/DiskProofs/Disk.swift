import Foundation

/// A disk after some operations: what it must have kept, and what it may have.
struct Disk {
    enum Change {
        case write(offset: Int, bytes: [UInt8])
        case truncate(size: Int)
    }

    struct File {
        var durable: [UInt8] = []
        var pending: [Change] = []
    }

    enum NameChange {
        case create(path: String, file: Int)
        case folder(path: String)
        case rename(path: String, target: String)
        case unlink(path: String)

        var folder: String {
            switch self {
            case .create(let path, _), .folder(let path), .rename(_, let path), .unlink(let path):
                (path as NSString).deletingLastPathComponent
            }
        }
    }

    private(set) var files: [Int: File] = [:]
    private(set) var names = Names()
    /// In the order they were made; file systems keep that order.
    private(set) var pendingNames: [NameChange] = []
    /// How many of the pending names a file system like ext4 has kept all the same, because a file was synced later.
    private(set) var leniently = 0

    /// - Parameter isLie: a sync is answered and not done.
    mutating func apply(_ operation: DiskOperation, isLie: Bool = false) {
        switch operation.kind {
        case .write(let file, let offset):
            files[file, default: File()].pending.append(.write(offset: offset, bytes: operation.bytes))
        case .truncate(let file, let size): files[file, default: File()].pending.append(.truncate(size: size))
        case .sync(let file):
            guard !isLie else { return }
            sync(file)
            leniently = pendingNames.count
        case .syncFolder(let path): if !isLie { syncFolder(path) }
        case .create(let path, let file): pendingNames.append(.create(path: path, file: file))
        case .folder(let path): pendingNames.append(.folder(path: path))
        case .rename(let path, let target): pendingNames.append(.rename(path: path, target: target))
        case .unlink(let path): pendingNames.append(.unlink(path: path))
        }
    }

    private mutating func sync(_ number: Int) {
        guard var file = files.removeValue(forKey: number) else { return }
        for change in file.pending { change.make(in: &file.durable) }
        file.pending = []
        files[number] = file
    }

    private mutating func syncFolder(_ path: String) {
        var rest: [NameChange] = []
        for (index, change) in pendingNames.enumerated() {
            if change.folder == path {
                names.apply(change)
            } else {
                rest.append(change)
            }
            if index + 1 == leniently { leniently = rest.count }
        }
        pendingNames = rest
        leniently = min(leniently, rest.count)
    }

    /// Which path holds which file.
    struct Names {
        private(set) var files: [String: Int] = [:]
        private(set) var folders: Set<String> = []

        mutating func apply(_ change: NameChange) {
            switch change {
            case .create(let path, let file): files[path] = file
            case .folder(let path): folders.insert(path)
            case .rename(let path, let target): if let file = files.removeValue(forKey: path) { files[target] = file }
            case .unlink(let path): files[path] = nil
            }
        }
    }
}

extension Disk.Change {
    func make(in bytes: inout [UInt8]) {
        switch self {
        case .truncate(let size):
            if size < bytes.count { bytes.removeLast(bytes.count - size) }
            if size > bytes.count { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
        case .write(let offset, let new):
            let end = offset + new.count
            if end > bytes.count { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
            bytes.withUnsafeMutableBytes { target in
                new.withUnsafeBytes { source in
                    UnsafeMutableRawBufferPointer(rebasing: target[offset..<end]).copyMemory(from: source)
                }
            }
        }
    }

    /// The parts a disk writes at once, cut where sectors of `size` bytes meet.
    func sectors(_ size: Int) -> [Disk.Change] {
        guard case .write(let offset, let bytes) = self else { return [self] }
        var parts: [Disk.Change] = []
        var start = offset
        while start < offset + bytes.count {
            let end = min((start / size + 1) * size, offset + bytes.count)
            parts.append(.write(offset: start, bytes: Array(bytes[start - offset..<end - offset])))
            start = end
        }
        return parts
    }
}
