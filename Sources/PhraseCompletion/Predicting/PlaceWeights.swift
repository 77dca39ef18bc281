/// Turns places into a probability distribution: which of them the report goes on like.
///
/// Contexts of every length are mixed as by Witten and Bell: a long one decides where it was always followed by the same,
/// and leaves more to shorter ones the more different tokens followed it. Within a context, places in reports like the
/// one being written weigh more.
struct PlaceWeights {
    let index: ReportIndex
    let tuning: Tuning
    let likeness: Likeness
    let escapes: EscapeTable

    /// Sets the weights; together they are at most 1.
    func weigh(_ places: inout [Place], at cursor: Cursor) {
        guard !places.isEmpty else { return }
        stand(&places, cursor)
        let longest = Int(places.map(\.agreement).max() ?? 0)
        let kinds = distinctContinuations(places, cursor, longest: longest)
        let mixture = mixture(places, kinds: kinds, longest: longest)
        for position in places.indices {
            places[position].weight *= mixture[Int(places[position].agreement)]
        }
    }

    /// Sets each place's weight among others of equal agreement.
    private func stand(_ places: inout [Place], _ cursor: Cursor) {
        let exponent = tuning.likeness * 1.4427
        var (token, caseWeight): (TokenID, Float) = (.unknown, 1)
        for position in places.indices {
            let place = Int(places[position].index)
            // Places found by bisection stand in the order of their tokens.
            if index.tokens[place] != token {
                token = index.tokens[place]
                caseWeight = index.vocabulary.begins(token, with: cursor.partial) ? 1 : tuning.otherCase
            }
            let report = Int(index.reportOfPlace[place])
            let like = Logarithm.power(likeness.likeness(ofReport: report) * exponent)
            let source = tuning.sourceWeights[Int(index.sources[report].rawValue)]
            places[position].weight = places[position].multiplicity * like * source * caseWeight
        }
    }

    /// How many different tokens follow the contexts of each length or more.
    private func distinctContinuations(_ places: [Place], _ cursor: Cursor, longest: Int) -> [Float] {
        var longestOfKind = [Int32](repeating: -1, count: index.vocabulary.count)
        var kinds = [Float](repeating: 0, count: longest + 1)
        for place in places {
            let token = Int(next(place, cursor))
            let before = longestOfKind[token]
            guard place.agreement > before else { continue }
            if before >= 0 { kinds[Int(before)] -= 1 }
            kinds[Int(place.agreement)] += 1
            longestOfKind[token] = place.agreement
        }
        for length in stride(from: longest - 1, through: 0, by: -1) { kinds[length] += kinds[length + 1] }
        return kinds
    }

    private func next(_ place: Place, _ cursor: Cursor) -> TokenID {
        let token = index.tokens[Int(place.index)]
        let complete = index.vocabulary.length(of: token) == cursor.partial.count
        return complete ? index.token(at: Int(place.index) + 1) : token
    }

    private func mixture(_ places: [Place], kinds: [Float], longest: Int) -> [Float] {
        var counts = [Float](repeating: 0, count: longest + 1)
        var standings = counts
        for place in places {
            counts[Int(place.agreement)] += place.multiplicity
            standings[Int(place.agreement)] += place.weight
        }
        var shares = counts
        var (count, standing, left): (Float, Float, Float) = (0, 0, 1)
        for length in stride(from: longest, through: 0, by: -1) {
            count += counts[length]
            standing += standings[length]
            let escape = escapes.escape(length: length, count: count, kinds: kinds[length], factor: tuning.escape)
            shares[length] = standing > 0 ? left * (1 - escape) / standing : 0
            if standing > 0 { left *= escape }
        }
        for length in 1..<max(longest + 1, 1) where longest > 0 { shares[length] += shares[length - 1] }
        return shares
    }
}

extension PlaceWeights {
    /// For each length of context, the longest first: what it said of the token that really came.
    func observations(_ places: inout [Place], at cursor: Cursor, truth: TokenID) -> [EscapeTable.Observation] {
        guard !places.isEmpty else { return [] }
        stand(&places, cursor)
        let longest = Int(places.map(\.agreement).max() ?? 0)
        let kinds = distinctContinuations(places, cursor, longest: longest)
        var sums = [(count: Float, all: Float, right: Float)](repeating: (0, 0, 0), count: longest + 1)
        for place in places {
            let length = Int(place.agreement)
            sums[length].count += place.multiplicity
            sums[length].all += place.weight
            if next(place, cursor) == truth { sums[length].right += place.weight }
        }
        var found: [EscapeTable.Observation] = []
        var (count, all, right): (Float, Float, Float) = (0, 0, 0)
        for length in stride(from: longest, through: 0, by: -1) {
            count += sums[length].count
            all += sums[length].all
            right += sums[length].right
            guard all > 0 else { continue }
            found.append(
                EscapeTable.Observation(
                    length: length, count: count, kinds: kinds[length], factor: tuning.escape,
                    probability: right / all))
        }
        return found
    }
}
