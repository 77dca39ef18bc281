import Foundation
import Glibc

/// Other programs. Not Foundation's `Process` where a program may leave a server behind: that waits until every
/// descriptor its child inherited is closed.
enum Program {
    /// Runs one to its end; `output` is what it printed on standard output. A status of -1 stands for a signal.
    static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)").path
        defer { unlink(file) }
        let status = try wait(for: try start(path, arguments, output: file))
        let output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output)
    }

    /// Begins one, its output going into a file.
    static func start(_ path: String, _ arguments: [String], output: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, path, &actions, nil, &words, environ) == 0 else {
            throw MeasureFailure("\(path) cannot be started")
        }
        return process
    }

    /// The status as `waitpid` gives it.
    @discardableResult
    static func wait(for process: pid_t) throws -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw MeasureFailure("a child cannot be waited for") }
        }
        return status
    }

    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/bin"]
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The workstation, where it was built beside this program.
    static func readroom() throws -> String {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("readroom").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw MeasureFailure("readroom was not built beside this program: swift build --product readroom")
        }
        return path
    }

    /// Looks again and again until something holds, for so many seconds.
    static func waits(seconds: Double = 30, until condition: () throws -> Bool) rethrows -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if try condition() { return true }
            usleep(20_000)
        }
        return try condition()
    }
}

/// Why a measure could not be taken.
struct MeasureFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
