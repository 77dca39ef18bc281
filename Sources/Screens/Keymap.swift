import Terminal

/// Which keys do what: the table's defaults, changed by a keymap file.
public struct Keymap: Hashable, Sendable {
    /// A line of a keymap file that cannot be used.
    public struct Problem: Hashable, Sendable {
        /// `worklist.open-study`
        public var path: String
        public var what: String
    }

    private var sequences: [KeyContext: [[Key]: Command]] = [:]
    private var names: [KeyContext: [Command: [String]]] = [:]

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
                for key in keys where parse(key) == nil {
                    problems.append(Problem(path: path, what: "\"\(key)\" is not a key"))
                }
                overrides[context, default: [:]][command] = keys
            }
        }
        let built = build(overrides)
        return (built.keymap, problems + built.conflicts)
    }

    private static func build(
        _ overrides: [KeyContext: [Command: [String]]]
    ) -> (keymap: Keymap, conflicts: [Problem]) {
        var keymap = Keymap()
        var conflicts: [Problem] = []
        for entry in KeyTable.entries {
            let keys = overrides[entry.context]?[entry.command] ?? entry.keys
            keymap.names[entry.context, default: [:]][entry.command] = keys
            for sequence in keys.compactMap(parse) {
                if let other = keymap.sequences[entry.context]?[sequence] {
                    conflicts.append(
                        Problem(
                            path: "\(entry.context.rawValue).\(entry.command.rawValue)",
                            what: "has the same key as \(other.rawValue)"))
                }
                keymap.sequences[entry.context, default: [:]][sequence] = entry.command
            }
        }
        return (keymap, conflicts)
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
