internal import CNCurses
internal import Glibc

/// A signal, as the loop hears of it.
public enum Signal: Hashable, Sendable {
    /// The connection is gone.
    case hangup
    case terminate
    case interrupt
    case quit
    /// The window has another size.
    case resize
    /// Somebody asked the process to stop; see ``CursesTerminal/CursesTerminal/suspend()``.
    case suspend
    /// The process runs again after it was stopped.
    case resume

    /// The exit status a shell expects of a process that this signal ended.
    public var exitStatus: Int32 { 128 + number }

    private static let numbers: [(signal: Signal, number: Int32)] = [
        (.hangup, SIGHUP), (.terminate, SIGTERM), (.interrupt, SIGINT), (.quit, SIGQUIT), (.resize, SIGWINCH),
        (.suspend, SIGTSTP), (.resume, SIGCONT),
    ]

    private var number: Int32 { Signal.numbers.first { $0.signal == self }?.number ?? 0 }

    init?(number: Int32) {
        guard let known = Signal.numbers.first(where: { $0.number == number }) else { return nil }
        self = known.signal
    }
}

/// Turns signals into bytes that `poll` can wait for, so that they are handled between two messages and not in one.
public struct SignalPipe: Sendable {
    /// Readable when a signal has come.
    public let fileDescriptor: Int32

    /// Catches HUP, TERM, INT, QUIT, WINCH, TSTP and CONT, and ignores PIPE. A process has one pipe.
    public init() throws(CursesError) {
        let descriptor = cn_open_signal_pipe()
        guard descriptor >= 0 else { throw .noSignalPipe(errno: errno) }
        fileDescriptor = descriptor
    }

    /// Stops the process, as Ctrl-Z does; returns when it runs again. For programs without a screen.
    public func stopProcess() { cn_stop_self() }

    /// The signals that came since, each once, in the order of their first coming. Does not wait.
    public func drain() -> [Signal] {
        var signals: [Signal] = []
        while true {
            let number = cn_next_signal(fileDescriptor)
            if number == 0 { return signals }
            if let signal = Signal(number: number), !signals.contains(signal) { signals.append(signal) }
        }
    }
}
