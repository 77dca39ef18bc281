import Scores
import Terminal
import Wording
import Workstation

/// One line of the palette.
struct PaletteEntry: Equatable {
    enum Action: Equatable {
        case command(Command)
        case calculator(String)
        /// A command of another screen: what it is called and where it works is all that can be done here.
        case elsewhere(KeyContext)
    }

    /// The command's own name: what somebody types who knows it.
    var name: String
    var title: String
    var keys: String
    var action: Action

    var isElsewhere: Bool { if case .elsewhere = action { true } else { false } }
}

/// What the palette offers on the screen below it.
struct Palette {
    let entries: [PaletteEntry]

    /// - Parameter state: without the palette over it.
    init(below state: WorkstationState, keymap: Keymap) {
        let context = Input(state: state, size: .smallest, keymap: keymap).context
        var seen: Set<Command> = [.palette]
        let commands = [context, .everywhere].flatMap(keymap.entries).filter { seen.insert($0.command).inserted }.map {
            entry in
            PaletteEntry(
                name: entry.command.rawValue, title: "\(entry.command.rawValue): \(tr(key: entry.title))",
                keys: keymap.keys(of: entry.command, in: context).joined(separator: "  "),
                action: .command(entry.command))
        }
        let calculators =
            context == .report
            ? Calculators.all.map {
                PaletteEntry(
                    name: $0.id, title: tr("calculate: \($0.title)"), keys: ".\($0.id)", action: .calculator($0.id))
            } : []
        let elsewhere = KeyTable.entries.filter { $0.context != context && seen.insert($0.command).inserted }.map {
            entry in
            PaletteEntry(
                name: entry.command.rawValue,
                title: "\(tr(key: entry.context.title)): \(entry.command.rawValue): \(tr(key: entry.title))",
                keys: keymap.keys(of: entry.command, in: entry.context).joined(separator: "  "),
                action: .elsewhere(entry.context))
        }
        entries = commands + calculators + elsewhere
    }
}

extension ScreenPainter {
    func paintPalette(_ frame: inout Frame, _ palette: Finder) {
        let below = state.uncovered
        let found = Palette(below: below, keymap: keymap).matching(palette.typed)
        let selected = min(palette.selected, max(0, found.count - 1))
        let width = min(frame.columns - 2, 100) - 4
        let lines = found.enumerated().map { index, entry in
            let mark = index == selected ? "▌ " : "  "
            let text = entry.title.truncated(toWidth: width - 24).padded(toWidth: width - 22) + entry.keys
            let style = entry.isElsewhere ? Style(.secondary) : Style(.popup)
            return ReportLine(text: mark + text, style: index == selected ? style.bold : style)
        }
        let none = [ReportLine(text: tr("  Nothing is called so."), style: .secondary)]
        paintDialog(
            &frame, title: tr("Commands"), lines: lines.isEmpty ? none : lines, selected: selected,
            below: [
                ReportLine(text: ":" + typed(palette.typed, after: 1, in: frame), style: Style(.input)),
                ReportLine(
                    text: tr("\(keymap.keys(of: .confirm, in: .dialog).first ?? "") does it"), style: Style(.hint)),
            ])
    }
}

extension Input {
    /// What the selected command does on the screen below.
    func messages(chosenIn palette: Finder) -> [Message] {
        let below = state.uncovered
        let found = Palette(below: below, keymap: keymap).matching(palette.typed)
        let closing: [Message] = [.dialog(.cancelled)]
        guard !found.isEmpty else { return closing }
        switch found[min(palette.selected, found.count - 1)].action {
        case .command(let command):
            return closing + Input(state: below, size: size, keymap: keymap).messages(for: command)
        case .calculator(let id): return closing + [.editor(.calculatorChosen(id))]
        case .elsewhere(let context):
            return closing + [.system(.noticed("That works elsewhere: \(Wording(key: context.title))."))]
        }
    }
}
