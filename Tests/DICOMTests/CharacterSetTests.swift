import Testing

@testable import DICOM

@Suite("Character sets (PS3.5 §6.1, examples of annexes H to K)")
struct CharacterSetTests {
    private func decode(_ terms: String, _ bytes: [UInt8], _ vr: VR = .pn) -> TextDecoder.Texts {
        TextDecoder(
            specificCharacterSet: terms.split(separator: "\\", omittingEmptySubsequences: false).map(String.init)
        )
        .decode(bytes[...], vr)
    }

    @Test(arguments: [
        ("ISO_IR 100", [0x42, 0x75, 0x63, 0x5E, 0x4A, 0xE9], "Buc^Jé"),
        ("ISO_IR 101", [0x57, 0x61, 0xB3], "Wał"),
        ("ISO_IR 144", [0xBB, 0xEE, 0xDA], "Люк"),
        ("ISO_IR 126", [0xC4, 0xE9, 0xEF], "Διο"),
        ("ISO_IR 127", [0xE2, 0xC8], "قب"),
        ("ISO_IR 138", [0xF9, 0xF8], "שר"),
        ("ISO_IR 148", [0xC7, 0xFD], "Çı"),
        ("ISO_IR 166", [0xA1, 0xD2], "กา"),
        ("ISO_IR 13", [0xD4, 0xCF, 0xC0, 0xDE], "ﾔﾏﾀﾞ"),
        ("ISO_IR 192", [0xE7, 0x8E, 0x8B], "王"),
        ("GB18030", [0xCD, 0xF5, 0x5E, 0xD0, 0xA1], "王^小"),
        ("GBK", [0x81, 0x5C, 0x3D, 0xCD, 0xF5], "乗=王"),
        ("ISO 2022 IR 100", [0xE9], "é"),
        ("ISO-IR 100", [0xE9], "é"),
    ])
    func singleByteAndWhole(terms: String, bytes: [UInt8], text: String) {
        let decoded = decode(terms, bytes)
        #expect(decoded.values == [text])
        #expect(!decoded.isRepaired)
    }

    @Test func japaneseH31() {
        let bytes: [UInt8] =
            Array("Yamada^Tarou=".utf8) + [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42, 0x5E]
            + [0x1B, 0x24, 0x42, 0x42, 0x40, 0x4F, 0x3A, 0x1B, 0x28, 0x42, 0x3D]
            + [0x1B, 0x24, 0x42, 0x24, 0x64, 0x24, 0x5E, 0x24, 0x40, 0x1B, 0x28, 0x42, 0x5E]
            + [0x1B, 0x24, 0x42, 0x24, 0x3F, 0x24, 0x6D, 0x24, 0x26, 0x1B, 0x28, 0x42]
        #expect(decode("\\ISO 2022 IR 87", bytes).values == ["Yamada^Tarou=山田^太郎=やまだ^たろう"])
    }

    @Test func japaneseH32() {
        let bytes: [UInt8] =
            [0xD4, 0xCF, 0xC0, 0xDE, 0x5E, 0xC0, 0xDB, 0xB3, 0x3D]
            + [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x4A, 0x5E]
            + [0x1B, 0x24, 0x42, 0x42, 0x40, 0x4F, 0x3A, 0x1B, 0x28, 0x4A]
        #expect(decode("ISO 2022 IR 13\\ISO 2022 IR 87", bytes).values == ["ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎"])
    }

    /// DEL is no half of a character; it once kept the decoder at its place for ever.
    @Test(.timeLimit(.minutes(1))) func deleteAmongKanjiEndsTheRun() {
        let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x7F, 0x45, 0x44, 0x1B, 0x28, 0x42]
        #expect(decode("\\ISO 2022 IR 87", bytes).values.first?.hasPrefix("山") == true)
    }

    @Test func supplementaryKanji() {
        #expect(decode("\\ISO 2022 IR 159", [0x1B, 0x24, 0x28, 0x44, 0x30, 0x21, 0x1B, 0x28, 0x42]).values == ["丂"])
    }

    @Test func korean() {
        let bytes: [UInt8] =
            Array("Hong^Gildong=".utf8) + [
                0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, 0x5E, 0x1B, 0x24, 0x29, 0x43, 0xD1, 0xCE, 0xD4, 0xD7,
            ]
        #expect(decode("\\ISO 2022 IR 149", bytes).values == ["Hong^Gildong=洪^吉洞"])
    }

    @Test func chineseGB2312() {
        #expect(decode("\\ISO 2022 IR 58", [0x1B, 0x24, 0x29, 0x41, 0xD0, 0xA1, 0x5E]).values == ["小^"])
    }

    @Test func backslashInsideAKanjiDoesNotSplit() {
        // 30 5C is one character of JIS X 0208, 81 5C one of GB 18030.
        let decoded = decode("\\ISO 2022 IR 87", [0x1B, 0x24, 0x42, 0x30, 0x5C, 0x1B, 0x28, 0x42, 0x5C, 0x41], .lo)
        #expect(decoded.values.count == 2)
        #expect(decoded.values.last == "A")
        #expect(decode("GB18030", [0x81, 0x5C, 0x5C, 0x41], .lo).values == ["乗", "A"])
    }

    @Test func everyDelimiterResets() {
        for delimiter: UInt8 in [0x0D, 0x0A, 0x09, 0x0C] {
            let decoded = decode("\\ISO 2022 IR 149", [0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, delimiter, 0xFB], .lt)
            #expect(decoded.isRepaired)
        }
        // A caret means nothing outside person names.
        #expect(!decode("\\ISO 2022 IR 149", [0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, 0x5E, 0xFB, 0xF3], .lo).isRepaired)
        #expect(decode("\\ISO 2022 IR 149", [0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, 0x5E, 0xFB, 0xF3], .pn).isRepaired)
    }

    @Test func escapesAreNeutralised() {
        let decoded = decode("ISO_IR 192", [0x41, 0x1B, 0x5B, 0x32, 0x4A, 0xC2, 0x9B, 0x07], .lo)
        #expect(decoded.values == ["A\u{FFFD}[2J\u{FFFD}\u{FFFD}"])
        #expect(decoded.hadControls)
        #expect(decode("", [0x41, 0x1B, 0x5B, 0x32, 0x4A], .lo).values == ["A\u{FFFD}[2J"])
    }

    @Test func undecodableBytesAreReplacedNotDropped() {
        #expect(decode("ISO_IR 192", [0x41, 0xFF, 0x42]).values == ["A\u{FFFD}B"])
        let korean = decode("\\ISO 2022 IR 149", [0x1B, 0x24, 0x29, 0x43, 0xFF, 0xFB, 0xF3])
        #expect(korean.isRepaired && korean.values.first?.contains("\u{FFFD}") == true)
    }

    @Test func undeclaredBytesAreGuessed() {
        #expect(decode("", Array("Müller".utf8)).values == ["Müller"])
        #expect(decode("", [0x4D, 0xFC]).values == ["Mü"])
        #expect(decode("", [0x4D, 0xFC]).isRepaired)
        #expect(TextDecoder(specificCharacterSet: ["ISO_IR 999"]).isUnknown)
    }

    @Test func paddingGoes() {
        #expect(decode("", Array("1.2.3\0".utf8), .ui).values == ["1.2.3"])
        #expect(decode("", Array(" AB \\ C ".utf8), .lo).values == ["AB", "C"])
        #expect(decode("", Array("  text  ".utf8), .lt).values == ["  text"])
        #expect(decode("", Array("  ".utf8), .lo).values == [])
        #expect(decode("", Array("a\\b".utf8), .lt).values == ["a\\b"])
    }
}
