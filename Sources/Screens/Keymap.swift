import Terminal
public import Wording

/// Which keys do what: the table's defaults, changed by a keymap file.
public struct Keymap: Hashable, Sendable {
    /// A line of a keymap file that cannot be used.
    public struct Problem: Hashable, Sendable {
        /// `worklist.open-study`
        public var path: String
        public var what: Wording
        /// The command it quarrels with, where it is one: `worklist.filter`.
        public var other: String?
    }

    private var sequences: [KeyContext: [[Key]: Command]] = [:]
    private var names: [KeyContext: [Command: [String]]] = [:]
    private var hints: [KeyContext: [Hint]] = [:]

    /// What the last line of a screen says of a key.
    struct Hint: Hashable, Sendable {
        var key: String
        /// English; the catalogue has the others.
        var word: String
    }

    private static let mostHints = 6

    public static let `default` = build([:]).keymap

    /// The defaults with some commands bound to other keys.
    ///
    /// - Parameter bindings: context name → command name → keys in keymap notation, `C-x s` for a sequence.
    public static func reading(_ bindings: [String: [String: [String]]]) -> (keymap: Keymap, problems: [Problem]) {
        var overrides: [KeyContext: [Command: [String]]] = [:]
        var problems: [Problem] = []
        for (contextName, commands) in bindings.sorted(by: { $0.key < $1.key }) {
            guard let context = KeyContext(rawValue: contextName) else {
                problems.append(Problem(path: contextName, what: "is not a screen"))
                continue
            }
            for (commandName, keys) in commands.sorted(by: { $0.key < $1.key }) {
                let path = "\(contextName).\(commandName)"
                let known = Command(rawValue: commandName).flatMap { command in
                    KeyTable.entries.contains { $0.context == context && $0.command == command } ? command : nil
                }
                guard let command = known else {
                    problems.append(Problem(path: path, what: "is not a command of this screen"))
                    continue
                }
                problems += keys.compactMap { problem(with: $0, in: context).map { Problem(path: path, what: $0) } }
                overrides[context, default: [:]][command] = keys
            }
        }
        let built = build(overrides)
        return (built.keymap, problems + built.conflicts)
    }

    private static func problem(with key: String, in context: KeyContext) -> Wording? {
        guard let sequence = parse(key) else { return "\"\(key)\" is not a key" }
        if context.takesText, case .character(let character) = sequence[0] {
            return "\"\(key)\" would keep \(character == " " ? "Space" : String(character)) from being typed"
        }
        return nil
    }

    private static func build(
        _ overrides: [KeyContext: [Command: [String]]]
    ) -> (keymap: Keymap, conflicts: [Problem]) {
        var keymap = Keymap()
        for entry in KeyTable.entries {
            keymap.names[entry.context, default: [:]][entry.command] =
                overrides[entry.context]?[entry.command] ?? entry.keys
        }
        var conflicts: [Problem] = []
        // What the file says is told of first: it is what can be changed.
        let entries = KeyTable.entries.sorted {
            (overrides[$0.context]?[$0.command] == nil ? 0 : 1) < (overrides[$1.context]?[$1.command] == nil ? 0 : 1)
        }
        for entry in entries {
            for sequence in (keymap.names[entry.context]?[entry.command] ?? []).compactMap(parse) {
                if let conflict = keymap.conflict(of: sequence, for: entry) { conflicts.append(conflict) }
                keymap.sequences[entry.context, default: [:]][sequence] = entry.command
            }
        }
        keymap.hints = Dictionary(grouping: KeyTable.entries, by: \.context).mapValues { keymap.hints(of: $0) }
        return (keymap, conflicts)
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

    /// The same keys twice, or a key that both does something and begins a sequence.
    private func conflict(of sequence: [Key], for entry: KeyTableEntry) -> Problem? {
        let path = "\(entry.context.rawValue).\(entry.command.rawValue)"
        for (other, command) in sequences[entry.context] ?? [:] where command != entry.command {
            let otherPath = "\(entry.context.rawValue).\(command.rawValue)"
            if other == sequence {
                return Problem(path: path, what: "has the same key as \(command.rawValue)", other: otherPath)
            }
            guard other.count != sequence.count, other[0] == sequence[0] else { continue }
            let key = sequence[0].name
            return Problem(
                path: path, what: "and \(command.rawValue): \(key) both does something and begins a sequence",
                other: otherPath)
        }
        return nil
    }

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

    /// The keys of a command, as a person writes them.
    public func keys(of command: Command, in context: KeyContext) -> [String] {
        names[context]?[command] ?? []
    }
}
