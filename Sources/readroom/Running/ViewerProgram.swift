import Dispatch
import Foundation
import Glibc
import Radiology
import Wording

/// The viewer, started as a program of its own: it lives on when readroom ends, and nothing it prints reaches the screen.
enum ViewerProgram {
    /// - Parameters:
    ///   - arguments: the program first, looked for along `PATH`.
    ///   - ended: told on a queue of its own when the program was there and said it failed, within its first seconds.
    /// - Returns: a sentence if it could not be started.
    static func start(_ arguments: [String], ended: @escaping @Sendable (Wording) -> Void) -> Wording? {
        var attributes = posix_spawnattr_t()
        var actions = posix_spawn_file_actions_t()
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&actions)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        // A session of its own: a hang-up of this terminal is none of its business.
        posix_spawnattr_setflags(
            &attributes, Int16(ViewerProgram.ownSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        keepDescriptors()
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, arguments[0], &actions, &attributes, &words, environ) == 0 else {
            return "The viewer \(arguments[0]) cannot be started. Look at command below [viewer] in config.toml."
        }
        collect(process, arguments[0], ended)
        return nil
    }

    /// `POSIX_SPAWN_SETSID` of glibc, which its header shows only to GNU programs.
    private static let ownSession: Int32 = 0x80

    /// The store, its locks and the server's sockets are not the viewer's.
    private static func keepDescriptors() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
            guard let descriptor = Int32(name), descriptor > STDERR_FILENO else { continue }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }

    /// Waits for the program, so that it does not stay behind as a zombie.
    private static func collect(_ process: pid_t, _ name: String, _ ended: @escaping @Sendable (Wording) -> Void) {
        let start = Clock.now
        DispatchQueue.global(qos: .utility).async {
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            // Later it has been closed by the reader.
            if status != 0, Clock.now.seconds(since: start) < 5 {
                ended("The viewer \(name) ended at once, and says it failed.")
            }
        }
    }
}
