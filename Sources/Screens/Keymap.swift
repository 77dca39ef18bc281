import Terminal

/// Which keys do what: the table's defaults, changed by keymap files.
public struct Keymap: Hashable, Sendable {
    /// What the last line of a screen says of a key.
    struct Hint: Hashable, Sendable {
        var key: String
        /// English; the catalogue has the others.
        var word: String
    }

    var sequences: [KeyContext: [[Key]: Command]] = [:]
    /// The keys of each screen's own commands, as a person writes them.
    var names: [KeyContext: [Command: [String]]] = [:]
    private var listed: [KeyContext: [KeyTableEntry]] = [:]
    private var hints: [KeyContext: [Hint]] = [:]

    private static let mostHints = 6

    public static let `default` = reading([:]).keymap

    /// - Parameter overrides: keys in place of the table's.
    init(_ overrides: [KeyContext: [Command: [String]]]) {
        for context in KeyContext.allCases {
            let keys = overrides[context] ?? [:]
            let entries =
                KeyTable.entries(in: context) + KeyTable.borrowed(by: context).filter { keys[$0.command] != nil }
            listed[context] = entries
            for entry in entries {
                let written = keys[entry.command] ?? entry.keys
                names[context, default: [:]][entry.command] = written
                for sequence in written.compactMap(Keymap.parse) {
                    sequences[context, default: [:]][sequence] = entry.command
                }
            }
        }
        hints = listed.mapValues { hints(of: $0) }
    }

    private func hints(of entries: [KeyTableEntry]) -> [Hint] {
        let hints = entries.compactMap { entry -> Hint? in
            guard let word = entry.hint, let key = keys(of: entry.command, in: entry.context).first else { return nil }
            return Hint(key: key, word: word)
        }
        return Array(hints.prefix(Keymap.mostHints))
    }

    /// For the screen's last line, those that matter most first.
    func hints(in context: KeyContext) -> [Hint] { hints[context] ?? [] }

    static func parse(_ text: String) -> [Key]? {
        let keys = text.split(separator: " ").map { Key(name: String($0)) }
        guard (1...2).contains(keys.count), !keys.contains(nil) else { return nil }
        return keys.compactMap(\.self)
    }

    func command(_ sequence: [Key], in context: KeyContext) -> Command? {
        sequences[context]?[sequence] ?? sequences[.everywhere]?[sequence]
    }

    func isLeader(_ key: Key, in context: KeyContext) -> Bool {
        [context, .everywhere].contains { context in
            sequences[context]?.keys.contains { $0.count == 2 && $0[0] == key } ?? false
        }
    }

    /// The commands of a screen's own: those of the table, and those of everywhere that a keymap file binds there.
    public func entries(in context: KeyContext) -> [KeyTableEntry] { listed[context] ?? [] }

    /// The keys that a keymap file may give a command in a screen's own table.
    public func ownKeys(of command: Command, in context: KeyContext) -> [String] { names[context]?[command] ?? [] }

    /// All keys of a command that work in a screen, as a person writes them; its own first.
    public func keys(of command: Command, in context: KeyContext) -> [String] {
        let own = ownKeys(of: command, in: context)
        guard context != .everywhere else { return own }
        return own
            + ownKeys(of: command, in: .everywhere).filter { key in
                guard !own.contains(key), let sequence = Keymap.parse(key) else { return false }
                return self.command(sequence, in: context) == command
            }
    }
}
