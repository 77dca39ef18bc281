/// Suggestions for one report while it is written.
///
/// Remembers what it found out about the text before the cursor. What it answers depends on that text alone, not on what
/// it was asked before: any position may be asked for at any time.
public struct PhraseSession: Sendable {
    private let model: PhraseModel
    private var context: [TokenID] = []
    private var likeness: Likeness
    private var said = SaidSentences()
    private var shown: [Shown] = []
    private var tokens = TokenizedText()

    /// What was offered when the cursor's token was typed this far.
    private struct Shown {
        var partial: [UInt8]
        var limit: Int
        var paths: [Path]
        var suggestions: [Suggestion]
    }

    private struct Path {
        var tokens: [TokenID]
        var withSpace: Bool
    }

    public init(_ model: PhraseModel) {
        self.model = model
        likeness = Likeness(reportCount: model.reportCount)
    }

    /// How the report may go on after `text`, the most useful first; at most `limit`.
    public mutating func suggestions(after text: some StringProtocol, limit: Int) -> [Suggestion] {
        guard limit > 0, model.reportCount > 0 else { return [] }
        let cursor = tokens.cursor(after: Array(text.utf8), model.index.vocabulary)
        move(to: cursor.context)
        for length in stops(in: cursor.partial) {
            let part = Cursor(context: cursor.context, partial: Array(cursor.partial.prefix(length)))
            if !remembers(part, limit) { shown.append(find(at: part, limit)) }
        }
        return shown.last { $0.partial == cursor.partial && $0.limit == limit }?.suggestions ?? []
    }

    private func remembers(_ cursor: Cursor, _ limit: Int) -> Bool {
        shown.contains { $0.partial == cursor.partial && $0.limit == limit }
    }
}

extension PhraseSession {
    private mutating func move(to target: [TokenID]) {
        guard target != context else { return }
        shown.removeAll(keepingCapacity: true)
        if !target.starts(with: context) || context.isEmpty {
            context = []
            likeness = Likeness(reportCount: model.reportCount)
            said = SaidSentences()
        }
        for token in target.dropFirst(context.count) {
            context.append(token)
            likeness.wrote(context, in: model.index)
            if token == .unknown { continue }
            said.wrote(model.index.vocabulary.text(of: token), model.index.vocabulary.traits[Int(token)])
        }
    }

    /// How far the token was typed whenever a key was pressed in it. Suggestions end only between tokens, or after the space
    /// that begins one, so from there on every key was typed, and what was shown was seen.
    private func stops(in partial: [UInt8]) -> [Int] {
        guard partial.count <= Self.longestRemembered else { return [partial.count] }
        let begin = partial.first == Tokens.space ? 1 : 0
        let stops = (min(begin, partial.count)...partial.count).filter { length in
            length == partial.count || partial[length] & 0xC0 != 0x80
        }
        return stops
    }

    private static let longestRemembered = 24

    private func find(at cursor: Cursor, _ limit: Int) -> Shown {
        var places = PlaceFinder(index: model.index, tuning: model.tuning).places(at: cursor)
        PlaceWeights(index: model.index, tuning: model.tuning, likeness: likeness, escapes: model.escapes)
            .weigh(&places, at: cursor)
        demotePassedOver(&places, at: cursor, limit)
        var said = said
        said.began(cursor.partial)
        let tree = Continuations(
            index: model.index, tuning: model.tuning, cursor: cursor, said: said, places: places)
        var choice = Choice(tree, tuning: model.tuning)
        var result = Shown(partial: cursor.partial, limit: limit, paths: [], suggestions: [])
        let writer = SuggestionWriter(vocabulary: model.index.vocabulary)
        for pick in choice.best(limit) {
            let path = Path(tokens: tree.tokens(of: pick.node), withSpace: pick.withSpace)
            guard
                let suggestion = writer.suggestion(
                    tokens: path.tokens, typed: cursor.partial.count, withSpace: path.withSpace,
                    probability: pick.probability)
            else { continue }
            result.paths.append(path)
            result.suggestions.append(suggestion)
        }
        return result
    }

    /// Who saw a phrase and typed on instead most likely means another.
    private func demotePassedOver(_ places: inout [Place], at cursor: Cursor, _ limit: Int) {
        guard cursor.partial.count <= Self.longestRemembered else { return }
        let passed = shown.filter {
            $0.limit == limit && $0.partial.count < cursor.partial.count && cursor.partial.starts(with: $0.partial)
        }.flatMap(\.paths)
        guard !passed.isEmpty else { return }
        let byFirst = Dictionary(grouping: passed) { $0.tokens.first ?? .unknown }
        for position in places.indices {
            let place = Int(places[position].index)
            guard let paths = byFirst[model.index.tokens[place]] else { continue }
            if paths.contains(where: { goesOn(place, $0) }) { places[position].weight *= model.tuning.passedOver }
        }
    }

    private func goesOn(_ place: Int, _ path: Path) -> Bool {
        let (end, tokens) = (place + path.tokens.count, model.index.tokens)
        guard end <= tokens.count else { return false }
        for offset in path.tokens.indices where tokens[place + offset] != path.tokens[offset] { return false }
        return !path.withSpace || model.index.vocabulary.traits[Int(model.index.token(at: end))].contains(.spaced)
    }
}
