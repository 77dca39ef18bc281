/// How much of a context's prediction is left to shorter contexts: learned from the reports themselves.
///
/// A bucket is the context's length, how often it was seen and how many different tokens followed it. Buckets without
/// experience keep Witten and Bell's estimate.
struct EscapeTable: Sendable, Equatable {
    static let bucketCount = 4 * 8 * 4

    /// For each bucket its escape, between 0 and 1; negative where nothing was learned.
    private(set) var escapes = [Float](repeating: -1, count: bucketCount)

    init() {}

    /// `nil` if these are not escapes of all buckets.
    init?(escapes: [Float]) {
        guard escapes.count == Self.bucketCount, escapes.allSatisfy({ $0 >= -1 && $0 <= 1 }) else { return nil }
        self.escapes = escapes
    }

    func escape(length: Int, count: Float, kinds: Float, factor: Float) -> Float {
        let learned = escapes[Self.bucket(length: length, count: count, kinds: kinds)]
        return learned >= 0 ? learned : Self.estimate(count: count, kinds: kinds, factor: factor)
    }

    private static func estimate(count: Float, kinds: Float, factor: Float) -> Float {
        factor * kinds / (count + factor * kinds)
    }

    static func bucket(length: Int, count: Float, kinds: Float) -> Int {
        let size = min(7, max(0, Int(Logarithm.binary(max(count, 1)) + 0.5)))
        let variety = kinds <= 1 ? 0 : kinds * 8 <= count ? 1 : kinds * 3 <= count ? 2 : 3
        return (min(length, 3) * 8 + size) * 4 + variety
    }

    /// Improves the escapes by expectation and maximisation (deleted interpolation, Jelinek & Mercer 1980).
    ///
    /// - Parameter observations: for each place of a report, from the longest context to none: its bucket, Witten and Bell's
    ///   estimate for it, and the probability it gave to what really came.
    mutating func learn(_ observations: [[Observation]]) {
        var start = [Float](repeating: 0.5, count: Self.bucketCount)
        for tier in observations.joined() { start[tier.bucket] = tier.estimate }
        escapes = start
        var seen = [Float](repeating: 0, count: Self.bucketCount)
        for _ in 0..<12 {
            var left = start.map { $0 * Self.prior }
            seen = [Float](repeating: Self.prior, count: Self.bucketCount)
            for tiers in observations { collect(tiers, left: &left, seen: &seen) }
            for bucket in escapes.indices { escapes[bucket] = left[bucket] / seen[bucket] }
        }
        for bucket in escapes.indices where seen[bucket] <= Self.prior { escapes[bucket] = -1 }
    }

    struct Observation {
        var bucket: Int
        var estimate: Float
        var probability: Float
    }

    /// What the first estimate is worth, in observations.
    private static let prior: Float = 4

    private func collect(_ tiers: [Observation], left: inout [Float], seen: inout [Float]) {
        var reaching: Float = 1
        var shares = tiers.map { tier -> Float in
            let share = reaching * (1 - escapes[tier.bucket]) * tier.probability
            reaching *= escapes[tier.bucket]
            return share
        }
        // What no context foresaw was left to none at all.
        shares.append(reaching * 1e-4)
        var below = shares.reduce(0, +)
        guard below > 0 else { return }
        let all = below
        for (position, tier) in tiers.enumerated() {
            seen[tier.bucket] += below / all
            below = max(0, below - shares[position])
            left[tier.bucket] += below / all
        }
    }
}

extension EscapeTable.Observation {
    init(length: Int, count: Float, kinds: Float, factor: Float, probability: Float) {
        bucket = EscapeTable.bucket(length: length, count: count, kinds: kinds)
        estimate = factor * kinds / (count + factor * kinds)
        self.probability = probability
    }
}
