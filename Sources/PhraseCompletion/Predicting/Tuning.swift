/// The numbers of the model that were found by measuring, in one place.
struct Tuning: Sendable {
    /// Places looked at for one suggestion: all of the shortest context with no more than this many …
    var mostPlaces = 900
    /// … and a sample from each shorter one.
    var sampledPlaces = 250
    var longestSearched = 12
    var longestAgreement = 31

    /// Witten-Bell's escape: how much is left to shorter contexts, times this.
    var escape: Float = 3
    /// Weight of a likeness of 1 between the report being written and a learned one, as an exponent of e.
    var likeness: Float = 3
    /// Weight of a place whose word differs in its capitals from what was typed.
    var otherCase: Float = 0.05
    /// Weight of reports of others and of the template library against the reader's own.
    var sourceWeights: [Float] = [1, 0.5, 0.1]
    /// Weight of what was shown a moment ago and typed past.
    var passedOver: Float = 0.03
    /// Weight of a sentence the report already has.
    var alreadySaid: Float = 0.1

    /// Doubt per token, and per sentence, that a report goes on as the learned ones: divided by their number.
    var tokenDoubt: Float = 0.8
    var sentenceDoubt: Float = 1

    /// Keys that text costs without the suggestion being weighed: per token, and per bit of surprise in it.
    var keysPerToken: Float = 0.35
    var keysPerBit: Float = 0.45
    var keysPerSpace: Float = 0.4

    var mostNodes = 220
    var leastProbability: Float = 0.002

    static let standard = Tuning()
}
