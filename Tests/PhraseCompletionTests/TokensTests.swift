import Testing

@testable import PhraseCompletion

@Suite struct TokensTests {
    private func tokens(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokens.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test func aSpaceBelongsToTheWordAfterIt() {
        #expect(tokens("The lungs are clear.") == ["The", " lungs", " are", " clear", "."])
    }

    @Test func numbersKeepTheirPointAndComma() {
        #expect(tokens("a 1.7 cm, 2,5 cm.") == ["a", " 1.7", " cm", ",", " 2,5", " cm", "."])
    }

    @Test func linesAndDoubleSpacesStandAlone() {
        #expect(tokens("FINDINGS:\n\nNo  fluid\t") == ["FINDINGS", ":", "\n", "\n", "No", " ", " fluid", "\t"])
    }

    @Test func marksStayWithTheirLetter() {
        #expect(
            tokens("ge\u{301}ante \u{1F468}\u{200D}\u{1F469}") == ["ge\u{301}ante", " \u{1F468}\u{200D}", "\u{1F469}"])
    }

    @Test(arguments: [
        "", " ", "  ", "\r\n", "Grüße aus Köln: 5 µm", "右肺に結節", "\u{0}\u{7F}", "e\u{301}\u{301}", "🇩🇪 🏳️‍🌈", "١٢٣ مم",
        "a\u{A0}b", "…“quoted”…", "İẞ", "\u{FEFF}x", "1.2.3.", "don't", "x-ray", "\u{2028}",
    ])
    func nothingIsLost(text: String) {
        #expect(tokens(text).joined().utf8.elementsEqual(text.utf8))
        #expect(tokens(text).allSatisfy { !$0.isEmpty })
    }

    @Test func nothingIsLostOfAnyScalars() {
        var dice = Dice(seed: 7)
        for _ in 0..<300 {
            let text = dice.text(length: 30)
            #expect(tokens(text).joined().utf8.elementsEqual(text.utf8))
        }
    }

    @Test func foldingKeepsEveryWidth() {
        for text in ["ÄÖÜ", "İstanbul", "ẞ", "Ω", "ABC", "ǅ", "Ⓐ"] {
            #expect(CaseFolding.folded(Array(text.utf8)).count == text.utf8.count)
        }
        #expect(CaseFolding.folded(Array("Ärzte".utf8)) == Array("ärzte".utf8))
    }
}

/// Seeded dice for tests.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 31)
    }

    /// Text of scalars from everywhere, many of them awkward.
    mutating func text(length: Int) -> String {
        let awkward: [Unicode.Scalar] = [
            " ", "\n", "\r", ".", "1", ",", "a", "L", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{1F468}", "\u{AD}", "é",
            "中",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<length {
            let drawn = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self))
            text.append(Bool.random(using: &self) ? awkward.randomElement(using: &self) ?? "x" : drawn ?? "y")
        }
        return String(text)
    }
}
