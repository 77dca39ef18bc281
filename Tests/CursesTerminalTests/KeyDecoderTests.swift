import Terminal
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
    private func decode(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.decode(text.unicodeScalars.map { .scalar($0) })
    }

    @Test func lettersControlsAndAlt() {
        #expect(decode("aé山") == [.character("a"), .character("é"), .character("山")])
        #expect(decode("\u{1A}\t\r\u{7F}\u{0}") == [.control("z"), .tab, .enter, .backspace, .control(" ")])
        #expect(decode("\u{1B}x") == [.alt("x")])
        #expect(decode("\u{1B}") == [.escape])
        #expect(decode("\u{1B}\u{1B}") == [.escape, .escape])
        #expect(decode("\u{1B}\r") == [.alt("\r")])
    }

    @Test func combiningMarksJoinTheirLetter() {
        #expect(decode("e\u{301}x") == [.character("e\u{301}"), .character("x")])
    }

    @Test(
        arguments: [
            "\u{1B}[99;7~", "\u{1B}[?62;c", "\u{1B}Oz", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}P1$r\u{1B}\\",
            // The window gained the focus, and lost it.
            "\u{1B}[I", "\u{1B}[O", "\u{1B}[I\u{1B}[O",
            // Answers: mode 2026, cursor, device, colour, version, keyboard.
            "\u{1B}[?2026;2$y", "\u{1B}[24;80R", "\u{1B}[>41;390;0c", "\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\",
            "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}[?0u",
        ])
    func unknownSequencesTypeNothing(sequence: String) {
        #expect(decode(sequence + "k") == [.character("k")])
        // In two pieces, wherever it is cut behind its beginning.
        let scalars = Array(sequence.unicodeScalars).map { RawKey.scalar($0) }
        for cut in 3..<max(3, scalars.count) where sequence.filter({ $0 == "\u{1B}" }).count == 1 {
            var decoder = KeyDecoder()
            let keys = decoder.decode(Array(scalars[..<cut])) + decoder.decode(scalars[cut...] + [.scalar("k")])
            #expect(keys == [.character("k")], "\(sequence.debugDescription) cut at \(cut)")
        }
    }

    @Test func anAnswerThatIsCutOffDoesNotSwallowTheKeyboard() {
        var decoder = KeyDecoder()
        func type(_ text: String) -> [Key] { decoder.decode(text.unicodeScalars.map { .scalar($0) }) }
        #expect(type("\u{1B}]11;rgb:0/0") == [])
        #expect(type("\u{1B}") == [.escape])
        #expect(type("q") == [.character("q")])
        #expect(type("\u{1B}]11;rgb:0/0") == [])
        #expect(type("\r") == [.enter])
        #expect(type("\u{1B}[?20") == [])
        #expect(type("\r") == [.enter])
        #expect(type("\u{1B}[?20") == [])
        #expect(type("é") == [.character("é")])
        // A lone Alt-[ or Alt-] is a key, and the next one too.
        #expect(type("\u{1B}[") == [.alt("[")])
        #expect(type("\u{1B}]") == [])
        #expect(type("x") == [.character("x")])
    }

    @Test func aPasteIsOneKeyWhateverItHolds() {
        var decoder = KeyDecoder()
        let begin: [RawKey] = [.code(KeyCode.pasteBegin)]
        #expect(decoder.decode(begin + "a\r\nb\u{1B}c\rd".unicodeScalars.map { .scalar($0) }) == [])
        #expect(
            decoder.decode([.scalar("é"), .code(KeyCode.pasteEnd), .scalar("x")]) == [
                .paste("a\nbc\ndé"), .character("x"),
            ])
    }

    @Test func aPasteIsCappedAndALostEndDoesNotSwallowTheKeyboard() {
        var decoder = KeyDecoder()
        let flood = [RawKey](repeating: .scalar("é"), count: KeyDecoder.pasteLimit)
        #expect(decoder.decode([.code(KeyCode.pasteBegin)] + flood) == [])
        let keys = decoder.decode([.scalar("\u{1B}")])
        guard case .paste(let text)? = keys.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == KeyDecoder.pasteLimit)
        #expect(decoder.pasteWasCut)
        #expect(decoder.decode([.scalar("q")]) == [.character("q")])
    }

    @Test func codesOfCurses() {
        #expect(KeyCode.key(for: 0o402) == .down)
        #expect(KeyCode.key(for: 0o410 + 12) == .function(12))
        #expect(KeyCode.key(for: 3100) == .shift(.up))
        #expect(KeyCode.key(for: 3123) == .controlMotion(.right))
        #expect(KeyCode.key(for: 3108) == nil)
        #expect(KeyCode.key(for: 0o632) == nil)
    }
}
