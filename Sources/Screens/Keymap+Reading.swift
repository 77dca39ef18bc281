import Terminal
public import Wording

// Keymap files: what they say, and what is wrong with it.

extension Keymap {
    /// Context name → command name → keys in keymap notation, `C-x s` for a sequence.
    public typealias Bindings = [String: [String: [String]]]

    /// A line of a keymap file that cannot be used.
    public struct Problem: Hashable, Sendable {
        /// `worklist.open-study`
        public var path: String
        public var what: Wording
        /// The command it quarrels with, where it is one: `worklist.filter`.
        public var other: String?
    }

    /// The defaults with some commands bound to other keys.
    ///
    /// - Parameter bindings: of the reader's own file.
    /// - Parameter base: of the keymap below it.
    public static func reading(
        _ bindings: Bindings, over base: Bindings = [:]
    ) -> (keymap: Keymap, problems: [Problem]) {
        let below = overrides(base)
        let own = overrides(bindings)
        let keymap = Keymap(below.read.merging(own.read) { $0.merging($1) { $1 } })
        return (keymap, below.problems + own.problems + keymap.conflicts(toldOf: own.read))
    }

    private typealias Overrides = [KeyContext: [Command: [String]]]

    private static func overrides(_ bindings: Bindings) -> (read: Overrides, problems: [Problem]) {
        var overrides: Overrides = [:]
        var problems: [Problem] = []
        for (contextName, commands) in bindings.sorted(by: { $0.key < $1.key }) {
            guard let context = KeyContext(rawValue: contextName) else {
                problems.append(Problem(path: contextName, what: "is not a screen"))
                continue
            }
            for (commandName, keys) in commands.sorted(by: { $0.key < $1.key }) {
                let path = "\(contextName).\(commandName)"
                guard let command = Command(rawValue: commandName) else {
                    problems.append(Problem(path: path, what: "is not a command"))
                    continue
                }
                guard KeyTable.canAct(command, in: context) else {
                    let others = KeyTable.entries.filter { $0.command == command }.map(\.context.rawValue)
                    let named = others.map { "[\($0)]" }.joined(separator: ", ")
                    problems.append(Problem(path: path, what: "cannot act there, only in \(named)"))
                    continue
                }
                problems += keys.compactMap { problem(with: $0, in: context).map { Problem(path: path, what: $0) } }
                overrides[context, default: [:]][command] = keys
            }
        }
        return (overrides, problems)
    }

    private static func problem(with key: String, in context: KeyContext) -> Wording? {
        guard let sequence = parse(key) else { return "\"\(key)\" is not a key" }
        if context.types(sequence[0]) {
            return context == .everywhere
                ? "\"\(key)\" would keep \(sequence[0].name) from being typed in reports; take a key with C- or M-, or bind it in single screens, as [worklist]"
                : "\"\(key)\" would keep \(sequence[0].name) from being typed; take a key with C- or M-"
        }
        if context.erases(sequence[0]) { return "\"\(key)\" cannot act there: it erases in what is typed" }
        return nil
    }

    // MARK: Conflicts

    private struct Binding {
        var context: KeyContext
        var command: Command
        var sequence: [Key]
        var path: String { "\(context.rawValue).\(command.rawValue)" }
    }

    /// - Parameter own: what the reader's file binds is told of: that is what can be changed.
    private func conflicts(toldOf own: [KeyContext: [Command: [String]]]) -> [Problem] {
        func isOwn(_ binding: Binding) -> Bool { own[binding.context]?[binding.command] != nil }
        let everywhere = bindings(in: .everywhere)
        var told: Set<[String]> = []
        return KeyContext.allCases.flatMap { context -> [Problem] in
            let here = bindings(in: context)
            let pairs = here.indices.flatMap { index in
                (here[..<index] + (context == .everywhere ? [] : everywhere.filter { !hasItself($0.command, context) }))
                    .map { (here[index], $0) }
            }
            return pairs.compactMap { one, two in
                let (path, other) = isOwn(one) || !isOwn(two) ? (one, two) : (two, one)
                guard let what = quarrel(of: path, with: other) else { return nil }
                // A key that begins the sequences of everywhere quarrels with all of them.
                return told.insert([path.path, path.sequence[0].name]).inserted
                    ? Problem(path: path.path, what: what, other: other.path) : nil
            }
        }
    }

    /// A screen that has keys of its own for a command of everywhere may do something else with the others.
    private func hasItself(_ command: Command, _ context: KeyContext) -> Bool {
        names[context]?[command]?.isEmpty == false
    }

    private func bindings(in context: KeyContext) -> [Binding] {
        entries(in: context).flatMap { entry in
            ownKeys(of: entry.command, in: context).compactMap(Keymap.parse).map {
                Binding(context: context, command: entry.command, sequence: $0)
            }
        }
    }

    /// The same keys twice, or a key that both does something and begins a sequence.
    private func quarrel(of one: Binding, with other: Binding) -> Wording? {
        guard one.command != other.command, one.sequence[0] == other.sequence[0] else { return nil }
        let name = one.context == other.context ? other.command.rawValue : other.path
        if one.sequence == other.sequence { return "has the same key as \(name)" }
        guard one.sequence.count != other.sequence.count else { return nil }
        return "and \(name): \(one.sequence[0].name) both does something and begins a sequence"
    }
}

extension KeyContext {
    /// Whether a key is text there, and so cannot do anything else. The keys of everywhere act in reports too.
    func types(_ key: Key) -> Bool {
        switch (self, key) {
        case (.filter, .character), (.report, .character), (.dialog, .character), (.editing, .character),
            (.everywhere, .character), (.editing, .enter), (.editing, .tab), (.everywhere, .enter), (.everywhere, .tab):
            true
        default: false
        }
    }

    /// Whether a key erases in the line that is typed there, whatever a keymap says.
    func erases(_ key: Key) -> Bool {
        switch (self, key) {
        case (.filter, .backspace), (.filter, .control("h")), (.filter, .control("u")), (.dialog, .backspace),
            (.dialog, .control("h")), (.everywhere, .backspace), (.everywhere, .control("h")),
            (.everywhere, .control("u")):
            true
        default: false
        }
    }
}
