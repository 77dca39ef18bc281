/// A fingerprint of a sentence, or of as much of it as is written. FNV-1a; the space before it does not count.
struct SentenceMark: Sendable, Hashable {
    private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    private var begun = false

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if !begun, byte == Tokens.space { continue }
            begun = true
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
    }
}

/// The sentences a report already has, and the one the cursor is in.
struct SaidSentences: Sendable {
    private(set) var marks: Set<UInt64> = []
    private(set) var open = SentenceMark()
    private var tokens = 0

    /// Shorter "sentences" (numbers of a list, headings' colons) may well come twice.
    private static let fewestTokens = 3

    mutating func wrote(_ token: ArraySlice<UInt8>, _ traits: Vocabulary.Traits) {
        open.take(token)
        tokens += 1
        guard traits.contains(.endsSentence) else { return }
        if tokens >= Self.fewestTokens { marks.insert(open.hash) }
        open = SentenceMark()
        tokens = 0
    }

    /// What is typed of the token the cursor is in; it may go on, so it ends no sentence.
    mutating func began(_ partial: [UInt8]) {
        open.take(partial)
    }
}
