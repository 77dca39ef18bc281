import Foundation
import Programs

/// The real program in a real terminal: a tmux server of its own, typed into and looked at as a person would.
final class TerminalSession {
    private let socket = "readroom-\(UUID().uuidString.prefix(8))"
    private(set) var keysTyped = 0

    static var isAvailable: Bool { Program.find("tmux") != nil }

    init(_ command: String, columns: Int = 100, rows: Int = 30) async throws {
        // exec: the pane's process is the program, so that signals and its death are its own.
        try await call(
            "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", "\(columns)", "-y", "\(rows)",
            "env LC_ALL=C.UTF-8 TZ=UTC sh -c 'exec \(command)'")
        try await call("set-option", "-g", "escape-time", "0")
        try await call("set-option", "-g", "remain-on-exit", "on")
    }

    deinit { _ = try? Program.run(["tmux", "-L", socket, "kill-server"]) }

    /// Keys in tmux's names: `Enter`, `F12`, `C-x`.
    func press(_ keys: String...) async throws {
        keysTyped += keys.count
        try await call(["send-keys", "-t", "main"] + keys)
    }

    /// The same key in many terminals, as nearly at the same time as the system allows.
    static func pressAtOnce(_ key: String, in sessions: [TerminalSession]) async throws {
        let lines = sessions.map { "tmux -L \($0.socket) send-keys -t main \(key) &" } + ["wait"]
        try await Program.run(["/bin/sh", "-c", lines.joined(separator: "\n")])
    }

    func type(_ text: String) async throws {
        keysTyped += text.count
        try await call("send-keys", "-t", "main", "-l", text)
    }

    var screen: String {
        get async { (try? await call("capture-pane", "-t", "main", "-p").output) ?? "" }
    }

    var processIdentifier: Int32 {
        get async {
            let answer = try? await call("display-message", "-t", "main", "-p", "#{pane_pid}").output
            return Int32(answer?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "") ?? 0
        }
    }

    /// Whether the second screen is shown, the cursor is, and the keypad's and the cursor keys' other modes are on.
    var flags: String {
        get async {
            let format = "#{alternate_on} #{cursor_flag} #{keypad_flag} #{keypad_cursor_flag}"
            let answer = try? await call("display-message", "-t", "main", "-p", format).output
            return answer?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        }
    }

    var isAlive: Bool {
        get async {
            let answer = try? await call("display-message", "-t", "main", "-p", "#{pane_dead}").output
            return answer?.hasPrefix("0") ?? false
        }
    }

    func resize(columns: Int, rows: Int) async throws {
        try await call("resize-window", "-t", "main", "-x", "\(columns)", "-y", "\(rows)")
    }

    func send(signal: Int32) async {
        let process = await processIdentifier
        kill(process, signal)
    }

    func hangUp() async { _ = try? await call("kill-session", "-t", "main") }

    /// Waits until the screen shows all of `texts`.
    func wait(for texts: String..., seconds: Double = 90) async throws {
        let isSeen = await eventually(seconds: seconds) {
            let screen = await self.screen
            return texts.allSatisfy { screen.contains($0) }
        }
        if !isSeen { throw NotSeen(texts: texts, screen: await screen) }
    }

    func waitForEnd(seconds: Double = 90) async throws {
        guard await eventually(seconds: seconds, { await !self.isAlive }) else {
            throw NotSeen(texts: ["the end of the program"], screen: await screen)
        }
    }

    /// A session that has signed the one report there is, and shows `words`.
    static func signed(_ workplace: Workplace, until words: String) async throws -> TerminalSession {
        let session = try await TerminalSession(workplace.command, columns: 160)
        try await session.wait(for: "GARCÍA LÓPEZ")
        try await session.press("r")
        try await session.wait(for: "Chest X-ray (matched")
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "goes to: ")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: words)
        return session
    }

    /// Leaves the program, whatever it asks before: the list may not have heard yet that a report was filed.
    func quit() async throws {
        try await press("q")
        let isOver = await eventually {
            if await self.screen.contains("Enter quit") { try? await self.press("Enter") }
            return await !self.isAlive
        }
        if !isOver { throw NotSeen(texts: ["the end of the program"], screen: await screen) }
    }

    struct NotSeen: Error, CustomStringConvertible {
        var texts: [String]
        var screen: String
        var description: String { "not seen: \(texts)\n\(screen)" }
    }

    @discardableResult
    private func call(_ arguments: String...) async throws -> Program.Outcome {
        try await call(arguments)
    }

    @discardableResult
    private func call(_ arguments: [String]) async throws -> Program.Outcome {
        try await Program.run(["tmux", "-L", socket] + arguments)
    }
}

/// Waits until something holds, without holding up a thread.
func eventually(seconds: Double = 90, _ condition: () async throws -> Bool) async rethrows -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(30))
    }
    return try await condition()
}
