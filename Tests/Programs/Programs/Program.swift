import CPrograms
import Foundation
import Glibc
import Synchronization

/// Another program, run by a test or a proof.
///
/// Not Foundation's `Process`: its children inherit whatever sockets and pipes the test has open just then, and a
/// server that keeps one of those keeps its reader waiting for ever. These inherit three descriptors and no more.
public final class Program: Sendable {
    public let identifier: Int32
    private let ending = Mutex<Ending?>(nil)

    public enum Ending: Hashable, Sendable {
        case exited(Int32), killed(signal: Int32)

        /// As a shell says it: 128 and more stands for a signal.
        public var status: Int32 {
            switch self {
            case .exited(let status): status
            case .killed(let signal): 128 + signal
            }
        }
    }

    /// Begins a program.
    /// - Parameters:
    ///   - command: a path, or a name to be found through `PATH`, and the arguments.
    ///   - directory: where it works; where this process does, if `nil`.
    ///   - environment: what is set beside this process's own variables.
    ///   - output: the file that its output goes into; nowhere, if `nil`.
    ///   - errors: the file that its errors go into; with its output, if `nil`.
    public init(
        _ command: [String], in directory: String? = nil, environment: [String: String] = [:],
        output: String? = nil, errors: String? = nil
    ) throws {
        identifier = try Program.spawn(command, environment) { process, path, words, surroundings in
            programs_spawn(&process, path, words, surroundings, directory, output ?? "/dev/null", errors)
        }
    }

    /// Begins a program in a terminal of its own; see ``Pseudoterminal``.
    init(_ command: [String], environment: [String: String], terminal: Int32) throws {
        identifier = try Program.spawn(command, environment) { process, path, words, surroundings in
            programs_spawn_in_terminal(&process, terminal, path, words, surroundings)
        }
    }

    private typealias Words = UnsafePointer<UnsafeMutablePointer<CChar>?>

    private static func spawn(
        _ command: [String], _ environment: [String: String],
        _ body: (_ process: inout Int32, _ path: String, _ arguments: Words, _ environment: Words) -> Int32
    ) throws -> Int32 {
        guard let name = command.first, let path = name.contains("/") ? name : Program.find(name) else {
            throw ProgramFailure("\(command.first ?? "nothing") is not installed")
        }
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
        let words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for text in words + surroundings { free(text) } }
        var process: Int32 = 0
        guard body(&process, path, words, surroundings) == 0 else {
            throw ProgramFailure("\(path) cannot be started")
        }
        return process
    }

    /// How it ended; `nil` while it runs.
    public var hasEnded: Ending? { ask(options: WNOHANG) }

    public var isRunning: Bool { hasEnded == nil }

    /// Waits for the end, and holds up the thread.
    @discardableResult
    public func wait() -> Ending {
        while true {
            if let ending = ask(options: 0) { return ending }
        }
    }

    public func send(signal: Int32) {
        ending.withLock { if $0 == nil { Glibc.kill(identifier, signal) } }
    }

    /// At once, as a power cut would.
    public func kill() {
        send(signal: SIGKILL)
        wait()
    }

    /// Asks it to end, and ends it when two seconds were not enough: nothing outlives a test.
    public func end() {
        send(signal: SIGTERM)
        if !Program.waits(seconds: 2, until: { !isRunning }) { kill() }
    }

    /// One question at a time: who waits for a process that was already waited for may wait for another one's.
    private func ask(options: Int32) -> Ending? {
        ending.withLock { ending in
            if let ending { return ending }
            var status: Int32 = 0
            var answer: Int32
            repeat { answer = waitpid(identifier, &status, options) } while answer < 0 && errno == EINTR
            precondition(answer >= 0, "somebody else has waited for this program")
            guard answer != 0 else { return nil }
            let signal = status & 0x7F
            ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
            return ending
        }
    }
}

/// Why a program could not be run.
public struct ProgramFailure: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
