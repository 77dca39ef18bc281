import Testing

@testable import PhraseCompletion

@Suite struct TokensTests {
    private func tokens(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokens.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// What is kept of the text before changes nothing in how the next is read.
    @Test func aTextReadAfterAnotherIsReadAsAlone() {
        let vocabulary = PhraseModel(learning: [(text: "No effusion 1.7 cm, no stenosis.", source: .own)]).index
            .vocabulary
        let pieces = [" ", "no", "1", ".", ",", "7", " cm", "e\u{301}", "\n", "µ", "…", "🇩🇪", "\u{200D}", "stenosis"]
        var state: UInt64 = 11
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, limit)
        }
        var text = ""
        var kept = TokenizedText()
        for step in 0..<2000 {
            if step % 60 == 0 { text = "" }
            let start = text.index(text.startIndex, offsetBy: below(4) == 0 ? below(text.count + 1) : text.count)
            let end = text.index(start, offsetBy: below(5) == 0 ? min(3, text[start...].count) : 0)
            text.replaceSubrange(start..<end, with: pieces[below(pieces.count)])
            var alone = TokenizedText()
            let expected = alone.cursor(after: Array(text.utf8), vocabulary)
            let cursor = kept.cursor(after: Array(text.utf8), vocabulary)
            #expect(
                cursor.context == expected.context && cursor.partial == expected.partial, "\(text.debugDescription)")
            #expect(cursor.context.first == .reportStart)
        }
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
