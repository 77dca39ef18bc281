internal import CNCurses
internal import Glibc
public import Terminal

/// The terminal, opened as a screen: paints frames, reads keys, and gives everything back in the end.
///
/// Curses has one screen per process and is not safe for several threads: one instance, owned by the main thread.
public final class CursesTerminal {
    /// The terminfo entry in use: `TERM`, or what resembles it where the host does not know `TERM`.
    public let terminfoName: String
    /// How many colours are used: 0 with `NO_COLOR`.
    public let colors: Int
    /// Becomes true when the other end of the terminal is gone; no key will come any more.
    public private(set) var hasHungUp = false

    private var painter: Painter
    private var decoder = KeyDecoder()
    private var isOpen = true

    /// Opens the screen on standard input and output.
    ///
    /// - Parameters:
    ///   - environment: `TERM` and `NO_COLOR` are read from here.
    public init(theme: Theme, environment: [String: String]) throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = try CursesTerminal.usableName(for: environment["TERM"] ?? "")
        switch Int(cn_open(name)) {
        case CN_OPENED: break
        case CN_NOT_A_TERMINAL: throw .notATerminal
        default: throw .refused(term: name)
        }
        terminfoName = name
        // no-color.org: set and not empty, whatever it says.
        let wantsColor = environment["NO_COLOR", default: ""].isEmpty
        colors = wantsColor && cn_start_color() ? Int(cn_colors()) : 0
        painter = Painter(theme: theme, colors: colors, pairs: Int(cn_color_pairs()))
        resize()
    }

    deinit {
        if isOpen { cn_close() }
    }

    /// The descriptor to wait on for keys.
    public var inputFileDescriptor: Int32 { STDIN_FILENO }

    /// The size in cells; 80 × 24 where neither kernel nor terminfo knows.
    public var size: Size {
        var columns: Int32 = 80
        var rows: Int32 = 24
        _ = cn_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Paints what differs from the last frame, in one write.
    public func show(_ frame: Frame) {
        guard isOpen, !hasHungUp else { return }
        painter.paint(frame)
    }

    /// All keys that are waiting, without waiting for more. Look at ``hasHungUp`` when there are none.
    public func readKeys() -> [Key] {
        guard isOpen, !hasHungUp else { return [] }
        var batch: [RawKey] = []
        var value: UInt32 = 0
        while batch.count < CursesTerminal.batchLimit {
            let kind = cn_next_key(&value)
            if kind == 0 { break }
            if kind == 2 {
                batch.append(.code(Int(value)))
            } else if let scalar = Unicode.Scalar(value) {
                batch.append(.scalar(scalar))
            }
        }
        if batch.isEmpty { hasHungUp = cn_input_ended() }
        return batch.isEmpty ? [] : decoder.decode(batch)
    }

    /// A paste of a megabyte must not keep the screen from answering for a second; the rest is read next time.
    private static let batchLimit = 65_536

    /// Takes over the window's new size. The next frame is painted whole.
    public func resize() {
        guard isOpen else { return }
        let size = self.size
        cn_resize(Int32(size.columns), Int32(size.rows))
        painter.forget()
    }

    /// Gives the terminal back to the shell and stops the process, as Ctrl-Z does; returns when it runs again.
    ///
    /// Afterwards the size may be another and the next frame is painted whole.
    public func suspend() {
        guard isOpen else { return }
        cn_leave()
        cn_stop_self()
        restore()
    }

    /// Gives the terminal to another program until `body` returns.
    public func lend(_ body: () -> Void) {
        guard isOpen else { return body() }
        cn_leave()
        body()
        restore()
    }

    /// Takes the screen again after somebody else stopped and continued the process. The next frame is painted whole.
    public func restore() {
        guard isOpen else { return }
        cn_return()
        resize()
    }

    /// Restores the terminal as it was. Calling it again does nothing.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        cn_close()
    }

    /// Changes the colours; the next frame is painted whole.
    public func use(_ theme: Theme) {
        guard isOpen else { return }
        painter = Painter(theme: theme, colors: colors, pairs: Int(cn_color_pairs()))
        cn_repaint_all()
    }

    public static func usableName(for term: String) throws(CursesError) -> String {
        guard !term.isEmpty else { throw .noTerminalName }
        guard term != "dumb" else { throw .tooSimple(term: term) }
        let candidates = TerminalName.candidates(for: term)
        for candidate in candidates {
            switch cn_terminfo(candidate) {
            case 2: return candidate
            case 1 where candidate == term: throw .tooSimple(term: term)
            default: continue
            }
        }
        throw .unknownTerminal(term: term, tried: Array(candidates.dropFirst()))
    }
}
