import Foundation

/// A program in a terminal that is ours: what it writes are bytes to look at.
final class PseudoTerminal {
    private let master: Int32
    private let process: pid_t
    private(set) var written: [UInt8] = []

    init(_ arguments: [String], columns: UInt16 = 100, rows: UInt16 = 30) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (number, unlocked): (Int32, Int32) = (0, 0)
        // TIOCSPTLCK and TIOCGPTN: macros with arguments, which Swift does not see.
        guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw ProofTrouble(description: "no terminal can be made")
        }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        process = try PseudoTerminal.spawn(arguments, "/dev/pts/\(number)", closing: master)
    }

    /// In a session of its own, whose first terminal this becomes.
    private static func spawn(_ arguments: [String], _ terminal: String, closing master: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawn_file_actions_addclose(&actions, master)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, 0x80 /* POSIX_SPAWN_SETSID */)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let kept = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
        let all = kept.merging(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC"]) { $1 }
        var environment: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + environment { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, arguments[0], &actions, &attributes, &words, &environment) == 0 else {
            throw ProofTrouble(description: "\(arguments[0]) does not start")
        }
        return process
    }

    /// Types, and reads until nothing more comes for a while.
    func type(_ keys: String, quiet: Int32 = 200, seconds: Int = 4) {
        let bytes = Array(keys.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        settle(quiet: quiet, seconds: seconds)
    }

    /// Reads until nothing more comes for `quiet` milliseconds, or the time is over.
    func settle(quiet: Int32, seconds: Int) {
        let end = Date().addingTimeInterval(Double(seconds))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while Date() < end {
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, quiet) > 0 else { return }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            written += buffer.prefix(count)
        }
    }

    /// Ends the program, however it feels about it.
    func end() {
        var status: Int32 = 0
        for _ in 0..<100 {
            if waitpid(process, &status, WNOHANG) == process { break }
            usleep(20_000)
        }
        kill(process, SIGKILL)
        waitpid(process, &status, WNOHANG)
        close(master)
    }
}
