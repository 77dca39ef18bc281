import Foundation
import Programs

/// A shell in a tmux of its own, and every byte that programs in it send to their terminal.
final class RawTerminal {
    private let socket = "readroom-probe-\(UUID().uuidString.prefix(8))"
    let folder: URL

    static var isAvailable: Bool { Program.find("tmux") != nil }

    init(columns: Int = 80, rows: Int = 24) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-raw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try call(
            "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", "\(columns)", "-y", "\(rows)",
            "env LC_ALL=C.UTF-8 SWIFT_BACKTRACE=enable=no PS1='ready> ' sh -i")
        try call("set-option", "-g", "escape-time", "0")
        try call("set-option", "-g", "set-clipboard", "on")
        try call("pipe-pane", "-o", "-t", "main", "cat > \(folder.path)/raw")
        try wait { $0.contains("ready>") }
    }

    deinit {
        _ = try? Program.run(["tmux", "-L", socket, "kill-server"])
        try? FileManager.default.removeItem(at: folder)
    }

    @discardableResult
    func call(_ arguments: String...) throws -> String { try call(arguments) }

    @discardableResult
    private func call(_ arguments: [String]) throws -> String {
        try Program.run(["tmux", "-L", socket] + arguments).output
    }

    static let probe = (try? Program.built("terminalprobe")) ?? "terminalprobe"

    func run(_ line: String) throws {
        try call("send-keys", "-t", "main", "-l", line)
        try call("send-keys", "-t", "main", "Enter")
    }

    func press(_ keys: String) throws { try call("send-keys", "-t", "main", keys) }

    /// Bytes as they would come from a terminal.
    func send(_ text: String) throws {
        try call(["send-keys", "-t", "main", "-H"] + text.utf8.map { String($0, radix: 16) })
    }

    var screen: String { (try? call("capture-pane", "-t", "main", "-p")) ?? "" }

    func look(_ format: String) throws -> String {
        try call("display-message", "-t", "main", "-p", format).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Every byte that was sent to the terminal.
    var sent: String {
        let data = (try? Data(contentsOf: folder.appendingPathComponent("raw"))) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    struct NotSeen: Error { var screen: String }

    func wait(seconds: Double = 20, until holds: (String) throws -> Bool) throws {
        guard try Program.waits(seconds: seconds, until: { try holds(screen) }) else { throw NotSeen(screen: screen) }
    }
}
