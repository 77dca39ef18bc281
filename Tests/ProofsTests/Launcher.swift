import Foundation
import Glibc

/// Runs the program `proofs` that was built with these tests, and reads its verdict.
enum Launcher {
    /// The proofs take all cores for minutes, which tests that wait by the clock do not bear beside them.
    static let isAsked = ProcessInfo.processInfo.environment["READROOM_PROOFS"] != nil

    struct Answer: Sendable {
        var output: String
        var holds: Bool

        /// The verdict's line, if it came that far.
        var summary: String {
            output.split(separator: "\n").last { $0.hasSuffix("holds") || $0.hasSuffix("DOES NOT HOLD") }
                .map(String.init) ?? ""
        }

        /// A number of the verdict, such as `fired`. The first line of the summary has it.
        func figure(_ name: String) -> Int? {
            for line in output.split(separator: "\n") {
                for part in line.split(separator: ",") {
                    let words = part.split(whereSeparator: { " :".contains($0) }).suffix(2)
                    if words.first == Substring(name), let number = words.last.flatMap({ Int($0) }) { return number }
                }
            }
            return nil
        }
    }

    /// Waits for the process itself, and reads a file: a pipe's end, as other tests' children inherit it, may never
    /// come.
    static func proofs(_ arguments: String...) throws -> Answer {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("proofs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let status = try run(try executable().path, arguments, output: file.path)
        let output = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return Answer(output: output, holds: status == 0)
    }

    private static func run(_ program: String, _ arguments: [String], output: String) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
            throw CocoaError(.executableLoad)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw CocoaError(.executableLoad) }
        }
        return status
    }

    /// Beside the program that runs the tests.
    private static func executable() throws -> URL {
        let tests = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let besides = [tests.deletingLastPathComponent(), Bundle.main.bundleURL.deletingLastPathComponent()]
        let found = besides.map { $0.appendingPathComponent("proofs") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }
}
