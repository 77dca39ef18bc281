/// Which terminfo entry to use for a `TERM` the host may not know.
enum TerminalName {
    /// The name itself, then what resembles it, the closest first: tmux, screen, xterm, vt100.
    static func candidates(for name: String) -> [String] {
        let families = [
            ["tmux-256color", "tmux"], ["screen-256color", "screen"], ["xterm-256color", "xterm"], ["vt100"],
        ]
        let start = families.firstIndex { family in family.contains { name.hasPrefix($0.prefix { $0 != "-" }) } }
        // A name of no family is most likely some newer emulator, and those imitate xterm.
        let following = families[(start ?? 2)...].flatMap { $0 }
        return [name] + following.filter { $0 != name }
    }
}
