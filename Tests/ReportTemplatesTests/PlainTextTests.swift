import Testing

@testable import ReportTemplates

@Suite struct PlainTextTests {
    @Test func wordsFillLinesAndIndentsHang() {
        let text = "1. one two three four five six seven"
        #expect(PlainText.wrapped(text, width: 21) == ["1. one two three four", "   five six seven"])
        #expect(PlainText.wrapped("one two three", width: 7) == ["one two", "three"])
        #expect(PlainText.wrapped("exactly", width: 7) == ["exactly"])
        #expect(PlainText.wrapped("a  b c", width: 4) == ["a  b", "c"])
    }

    @Test func aWordLongerThanTheLineIsBrokenUnderItsIndent() {
        #expect(PlainText.wrapped("ab cdefghij k", width: 4) == ["ab", "cdef", "ghij", "k"])
        #expect(PlainText.wrapped("abcdefgh", width: 4) == ["abcd", "efgh"])
        #expect(PlainText.wrapped("山田太郎", width: 5) == ["山田", "太郎"])
        #expect(PlainText.wrapped("山田", width: 1) == ["山", "田"])
        let digits = String(repeating: "0123456789", count: 4)
        #expect(
            PlainText.wrapped("- " + digits, width: 22) == ["-", "  01234567890123456789", "  01234567890123456789"])
    }

    @Test(arguments: ["", "- ", "1. "])
    func aMegabyteWithoutASpaceTakesNoTime(before: String) {
        let word = String(repeating: "abcdefgh", count: 1 << 17)
        var lines: [String] = []
        let duration = ContinuousClock().measure { lines = PlainText.wrapped(before + word, width: 76) }
        // What costs its square takes hours.
        #expect(duration < .seconds(30))
        #expect(lines.joined().utf8.filter { (0x61...0x68).contains($0) }.count == 1 << 20)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func aMegabyteOfSpacesOrMarksTakesNoTimeEither() {
        let texts = [String(repeating: " ", count: 1 << 20), "e" + String(repeating: "\u{301}", count: 1 << 19)]
        let duration = ContinuousClock().measure { for text in texts { _ = PlainText.wrapped(text, width: 76) } }
        #expect(duration < .seconds(30))
    }
}
