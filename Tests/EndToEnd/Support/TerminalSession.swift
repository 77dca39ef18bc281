import Foundation

/// The real program in a real terminal: a tmux server of its own, typed into and looked at as a person would.
final class TerminalSession {
    private let socket = "readroom-\(UUID().uuidString.prefix(8))"
    private let tmux: String
    private(set) var keysTyped = 0

    static var isAvailable: Bool { Processes.find("tmux") != nil }

    init(_ command: String, columns: Int = 100, rows: Int = 30) throws {
        tmux = Processes.find("tmux") ?? "tmux"
        // exec: the pane's process is the program, so that signals and its death are its own.
        try call(
            "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", "\(columns)", "-y", "\(rows)",
            "env LC_ALL=C.UTF-8 TZ=UTC sh -c 'exec \(command)'")
        try call("set-option", "-g", "escape-time", "0")
        try call("set-option", "-g", "remain-on-exit", "on")
    }

    deinit { _ = try? call("kill-server") }

    /// Keys in tmux's names: `Enter`, `F12`, `C-x`.
    func press(_ keys: String...) throws {
        keysTyped += keys.count
        try call(["send-keys", "-t", "main"] + keys)
    }

    func type(_ text: String) throws {
        keysTyped += text.count
        try call("send-keys", "-t", "main", "-l", text)
    }

    var screen: String { (try? call("capture-pane", "-t", "main", "-p").output) ?? "" }

    var processIdentifier: Int32 {
        Int32(
            (try? call("display-message", "-t", "main", "-p", "#{pane_pid}").output)?
                .trimmingCharacters(in: .whitespacesAndNewlines) ?? "") ?? 0
    }

    var isAlive: Bool {
        (try? call("display-message", "-t", "main", "-p", "#{pane_dead}").output)?.hasPrefix("0") ?? false
    }

    func resize(columns: Int, rows: Int) throws {
        try call("resize-window", "-t", "main", "-x", "\(columns)", "-y", "\(rows)")
    }

    func send(signal: Int32) { kill(processIdentifier, signal) }

    func hangUp() { _ = try? call("kill-session", "-t", "main") }

    /// Waits until the screen shows all of `texts`.
    func wait(for texts: String..., seconds: Double = 15, comment: String = "") throws {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            let screen = self.screen
            if texts.allSatisfy({ screen.contains($0) }) { return }
            usleep(20_000)
        }
        throw NotSeen(texts: texts, screen: screen)
    }

    func waitForEnd(seconds: Double = 10) throws {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if !isAlive { return }
            usleep(20_000)
        }
        throw NotSeen(texts: ["the end of the program"], screen: screen)
    }

    struct NotSeen: Error, CustomStringConvertible {
        var texts: [String]
        var screen: String
        var description: String { "not seen: \(texts)\n\(screen)" }
    }

    @discardableResult
    private func call(_ arguments: String...) throws -> (status: Int32, output: String) { try call(arguments) }

    @discardableResult
    private func call(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try Processes.run(tmux, ["-L", socket] + arguments)
    }
}

/// Waits for something outside the screen.
func eventually(seconds: Double = 15, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
        if try condition() { return true }
        usleep(50_000)
    }
    return try condition()
}
