/// Why there is no screen.
public enum CursesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// `TERM` is not set, or empty.
    case noTerminalName
    /// The terminal cannot move its cursor: `dumb`, or an entry without `cup`.
    case tooSimple(term: String)
    /// Neither the terminal nor anything like it is in terminfo.
    case unknownTerminal(term: String, tried: [String])
    /// The terminal is known, and opening it failed.
    case refused(term: String)
    /// The pipe for signals could not be made.
    case noSignalPipe(errno: Int32)

    private static let plainMode = "readroom --plain reads line by line and needs no terminal."
    private static let advice = "If it is a terminal of today, say: export TERM=xterm-256color. \(plainMode)"

    public var description: String {
        switch self {
        case .notATerminal:
            return "Standard input and output are not a terminal. \(CursesError.plainMode)"
        case .noTerminalName:
            return "TERM is not set, so nothing is known of this terminal. \(CursesError.advice)"
        case .tooSimple(let term):
            return
                "The terminal \"\(term)\" cannot place its cursor, so there is no screen on it. \(CursesError.advice)"
        case .unknownTerminal(let term, let tried):
            let others = tried.joined(separator: ", ")
            return "The terminal \"\(term)\" is not in terminfo, and neither is any of \(others). \(CursesError.advice)"
        case .refused(let term):
            return "The terminal \"\(term)\" could not be opened. \(CursesError.advice)"
        case .noSignalPipe(let errno):
            return "No pipe for signals could be made (error \(errno))."
        }
    }
}
