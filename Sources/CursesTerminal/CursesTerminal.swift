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
    private let emphasis: ShownEmphasis
    private let extras: TerminalExtras
    private let multiplexer: Multiplexer
    private let synchronizes: Bool
    /// Rows with links, which the next other frame writes anew.
    private var linkedRows: Set<Int> = []
    private var decoder = KeyDecoder()
    private var isOpen = true

    /// Opens the screen on standard input and output.
    ///
    /// - Parameters:
    ///   - environment: `TERM` and `NO_COLOR` are read from here, and what names the terminal.
    ///   - extras: what the reader's configuration allows.
    public init(
        theme: Theme, environment: [String: String], extras: TerminalExtras = TerminalExtras()
    ) throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = try CursesTerminal.usableName(for: environment["TERM"] ?? "")
        emphasis = ShownEmphasis(terminfoName: name)
        switch Int(cn_open(name)) {
        case CN_OPENED: break
        case CN_NOT_A_TERMINAL: throw .notATerminal
        default: throw .refused(term: name)
        }
        terminfoName = name
        // no-color.org: set and not empty, whatever it says.
        let wantsColor = environment["NO_COLOR", default: ""].isEmpty
        colors = wantsColor && cn_start_color() ? Int(cn_colors()) : 0
        self.extras = extras
        multiplexer = Multiplexer(terminfoName: name, environment: environment)
        let term = environment["TERM"] ?? ""
        synchronizes =
            cn_has_synchronized_output()
            || SynchronizedOutput.isKnown(term: term, environment: environment, through: multiplexer)
        painter = Painter(
            theme: theme, colors: colors, pairs: Int(cn_color_pairs()), shown: emphasis, synchronizes: synchronizes)
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
        if !linkedRows.isEmpty, !painter.shows(frame) {
            // The same words may stand there for another study: no link outlives the frame it was made for.
            for row in linkedRows { cn_repaint_row(Int32(row)) }
            linkedRows = []
        }
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
        painter = Painter(
            theme: theme, colors: colors, pairs: Int(cn_color_pairs()), shown: emphasis, synchronizes: synchronizes)
        cn_repaint_all()
    }

    /// Puts text on the clipboard of the terminal in front of the reader, as far as that terminal lets it (OSC 52).
    ///
    /// Control characters other than tab and line feed are left out.
    public func copy(_ text: String) -> ExtraOutcome {
        guard extras.clipboard else { return .notAllowed }
        guard text.utf8.count <= ClipboardSequence.most else { return .tooLong(most: ClipboardSequence.most) }
        guard isOpen, !hasHungUp else { return .notPossible }
        send(ClipboardSequence.bytes(for: text, through: multiplexer))
        return .sent
    }

    /// Makes a link of cells that are shown: they keep their text, and open `url` where the terminal knows links
    /// (OSC 8).
    ///
    /// To be called after ``show(_:)``; the link is gone with the next frame that differs. The cells lose their
    /// colours, and each holds one column.
    ///
    /// - Parameters:
    ///   - url: with a scheme, in printable ASCII; anything else is refused.
    ///   - columns: how many cells from the position on, within the row.
    public func printLink(_ url: String, at position: Position, columns: Int) -> ExtraOutcome {
        guard extras.links else { return .notAllowed }
        let isThroughScreen = multiplexer == .screen || multiplexer == .screenOrTmux
        let most = isThroughScreen ? LinkSequence.mostThroughScreen : LinkSequence.most
        guard url.utf8.count <= most else { return .tooLong(most: most) }
        guard isOpen, !hasHungUp, (1...1000).contains(columns), let begin = LinkSequence.begin(url) else {
            return .notPossible
        }
        guard let text = painter.bytes(at: position, columns: columns) else { return .notPossible }
        // Saved and restored, the cursor is where curses believes it is (DECSC also keeps colours).
        let place = "\u{1B}7\u{1B}[\(position.row + 1);\(position.column + 1)H\u{1B}[0;4m"
        send(Array((place + begin).utf8) + text + Array((LinkSequence.end + "\u{1B}[0m\u{1B}8").utf8))
        linkedRows.insert(position.row)
        return .sent
    }

    private func send(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            cn_send(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
        }
    }

    /// Whether a screen can be opened here, before anything else is asked of the reader.
    public static func check(environment: [String: String]) throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        _ = try usableName(for: environment["TERM"] ?? "")
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
