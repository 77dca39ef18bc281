import Radiology
import Terminal
import Testing
import Workstation

@testable import Screens

/// No size of a window and no key at any size may bring the program down.
@Suite struct EverySizeTests {
    /// Every screen and everything that can lie over one.
    static func states() -> [(name: String, state: WorkstationState)] {
        let ways: [(String, [String])] = [
            ("worklist", []), ("filter", ["/", "c"]), ("empty", ["/", "#"]), ("study", ["j", "j", "Enter"]),
            ("metadata", ["Enter", "m"]), ("search", ["Enter", "/", "p"]), ("report", ["r"]),
            ("typing", ["r", "x", " ", "山", "é"]), ("prior", ["r", "F6"]), ("preview", ["r", "F5"]),
            ("help", ["F1"]), ("report help", ["r", "F1"]), ("outbox", ["o"]), ("quit", ["q"]),
            ("leader", ["r", "C-x"]), ("discard", ["r", "C-x", "k"]), ("sign", ["r", "F12"]),
            ("long name", ["/", "w", "o", "l", "f", "e", "Enter", "r", "F12"]),
        ]
        var found = ways.map { name, keys in
            var desk = Desk()
            if name != "empty" { _ = desk.change(world: "outbox") }
            if name == "sign" { _ = desk.change(world: "other patient") }
            desk.start()
            for key in keys { desk.press(Key(name: key) ?? .character(Character(key))) }
            return (name, desk.state)
        }
        var lost = Desk()
        lost.start()
        lost.press(.character("r"))
        _ = lost.change(world: "lee takes it")
        found.append(("claim lost", lost.state))
        found.append(("before anything", Desk().state))
        return found
    }

    /// Each size shows a screen, and each screen is shown at the sizes where something gives way.
    @Test func everySizeAndEveryScreen() {
        let states = EverySizeTests.states()
        // Strides of primes: over the rows and columns every remainder comes.
        for rows in stride(from: 0, through: 40, by: 3) {
            for columns in stride(from: 0, through: 100, by: 5) {
                expectFits(states[(rows * 7 + columns) % states.count], Size(columns: columns, rows: rows))
            }
        }
        let edges = [(80, 24), (81, 25), (99, 24), (100, 24), (120, 30), (1, 1), (0, 0), (400, 100)]
        for state in states {
            for (columns, rows) in edges { expectFits(state, Size(columns: columns, rows: rows)) }
        }
    }

    private func expectFits(_ shown: (name: String, state: WorkstationState), _ size: Size) {
        let frame = render(shown.state, size: size)
        #expect(frame.size == size)
        guard let cursor = frame.cursor else { return }
        #expect(cursor.row < size.rows && cursor.column < size.columns, "\(shown.name) \(size)")
    }

    @Test(arguments: [Size(columns: 79, rows: 24), Size(columns: 80, rows: 23), Size(columns: 30, rows: 3)])
    func tooSmallSaysSo(size: Size) {
        let text = render(Desk().state, size: size).plainText.joined(separator: " ")
        #expect(text.contains("readroom needs 80×24"))
    }

    /// A window that shrinks under a reader's hands must not take the next letter for a command.
    @Test func typingIntoATooSmallWindowDoesNothing() {
        var desk = Desk()
        desk.start()
        desk.press(.character("r"))
        let before = desk.state
        desk.size = Size(columns: 79, rows: 24)
        desk.type("quadrant")
        #expect(desk.state == before)
        #expect(desk.outward.isEmpty)
    }

    @Test func everyKeyOnEveryScreenIsHarmless() {
        let keys =
            (0x20...0x7E).map { Key.character(Character(Unicode.Scalar(UInt8($0)))) }
            + "abcdefghjklnopqrstuvwxyz".map(Key.control) + (1...12).map(Key.function) + Motion.allCases.map { Key($0) }
            + [.enter, .tab, .backTab, .escape, .backspace, .delete, .paste("a\u{1B}[2J\r\nb\tc")]
        var started = Desk()
        started.start()
        for (_, state) in EverySizeTests.states() {
            for (index, key) in keys.enumerated() {
                var desk = started
                desk.state = state
                desk.press(key)
                // Painting is what costs; which key comes before it hardly matters.
                if index % 8 == 0 { #expect(desk.frame.size == desk.size) }
            }
        }
    }
}
