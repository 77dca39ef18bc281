import CPrograms
import Glibc

/// A terminal whose other end this process holds, and a program in it: what is written here are its keys, what is read
/// here is what it paints.
public final class Pseudoterminal {
    public let program: Program
    private let terminal: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    public init(_ command: [String], columns: Int, rows: Int, environment: [String: String] = [:]) throws {
        let terminal = programs_open_terminal(Int32(columns), Int32(rows))
        guard terminal >= 0 else { throw ProgramFailure("no terminal can be opened (error \(errno))") }
        do {
            program = try Program(command, environment: environment, terminal: terminal)
        } catch {
            close(terminal)
            throw error
        }
        self.terminal = terminal
    }

    deinit {
        program.end()
        close(terminal)
    }

    /// Presses keys, all at once.
    public func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            sent += max(0, count)
        }
    }

    /// What was painted next, without waiting longer than this for it; empty if nothing was.
    public func read(within milliseconds: Int) -> ArraySlice<UInt8> {
        var end = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard poll(&end, 1, Int32(clamping: milliseconds)) > 0, end.revents & Int16(POLLIN) != 0 else { return [] }
        return buffer[..<max(0, Glibc.read(terminal, &buffer, buffer.count))]
    }
}
