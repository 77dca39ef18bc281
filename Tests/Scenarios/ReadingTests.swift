import Foundation
import Radiology
import Terminal
import Testing
import Workstation

@testable import Screens

/// What a reading costs in keys, and that keys, help and the keymap file are one table.
@Suite struct ReadingTests {
    @Test func aNormalChestXRayTakesThreeKeys() {
        var desk = Desk()
        desk.start()
        for name in ["r", "F12", "Enter"] { desk.press(Key(name: name)!) }
        #expect(desk.keysPressed <= 6)
        #expect(desk.signed.count == 1)
        #expect(desk.signed.first?.text.contains("No acute cardiopulmonary abnormality.") == true)
        #expect(desk.state.screen == .worklist)
    }

    @Test func signAndNextOpensTheMostUrgentUnread() {
        var desk = Desk()
        desk.start()
        for name in ["r", "F8", "Enter"] { desk.press(Key(name: name)!) }
        #expect(desk.signed.map(\.subject.study.uid) == [Fixture.uid(3)])
        // The second STAT study is being read by somebody else.
        #expect(desk.state.editor?.draft.study == Fixture.uid(1))
        for name in ["F8", "Enter"] { desk.press(Key(name: name)!) }
        #expect(desk.signed.count == 2)
        #expect(desk.state.editor?.draft.study == Fixture.uid(12))
    }

    @Test func nothingSaysSignedBeforeTheStoreDoes() {
        var desk = Desk()
        desk.start()
        for name in ["r", "F12"] { desk.press(Key(name: name)!) }
        // The transaction runs and has not answered.
        let effects = desk.state.update(.signing(.confirmed))
        #expect(effects.contains { if case .sign = $0 { true } else { false } })
        let text = desk.frame.plainText.joined(separator: "\n")
        #expect(!text.contains("Signed") && text.contains("Signing …"))
    }

    @Test func keymapFileHoldsTheTable() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = try String(contentsOf: root.appendingPathComponent("Keymaps/default.toml"), encoding: .utf8)
        var context = ""
        var found: [String] = []
        for line in file.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                context = String(line.dropFirst().dropLast())
            } else {
                found.append("\(context).\(line)")
            }
        }
        let table = KeyTable.entries.map { entry in
            let keys = entry.keys.map { "\"\($0)\"" }.joined(separator: ", ")
            return "\(entry.context.rawValue).\(entry.command.rawValue) = [\(keys)]  # \(entry.title)"
        }
        #expect(found == table)
    }

    @Test func everyKeyOfTheTableIsAKeyAndOnceOnly() {
        for context in KeyContext.allCases {
            let keys = KeyTable.entries.filter { $0.context == context }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(context)")
            #expect(keys.allSatisfy { Keymap.parse($0) != nil }, "\(context)")
        }
    }

    /// F-keys are eaten by terminals and multiplexers: each has a second way.
    @Test func everyFunctionKeyHasASecondBinding() {
        for entry in KeyTable.entries where entry.keys.contains(where: { $0.hasPrefix("F") && $0.count > 1 }) {
            #expect(entry.keys.count > 1, "\(entry.command)")
        }
    }
}
