/// Makes a suggestion of the tokens chosen: its text, where its words end, and what in it must be seen.
struct SuggestionWriter {
    let vocabulary: Vocabulary

    /// `nil` where the text would join the character before the cursor, or be empty.
    ///
    /// - Parameter typed: how many bytes of the first token stand before the cursor.
    func suggestion(tokens: [TokenID], typed: Int, withSpace: Bool, probability: Float) -> Suggestion? {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        var plain: [(range: Range<Int>, kind: PlainPart.Kind)] = []
        for (position, token) in tokens.enumerated() {
            let whole = vocabulary.text(of: token)
            let begin = bytes.count
            bytes += position == 0 ? whole.dropFirst(typed) : whole
            guard bytes.count > begin else { continue }
            if vocabulary.traits[Int(token)].contains(.word) || ends.isEmpty {
                ends.append(bytes.count)
            } else {
                ends[ends.count - 1] = bytes.count
            }
            if let kind = vocabulary.plainKinds[Int(token)] {
                plain.append((visible(begin..<bytes.count, in: bytes), kind))
            }
        }
        if withSpace {
            bytes.append(Tokens.space)
            if !ends.isEmpty { ends[ends.count - 1] = bytes.count }
        }
        return written(bytes, ends, plain, probability)
    }

    private func written(
        _ bytes: [UInt8], _ ends: [Int], _ plain: [(range: Range<Int>, kind: PlainPart.Kind)], _ probability: Float
    ) -> Suggestion? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let first = text.unicodeScalars.first, !first.properties.isGraphemeExtend else { return nil }
        let index = { text.utf8.index(text.startIndex, offsetBy: $0) }
        return Suggestion(
            text: text, probability: Double(min(max(probability, .leastNormalMagnitude), 1)),
            wordEnds: ends.map(index),
            plain: plain.map {
                PlainPart(range: index($0.range.lowerBound)..<index($0.range.upperBound), kind: $0.kind)
            })
    }

    /// Without the space at its beginning, which has nothing to be seen.
    private func visible(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        range.count > 1 && bytes[range.lowerBound] == Tokens.space ? range.lowerBound + 1..<range.upperBound : range
    }
}
