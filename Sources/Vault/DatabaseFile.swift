import Foundation

/// What lies at a database's path.
public enum DatabaseFile {
    public enum State: Hashable, Sendable { case absent, empty, plain, sealed }

    /// Looks at the first bytes only. Anything that is no plain SQLite database counts as sealed: it is not for anyone
    /// to write over.
    ///
    /// Never while this process has the database open: closing the file drops the locks SQLite holds on it
    /// (sqlite.org/howtocorrupt.html, 2.2).
    public static func state(of path: String) throws(VaultError) -> State {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 && errno == ENOENT { return .absent }
        guard file >= 0 else { throw .system(call: "open", path: path, errno: errno) }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &head, head.count, 0)
        guard count >= 0 else { throw .system(call: "read", path: path, errno: errno) }
        if count <= 1 { return .empty }  // SQLite takes a single byte for an empty file (os_unix.c, unixFileSize)
        return head == Array("SQLite format 3\0".utf8) ? .plain : .sealed
    }

    /// Whether there is something, without opening it.
    static func isPresent(_ path: String) -> Bool {
        var status = Glibc.stat()
        return stat(path, &status) == 0 && status.st_size > 1
    }
}
