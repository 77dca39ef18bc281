import Foundation
import Glibc
import Programs
import Terminal
import Testing

@testable import CursesTerminal

/// The terminal adapter on a real terminal: what it sends, what it takes for keys, and how it leaves.
@Suite(.serialized, .enabled(if: RawTerminal.isAvailable, "needs tmux"))
struct RealTerminalTests {
    @Test func aCopyReachesTheClipboardOfTmux() throws {
        let terminal = try RawTerminal()
        try terminal.run("\(RawTerminal.probe) copy 'ACC 4711, Größe'")
        try terminal.wait { $0.contains("sent") }
        #expect(try terminal.call("show-buffer") == "ACC 4711, Größe")
        try terminal.press("q")
    }

    @Test(.enabled(if: Program.find("screen") != nil, "needs screen"))
    func aLongCopyGoesThroughScreenInParts() throws {
        let terminal = try RawTerminal()
        let text = String(repeating: "0123456789", count: 350)
        let sockets = terminal.folder.appendingPathComponent("s").path
        let settings = terminal.folder.appendingPathComponent("screenrc").path
        try Data("startup_message off\n".utf8).write(to: URL(fileURLWithPath: settings))
        try terminal.run(
            "mkdir -m 700 \(sockets); SCREENDIR=\(sockets) screen -c \(settings) env -u TMUX \(RawTerminal.probe) copy \(text)"
        )
        try terminal.wait { $0.contains("sent") }
        #expect(Program.waits(seconds: 5) { (try? terminal.call("show-buffer")) == text })
        // Nothing of it is left on the screen.
        #expect(!terminal.screen.contains("MDEy"))
        try terminal.press("q")
    }

    @Test func aLinkIsGoneWithTheNextFrame() throws {
        let terminal = try RawTerminal()
        let url = "https://viewer.example/?study=1.2.3&a=b;c"
        try terminal.run("\(RawTerminal.probe) link '\(url)'")
        try terminal.wait { $0.contains("öffnen: a study") }
        #expect(
            Program.waits(seconds: 5) { terminal.sent.contains("\u{1B}]8;;\(url)\u{1B}\\öffnen\u{1B}]8;;\u{1B}\\") })
        #expect(terminal.screen.hasPrefix("öffnen: a study"))
        let before = terminal.sent.count
        try terminal.press("n")
        try terminal.wait { $0.contains("changed") }
        // The row has the same words, and is written again without the link.
        #expect(terminal.sent.dropFirst(before).contains("öffnen: a study"))
        #expect(terminal.screen.hasPrefix("öffnen: a study 山\nchanged"))
        try terminal.press("q")
    }

    @Test(arguments: ["javascript\u{1B}]0;x", "no scheme", "https://a b", "http://\u{E9}", ":x", ""])
    func whatIsNoURLIsNoLink(text: String) { #expect(LinkSequence.begin(text) == nil) }

    @Test func clipboardTextIsCleanAndEncoded() {
        #expect(ClipboardSequence.base64(Array("".utf8)) == "")
        #expect(ClipboardSequence.base64(Array("M".utf8)) == "TQ==")
        #expect(ClipboardSequence.base64(Array("Ma".utf8)) == "TWE=")
        #expect(ClipboardSequence.base64(Array("Man, é".utf8)) == "TWFuLCDDqQ==")
        #expect(ClipboardSequence.clean("a\u{1B}[31m\u{7}b\r\nc\td\u{202E}e\u{9B}f") == "a[31mb\nc\tdef")
        for multiplexer in [Multiplexer.none, .tmux, .screen, .screenOrTmux] {
            let bytes = ClipboardSequence.bytes(for: "x\u{1B}\\y\u{7}", through: multiplexer)
            // No control but the sequences' own: ESC, and BEL at the end.
            #expect(bytes.allSatisfy { $0 == 0x1B || $0 == 0x07 || $0 >= 0x20 && $0 < 0x7F })
        }
    }

    @Test func whatIsInBetweenIsKnown() {
        #expect(Multiplexer(terminfoName: "xterm-256color", environment: [:]) == .none)
        #expect(Multiplexer(terminfoName: "tmux-256color", environment: [:]) == .tmux)
        #expect(Multiplexer(terminfoName: "screen", environment: ["TMUX": "/tmp/x"]) == .tmux)
        #expect(Multiplexer(terminfoName: "screen.xterm", environment: ["STY": "1.x"]) == .screen)
        #expect(Multiplexer(terminfoName: "screen", environment: [:]) == .screenOrTmux)
    }

    @Test func framesAreSynchronizedOnlyWhereItIsKnown() throws {
        let terminal = try RawTerminal()
        for (environment, isExpected) in [("-u TMUX TERM_PROGRAM=WezTerm", true), ("-u TMUX -u TERM_PROGRAM", false)] {
            let before = terminal.sent.count
            try terminal.run("env \(environment) TERM=xterm-256color \(RawTerminal.probe) show word")
            try terminal.wait { $0.hasPrefix("word\nword") }
            // What tmux has shown it may not have written down yet.
            #expect(Program.waits(seconds: 5) { terminal.sent.dropFirst(before).count > 100 })
            if isExpected { #expect(Program.waits(seconds: 5) { terminal.sent.contains("\u{1B}[?2026l") }) }
            let sent = terminal.sent.dropFirst(before)
            #expect(sent.contains("\u{1B}[?2026h") == isExpected)
            #expect(sent.contains("\u{1B}[?2026l") == isExpected)
            // Nothing is asked of the terminal before, or after, the first frame.
            for query in ["$p", "[c", "[0c", "[>c", "[6n", "]11;?", "[?u"] { #expect(!sent.contains("\u{1B}\(query)")) }
            try terminal.press("q")
            try terminal.wait { $0.contains("ready>") && !$0.hasPrefix("word\nword") }
        }
    }

    @Test func answersFocusAndPastesAreNoKeys() throws {
        let terminal = try RawTerminal()
        let file = terminal.folder.appendingPathComponent("keys").path
        try terminal.run("\(RawTerminal.probe) keys \(file)")
        try terminal.wait { $0.contains("ready") && !$0.contains("probe") }
        try terminal.press("a")
        for answer in ["\u{1B}[I", "\u{1B}[O", "\u{1B}[?2026;2$y", "\u{1B}[>41;390;0c", "\u{1B}]11;rgb:0/0/0\u{7}"] {
            // All at once, as a terminal sends it.
            try terminal.send(answer)
        }
        try terminal.call("set-buffer", "two\nlines\u{1B}[31m")
        try terminal.call("paste-buffer", "-p", "-t", "main")
        try terminal.press("q")
        #expect(Program.waits(seconds: 10) { FileManager.default.fileExists(atPath: file) })
        let keys = try String(contentsOfFile: file, encoding: .utf8)
        #expect(keys == "character(\"a\")\npaste(\"two\\nlines[31m\")\ncharacter(\"q\")", "\(keys)")
    }

    /// A fault leaves the terminal as it was: cooked, on the first screen, with its cursor, without bracketed paste.
    @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
    func aFaultRestoresTheTerminal(signal: Int32) throws {
        let terminal = try RawTerminal()
        try terminal.run(
            "stty -g | md5sum; \(RawTerminal.probe) crash \(signal) 2>/dev/null; echo status $?; stty -g | md5sum")
        try terminal.wait { $0.hasPrefix("about to end") }
        #expect(try terminal.look("#{alternate_on}#{keypad_flag}") == "11")
        try terminal.press("n")
        try terminal.wait {
            $0.contains("status \(128 + signal)") && $0.matches(of: /[0-9a-f]{32}/).count == 2
        }
        let settings = terminal.screen.matches(of: /[0-9a-f]{32}/).map { String($0.output) }
        #expect(Set(settings).count == 1)
        #expect(try terminal.look("#{alternate_on}#{cursor_flag}#{keypad_flag}#{keypad_cursor_flag}") == "0100")
        #expect(terminal.sent.contains("\u{1B}[?2004h") && terminal.sent.contains("\u{1B}[?2004l"))
    }

    /// The terminal expects Latin-1, and the host does not have that locale: letters without accents are right there too.
    @Test func aLocaleThatIsNotInstalledIsShownInASCII() throws {
        let terminal = try RawTerminal()
        try terminal.run("LC_ALL=xx_XX.ISO-8859-1 \(RawTerminal.probe) show 'García│…'")
        try terminal.wait { $0.hasPrefix("Garcia|~\nGarcia|~") }
        try terminal.press("q")
    }

    /// Where there is no second screen to leave, nothing of a patient stays on the first.
    @Test func theLinuxConsoleIsCleared() throws {
        let terminal = try RawTerminal()
        try terminal.run("TERM=linux \(RawTerminal.probe) show Patientia")
        try terminal.wait { $0.hasPrefix("Patientia\nPatientia") }
        try terminal.press("q")
        try terminal.wait { $0.contains("ready>") && !$0.contains("Patientia") }
        try terminal.run("TERM=linux \(RawTerminal.probe) crash \(SIGABRT) 2>/dev/null")
        try terminal.wait { $0.hasPrefix("about to end") }
        try terminal.press("n")
        try terminal.wait { $0.contains("ready>") && !$0.contains("about to end") }
    }
}
