import CFaults

/// A change of the disk, as a program made it and a disk may or may not have kept it.
struct DiskOperation: Sendable {
    enum Kind: Sendable, Hashable {
        case write(file: Int, offset: Int)
        case truncate(file: Int, size: Int)
        case sync(file: Int)
        case syncFolder(path: String)
        case create(path: String, file: Int)
        case folder(path: String)
        case rename(path: String, target: String)
        case unlink(path: String)

        var letter: Character {
            switch self {
            case .write: "w"
            case .truncate: "t"
            case .sync, .syncFolder: "s"
            case .create: "c"
            case .folder: "d"
            case .rename: "r"
            case .unlink: "u"
            }
        }
    }

    var kind: Kind
    var bytes: [UInt8] = []
}

/// Reads what was recorded. Files are numbered as they are made: the file system uses inodes again.
struct OperationReader {
    private var files: [UInt64: Int] = [:]
    private var made = 0

    /// `nil` for a file that was there before anything was recorded.
    mutating func read(_ operation: faults_operation) -> DiskOperation? {
        let path = operation.path.map { String(cString: $0) } ?? ""
        switch UInt8(operation.kind) {
        case UInt8(ascii: "c"):
            files[operation.file] = made
            made += 1
            return DiskOperation(kind: .create(path: path, file: made - 1))
        case UInt8(ascii: "d"): return DiskOperation(kind: .folder(path: path))
        case UInt8(ascii: "u"): return DiskOperation(kind: .unlink(path: path))
        case UInt8(ascii: "r"):
            let target = operation.target.map { String(cString: $0) } ?? ""
            return DiskOperation(kind: .rename(path: path, target: target))
        case UInt8(ascii: "s") where operation.is_folder: return DiskOperation(kind: .syncFolder(path: path))
        default: return change(operation)
        }
    }

    private func change(_ operation: faults_operation) -> DiskOperation? {
        guard let file = files[operation.file] else { return nil }
        let offset = Int(operation.offset)
        switch UInt8(operation.kind) {
        case UInt8(ascii: "s"): return DiskOperation(kind: .sync(file: file))
        case UInt8(ascii: "t"): return DiskOperation(kind: .truncate(file: file, size: offset))
        case UInt8(ascii: "w"):
            let bytes = Array(UnsafeBufferPointer(start: operation.bytes, count: operation.count))
            return DiskOperation(kind: .write(file: file, offset: offset), bytes: bytes)
        default: return nil
        }
    }
}
