import Glibc
import Wording

/// A lock between processes, held as long as this object lives or until `release`. The kernel frees it if we die.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// - Parameter whenHeld: what to tell the reader if another process holds it.
    init(path: String, whenHeld: Wording) throws(Refusal) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Refusal("\(path) cannot be written (\(String(cString: strerror(errno)))).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Refusal(whenHeld)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
