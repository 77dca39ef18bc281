/// What a terminal may be asked for beyond its screen. Everything is off unless the reader's configuration says so.
public struct TerminalExtras: Hashable, Sendable {
    /// Copying to the clipboard of the terminal in front of the reader (OSC 52). Nothing is ever read from it.
    public var clipboard: Bool
    /// Links that the terminal can open (OSC 8).
    public var links: Bool

    public init(clipboard: Bool = false, links: Bool = false) {
        self.clipboard = clipboard
        self.links = links
    }
}

/// What became of something that was asked of the terminal. It gives no answer, so `sent` is all that can be known.
public enum ExtraOutcome: Hashable, Sendable {
    case sent
    /// The configuration does not allow it.
    case notAllowed
    /// In bytes: terminals drop a longer one, or print its rest on the screen.
    case tooLong(most: Int)
    /// Not a URL, or the multiplexer in between takes none.
    case notPossible
}

/// What stands between the program and the reader's terminal.
enum Multiplexer: Equatable {
    case none, tmux, screen
    /// Named like screen's windows, as tmux names its own by default, on another host.
    case screenOrTmux

    init(terminfoName: String, environment: [String: String]) {
        let isSet = { (name: String) in !environment[name, default: ""].isEmpty }
        // Of one inside the other the TERM tells which is nearer.
        if terminfoName.hasPrefix("tmux") {
            self = .tmux
        } else if terminfoName.hasPrefix("screen") {
            self = isSet("TMUX") ? .tmux : isSet("STY") ? .screen : .screenOrTmux
        } else {
            self = isSet("TMUX") ? .tmux : .none
        }
    }
}

/// OSC 52: text for the clipboard. What comes out is ASCII with no control but the sequence's own.
enum ClipboardSequence {
    /// Bytes of text. kitty took no more than 8 kB of base64 for years, and mosh cuts at a packet's size or some more.
    static let most = 6000

    /// screen keeps a string of at most 767 bytes, and prints what is beyond.
    private static let screenPart = 500

    static func bytes(for text: String, through multiplexer: Multiplexer) -> [UInt8] {
        let sequence = "\u{1B}]52;c;\(base64(Array(clean(text).utf8)))\u{07}"
        switch multiplexer {
        case .none: return Array(sequence.utf8)
        // tmux takes it where its `set-clipboard` is on, and passes the other on where `allow-passthrough` is.
        case .tmux:
            return Array((sequence + "\u{1B}Ptmux;\(sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\").utf8)
        case .screen: return inParts(sequence)
        case .screenOrTmux:
            let plain = sequence.utf8.count < screenPart ? Array(sequence.utf8) : []
            return plain + inParts(sequence)
        }
    }

    /// screen passes device control strings on as they are, one part after the other.
    private static func inParts(_ sequence: String) -> [UInt8] {
        let bytes = Array(sequence.utf8)
        return stride(from: 0, to: bytes.count, by: screenPart).flatMap { start in
            Array("\u{1B}P".utf8) + bytes[start..<min(start + screenPart, bytes.count)] + Array("\u{1B}\\".utf8)
        }
    }

    /// Without what would act where it is pasted: controls other than tab and line feed, and bidirectional ones.
    static func clean(_ text: String) -> String {
        let ends = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return String(
            String.UnicodeScalarView(
                ends.unicodeScalars.filter { scalar in
                    switch scalar.value {
                    case 9, 10: true
                    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C: false
                    default: true
                    }
                }))
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648 §4, with padding.
    static func base64(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let index = Int(bits >> UInt32(18 - 6 * place) & 0x3F)
                result.append(place <= group.count ? alphabet[index] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// OSC 8: text that is a link.
enum LinkSequence {
    /// Bytes: VTE takes no longer URL, and screen no longer string.
    static let most = 2083
    static let mostThroughScreen = 700

    static let end = "\u{1B}]8;;\u{1B}\\"

    /// `nil` for what is no URL: it begins with a scheme and holds printable ASCII only, as RFC 3986 §2 wants it.
    static func begin(_ url: String) -> String? {
        let scheme = url.prefix { $0 != ":" }
        guard scheme.count < url.count, scheme.first?.isLetter == true,
            scheme.utf8.allSatisfy({ $0 < 0x80 && ($0.isLetterOrDigit || "+-.".utf8.contains($0)) }),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return "\u{1B}]8;;\(url)\u{1B}\\"
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}

/// Which terminals show a frame in one go when asked to (DEC private mode 2026).
///
/// They are known by name and not asked: the answer could come when the program has ended, or be typed into a report.
enum SynchronizedOutput {
    private static let names = [
        "xterm-kitty", "alacritty", "foot", "contour", "wezterm", "xterm-ghostty", "ghostty", "rio", "iterm2",
    ]
    private static let programs = ["WezTerm", "iTerm.app", "ghostty", "vscode", "contour", "rio", "WarpTerminal"]

    static func isKnown(term: String, environment: [String: String], through multiplexer: Multiplexer) -> Bool {
        // What names the terminal outside says nothing of a multiplexer's window.
        guard multiplexer == .none else { return false }
        if names.contains(where: { term == $0 || term.hasPrefix($0 + "-") }) { return true }
        return programs.contains(environment["TERM_PROGRAM", default: ""])
            || !environment["KITTY_WINDOW_ID", default: ""].isEmpty
            || !environment["WT_SESSION", default: ""].isEmpty
    }
}
