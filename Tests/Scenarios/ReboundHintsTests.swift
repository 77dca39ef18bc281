import Terminal
import Testing
import Workstation

@testable import Screens

/// A hint is a promise: with every key bound anew, no screen names one of the keys it had before.
@Suite struct ReboundHintsTests {
    /// Every command of every screen on a sequence of its own, F20 F40 and so on.
    private static let keymap: Keymap = {
        var bindings: Keymap.Bindings = [:]
        for (index, entry) in KeyTable.entries.enumerated() {
            bindings[entry.context.rawValue, default: [:]][entry.command.rawValue] = [
                "F\(20 + index / 20) F\(40 + index % 20)"
            ]
        }
        let read = Keymap.reading(bindings)
        #expect(read.problems.isEmpty)
        return read.keymap
    }()

    /// What does not follow a keymap: digits and Space choose where nothing is typed, and Enter ends a name.
    private static let fixed = [
        "Space compares with it", "(name, then Enter)", "(Name, dann Enter)", "Give it a name first, then Enter.",
    ]

    private static func keys(in text: String) -> [String] {
        let text = fixed.reduce(text) { $0.replacing($1, with: "") }
        let named = text.matches(
            of:
                /(?:^|[\s(·])((?:[CMS]-\S+|F(?:1[0-2]|[1-9])|Esc|Enter|Tab|Space|PageDown|PageUp|Backspace|Delete))(?:$|[\s).,:;])/
        )
        // "c shows both"
        let letters = text.matches(of: /(?:^|[\s(])([b-hj-z?:!|]) [a-zäöü]+[st]\b/)
        return named.map { String($0.1) } + letters.map { String($0.0) }
    }

    @Test(arguments: Scenario.all) func noScreenNamesAKeyItDoesNotTake(scenario: Scenario) throws {
        var told: Set<String> = []
        _ = try scenario.play(at: Scenario.sizes[0]) { desk, line in
            // The first key of a sequence is said as it was typed.
            guard desk.state.system.leader == nil else { return }
            let text = render(desk.state, size: desk.size, keymap: Self.keymap).plainText
            for row in text {
                for key in Self.keys(in: row) { told.insert("\(key) after \(line): \(row)") }
            }
        }
        #expect(told.isEmpty, "\(told.sorted().joined(separator: "\n"))")
    }
}
