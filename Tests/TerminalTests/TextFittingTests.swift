import Terminal
import Testing

@Suite struct TextFittingTests {
    @Test func truncatingNeverExceedsTheWidthAndMarksOnlyCuts() {
        for text in Samples.texts {
            for width in -1...20 {
                let cut = text.truncated(toWidth: width)
                #expect(cellWidth(of: cut) <= max(0, width))
                let fits = cellWidth(of: text) <= max(0, width)
                #expect(cut == (fits ? displayable(text) : cut))
                if !fits, width > 0 { #expect(cut.hasSuffix("…")) }
            }
        }
    }

    @Test func aWideCharacterIsNeverSplit() {
        #expect("山田太郎".truncated(toWidth: 4) == "山…")
        #expect("山田太郎".truncated(toWidth: 5) == "山田…")
        #expect("山田".truncated(toWidth: 4) == "山田")
    }

    @Test func theEndStaysWhereNotAllFits() {
        for text in Samples.texts {
            for width in -1...20 {
                let end = text.ending(toWidth: width)
                #expect(cellWidth(of: end) <= max(0, width))
                if cellWidth(of: text) > width, width > 0 {
                    #expect(end.hasPrefix("…") && text.hasSuffix(end.dropFirst()))
                } else if width > 0 {
                    #expect(end == text)
                }
            }
        }
        #expect("山田太郎".ending(toWidth: 4) == "…郎")
        #expect("山田太郎".ending(toWidth: 5) == "…太郎")
    }

    @Test func paddingFillsExactly() {
        for text in Samples.texts {
            for width in 0...12 { #expect(cellWidth(of: text.padded(toWidth: width)) == width) }
        }
        #expect("7".padded(toWidth: 3, alignment: .trailing) == "  7")
        #expect("ab".padded(toWidth: 5, alignment: .center) == " ab  ")
    }

    @Test func wrappingKeepsLineEndsAndBreaksAtSpaces() {
        #expect("No acute infarct.".wrapped(width: 9) == ["No acute", "infarct."])
        #expect("a\n\nb".wrapped(width: 9) == ["a", "", "b"])
        #expect("".wrapped(width: 9) == [""])
        #expect("abcdefgh".wrapped(width: 3) == ["abc", "def", "gh"])
        #expect("non-contrast".wrapped(width: 6) == ["non-", "contra", "st"])
        #expect("a    b".wrapped(width: 3) == ["a", "b"])
        #expect("  indented text".wrapped(width: 10) == ["  indented", "text"])
    }

    @Test func wideTextBreaksAnywhereButNotBeforeItsFullStop() {
        #expect("山田太郎".wrapped(width: 5) == ["山田", "太郎"])
        #expect("山田太。".wrapped(width: 6) == ["山田", "太。"])
    }

    @Test func noLineIsWiderThanAsked() {
        for text in Samples.texts {
            for width in 2...12 {
                for line in text.wrapped(width: width) { #expect(cellWidth(of: line) <= width, "\(line) in \(width)") }
            }
        }
    }

    @Test func wrappingLosesNothingButSpaces() {
        for text in Samples.texts {
            for width in 1...12 {
                let kept = text.wrapped(width: width).joined().filter { !$0.isWhitespace }
                #expect(kept == text.filter { !$0.isWhitespace })
            }
        }
    }
}
