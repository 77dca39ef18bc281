import Terminal
import Testing

@Suite struct CellWidthTests {
    @Test(arguments: [
        ("a", 1), (" ", 1), ("é", 1), ("e\u{301}", 1), ("山", 2), ("ｱ", 1), ("Ａ", 2), ("가", 2), ("\u{1100}\u{1161}", 2),
        ("😀", 2), ("👩‍⚕️", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("☎\u{FE0E}", 1),
        ("\u{200B}", 0), ("\u{301}", 0), ("\u{AD}", 0), ("\u{1B}", 1), ("\r\n", 2), ("│", 1), ("…", 1), ("ก็", 1),
    ])
    func widthOfAGrapheme(text: String, width: Int) {
        #expect(cellWidth(of: text) == width, "\(text.unicodeScalars.map { $0.value })")
    }

    @Test func theWidthOfACharacterIsTheWidthOfWhatIsShownForIt() {
        for scalar in Samples.scalars {
            let character = Character(scalar)
            let shown = displayable(String(character))
            let sum = shown.reduce(0) { $0 + cellWidth(of: $1) }
            #expect(cellWidth(of: character) == sum, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func widthOfATextIsTheSumOfItsGraphemes() {
        #expect(cellWidth(of: "YAMADA^Tarō 山田 太郎") == 21)
        #expect(cellWidth(of: "") == 0)
    }
}

/// Every code point below U+3000, and places where things go wrong beyond.
enum Samples {
    static let scalars: [Unicode.Scalar] =
        (0..<0x3000).compactMap { Unicode.Scalar($0) }
        + [
            0x3000, 0x4E00, 0xAC00, 0xD7A3, 0xFB1D, 0xFDD0, 0xFE0F, 0xFEFF, 0xFF21, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F1E6,
            0x1F468, 0x1F600, 0x20000, 0xE0001, 0xE0100, 0x10FFFF,
        ].compactMap { Unicode.Scalar($0) }

    static let texts = [
        "", "a", "No acute intracranial haemorrhage.", "山田 太郎", "e\u{301}tude", "a\u{1B}[31mred", "👩‍⚕️ and 👍🏽",
        "\u{202E}evil\u{202C}", "tab\tand\nline", "العربية", "\r\n", "ก็ไทย", "x\u{200B}y",
    ]
}
