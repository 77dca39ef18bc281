import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// The keys of the screen below, from the same table that dispatches them.
    func paintHelp(_ frame: inout Frame, top: Int) {
        let context = Input(state: state.uncovered, size: frame.size, keymap: keymap).context
        let width = min(78, frame.columns)
        let lines = helpLines(context).flatMap { line in
            line.title.wrapped(width: max(8, width - 2 - 26)).enumerated()
                .map { (keys: $0.offset == 0 ? line.keys : "", title: $0.element) }
        }
        let region = Region(row: 0, column: 0, columns: frame.columns, rows: frame.rows - 1)
            .centered(columns: width, rows: min(frame.rows - 2, lines.count + 2))
        frame.fill(region, style: Style(.popup))
        let more = lines.count > region.rows - 2 ? tr(" · PageDown for more") : ""
        let inner = frame.box(region, title: tr("Keys · \(tr(key: context.title))\(more) · Esc closes"))
        let first = max(0, min(top, lines.count - inner.rows))
        for (index, line) in lines.dropFirst(first).prefix(inner.rows).enumerated() {
            frame.put(line.keys, row: inner.row + index, column: inner.column + 1, style: Style(.accent), width: 22)
            frame.put(
                line.title, row: inner.row + index, column: inner.column + 25, style: Style(.popup),
                width: inner.columns - 26)
        }
    }

    func helpLines(_ context: KeyContext) -> [(keys: String, title: String)] {
        var seen: Set<Command> = []
        return [context, .everywhere].flatMap(keymap.entries).filter { seen.insert($0.command).inserted }.compactMap {
            entry in
            let keys = keymap.keys(of: entry.command, in: context)
            return keys.isEmpty ? nil : (keys.joined(separator: "  "), tr(key: entry.title))
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

    /// The first key of a command in a dialog.
    func key(_ command: Command) -> String { keymap.keys(of: command, in: .signing).first ?? tr("no key") }
}
