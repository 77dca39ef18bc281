/// The tokens of the text that was asked about last: the next text differs from it in its last word.
struct TokenizedText: Sendable {
    private var bytes: [UInt8] = []
    private var ranges: [Range<Int>] = []
    private var numbers: [TokenID] = []

    /// How far behind a token its end depends on what follows: a decimal point and its digit, or one code point.
    private static let foresight = 4

    /// The cursor is always in the last token, even if that looks complete: "effusion" may become "effusions".
    mutating func cursor(after text: [UInt8], _ vocabulary: Vocabulary) -> Cursor {
        keep(commonWith: text)
        bytes = text
        for range in Tokens.ranges(in: text, from: ranges.last?.upperBound ?? 0) {
            ranges.append(range)
            numbers.append(vocabulary.number(of: Array(text[range])))
        }
        var cursor = Cursor()
        cursor.context += numbers.dropLast()
        if let last = ranges.last { cursor.partial = Array(text[last]) }
        return cursor
    }

    private mutating func keep(commonWith text: [UInt8]) {
        let most = min(bytes.count, text.count)
        let common = (0..<most).first { bytes[$0] != text[$0] } ?? most
        while let last = ranges.last, last.upperBound + TokenizedText.foresight > common {
            ranges.removeLast()
            numbers.removeLast()
        }
    }
}
