import Glibc

/// A lock between processes, held as long as this object lives or until `release`. The kernel frees it if we die.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// `nil` if another process holds it, or the file cannot be made.
    init?(path: String) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
