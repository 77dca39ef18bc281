/// A place in the learned reports where the text may go on as it does in the report being written.
struct Place: Sendable {
    /// Index in `ReportIndex.tokens` of the token the cursor is in (or before).
    var index: Int32
    /// Tokens before it that agree with the report being written.
    var agreement: Int32
    /// First how many places this one stands for, times its report's weight; then its share in the prediction.
    var weight: Float
    var multiplicity: Float
}

/// What stands before the cursor, in tokens.
struct Cursor: Sendable {
    /// From the report's start to the token the cursor is in, without that one.
    var context: [TokenID] = [.reportStart]
    /// The token the cursor is in, as far as it is typed.
    var partial: [UInt8] = []
}

/// Finds the places that are like the cursor's.
struct PlaceFinder {
    let index: ReportIndex
    let tuning: Tuning

    func places(at cursor: Cursor) -> [Place] {
        let prefix = CaseFolding.folded(cursor.partial)
        let ranges = contextRanges(cursor, next: index.vocabulary.sortedTokens(beginningWith: prefix))
        var found: [Place] = []
        found.reserveCapacity(tuning.mostPlaces * 2)
        let whole = ranges.firstIndex { $0.count <= tuning.mostPlaces } ?? ranges.count
        if whole < ranges.count { takeAll(ranges[whole], ofLength: whole, cursor, into: &found) }
        for length in 0..<whole {
            // The longest of the large contexts tells most.
            let share =
                length == whole - 1 ? max(tuning.mostPlaces - found.count, tuning.sampledPlaces) : tuning.sampledPlaces
            let longer = length + 1 < ranges.count ? ranges[length + 1].count : 0
            sample(
                ranges[length], ofLength: length, population: ranges[length].count - longer, share, cursor, into: &found
            )
        }
        takeTail(cursor, prefix, into: &found)
        return found
    }

    /// For each length of context, from none: the places that follow it. They are contained in one another, shifted.
    private func contextRanges(_ cursor: Cursor, next: Range<TokenID>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        guard !next.isEmpty else { return ranges }
        for length in 0...min(tuning.longestSearched, cursor.context.count) {
            let context = cursor.context.suffix(length)
            if context.first == .unknown { break }
            let range = index.places(after: context, next: next)
            if range.isEmpty { break }
            ranges.append(range)
            if range.count <= tuning.mostPlaces { break }
        }
        return ranges
    }

    private func takeAll(_ range: Range<Int>, ofLength length: Int, _ cursor: Cursor, into found: inout [Place]) {
        for position in range { add(Int(index.order[position]) + length, cursor, into: &found) }
    }

    /// Evenly spread places which agree in exactly `length` tokens; each stands for as many as were left out.
    private func sample(
        _ range: Range<Int>, ofLength length: Int, population: Int, _ wanted: Int, _ cursor: Cursor,
        into found: inout [Place]
    ) {
        let step = max(1, range.count / max(wanted, 1))
        let begin = found.count
        for position in stride(from: range.lowerBound, to: range.upperBound, by: step) {
            let place = Int(index.order[position]) + length
            guard index.agreement(before: place, with: cursor.context, limit: length + 1) == length else { continue }
            add(place, cursor, into: &found)
        }
        let taken = found.count - begin
        guard taken > 0 else { return }
        let stands = max(1, Float(population) / Float(taken))
        for position in begin..<found.count { found[position].multiplicity = stands }
    }

    private func takeTail(_ cursor: Cursor, _ prefix: [UInt8], into found: inout [Place]) {
        for place in index.sortedPlaces..<max(index.tokens.count, index.sortedPlaces)
        where index.vocabulary.begins(index.tokens[place], withFolded: prefix) {
            add(place, cursor, into: &found)
        }
    }

    private func add(_ place: Int, _ cursor: Cursor, into found: inout [Place]) {
        let agreement = index.agreement(before: place, with: cursor.context, limit: tuning.longestAgreement)
        found.append(Place(index: Int32(place), agreement: Int32(agreement), weight: 1, multiplicity: 1))
    }
}
