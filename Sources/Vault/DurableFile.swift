import Foundation

/// Files that are replaced whole, or not at all, whatever happens in between.
struct DurableFile: Sendable {
    /// The steps of a replacement. Tests stop before each of them, as a crash would.
    enum Step: CaseIterable, Sendable { case create, write, sync, rename, syncFolder }

    var before: @Sendable (Step) throws(VaultError) -> Void = { _ throws(VaultError) in }

    /// Replaces the file at `path`, readable by its owner only.
    func replace(_ path: String, with bytes: [UInt8]) throws(VaultError) {
        let draft = path + ".new"
        try before(.create)
        unlink(draft)  // left by a crash, if any
        let file = try Descriptor.open(draft, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(file) }
        try before(.write)
        try DurableFile.write(bytes, to: file, path: draft)
        try before(.sync)
        guard fsync(file) == 0 else { throw .system(call: "fsync", path: draft, errno: errno) }
        try before(.rename)
        guard rename(draft, path) == 0 else { throw .system(call: "rename", path: path, errno: errno) }
        try before(.syncFolder)
        try DurableFile.syncFolder(of: path)
    }

    /// Without it a power cut may undo a rename.
    static func syncFolder(of path: String) throws(VaultError) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = try Descriptor.open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(call: "fsync", path: folder, errno: errno) }
    }

    static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(VaultError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, bytes.count - written) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .system(call: "write", path: path, errno: errno) }
            written += count
        }
    }

    /// At most `limit` bytes; `nil` if there is no such file.
    static func read(_ path: String, limit: Int = .max) throws(VaultError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0 && errno == ENOENT { return nil }
        guard file >= 0 else { throw .system(call: "open", path: path, errno: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let count = Glibc.read(file, &part, min(part.count, limit - bytes.count))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system(call: "read", path: path, errno: errno) }
            if count == 0 { break }
            bytes += part.prefix(count)
        }
        return bytes
    }
}

enum Descriptor {
    /// Not inherited by other programs, never through a symbolic link, and readable by the owner only if it is new.
    static func open(_ path: String, _ flags: Int32) throws(VaultError) -> Int32 {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system(call: "open", path: path, errno: errno) }
        return descriptor
    }
}
