import ArgumentParser
import Foundation
import Screens

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the keys of every screen, as they are bound now.",
        discussion: "The same table feeds the keys, the help (F1), and the keymap files.")

    @Flag(help: "Print the built-in keys as a keymap file, to copy lines from into keymap.toml.")
    var toml = false

    @Option(help: "A built-in keymap: default, vim, emacs, powerscribe. Without it the configured one.")
    var keymap: String?

    @OptionGroup var place: PlaceOptions

    func run() throws {
        try Exit.report {
            let name = keymap ?? (try? Configuration(path: place.configurationFile))?.keymap ?? "default"
            let keymap = toml ? Keymap.default : try Appearance.keymap(name, place.paths)
            for context in KeyContext.allCases {
                Output.line(toml ? "[\(context.rawValue)]" : context.title.uppercased())
                for entry in KeyTable.entries where entry.context == context {
                    let keys = keymap.keys(of: entry.command, in: context)
                    Output.line(toml ? setting(entry) : line(keys, entry))
                }
                Output.line()
            }
            return 0
        }
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
