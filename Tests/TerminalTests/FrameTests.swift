import Terminal
import Testing

@Suite struct FrameTests {
    @Test func wideCharactersTakeTwoCellsAndAreNotSplitAtTheEdge() {
        var frame = Frame(columns: 5, rows: 1)
        frame.put("山田太", row: 0, column: 0)
        #expect(frame.plainText == ["山田"])
        #expect(frame[0, 1]?.isContinuation == true)
        #expect(frame[0, 4] == .blank)
        frame.put("x", row: 0, column: 1)
        #expect(frame.plainText == [" x田"])
        frame.put("y", row: 0, column: 2)
        #expect(frame.plainText == [" xy"])
        frame.put("山", row: 0, column: -1)
        #expect(frame.plainText == [" xy"])
    }

    @Test func textIsCutAtItsWidthWithAMark() {
        var frame = Frame(columns: 20, rows: 1)
        let next = frame.put("Pulmonary angiography", row: 0, column: 1, width: 10)
        frame.put("CT", row: 0, column: next + 1)
        #expect(frame.plainText == [" Pulmonary… CT"])
    }

    @Test func noControlIsEverInACell() {
        var frame = Frame(columns: 40, rows: 1)
        for scalar in Samples.scalars {
            frame.put(String(Character(scalar)) + "x", row: 0, column: 0)
            for cell in frame.cells { #expect(cell.character.unicodeScalars.allSatisfy(isHarmless)) }
            frame.fill(frame.region, with: Character(scalar))
            #expect(frame.cells.allSatisfy { $0.character.unicodeScalars.allSatisfy(isHarmless) })
        }
    }

    @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: -3, rows: 4)])
    func nothingCrashesOnATinyScreen(size: Size) {
        for row in -2...3 {
            for column in -3...4 {
                var frame = Frame(size: size)
                frame.put("山x\u{1B}", row: row, column: column, width: 2, padded: true)
                frame.fill(Region(row: row, column: column, columns: 5, rows: 5), with: "x")
                frame.restyle(Region(row: row, column: column, columns: 5, rows: 5), style: .secondary)
                frame.horizontalRule(row: row, column: column)
                frame.verticalRule(row: row, column: column, height: 9)
                frame.box(Region(row: row, column: column, columns: 9, rows: 3), title: "Sign")
                #expect(frame.cells.count == frame.columns * frame.rows)
                #expect(frame.row(row).count <= frame.columns)
            }
        }
    }

    @Test func aBoxHasItsTitleInTheEdge() {
        var frame = Frame(columns: 12, rows: 3)
        let inside = frame.box(frame.region, title: "Sign")
        frame.put("ok", row: inside.row, column: inside.column)
        #expect(frame.plainText == ["┌ Sign ────┐", "│ok        │", "└──────────┘"])
    }

    @Test func aShapeThatBeginsOutsideKeepsItsOtherEdge() {
        var frame = Frame(columns: 6, rows: 1)
        frame.fill(Region(row: -1, column: -2, columns: 4, rows: 2), with: "#")
        #expect(frame.plainText == ["##"])
    }

    @Test func composingAFullScreenIsQuick() {
        let clock = ContinuousClock()
        let row = String(repeating: "CT Head without contrast ", count: 6)
        let elapsed = clock.measure {
            for _ in 0..<10 {
                var frame = Frame(columns: 160, rows: 48)
                for index in 0..<48 { frame.put(row, row: index, column: 0) }
            }
        }
        // A guard against something quadratic; an unoptimised build is some 50 times slower than what people run.
        #expect(elapsed < .seconds(2))
    }
}
