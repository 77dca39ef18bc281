import Foundation

/// A file that opens the store without a person: for a program that files reports while nobody is there. Whoever can
/// read it can read the store.
public struct KeyFile: Sendable {
    let bytes: SecretBytes

    static func random() throws(VaultError) -> KeyFile { KeyFile(bytes: try .random(count: 32)) }

    init(bytes: SecretBytes) { self.bytes = bytes }

    /// Refuses a file that others may read.
    public init(contentsOf path: String) throws(VaultError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .system(call: "stat", path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0 else {
            throw .system(call: "open", path: path, errno: EACCES)
        }
        guard let content = try DurableFile.read(path, limit: 33), content.count == 32 else { throw .wrongKeyFile }
        bytes = try .copy(of: content)
    }

    func write(to path: String) throws(VaultError) {
        let file = try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(file) }
        let content = bytes.withBytes { Array(UnsafeBufferPointer(start: $0, count: bytes.count)) }
        try DurableFile.write(content, to: file, path: path)
        guard fsync(file) == 0 else { throw .system(call: "fsync", path: path, errno: errno) }
        try DurableFile.syncFolder(of: path)
    }
}
