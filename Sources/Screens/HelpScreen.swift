import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// The keys of the screen below, from the same table that dispatches them.
    func paintHelp(_ frame: inout Frame, top: Int) {
        let help = helpText(frame.size)
        let region = Region(row: 0, column: 0, columns: frame.columns, rows: frame.rows - 1)
            .centered(columns: help.width, rows: min(frame.rows - 2, help.lines.count + 2))
        frame.fill(region, style: Style(.popup))
        let more = readingMore(help.lines.count, rows: region.rows - 2)
        let inner = frame.box(region, title: tr("Keys · \(tr(key: help.context.title))\(more)\(readingClose)"))
        let first = max(0, min(top, help.lines.count - inner.rows))
        for (index, line) in help.lines.dropFirst(first).prefix(inner.rows).enumerated() {
            frame.put(
                line.keys, row: inner.row + index, column: inner.column + 1, style: Style(.accent),
                width: HelpText.keys)
            frame.put(
                line.title, row: inner.row + index, column: inner.column + 3 + HelpText.keys, style: Style(.popup),
                width: inner.columns - 4 - HelpText.keys)
        }
    }

    /// What the help says on a screen of this size, as many lines as there are.
    func helpText(_ size: Size) -> HelpText {
        let context = Input(state: state.uncovered, size: size, keymap: keymap).context
        return HelpText(context: context, lines: helpLines(context), columns: size.columns)
    }

    /// ` · PageDown for more`, where there is more than there are rows.
    func readingMore(_ lines: Int, rows: Int) -> String {
        guard lines > rows, let key = keymap.keys(of: .pageDown, in: .reading).first else { return "" }
        return tr(" · \(key) for more")
    }

    /// ` · Esc closes`
    var readingClose: String { tr(" · \(key(.close, in: .reading)) closes") }

    func helpLines(_ context: KeyContext) -> [(keys: [String], title: String)] {
        var seen: Set<Command> = []
        return [context, .everywhere].flatMap(keymap.entries).filter { seen.insert($0.command).inserted }.compactMap {
            entry in
            let keys = keymap.keys(of: entry.command, in: context)
            return keys.isEmpty ? nil : (keys, tr(key: entry.title))
        }
    }

    /// A question and its two keys, as the keymap has them.
    func paintQuestion(_ frame: inout Frame, title: String, lines: [String], yes: String, no: String) {
        let keys = "\(key(.confirm)) \(yes)   \(key(.close)) \(no)"
        let width = min(frame.columns - 2, 78)
        let wrapped = lines.flatMap { $0.wrapped(width: width - 4) }
        let region = Region(row: 0, column: 0, columns: frame.columns, rows: frame.rows)
            .centered(columns: width, rows: wrapped.count + 4)
        frame.fill(region, style: Style(.popup))
        let inner = frame.box(region, title: title)
        for (index, line) in wrapped.enumerated() {
            frame.put(
                line, row: inner.row + index, column: inner.column + 1, style: Style(.popup), width: inner.columns - 2)
        }
        frame.put(
            keys, row: inner.row + inner.rows - 1, column: inner.column + 1, style: Style(.hint),
            width: inner.columns - 2)
    }

    /// The first key of a command in a question.
    func key(_ command: Command) -> String { keymap.key(of: command, in: .signing) }

    /// The first key of a command on a screen.
    func key(_ command: Command, in context: KeyContext) -> String { keymap.key(of: command, in: context) }
}

/// The help in lines: keys on the left, what they do on the right, both in as many lines as they need.
struct HelpText {
    /// Columns for the keys.
    static let keys = 22

    let context: KeyContext
    let width: Int
    private(set) var lines: [(keys: String, title: String)] = []

    init(context: KeyContext, lines: [(keys: [String], title: String)], columns: Int) {
        self.context = context
        width = min(78, columns)
        for line in lines {
            let titles = line.title.wrapped(width: max(8, width - 6 - HelpText.keys))
            let keys = HelpText.rows(of: line.keys)
            for index in 0..<max(titles.count, keys.count) {
                self.lines.append(
                    (
                        keys.indices.contains(index) ? keys[index] : "",
                        titles.indices.contains(index) ? titles[index] : ""
                    ))
            }
        }
    }

    /// No key is broken at its blank: half a sequence is another key.
    private static func rows(of keys: [String]) -> [String] {
        keys.reduce(into: []) { rows, key in
            if let last = rows.last, cellWidth(of: last) + 2 + cellWidth(of: key) <= HelpText.keys {
                rows[rows.count - 1] = last + "  " + key
            } else {
                rows.append(key)
            }
        }
    }
}

extension Keymap {
    /// The first key of a command on a screen, for a sentence about it.
    func key(of command: Command, in context: KeyContext) -> String {
        keys(of: command, in: context).first ?? tr("no key")
    }
}
