import ArgumentParser
import Foundation
import Screens

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the keys of every screen, as they are bound now.",
        discussion: "The same table feeds the keys, the help (F1), and the keymap files.")

    @Flag(help: "Print the built-in keys as a keymap file, to copy lines from into keymap.toml.")
    var toml = false

    @Flag(help: "Print them as a table, one row a screen, as the README has it.")
    var markdown = false

    @Option(help: "A built-in keymap: default, vim, emacs, powerscribe. Without it the configured one.")
    var keymap: String?

    @OptionGroup var place: PlaceOptions

    func run() throws {
        try Exit.report {
            let name = keymap ?? (try? place.configuration())?.keymap ?? "default"
            let keymap = toml ? Keymap.default : try Appearance.keymap(name, place.paths)
            if markdown {
                for line in KeysCommand.table(keymap) { Output.line(line) }
                return 0
            }
            for context in KeyContext.allCases {
                Output.line(toml ? "[\(context.rawValue)]" : context.title.uppercased())
                for entry in keymap.entries(in: context) {
                    let keys = keymap.ownKeys(of: entry.command, in: context)
                    // What only a keymap file gives a key is in the file to copy from.
                    guard toml || !keys.isEmpty || !entry.keys.isEmpty else { continue }
                    Output.line(toml ? setting(entry) : line(keys, entry))
                }
                Output.line()
            }
            return 0
        }
    }

    /// One row a screen: the keys of each command, and its name in keymap files. What moves the cursor or the text's
    /// cursor is where everybody looks for it, and left out.
    static func table(_ keymap: Keymap) -> [String] {
        let rows = KeyContext.allCases.map { context in
            let commands = keymap.entries(in: context).filter { !$0.command.isObvious }.compactMap { entry in
                // A bar ends a cell, in code as well.
                let keys = keymap.ownKeys(of: entry.command, in: context)
                    .map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
                return keys.isEmpty ? nil : "\(keys) \(entry.command.rawValue)"
            }
            return "| \(context.title) | \(commands.joined(separator: " · ")) |"
        }
        return ["| screen | keys and commands |", "|---|---|"] + rows
    }

    private func setting(_ entry: KeyTableEntry) -> String {
        let keys = entry.keys.map { "\"\($0.replacing("\\", with: "\\\\"))\"" }.joined(separator: ", ")
        return "\(entry.command.rawValue) = [\(keys)]  # \(entry.title)"
    }

    private func line(_ keys: [String], _ entry: KeyTableEntry) -> String {
        let names = keys.isEmpty ? "no key" : keys.joined(separator: "  ")
        return "  " + names.padding(toLength: max(20, names.count), withPad: " ", startingAt: 0) + "  " + entry.title
    }
}
