internal import CNCurses
internal import Glibc
internal import Terminal

/// Standard input and output as lines of text, on a terminal or in pipes. Nothing ever moves the cursor.
public final class LineTerminal {
    /// Nothing more will be read.
    public private(set) var hasEnded = false
    /// Nobody reads what is written any more.
    public private(set) var isDeaf = false
    /// Whether a person types, and is to be asked.
    public let isInteractive = isatty(STDIN_FILENO) == 1
    /// Whether the last line came in the largest size a terminal takes: its end is then lost.
    public private(set) var lastLineMayBeCut = false

    private var unfinished: [UInt8] = []
    private var isPrompted = false

    /// What the kernel keeps of a typed line (N_TTY), without its end.
    public static let longestTypedLine = 4095

    /// That of the locale, from here on; UTF-8 where nobody chose one.
    public static func chooseCharacterSet() { cn_choose_character_set() }

    public init() {
        LineTerminal.chooseCharacterSet()
        if isInteractive { cn_keep_settings() }
    }

    public func close() {
        if isPrompted { send([UInt8(ascii: "\n")]) }
        isPrompted = false
        if isInteractive { cn_restore_settings() }
    }

    /// The descriptor to wait on for lines.
    public var inputFileDescriptor: Int32 { STDIN_FILENO }

    /// Writes lines, below what was written before. Control characters are shown as on the screen, and not sent.
    public func write(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        var bytes: [UInt8] = isPrompted ? [UInt8(ascii: "\n")] : []
        isPrompted = false
        for line in lines { bytes += LineTerminal.encoded(displayable(line)) + [UInt8(ascii: "\n")] }
        send(bytes)
    }

    /// Asks for a line, where a person types and was not asked yet.
    public func prompt(_ text: String) {
        guard isInteractive, !isPrompted else { return }
        isPrompted = true
        send(LineTerminal.encoded(text))
    }

    /// Whether what is typed is shown.
    public func setEcho(_ isOn: Bool) {
        var settings = termios()
        guard isInteractive, tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        let wanted = isOn ? settings.c_lflag | tcflag_t(ECHO) : settings.c_lflag & ~tcflag_t(ECHO)
        guard settings.c_lflag != wanted else { return }
        settings.c_lflag = wanted
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// The lines that have come, without their ends. Does not wait.
    public func readLines() -> [String] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while !hasEnded, poll(&waiting, 1, 0) > 0 {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count <= 0 { hasEnded = true } else { unfinished += buffer[..<count] }
            if unfinished.count > LineTerminal.most { break }
        }
        return finishedLines()
    }

    /// A pipe that never ends its line must not fill the memory.
    private static let most = 1 << 20

    private func finishedLines() -> [String] {
        var lines: [String] = []
        while let end = unfinished.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(taken(unfinished[..<end]))
            unfinished.removeFirst(end + 1)
        }
        let isOverlong = unfinished.count > LineTerminal.most
        if !unfinished.isEmpty, hasEnded || isOverlong {
            lines.append(taken(unfinished[...]))
            unfinished = []
        }
        return lines
    }

    private func taken(_ bytes: ArraySlice<UInt8>) -> String {
        // Typed on a terminal, the line's end is all that is left beyond this.
        lastLineMayBeCut = isInteractive && bytes.count >= LineTerminal.longestTypedLine - 1
        isPrompted = false
        let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        var scalars = [UInt32](repeating: 0, count: max(1, line.count))
        let characters = line.map { CChar(bitPattern: $0) }
        let count = cn_decode(characters, Int32(characters.count), &scalars)
        return String(String.UnicodeScalarView(scalars.prefix(Int(count)).map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
    }

    /// The bytes of a text in the character set of the locale; what it does not have is replaced by what resembles it.
    public static func encoded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for character in text {
            let isThere = character.unicodeScalars.allSatisfy { cn_encodes($0.value) }
            let shown = isThere ? Array(character.unicodeScalars) : [Resembling.scalar(for: character) ?? "?"]
            for scalar in shown { result += bytes(of: scalar.value) ?? [UInt8(ascii: "?")] }
        }
        return result
    }

    /// A code point in the locale's character set; `nil` where that does not have it.
    static func bytes(of scalar: UInt32) -> [UInt8]? {
        if scalar < 0x80 { return [UInt8(scalar)] }
        var bytes = [CChar](repeating: 0, count: 16)
        let count = Int(cn_encode(scalar, &bytes))
        return count > 0 ? bytes.prefix(count).map { UInt8(bitPattern: $0) } : nil
    }

    private func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count, !isDeaf {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 { sent += count } else if errno != EINTR { isDeaf = true }
        }
    }
}
