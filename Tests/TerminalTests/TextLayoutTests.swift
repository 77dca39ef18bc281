import Testing

@testable import Terminal

@Suite struct TextLayoutTests {
    static let texts = [
        "", "a", "a ", "No acute intracranial haemorrhage or infarct.", "one\ntwo\n", "\n\n", "山田 太郎 CT 頭部",
        "abcdefghijklmnop", "a  b   c    d     e", "double  spaces at   breaks    ",
        "1. First.\n2. Second, rather long.",
    ]

    @Test(arguments: texts) func everyOffsetHasItsPlaceAndComesBack(text: String) {
        for width in 2...20 {
            let layout = TextLayout(text, width: width)
            for offset in 0...text.count {
                let place = layout.position(ofOffset: offset)
                #expect(layout.offset(at: place) == offset, "\(offset) of \"\(text)\" in \(width): \(place)")
                #expect(place.column <= width)
            }
        }
    }

    @Test(arguments: texts) func linesTileTheText(text: String) {
        for width in 1...20 {
            var next = 0
            for line in TextLayout(text, width: width).lines {
                #expect(line.start == next)
                next = line.end < text.count && Array(text)[line.end] == "\n" ? line.end + 1 : line.end
            }
            #expect(next == text.count)
        }
    }

    @Test func placesOutsideMoveToTheNearestCharacter() {
        let layout = TextLayout("one two", width: 4)
        #expect(layout.texts == ["one ", "two"])
        #expect(layout.offset(at: Position(row: -1, column: 3)) == 0)
        #expect(layout.offset(at: Position(row: 9, column: 0)) == 7)
        #expect(layout.offset(at: Position(row: 0, column: 99)) == 3)
        #expect(layout.offset(at: Position(row: 1, column: 99)) == 7)
        #expect(layout.position(ofOffset: 99) == Position(row: 1, column: 3))
    }

    @Test func theListMovesAsLittleAsItCan() {
        #expect(scrollWindow(count: 100, selected: 0, height: 10, previousTop: 0) == 0)
        #expect(scrollWindow(count: 100, selected: 10, height: 10, previousTop: 0) == 1)
        #expect(scrollWindow(count: 100, selected: 5, height: 10, previousTop: 3) == 3)
        #expect(scrollWindow(count: 100, selected: 2, height: 10, previousTop: 3) == 2)
        #expect(scrollWindow(count: 5, selected: 4, height: 10, previousTop: 3) == 0)
        #expect(scrollWindow(count: 0, selected: 4, height: 10, previousTop: 3) == 0)
        #expect(scrollWindow(count: 9, selected: 4, height: 0, previousTop: 3) == 0)
    }

    /// Western letters are read byte by byte, other texts character by character; the lines are the same.
    @Test(arguments: [
        "Die Lungenflügel sind frei, kein Erguß; Größe unauffällig - wie am Vortag.", "naïve façade\tœdème, well-known",
        "no-break\u{A0}space and soft\u{A0}ware", "  leading, double  spaces   and a tail   ",
        "first\n\nthird line -\nend\n",
    ])
    func bothWaysOfReadingBreakAlike(text: String) {
        for part in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let western = MarkedText(part)
            #expect(western.marks == part.map(TextMark.init))
            let characters = Array(part)
            let halves = [(0, part.count / 2), (part.count / 2, part.count)]
            let lines = halves.map { TextLayout.Line(start: $0.0, end: $0.1, endsParagraph: true) }
            #expect(western.texts(of: lines) == halves.map { String(characters[$0.0..<$0.1]) })
        }
    }

    /// What is taken over from the layout before makes no difference to what is shown.
    @Test func aLayoutAfterAnotherIsTheSameAsAlone() {
        var random = SeededNumbers(state: 7)
        let pieces = [
            "\n", "\n\n", "a", "word ", "two words", "ß", "山田", "e\u{301}", "\r\n", "\u{2028}", "\u{85}", "’", "—", " ",
        ]
        for _ in 0..<200 {
            var text = ""
            var layout: TextLayout?
            for _ in 0..<40 {
                let start = text.index(text.startIndex, offsetBy: random.below(text.count + 1))
                let removed = min(random.below(4) == 0 ? random.below(6) : 0, text[start...].count)
                let end = text.index(start, offsetBy: removed)
                text.replaceSubrange(start..<end, with: pieces[random.below(pieces.count)])
                let width = random.below(9) == 0 ? 5 : 12
                let next = TextLayout(text, width: width, after: layout)
                let alone = TextLayout(text, width: width)
                #expect(next.lines == alone.lines && next.texts == alone.texts, "\(text.debugDescription)")
                #expect((0..<alone.lineCount).map { next.text(ofLine: $0) } == alone.texts)
                #expect(alone.lines.last?.end == text.count)
                layout = next
            }
        }
    }
}

/// The same numbers in every run.
private struct SeededNumbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, limit)
    }
}
