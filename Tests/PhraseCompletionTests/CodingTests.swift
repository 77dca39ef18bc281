import PhraseCompletion
import ReportCorpus
import Testing

@Suite struct CodingTests {
    private static let model: PhraseModel = {
        var corpus = Corpus(seed: 31, readers: 3)
        var model = PhraseModel(learning: corpus.reports(20).map { ($0, .own) })
        model.learn("A report after that, with Größen and 中文.", source: .others)
        return model
    }()

    @Test func decodedModelSaysTheSame() throws {
        let decoded = try PhraseModel(decoding: Self.model.encoded())
        #expect(decoded.encoded() == Self.model.encoded())
        #expect(decoded.reportCount == 21)
        for text in ["", "The", "The lungs are", "A report after", "No "] {
            #expect(decoded.suggestions(after: text, limit: 5) == Self.model.suggestions(after: text, limit: 5))
        }
    }

    @Test func anEmptyModelComesBack() throws {
        let decoded = try PhraseModel(decoding: PhraseModel().encoded())
        #expect(decoded.reportCount == 0)
        #expect(decoded.suggestions(after: "x", limit: 3).isEmpty)
    }

    @Test func damageIsFound() {
        let whole = Self.model.encoded()
        var dice = Dice(seed: 9)
        for _ in 0..<40 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &dice)] ^= UInt8.random(in: 1...255, using: &dice)
            #expect(throws: PhraseModelProblem.self) { try PhraseModel(decoding: bytes) }
        }
        for length in [0, 1, 4, 11, 12, 40, whole.count - 1] {
            #expect(throws: PhraseModelProblem.self) { try PhraseModel(decoding: Array(whole.prefix(length))) }
        }
        #expect(throws: PhraseModelProblem.self) { try PhraseModel(decoding: whole + [0]) }
    }

    /// With a right checksum, the contents are judged themselves: the worst is a refusal.
    @Test func damageUnderARightChecksumDoesNotCrash() {
        let whole = Self.model.encoded()
        var dice = Dice(seed: 10)
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 12..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            let sum = bytes[12...].reduce(UInt32(0x811c_9dc5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
            for byte in 0..<4 { bytes[8 + byte] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * byte)) }
            if let model = try? PhraseModel(decoding: bytes) {
                _ = model.suggestions(after: "The lungs are", limit: 5)
            }
        }
    }

    @Test func anotherVersionIsNamed() {
        var bytes = Self.model.encoded()
        bytes[4] = 9
        #expect(throws: PhraseModelProblem.otherVersion(9)) { try PhraseModel(decoding: bytes) }
        #expect(throws: PhraseModelProblem.notAModel) { try PhraseModel(decoding: Array("nonsense and more".utf8)) }
    }
}
