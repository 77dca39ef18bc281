/// A token's number in a `Vocabulary`.
typealias TokenID = Int32

extension TokenID {
    /// Stands before every report, and so also after the one before: a report's beginning and end.
    static let reportStart: TokenID = 0
    /// A token no report has. It equals nothing, not even itself, when contexts are compared.
    static let unknown: TokenID = -1
}

/// Every token that was learned, numbered.
///
/// Numbers below `sortedCount` follow the tokens' folded spelling, so that what begins with some letters is one range of
/// numbers; later ones are in the order they came.
struct Vocabulary: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var folded: [UInt8] = []
    private(set) var ends: [UInt32] = []
    private(set) var traits: [Traits] = []
    /// What has to be shown plainly of a token.
    private(set) var plainKinds: [PlainPart.Kind?] = []
    /// In how many different reports a token was seen, up to 255.
    var reportCounts: [UInt8] = []
    private var numbers: [[UInt8]: TokenID] = [:]
    private(set) var sortedCount = 1

    init() {
        append([])
    }

    /// `nil` if these are not the tokens of a vocabulary: all different, the first one empty, valid UTF-8.
    init?(_ tokens: [[UInt8]], sortedCount: Int, reportCounts: [UInt8]) {
        guard tokens.first == [], (1...max(tokens.count, 1)).contains(sortedCount), tokens.count == reportCounts.count
        else { return nil }
        self.init()
        for token in tokens.dropFirst() {
            guard !token.isEmpty, String(validating: token, as: UTF8.self) != nil else { return nil }
            append(token)
        }
        guard numbers.count == tokens.count else { return nil }
        self.sortedCount = sortedCount
        self.reportCounts = reportCounts
    }

    var count: Int { ends.count }

    func range(of token: TokenID) -> Range<Int> {
        let index = Int(token)
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    func text(of token: TokenID) -> ArraySlice<UInt8> { bytes[range(of: token)] }

    func length(of token: TokenID) -> Int { range(of: token).count }

    func number(of token: [UInt8]) -> TokenID { numbers[token] ?? .unknown }

    mutating func learn(_ token: [UInt8]) -> TokenID {
        if let known = numbers[token] { return known }
        append(token)
        return TokenID(ends.count - 1)
    }

    private mutating func append(_ token: [UInt8]) {
        numbers[token] = TokenID(ends.count)
        bytes += token
        folded += CaseFolding.folded(token)
        ends.append(UInt32(bytes.count))
        traits.append(Traits(of: token))
        plainKinds.append(PlainWords.kind(ofToken: token))
        reportCounts.append(0)
    }
}

extension Vocabulary {
    /// Numbers all tokens anew, in the order of their spelling; the answer leads from old numbers to new.
    mutating func sort() -> [TokenID] {
        let order = (1..<max(count, 1)).map(TokenID.init).sorted { precedes($0, $1) }
        var sorted = Vocabulary()
        var renumbered = [TokenID](repeating: 0, count: count)
        for token in order {
            renumbered[Int(token)] = TokenID(sorted.count)
            sorted.append(Array(text(of: token)))
            sorted.reportCounts[sorted.count - 1] = reportCounts[Int(token)]
        }
        sorted.sortedCount = sorted.count
        self = sorted
        return renumbered
    }

    private func precedes(_ left: TokenID, _ right: TokenID) -> Bool {
        let (one, other) = (folded[range(of: left)], folded[range(of: right)])
        if one.elementsEqual(other) { return text(of: left).lexicographicallyPrecedes(text(of: right)) }
        return one.lexicographicallyPrecedes(other)
    }

    /// The sorted tokens which begin with `prefix` (folded). A report's beginning is none.
    func sortedTokens(beginningWith prefix: [UInt8]) -> Range<TokenID> {
        if prefix.isEmpty { return 1..<TokenID(sortedCount) }
        let low = firstSorted { folded[$0].prefix(prefix.count).lexicographicallyPrecedes(prefix) }
        let high = firstSorted { !prefix.lexicographicallyPrecedes(folded[$0].prefix(prefix.count)) }
        return low..<max(low, high)
    }

    private func firstSorted(after isBefore: (Range<Int>) -> Bool) -> TokenID {
        var (low, high) = (1, sortedCount)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(range(of: TokenID(middle))) { low = middle + 1 } else { high = middle }
        }
        return TokenID(low)
    }

    func begins(_ token: TokenID, withFolded prefix: [UInt8]) -> Bool {
        token != .reportStart && folded[range(of: token)].starts(with: prefix)
    }

    func begins(_ token: TokenID, with prefix: [UInt8]) -> Bool {
        text(of: token).starts(with: prefix)
    }
}

extension Vocabulary {
    /// What a token's spelling says about it.
    struct Traits: OptionSet, Sendable {
        var rawValue: UInt8

        static let spaced = Traits(rawValue: 1)
        static let endsSentence = Traits(rawValue: 2)
        static let newline = Traits(rawValue: 4)
        static let numeric = Traits(rawValue: 8)
        static let capitalised = Traits(rawValue: 16)
        /// Has a letter or digit: a step of the key that takes one word.
        static let word = Traits(rawValue: 32)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(of token: [UInt8]) {
            self = []
            if token.first == Tokens.space { insert(.spaced) }
            if let last = token.last, Self.stops.contains(last) { insert(.endsSentence) }
            if token.last == Tokens.newline { insert([.newline, .endsSentence]) }
            let text = String(decoding: token, as: UTF8.self)
            if text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { insert(.numeric) }
            if text.contains(where: \.isUppercase) { insert(.capitalised) }
            if text.contains(where: { $0.isLetter || $0.isNumber }) { insert(.word) }
        }

        private static let stops = Set(".!?".utf8)
    }

    /// The same word without capitals, if it is known.
    func uncapitalised(_ token: TokenID) -> TokenID {
        let plain = Array(folded[range(of: token)])
        let found = number(of: plain)
        if found != .unknown || plain.isEmpty { return found }
        // A sentence's first word has no space before it at a line's beginning; elsewhere it has.
        return plain[0] == Tokens.space ? number(of: Array(plain.dropFirst())) : number(of: [Tokens.space] + plain)
    }
}
