import Foundation
import Terminal
import Testing
import Workstation

@testable import Screens

/// The keymaps that come with the program hold on every screen what they promise.
@Suite struct ShippedKeymapTests {
    private static func keymap(_ name: String) throws -> Keymap {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Keymaps/\(name).toml")
        var bindings: Keymap.Bindings = [:]
        var table = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if let match = line.firstMatch(of: /^\[(.+)\]$/) { table = String(match.1) }
            guard let match = line.firstMatch(of: /^([a-z0-9-]+) = \[(.*?)\](  #.*)?$/) else { continue }
            bindings[table, default: [:]][String(match.1)] = match.2.matches(of: /"([^"]+)"/).map { String($0.1) }
        }
        let read = Keymap.reading(bindings)
        #expect(read.problems.isEmpty && !bindings.isEmpty)
        return read.keymap
    }

    private static func desk(_ names: String) -> Desk {
        var desk = Desk(size: Size(columns: 80, rows: 24))
        desk.items = Fixture.outbox
        desk.start()
        desk.press(names)
        return desk
    }

    private static let everything = [
        "/", "Enter", "Enter m", "Enter m /", "r", "r C-s", "r F12", "r F12 k", "r F5", "?", "|", "L", "r F7", "r F11",
        "r C-x w", "r C-x k", "o", "o c", "t", "t n",
    ]

    @Test(arguments: everything) func inEmacsCGLeavesWhatIsOpen(keys: String) throws {
        let keymap = try Self.keymap("emacs")
        var (esc, control) = (Self.desk(keys), Self.desk(keys))
        esc.press("Esc", keymap)
        control.press("C-g", keymap)
        #expect(control.state == esc.state && esc.state != Self.desk(keys).state)
    }

    @Test(arguments: [
        "", "/", "Enter", "Enter m", "Enter m /", "r F12", "r F5", "?", "|", "L", "o", "o c", "t", "t n", "r", "r F11",
    ])
    func inEmacsCNAndCPMove(keys: String) throws {
        let keymap = try Self.keymap("emacs")
        for (arrow, control) in [("Down", "C-n"), ("Up", "C-p")] {
            var (one, other) = (Self.desk(keys), Self.desk(keys))
            one.press("Down Down " + arrow, keymap)
            other.press("Down Down " + control, keymap)
            #expect(one.state == other.state, "\(control)")
        }
    }

    @Test func inEmacsCSSearches() throws {
        let keymap = try Self.keymap("emacs")
        for (screen, key) in [("", "/"), ("Enter", "/"), ("Enter m", "/")] {
            var (one, other) = (Self.desk(screen), Self.desk(screen))
            one.press(key, keymap)
            other.press("C-s", keymap)
            #expect(one.state == other.state)
        }
    }

    @Test(arguments: ["", "Enter", "Enter m", "r F5", "?", "o c", "t"]) func inVimControlKeysPage(keys: String) throws {
        let keymap = try Self.keymap("vim")
        for (page, controls) in [("PageDown", ["C-f", "C-d"]), ("PageUp", ["C-b", "C-u"])] {
            for control in controls {
                var (one, other) = (Self.desk(keys), Self.desk(keys))
                one.press("Down Down " + page, keymap)
                other.press("Down Down " + control, keymap)
                #expect(one.state == other.state, "\(control)")
            }
        }
    }

    @Test(arguments: [
        ("powerscribe", "F4"), ("powerscribe", "C-x p"), ("default", "F5"), ("default", "C-x p"), ("emacs", "F5"),
        ("vim", "F5"), ("default", "F1"), ("default", "C-x ?"),
    ])
    func theKeyThatOpensCloses(name: String, key: String) throws {
        let keymap = try Self.keymap(name)
        var desk = Self.desk("r")
        desk.press(key, keymap)
        #expect(desk.state.overlay != nil)
        desk.press(key, keymap)
        #expect(desk.state.overlay == nil && desk.state.screen == .report)
    }
}

extension Desk {
    fileprivate mutating func press(_ names: String, _ keymap: Keymap = .default) {
        for key in names.split(separator: " ").compactMap({ Key(name: String($0)) }) {
            for message in messages(for: key, in: state, size: size, keymap: keymap) { send(message) }
        }
    }
}
