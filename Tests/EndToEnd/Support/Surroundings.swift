import Foundation
import Programs

/// How a reader comes to the program: through what, on which terminal, in which locale, on how large a screen.
struct Surroundings: Sendable, CustomStringConvertible {
    enum Way: String, CaseIterable, Sendable {
        case tmux, screen, ssh, mosh
        /// The terminal is said to be another than it is; tmux understands all of them.
        case linux, xterm, screenName = "TERM=screen", tmux256 = "TERM=tmux-256color"

        fileprivate var term: String? {
            switch self {
            case .linux: "linux"
            case .xterm: "xterm"
            case .screenName: "screen"
            case .tmux256: "tmux-256color"
            case .tmux, .screen, .ssh, .mosh: nil
            }
        }

        var isAvailable: Bool {
            let needed: [String] =
                switch self {
                case .screen: ["screen"]
                case .ssh: ["sshd", "ssh", "ssh-keygen"]
                case .mosh: ["sshd", "ssh", "ssh-keygen", "mosh", "mosh-server"]
                default: []
                }
            return (needed + ["tmux"]).allSatisfy { Program.find($0) != nil }
        }
    }

    enum Characters: String, CaseIterable, Sendable {
        case utf8 = "C.UTF-8"
        case latin1 = "en_US.ISO-8859-1"
    }

    var way: Way
    var characters = Characters.utf8
    var columns = 80
    var rows = 24

    var description: String { "\(way.rawValue), \(characters.rawValue), \(columns)×\(rows)" }

    /// mosh has no Latin-1: it refuses to start where the locale is not UTF-8.
    static let all = Way.allCases.flatMap { way in
        Characters.allCases.flatMap { characters in
            [(80, 24), (200, 60)].map { size in
                Surroundings(way: way, characters: characters, columns: size.0, rows: size.1)
            }
        }
    }.filter { $0.way != .mosh || $0.characters == .utf8 }

    /// Whether the programs are there: `luit` is what lets a terminal of today stand for one of Latin-1.
    var isAvailable: Bool {
        let isLatin = characters == .latin1
        let canConvert = !isLatin || way == .screen || Program.find("luit") != nil
        return way.isAvailable && canConvert && (!isLatin || Latin1.folder != nil)
    }

    /// A script that runs the command there, written into a folder.
    func script(for command: String, in folder: URL, through shell: SecureShell?) throws -> String {
        let locale = characters == .latin1 ? "LOCPATH=\(Latin1.folder ?? "") " : ""
        let term = way.term.map { "TERM=\($0) " } ?? ""
        let inner = "env \(term)\(locale)LC_ALL=\(characters.rawValue) TZ=UTC \(command)"
        let converting = characters == .latin1 ? "luit -encoding 'ISO 8859-1' -- " : ""
        let line: String
        switch way {
        case .tmux, .linux, .xterm, .screenName, .tmux256: line = converting + inner
        case .screen:
            let encoding = characters == .latin1 ? "defencoding ISO8859-1\n" : "defutf8 on\n"
            let settings = "startup_message off\nvbell off\naltscreen on\nmaptimeout 0\n" + encoding
            try Data(settings.utf8).write(to: folder.appendingPathComponent("screenrc"))
            let sockets = folder.appendingPathComponent("s").path
            line = "mkdir -p -m 700 \(sockets); SCREENDIR=\(sockets) screen -c \(folder.path)/screenrc \(inner)"
        case .ssh: line = "\(converting)\(shell?.client ?? "ssh") -tt 127.0.0.1 \"\(inner)\""
        case .mosh:
            let port = try LoopbackPort.free()
            line =
                "mosh -p \(port) --ssh=\"\(shell?.client ?? "ssh")\" "
                + "--server=\"env LC_ALL=C.UTF-8 mosh-server\" 127.0.0.1 -- \(inner)"
        }
        let file = folder.appendingPathComponent("script").path
        try Data((line + "\n").utf8).write(to: URL(fileURLWithPath: file))
        return "sh \(file)"
    }
}

/// A locale of Latin-1, made for the tests: hardly any system has one today.
enum Latin1 {
    static let folder: String? = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-locale-\(getuid())").path
        let name = Surroundings.Characters.latin1.rawValue
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let isMade = FileManager.default.fileExists(atPath: "\(folder)/\(name)/LC_CTYPE")
        guard !isMade else { return folder }
        return Program.succeeds("localedef", "-i", "en_US", "-f", "ISO-8859-1", "\(folder)/\(name)") ? folder : nil
    }()
}
