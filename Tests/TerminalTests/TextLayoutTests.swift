import Terminal
import Testing

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
        for width in [1, 2, 3, 7, 12, 30] {
            // A last paragraph of one cell that is no Western text makes the whole be read the other way.
            let western = TextLayout(text + "\nz", width: width)
            let other = TextLayout(text + "\nz\u{301}", width: width)
            #expect(western.lines == other.lines)
            #expect(western.texts.dropLast().elementsEqual(other.texts.dropLast()))
            let offsets = 0...text.count
            #expect(
                offsets.map { western.position(ofOffset: $0) } == offsets.map { other.position(ofOffset: $0) })
        }
    }
}
