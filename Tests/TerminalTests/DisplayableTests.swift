import Terminal
import Testing

@Suite struct DisplayableTests {
    @Test func noScalarReachesTheTerminalAsAControl() {
        for scalar in Samples.scalars {
            for shown in displayable(String(Character(scalar))).unicodeScalars {
                #expect(
                    isHarmless(shown), "U+\(String(scalar.value, radix: 16)) shows U+\(String(shown.value, radix: 16))")
            }
        }
    }

    @Test func escapeSequencesBecomeVisible() {
        #expect(displayable("\u{1B}[2J") == "␛[2J")
        #expect(displayable("a\u{9B}31m\u{7F}") == "a�31m␡")
        #expect(displayable("a\r\nb") == "a␍␊b")
    }

    @Test func textCannotReorderTheLine() {
        #expect(displayable("\u{202E}abc\u{2069}") == "�abc�")
        #expect(displayable("a\u{200F}b\u{2028}c") == "ab␤c")
    }

    @Test(arguments: Samples.texts) func doingItTwiceChangesNothing(text: String) {
        #expect(displayable(displayable(text)) == displayable(text))
    }

    @Test func lettersOfAllScriptsStay() {
        for text in ["GARCÍA LÓPEZ", "山田 太郎", "العربية", "ไทย", "हिन्दी", "👩‍⚕️"] { #expect(displayable(text) == text) }
    }
}

/// C0, DEL, C1, bidirectional controls and separators, by the ranges of the standard and not by our own table.
func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x61C: return false
    default: return true
    }
}
