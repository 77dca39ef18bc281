import Terminal
import Testing

/// A hostile name of megabytes is cut, drawn and measured like any other; looking at no more of it than is shown is
/// what makes these end at once.
@Suite struct LongTextTests {
    static let long = [
        String(repeating: "A", count: 20 << 20), String(repeating: "山", count: 4 << 20),
        String(repeating: "\u{1B}[2J", count: 4 << 20), "e" + String(repeating: "\u{301}", count: 4 << 20),
        String(repeating: "\u{200B}", count: 4 << 20), String(repeating: "👩‍⚕️", count: 1 << 20),
        String(repeating: "two words ", count: 2 << 20),
    ]

    @Test(arguments: long.indices)
    func truncatingCostsWhatIsShown(index: Int) {
        let text = Self.long[index]
        let cut = text.truncated(toWidth: 30)
        #expect(cut.hasSuffix("…") && cellWidth(of: cut) <= 30)
    }

    @Test(arguments: long.indices)
    func drawingAndMeasuringCostWhatIsShown(index: Int) {
        let text = Self.long[index]
        var frame = Frame(columns: 80, rows: 2)
        frame.put(text, row: 0, column: 1)
        frame.put(text, row: 9, column: 1)
        frame.put(text, row: 1, column: 1, width: 20, padded: true)
        #expect(cellWidth(of: text, upTo: 80) > 80)
        #expect(text.wrapped(width: 40, lines: 2).allSatisfy { cellWidth(of: $0) <= 40 })
    }

    @Test func aTextThatFitsIsNotMarked() {
        #expect("山田太郎".truncated(toWidth: 8) == "山田太郎")
        // Marks after the last character that fits belong to it, and do not make the text longer.
        #expect("abe\u{301}\u{302}".truncated(toWidth: 3) == "abe\u{301}\u{302}")
        #expect("abe\u{301}x".truncated(toWidth: 3) == "ab…")
        #expect("ae\u{301}xyz".truncated(toWidth: 3) == "ae\u{301}…")
        #expect("abc\u{200B}\u{200B}".truncated(toWidth: 3) == "abc")
    }

    @Test func theBeginningIsThatOfTheWhole() {
        for text in Samples.texts.map({ String(repeating: $0, count: 40) }) {
            for width in [1, 2, 7, 30] {
                let whole = displayable(text)
                let cut = text.truncated(toWidth: width)
                let kept = cellWidth(of: whole) <= width ? cut : String(cut.dropLast())
                #expect(whole.hasPrefix(kept))
                let exact = cellWidth(of: text)
                #expect(
                    cellWidth(of: text, upTo: width) == exact
                        || (exact > width && width < cellWidth(of: text, upTo: width)))
                for lines in 1...3 {
                    #expect(
                        text.wrapped(width: max(2, width), lines: lines)
                            == Array(text.wrapped(width: max(2, width)).prefix(lines)))
                }
            }
        }
        #expect(cellWidth(of: "abc", upTo: .max) == 3)
    }
}
