import Terminal
import Testing

@testable import CursesTerminal

@Suite struct OpeningTests {
    @Test func namesFallBackToWhatTheyResemble() {
        #expect(
            TerminalName.candidates(for: "tmux-direct") == [
                "tmux-direct", "tmux-256color", "tmux", "screen-256color", "screen", "xterm-256color", "xterm", "vt100",
            ])
        #expect(TerminalName.candidates(for: "screen.linux").starts(with: ["screen.linux", "screen-256color"]))
        #expect(TerminalName.candidates(for: "ghostty") == ["ghostty", "xterm-256color", "xterm", "vt100"])
        #expect(TerminalName.candidates(for: "vt100") == ["vt100"])
    }

    @Test func aKnownTerminalIsUsedAndAnUnknownOneReplaced() throws {
        #expect(try CursesTerminal.usableName(for: "xterm-256color") == "xterm-256color")
        #expect(try CursesTerminal.usableName(for: "xterm-nobody-has-this") == "xterm-256color")
    }

    @Test func dumbAndNamelessTerminalsAreRefused() {
        #expect(throws: CursesError.tooSimple(term: "dumb")) { try CursesTerminal.usableName(for: "dumb") }
        #expect(throws: CursesError.noTerminalName) { try CursesTerminal.usableName(for: "") }
    }
}

@Suite struct PaintingTests {
    @Test func onlyChangedCellsArePaintedAndNoWideOneIsCut() {
        var old = Frame(columns: 8, rows: 1)
        old.put("ab山cd", row: 0, column: 0)
        var new = Frame(columns: 8, rows: 1)
        new.put("ab太cd", row: 0, column: 0)
        #expect(RowDifference.changed(from: old.row(0), to: new.row(0)) == 2..<4)
        #expect(RowDifference.changed(from: old.row(0), to: old.row(0)) == 0..<0)
        #expect(RowDifference.changed(from: nil, to: new.row(0)) == 0..<8)
    }

    @Test func graphemesCursesWouldMiscountAreSimplified() {
        let libc: (UInt32) -> Int = { scalar in
            switch scalar {
            case 0x301, 0x200D, 0xFE0F: 0
            case 0x1F469, 0x1F600, 0x5C71: 2
            case 0x85: -1
            default: 1
            }
        }
        func glyphs(_ character: Character, _ cells: Int) -> [Glyph] {
            GlyphSplitter.glyphs(of: character, cells: cells, width: libc, encodes: { _ in true })
        }
        #expect(glyphs("e\u{301}", 1) == [Glyph(scalars: [0x65, 0x301], width: 1)])
        #expect(glyphs("山", 2) == [Glyph(scalars: [0x5C71], width: 2)])
        #expect(glyphs("👩‍⚕️", 2) == [Glyph(scalars: [0x1F469], width: 2)])
        #expect(glyphs("❤️", 2) == [Glyph(scalars: [0x2764], width: 1), Glyph(scalars: [0x20], width: 1)])
        #expect(glyphs("\u{85}", 1) == [Glyph(scalars: [0x3F], width: 1)])
    }

    @Test(
        arguments: zip(
            ["│", "▌", "✓", "…", "É", "Ł", "≤", "é"] as [Character], ["|", ">", "*", "~", "E", "L", "?", "e"]))
    func whatALocaleDoesNotHaveIsShownByWhatResemblesIt(character: Character, shown: Unicode.Scalar) {
        let found = GlyphSplitter.glyphs(of: character, cells: 1, width: { _ in 1 }, encodes: { $0 < 0x80 })
        #expect(found == [Glyph(scalars: [shown.value], width: 1)])
    }

    @Test func aWideCharacterThatALocaleDoesNotHaveKeepsItsCells() {
        #expect(
            GlyphSplitter.glyphs(of: "山", cells: 2, width: { _ in -1 }, encodes: { $0 < 0x100 }) == [
                Glyph(scalars: [0x3F], width: 1), Glyph(scalars: [0x20], width: 1),
            ])
        #expect(
            GlyphSplitter.glyphs(of: "é", cells: 1, width: { _ in 1 }, encodes: { $0 < 0x100 }) == [
                Glyph(scalars: [0xE9], width: 1)
            ])
    }
}
