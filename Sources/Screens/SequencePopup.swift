import Terminal
import Workstation

extension ScreenPainter {
    /// What can follow the first key of a sequence, above the last line. It takes no key: whatever comes next is the
    /// sequence's.
    func paintSequences(_ frame: inout Frame) {
        guard let leader = state.system.leader else { return }
        let choices = sequences(after: leader)
        let columns = max(1, min(3, (frame.columns - 4) / 36))
        let rows = (choices.count + columns - 1) / columns
        let region = Region(
            row: max(0, frame.rows - 3 - rows), column: 0, columns: frame.columns, rows: min(frame.rows - 1, rows + 2))
        frame.fill(region, style: Style(.popup))
        let inner = frame.box(region, title: "\(leader) …")
        let width = inner.columns / columns
        for (index, choice) in choices.enumerated() where index % rows < inner.rows {
            let (row, column) = (inner.row + index % rows, inner.column + 1 + index / rows * width)
            frame.put(choice.key, row: row, column: column, style: Style(.accent), width: 4)
            frame.put(choice.name, row: row, column: column + 5, style: Style(.popup), width: width - 7)
        }
    }

    /// Second keys and what they do, those of the screen before those of everywhere.
    func sequences(after leader: String) -> [(key: String, name: String)] {
        let context = inputContext
        var seen: Set<Substring> = []
        return [context, .everywhere].flatMap { context in
            keymap.entries(in: context).flatMap { entry in
                keymap.ownKeys(of: entry.command, in: context).compactMap { keys in
                    guard keys.hasPrefix(leader + " ") else { return nil }
                    let key = keys.dropFirst(leader.count + 1)
                    return seen.insert(key).inserted ? (String(key), entry.command.rawValue) : nil
                }
            }
        }
    }
}
