import Foundation
import Programs
import Terminal
import Testing

/// Our widths beside those of a real terminal: where its cursor stands after a text.
@Suite(.enabled(if: RawTerminal.isAvailable, "needs tmux"))
struct WidthTests {
    /// Text, and why a terminal may count otherwise; `nil` where it must not.
    private static let samples: [(text: String, why: String?)] = [
        ("abc", nil), ("García López", nil), ("e\u{301}", nil), ("n\u{303}o", nil), ("Ångström", nil),
        ("山田 太郎", nil), ("한국어", nil), ("カタカナ", nil), ("ｶﾀｶﾅ", nil), ("（全角）", nil), ("，。", nil),
        ("Иванов", nil), ("Παπαδόπουλος", nil), ("שלום", nil), ("שָׁלוֹם", nil), ("محمد", nil), ("مُحَمَّد", nil),
        ("😀", nil), ("🩻", nil), ("⌚", nil), ("✓ ■ ▲ ▌ │ ─", nil), ("…–—·×≠≤", nil), ("№ ° µ ½", nil),
        ("a\u{200D}b", nil), ("\u{1100}\u{1161}", nil),
        ("हिन्दी", "spacing vowel signs and conjuncts: a cell for each spacing code point here"),
        ("ไทย", nil), ("ที่", nil),
        ("👩‍⚕️", "a joined emoji is one picture of two cells here; older terminals show its parts"),
        ("👍🏽", "a skin tone colours the hand here; older terminals show it beside it"),
        ("🇩🇪", "two letters make one flag here; older terminals show both"),
        ("❤️", "variation selector 16 makes it a picture of two cells; older terminals ignore it"),
    ]

    @Test func ourWidthsAreThoseOfTheTerminal() throws {
        let terminal = try RawTerminal()
        let file = terminal.folder.appendingPathComponent("samples").path
        let shown = Self.samples.map { displayable($0.text) }
        try Data(shown.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
        try terminal.run("\(RawTerminal.probe) widths \(file)")
        #expect(Program.waits(seconds: 20) { FileManager.default.fileExists(atPath: file + ".widths") })
        let widths = try String(contentsOfFile: file + ".widths", encoding: .utf8).split(separator: "\n").compactMap {
            Int($0)
        }
        try #require(widths.count == Self.samples.count)
        for (sample, width) in zip(Self.samples, widths) where sample.why == nil {
            #expect(cellWidth(of: sample.text) == width, "\(sample.text)")
        }
        let others = zip(Self.samples, widths).filter { cellWidth(of: $0.text) != $1 }
        for (sample, width) in others {
            print("width of \(sample.text): \(cellWidth(of: sample.text)) here, \(width) there: \(sample.why ?? "")")
        }
    }

    /// Marks that reorder a line are shown as one cell each, and so cannot reorder it.
    @Test func bidirectionalMarksTakeACellAndReorderNothing() {
        for mark in ["\u{202E}", "\u{2066}", "\u{2069}", "\u{202A}"] {
            #expect(displayable("a\(mark)b") == "a\u{FFFD}b")
            #expect(cellWidth(of: "a\(mark)b") == 3)
        }
        #expect(displayable("a\u{200E}b") == "ab" && cellWidth(of: "a\u{200E}b") == 2)
    }
}
