import Foundation
import Terminal
import Testing
import Wording

@testable import CursesTerminal
@testable import readroom

/// The themes that come with the program: each role as it is on every kind of terminal, and readable.
@Suite struct ThemeFileTests {
    private static let paths = Paths(folder: "/nonexistent")
    private static let names = Appearance.themeNames(paths)

    @Test func sixThemesAreThere() {
        #expect(
            Set(Self.names) == ["dark", "light", "high-contrast", "colour-blind", "sixteen", "mono"])
    }

    /// Where a file says that it is to be copied is where a copy is read.
    @Test(arguments: ["Themes", "Keymaps"]) func theFilesSayWhereACopyIsRead(folder: String) throws {
        let home = Paths(folder: "~").theme("").components(separatedBy: "/").dropLast().suffix(1)
        let place = "~/.config/readroom/" + (folder == "Themes" ? home.joined() + "/" : "keymap.toml")
        for name in Appearance.embeddedNames(folder + "/") {
            let text = try #require(Appearance.embedded("\(folder)/\(name).toml"))
            let named = text.matches(of: /~\/[^\s;]+/).map { String($0.0) }
            #expect(named == [place], "\(name)")
        }
    }

    /// Every role with its colour on terminals of 16 million, 256, 16 and 8 colours; `UPDATE_GOLDEN=1` writes them anew.
    @Test(arguments: names) func everyRoleIsAsItWasLookedAt(name: String) throws {
        let theme = try Appearance.theme(name, Self.paths)
        let shown = Role.allCases.map { Self.line($0, theme.face(for: $0)) }.joined(separator: "\n") + "\n"
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/theme-\(name).txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try shown.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(shown == (try? String(contentsOf: file, encoding: .utf8)))
    }

    private static func line(_ role: Role, _ face: Theme.Face) -> String {
        func numbers(_ part: (Theme.Face, Int) -> Int) -> String {
            let direct = part(face, 1 << 24)
            let hex = String(direct, radix: 16)
            let first = direct < 8 ? "\(direct)" : "#" + String(repeating: "0", count: 6 - hex.count) + hex
            return ([first] + [256, 16, 8].map { "\(part(face, $0))" }).joined(separator: " ")
        }
        let flags: [(String, Style.Emphasis)] = [
            ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
        ]
        let emphasis = flags.filter { face.emphasis.contains($0.1) }.map(\.0).joined(separator: " ")
        let words =
            "\(role.rawValue): fg \(numbers { $0.numbers(among: $1).foreground }) | "
            + "bg \(numbers { $0.numbers(among: $1).background }) | \(emphasis)"
        return words.hasSuffix(" ") ? String(words.dropLast()) : words
    }

    /// WCAG 2.1, 1.4.3 and 1.4.6: text 4.5 to 1, in high contrast 7 to 1; what is only beside the text 3 to 1, and what
    /// has to be fainter than it, suggestions and lines, 2 to 1.
    @Test(arguments: names) func everyRoleCanBeRead(name: String) throws {
        let theme = try Appearance.theme(name, Self.paths)
        for role in Role.allCases {
            let face = theme.face(for: role)
            guard let contrast = face.foreground.contrast(with: face.background) else { continue }
            let least: Double =
                switch role {
                case .border, .suggestion: 2
                case .secondary, .hint, .fieldDefault: name == "high-contrast" ? 7 : 3
                default: name == "high-contrast" ? 7 : 4.5
                }
            #expect(contrast >= least, "\(name) \(role): \(contrast)")
        }
    }

    /// What the report will not contain looks like no typed text, and an untouched default like neither, on every terminal
    /// and without seeing colours.
    @Test(arguments: names) func suggestionsAndDefaultsAreToldFromTextByMoreThanColour(name: String) throws {
        let terminals = [
            ("xterm-256color", 256), ("xterm-256color", 0), ("xterm", 8), ("xterm", 0), ("linux", 8), ("linux", 0),
            ("screen", 8), ("screen-256color", 256), ("vt100", 0), ("tmux", 8), ("tmux", 0), ("tmux-256color", 256),
        ]
        for (terminal, colors) in terminals {
            let theme = try Appearance.theme(name, Self.paths).among(colors: colors)
            let emphasis = RoleEmphasis(theme: theme, colors: colors, shown: ShownEmphasis(terminfoName: terminal))
            for (one, other) in [
                (Role.suggestion, Role.text), (.fieldDefault, .text), (.suggestion, .fieldDefault),
            ] {
                #expect(emphasis.tells(one, from: other), "\(name), \(terminal), \(colors) colours: \(one), \(other)")
            }
        }
    }

    /// The Linux console shows neither dim nor italic nor underlined beside a colour, and a VT100 has no dim and no italic.
    @Test func whatATerminalShowsIsAskedOfTerminfo() {
        let console = ShownEmphasis(terminfoName: "linux")
        #expect(console.plain == [.bold, .dim, .underline, .reverse] && console.colored == [.bold, .reverse])
        let vt100 = ShownEmphasis(terminfoName: "vt100")
        #expect(vt100.plain == [.bold, .underline, .reverse])
        let xterm = ShownEmphasis(terminfoName: "xterm-256color")
        #expect(xterm.plain == [.bold, .dim, .italic, .underline, .reverse] && xterm.colored == xterm.plain)
    }

    /// Bold black is black where bold is not brightened.
    @Test func amongEightColoursBrightBlackIsNotBoldBlack() throws {
        let theme = try Appearance.theme("sixteen", Self.paths)
        let emphasis = RoleEmphasis(theme: theme, colors: 8, shown: ShownEmphasis(terminfoName: "xterm"))
        #expect(emphasis[.hint] == .dim && theme.face(for: .hint).numbers(among: 8) == (-1, -1))
        #expect(emphasis[.input] == .bold)
    }

    @Test func aThemeOfOnesOwnNamesLineAndKey() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = Paths(folder: folder.path)
        let themes = URL(fileURLWithPath: paths.configuration).appendingPathComponent("themes")
        try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
        try "[text]\nfg = 250\n\n[stat]\nfg = \"rouge\"\n".write(
            to: themes.appendingPathComponent("own.toml"), atomically: true, encoding: .utf8)
        let problem = #expect(throws: FileProblem.self) { try Appearance.theme("own", paths) }
        #expect(problem?.line == 5 && problem?.what.english.contains("rouge") == true)
        // One of the same name as a built-in one takes its place.
        try "[text]\nfg = 99\n".write(to: themes.appendingPathComponent("dark.toml"), atomically: true, encoding: .utf8)
        #expect(try Appearance.theme("dark", paths).face(for: .text).foreground == .indexed(99))
    }
}
