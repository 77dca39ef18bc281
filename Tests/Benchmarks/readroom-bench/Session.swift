import Foundation
import Glibc
import Measures
import Programs

/// What one key, or several at once, cost.
struct Answer {
    /// From the key to the last byte of what it painted.
    var milliseconds = 0.0
    var bytes = 0
    /// How often the program painted, as far as it can be told from outside: pieces of output with a pause between.
    var paints = 0
    var output: [UInt8] = []

    /// What was painted, without the sequences of the terminal.
    var words: String {
        String(decoding: output, as: UTF8.self).replacing(/\u{1B}(\[[0-9;?]*[A-Za-z]|\(B)/, with: " ")
    }

    func shows(_ text: String) -> Bool { Data(output).range(of: Data(text.utf8)) != nil }
}

/// A program in a terminal of its own, with a stop watch.
final class Session {
    static let columns = 160
    static let rows = 48

    private let terminal: Pseudoterminal
    private let begun: ContinuousClock.Instant

    init(_ command: [String]) throws {
        begun = .now
        terminal = try Pseudoterminal(
            command, columns: Session.columns, rows: Session.rows,
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": ""])
    }

    /// Shorter pauses than this are between two writes of one paint.
    private static let pause = 0.3

    /// Presses keys, and waits until nothing more comes.
    ///
    /// - Parameters:
    ///   - quiet: milliseconds without output after which nothing more is expected; they are not counted.
    ///   - patience: milliseconds to wait for the first output.
    func press(_ keys: String, quiet: Int = 30, patience: Int = 1000) -> Answer {
        // What came late belongs to the key before.
        while !keys.isEmpty, !terminal.read(within: 0).isEmpty {}
        let start = ContinuousClock.now
        terminal.write(Array(keys.utf8))
        return listen(since: start, quiet: quiet, patience: patience)
    }

    /// - Returns: what is painted from the start until this text is there, with the time since the start.
    func awaitStart(showing text: String, patience: Int = 60_000) throws -> Answer {
        var answer = Answer()
        let end = begun + .milliseconds(patience)
        while ContinuousClock.now < end {
            let more = listen(since: begun, quiet: 5, patience: 100)
            guard more.bytes > 0 else { continue }
            answer.output += more.output
            answer.milliseconds = more.milliseconds
            answer.bytes += more.bytes
            if answer.shows(text) { return answer }
        }
        throw BenchFailure("the program did not show \(text): \(String(decoding: answer.output, as: UTF8.self))")
    }

    private func listen(since start: ContinuousClock.Instant, quiet: Int, patience: Int) -> Answer {
        var answer = Answer()
        var wait = patience
        while true {
            let piece = terminal.read(within: wait)
            let now = (ContinuousClock.now - start).inMilliseconds
            if piece.isEmpty { return answer }
            if answer.bytes == 0 || now - answer.milliseconds > Session.pause { answer.paints += 1 }
            answer.milliseconds = now
            answer.bytes += piece.count
            answer.output += piece
            wait = quiet
        }
    }

    /// Waits until the program has nothing more to say.
    func settle(_ milliseconds: Int) { _ = listen(since: .now, quiet: milliseconds, patience: milliseconds) }

    func end() { terminal.program.end() }

    // MARK: - What the system says of the process

    /// Milliseconds of processor time, of all its threads.
    var processorTime: Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(terminal.program.identifier, &clock) == 0, clock_gettime(clock, &time) == 0 else {
            return 0
        }
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    /// Resident memory in MB.
    var memory: Double { megabytes("VmRSS") }

    /// … without files and libraries, which all sessions of a host share.
    var ownMemory: Double { megabytes("RssAnon") }

    private func megabytes(_ name: String) -> Double {
        Double(field(name, of: "/proc/\(terminal.program.identifier)/status")) * 1024 / 1e6
    }

    /// How often a thread of it went to sleep and was woken: each time is a wake-up of the processor.
    var wakeUps: Int {
        let tasks = "/proc/\(terminal.program.identifier)/task"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return names.reduce(0) { $0 + field("voluntary_ctxt_switches", of: "\(tasks)/\($1)/status") }
    }

    private func field(_ name: String, of file: String) -> Int {
        let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
        let line = lines.first { $0.hasPrefix(name + ":") }
        return line?.split(whereSeparator: { !$0.isNumber }).last.flatMap { Int($0) } ?? 0
    }
}

/// Why nothing could be measured.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
