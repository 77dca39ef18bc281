/// Asks the model about its own reports, each as if it had not been learned, and sets the escapes to what is found.
///
/// So a reader of fixed habits is trusted with long contexts and one who words everything anew with short ones.
struct Calibration {
    let index: ReportIndex
    let tuning: Tuning

    /// Fewer reports teach nothing about reports.
    static let fewestReports = 40
    private static let reportsAsked = 150
    private static let everyToken = 3

    func escapes() -> EscapeTable {
        var table = EscapeTable()
        guard index.reportCount >= Self.fewestReports else { return table }
        table.learn(observations())
        return table
    }

    private func observations() -> [[EscapeTable.Observation]] {
        let starts = index.tokens.indices.filter { index.tokens[$0] == .reportStart }
        let step = max(1, starts.count / Self.reportsAsked)
        return stride(from: 0, to: starts.count, by: step).flatMap { number in
            ask(report: number, starts[number]..<(number + 1 < starts.count ? starts[number + 1] : index.tokens.count))
        }
    }

    private func ask(report: Int, _ range: Range<Int>) -> [[EscapeTable.Observation]] {
        var likeness = Likeness(reportCount: index.reportCount)
        var found: [[EscapeTable.Observation]] = []
        var context: [TokenID] = [.reportStart]
        for place in range.dropFirst().dropLast() {
            if place % Self.everyToken == 0 {
                let cursor = Cursor(context: context, partial: Array(index.vocabulary.text(of: index.tokens[place])))
                found.append(ask(at: place, cursor, likeness, report))
            }
            context.append(index.tokens[place])
            likeness.wrote(context, in: index)
        }
        return found
    }

    private func ask(at place: Int, _ cursor: Cursor, _ likeness: Likeness, _ report: Int) -> [EscapeTable.Observation]
    {
        var places = PlaceFinder(index: index, tuning: tuning).places(at: cursor)
        places.removeAll { Int(index.reportOfPlace[Int($0.index)]) == report }
        let weights = PlaceWeights(index: index, tuning: tuning, likeness: likeness, escapes: EscapeTable())
        return weights.observations(&places, at: cursor, truth: index.token(at: place + 1))
    }
}
