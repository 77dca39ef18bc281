import Terminal
import Testing

@Suite struct KeyTests {
    static let keys: [Key] =
        [
            .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .character("a"), .character("?"),
            .character("-"), .character("é"), .character("山"), .character(" "), .control("z"), .control(" "),
            .control("_"), .alt("x"), .alt("X"), .alt("-"), .alt("\r"), .alt("\u{7F}"), .function(1), .function(12),
        ] + Motion.allCases.flatMap { [Key($0), .shift($0), .controlMotion($0), .altMotion($0)] }

    @Test(arguments: keys) func namesComeBack(key: Key) {
        #expect(Key(name: key.name) == key)
    }

    @Test(arguments: [
        ("C-z", Key.control("z")), ("M-x", .alt("x")), ("F12", .function(12)), ("S-Tab", .backTab),
        ("C-Z", .control("z")),
        ("PageDown", .pageDown), ("C-Right", .controlMotion(.right)), ("Space", .character(" ")),
    ])
    func namesOfKeymapFiles(name: String, key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test(arguments: [
        "", " ", "C-", "M-", "F0", "F99", "F01", "C-i", "C-m", "C-[", "C-ä", "Tabulator", "C-M-x", "\u{1B}",
    ])
    func otherNamesAreRefused(name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test func aPasteIsNotAKeymapName() {
        #expect(Key.paste("x").name == "Paste")
        #expect(Key(name: "Paste") == nil)
    }
}
