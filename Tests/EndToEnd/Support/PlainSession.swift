import Foundation
import Glibc
import Programs

/// The program behind two pipes: lines go in, and everything that came out is looked at.
final class PlainSession {
    private let program: Program
    private let output: URL
    private let input: FileHandle

    private let encoding: String.Encoding

    init(_ command: String, in folder: URL, encoding: String.Encoding = .utf8) throws {
        self.encoding = encoding
        let pipe = folder.appendingPathComponent("lines-\(UUID().uuidString)").path
        guard mkfifo(pipe, 0o600) == 0 else { throw Failure(text: "no pipe", seen: "") }
        output = folder.appendingPathComponent("told-\(UUID().uuidString)")
        program = try Program(
            ["/bin/sh", "-c", "exec \(command) < \(pipe)"], environment: ["LC_ALL": "C.UTF-8", "TZ": "UTC"],
            output: output.path)
        // Waits until the program opens its end.
        guard let input = FileHandle(forWritingAtPath: pipe) else { throw Failure(text: "no pipe", seen: "") }
        self.input = input
    }

    deinit { program.kill() }

    struct Failure: Error, CustomStringConvertible {
        var text: String
        var seen: String
        var description: String { "not told: \(text)\n\(seen)" }
    }

    var told: String { (try? String(contentsOf: output, encoding: encoding)) ?? "" }

    /// Types a line, and waits for what is told after it.
    ///
    /// - Returns: what was told since.
    @discardableResult
    func type(_ line: String, until words: String..., seconds: Double = 40) async throws -> String {
        let before = told.count
        try input.write(contentsOf: (line + "\n").data(using: encoding) ?? Data())
        return try await wait(from: before, words, seconds)
    }

    @discardableResult
    func wait(for words: String..., seconds: Double = 60) async throws -> String {
        try await wait(from: 0, words, seconds)
    }

    private func wait(from start: Int, _ words: [String], _ seconds: Double) async throws -> String {
        let isTold = await eventually(seconds: seconds) {
            let new = self.told.dropFirst(start)
            return words.allSatisfy { new.contains($0) }
        }
        let new = String(told.dropFirst(start))
        guard isTold else { throw Failure(text: words.joined(separator: ", "), seen: told) }
        return new
    }

    /// Ends the lines, as `Ctrl-D` does.
    func endInput() throws { try input.close() }

    func send(signal: Int32) { program.send(signal: signal) }

    func end(seconds: Double = 30) async -> Int32? {
        guard await eventually(seconds: seconds, { !self.program.isRunning }) else { return nil }
        return program.hasEnded?.status
    }
}
