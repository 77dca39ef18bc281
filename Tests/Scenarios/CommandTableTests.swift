import Terminal
import Testing
import Workstation

@testable import Screens

/// Every command of the table can be reached by its keys, stands in the help and in the palette, and can be bound anew.
@Suite struct CommandTableTests {
    /// A desk with the reader in this context.
    private static func desk(in context: KeyContext) -> Desk {
        var desk = Desk(size: Size(columns: 160, rows: 48))
        if context == .comparison { desk.items = Fixture.outbox }
        desk.start()
        desk.press(names(context))
        return desk
    }

    private static func names(_ context: KeyContext) -> String {
        switch context {
        case .everywhere, .worklist: ""
        case .filter: "/"
        case .study: "Enter"
        case .metadata: "Enter m"
        case .report: "r"
        case .signing: "r F12"
        case .outbox: "o"
        case .comparison: "o c"
        case .reading: "?"
        case .dialog: "L"
        case .columns: "|"
        case .library: "t"
        case .editing: "t n"
        }
    }

    @Test(arguments: KeyContext.allCases) func everyKeyDoesItsCommand(context: KeyContext) {
        let desk = Self.desk(in: context)
        let entered = Input(state: desk.state, size: desk.size, keymap: .default).context
        #expect(entered == (context == .everywhere ? .worklist : context))
        for entry in KeyTable.entries where entry.context == context {
            for sequence in entry.keys {
                #expect(Self.does(sequence, on: desk), "\(context) \(entry.command) \(sequence)")
            }
        }
    }

    /// Whether a sequence comes to more than the end of itself.
    private static func does(_ sequence: String, on desk: Desk) -> Bool {
        var state = desk.state
        let keys = Keymap.parse(sequence) ?? []
        for key in keys.dropLast() {
            for message in messages(for: key, in: state, size: desk.size) { _ = state.update(message) }
        }
        return keys.last.map { key in
            messages(for: key, in: state, size: desk.size).contains { $0 != .system(.leaderEnded) }
        } ?? false
    }

    @Test(arguments: KeyContext.allCases) func everyCommandIsInTheHelpOfItsScreen(context: KeyContext) {
        let desk = Self.desk(in: context)
        let lines = ScreenPainter(state: desk.state, keymap: .default).helpLines(context).map(\.title)
        for entry in KeyTable.entries where entry.context == context && !entry.keys.isEmpty {
            #expect(lines.contains(entry.title))
        }
    }

    /// However many keys a command has, and however narrow the screen is.
    @Test(arguments: KeyContext.allCases.filter { $0 != .reading })
    func everyLineOfTheHelpIsReached(context: KeyContext) throws {
        let many = ["F13", "C-o", "C-x F1", "C-x F2", "C-x F3"]
        let keymap = Keymap.reading([context.rawValue: [KeyTable.entries(in: context)[0].command.rawValue: many]])
            .keymap
        var state = Self.desk(in: context).state
        let size = Size(columns: 80, rows: 24)
        _ = state.update(.system(.helpToggled))
        var seen = ""
        for _ in 0..<20 {
            seen += render(state, size: size, keymap: keymap).plainText.joined(separator: " ")
            let key = try #require(Key(name: "PageDown"))
            for message in messages(for: key, in: state, size: size, keymap: keymap) { _ = state.update(message) }
        }
        let told = ScreenPainter(state: state, keymap: keymap).helpText(size)
        let last = try #require(told.lines.last)
        #expect(render(state, size: size, keymap: keymap).plainText.joined().contains(last.title))
        for line in told.lines { #expect(seen.contains(line.title) && seen.contains(line.keys)) }
        // A key that works is named.
        for entry in keymap.entries(in: told.context) + keymap.entries(in: .everywhere) {
            for key in keymap.keys(of: entry.command, in: told.context) { #expect(seen.contains(key), "\(key)") }
        }
    }

    @Test func everyCommandIsInThePaletteWithItsKey() {
        let palette = Palette(below: Self.desk(in: .report).state, keymap: .default)
        for command in Command.allCases where command != .palette {
            let found = palette.matching(command.rawValue)
            let hasKey = KeyTable.entries(in: .report).first { $0.command == command }?.keys != []
            #expect(
                found.contains { $0.title.contains(command.rawValue) && $0.keys.isEmpty != hasKey }, "\(command)")
        }
    }

    /// Who types a name gets what is called so, and not something that is said about another.
    @Test(arguments: [
        ("them", "next-theme"), ("theme next", "next-theme"), ("next-theme", "next-theme"),
        ("sort", "sort-next-column"),
        ("rev", "sort-reversed"), ("outb", "open-outbox"), ("otbx", "open-outbox"),
    ]) func namesComeFirstInThePalette(typed: String, name: String) {
        let palette = Palette(below: Self.desk(in: .worklist).state, keymap: .default)
        let found = palette.matching(typed)
        #expect(found.first?.name == name, "\(found.prefix(3).map(\.title))")
        // What cannot be done here comes after what can.
        let whole = found.filter { $0.title.lowercased().contains(typed) }.map(\.isElsewhere)
        #expect(whole == whole.sorted { !$0 && $1 })
    }

    @Test func everyCommandCanBeBoundInItsContext() {
        for entry in KeyTable.entries {
            for keys in [["F9"], ["C-o"], ["C-x F12"]] {
                // The one key is taken from whatever has it, as a keymap file would have to.
                let others = KeyTable.entries.filter { !Set($0.keys).isDisjoint(with: keys) }
                var bindings: Keymap.Bindings = [:]
                for other in others
                where [entry.context, other.context].contains(.everywhere) || other.context == entry.context {
                    let left = other.keys.filter { !keys.contains($0) }
                    bindings[other.context.rawValue, default: [:]][other.command.rawValue] = left
                }
                bindings[entry.context.rawValue, default: [:]][entry.command.rawValue] = keys
                let read = Keymap.reading(bindings)
                #expect(read.problems.isEmpty)
                #expect(read.keymap.command(Keymap.parse(keys[0]) ?? [], in: entry.context) == entry.command)
            }
        }
    }

    /// What works everywhere can be given a key in one screen alone, and what has no key of its own in a screen does
    /// there what it does elsewhere.
    @Test(arguments: KeyContext.allCases.filter { $0 != .everywhere })
    func everyCommandThatCanActInAScreenCanBeBoundThere(context: KeyContext) throws {
        var desk = Self.desk(in: context)
        let free = KeyTable.entries(in: context).filter { $0.keys.isEmpty } + KeyTable.borrowed(by: context)
        #expect(!free.isEmpty)
        for entry in free {
            let read = Keymap.reading([context.rawValue: [entry.command.rawValue: ["M-q"]]])
            #expect(read.problems.isEmpty)
            let key = try #require(Key(name: "M-q"))
            let sent = messages(for: key, in: desk.state, size: desk.size, keymap: read.keymap)
            #expect(sent.count == 1, "\(context) \(entry.command)")
            #expect(messages(for: key, in: desk.state, size: desk.size).isEmpty)
            let help = ScreenPainter(state: desk.state, keymap: read.keymap).helpLines(context)
            #expect(help.contains { $0.keys.first == "M-q" && $0.title == entry.title })
        }
        desk.press("Esc")
    }

    @Test func everyCommandIsInTheTable() {
        let inTable = Set(KeyTable.entries.map(\.command))
        for command in Command.allCases { #expect(inTable.contains(command), "\(command)") }
    }
}

extension Desk {
    fileprivate mutating func press(_ names: String) {
        for name in names.split(separator: " ") { if let key = Key(name: String(name)) { press(key) } }
    }
}
