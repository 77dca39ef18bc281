import CursesTerminal
import Foundation
import Glibc
import Terminal

/// The terminal adapter by itself, for tests: it opens the screen, does what its arguments say, and ends.
///
/// - `show TEXT`: shows a frame with the text in every row, and waits for the key `q`
/// - `copy TEXT`: OSC 52
/// - `link URL`: shows the word "link" as a link, then another frame when a key comes
/// - `keys FILE`: writes the keys that come into a file, up to `q`
/// - `crash SIGNAL`: raises the signal while the screen is open
/// - `widths FILE`: measures what lies in the file, line by line, without curses
@main
struct Probe {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst().map { $0 }
        guard words.count == 2 else { fatalError("what is to be done?") }
        if words[0] == "widths" { return try measure(words[1]) }
        let terminal: CursesTerminal
        do {
            terminal = try CursesTerminal(
                theme: .plain, environment: ProcessInfo.processInfo.environment,
                extras: TerminalExtras(clipboard: true, links: true))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
        run(words[0], words[1], on: terminal)
        terminal.close()
    }

    private static func run(_ task: String, _ word: String, on terminal: CursesTerminal) {
        switch task {
        case "show":
            terminal.show(frame(terminal, word))
            _ = keys(of: terminal, until: .character("q"))
        case "copy":
            terminal.show(frame(terminal, "\(terminal.copy(word))"))
            _ = keys(of: terminal, until: .character("q"))
        case "link":
            terminal.show(frame(terminal, "öffnen: a study 山"))
            _ = terminal.printLink(word, at: Position(row: 0, column: 0), columns: 6)
            // Half of a wide character is no link.
            if terminal.printLink(word, at: Position(row: 1, column: 0), columns: 17) == .sent { exit(1) }
            _ = keys(of: terminal, until: .character("n"))
            // The same words in the linked row: they belong to something else now.
            var next = frame(terminal, "öffnen: a study 山")
            next.put("changed", row: 1, column: 0)
            terminal.show(next)
            _ = keys(of: terminal, until: .character("q"))
        case "keys":
            terminal.show(frame(terminal, "ready"))
            let names = keys(of: terminal, until: .character("q")).map { "\($0)" }
            try? Data(names.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: word))
        case "crash":
            terminal.show(frame(terminal, "about to end"))
            _ = keys(of: terminal, until: .character("n"))
            raise(Int32(word) ?? SIGABRT)
        default: fatalError("\(task) is not known")
        }
    }

    private static func frame(_ terminal: CursesTerminal, _ text: String) -> Frame {
        var frame = Frame(size: terminal.size)
        for row in 0..<frame.rows { frame.put(text, row: row, column: 0) }
        return frame
    }

    private static func keys(of terminal: CursesTerminal, until last: Key) -> [Key] {
        var all: [Key] = []
        while !terminal.hasHungUp {
            var input = pollfd(fd: terminal.inputFileDescriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&input, 1, 1000)
            let read = terminal.readKeys()
            all += read
            if read.contains(last) { break }
        }
        return all
    }

    /// Prints each line of the file and asks the terminal where its cursor is then; writes the columns below it.
    private static func measure(_ file: String) throws {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
        var before = termios()
        tcgetattr(STDIN_FILENO, &before)
        var raw = before
        cfmakeraw(&raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        let columns = lines.map { line in
            FileHandle.standardOutput.write(Data("\r\u{1B}[K\(line)\u{1B}[6n".utf8))
            var answer: [UInt8] = []
            var byte: UInt8 = 0
            while read(STDIN_FILENO, &byte, 1) == 1, byte != UInt8(ascii: "R") { answer.append(byte) }
            let text = String(decoding: answer, as: UTF8.self)
            return (Int(text.split(separator: ";").last ?? "") ?? 0) - 1
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
        let text = columns.map(String.init).joined(separator: "\n")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file + ".widths"))
    }
}
