/// What of one patient's report must not turn up in another's.
///
/// The rule: a token with a digit, or a capitalised word or abbreviation that was seen in fewer than five different
/// reports and is not known uncapitalised in two, is *telling*. A telling token is suggested only where at least two
/// different reports go on in just this way from the cursor, up to and including it. So no date, number, name or
/// identifier that a single report has is ever shown, alone or at the end of a phrase; ordinary words are.
enum Privacy {
    private static let knownWord: UInt8 = 5
    private static let knownUncapitalised: UInt8 = 2

    static func isTelling(_ token: TokenID, in vocabulary: Vocabulary) -> Bool {
        let traits = vocabulary.traits[Int(token)]
        if traits.contains(.numeric) { return true }
        guard traits.contains(.capitalised), vocabulary.reportCounts[Int(token)] < knownWord else { return false }
        let plain = vocabulary.uncapitalised(token)
        return plain == .unknown || vocabulary.reportCounts[Int(plain)] < knownUncapitalised
    }
}
