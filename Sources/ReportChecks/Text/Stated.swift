/// How far a finding is stated.
enum Stated: Hashable, Sendable {
    case affirmed, likely, possible, negated, past, hypothetical
}

/// Where in a sentence the cues reach.
struct CueScopes: Sendable {
    private let stated: [Stated?]
    /// Where the negation that reaches a token begins.
    private let triggerEnd: [Int]

    init(_ tokens: [Token]) {
        var scopes = Scan(tokens)
        scopes.run()
        stated = scopes.stated
        triggerEnd = scopes.triggerEnd
    }

    func stated(_ range: Range<Int>) -> Stated {
        // Strongest first: "no history of", "possible prior".
        let all = range.compactMap { stated[$0] }
        for state in [Stated.hypothetical, .negated, .past, .possible, .likely] where all.contains(state) {
            return state
        }
        return .affirmed
    }

    /// The tokens between the negation and the finding; empty where it stands behind.
    func negated(before range: Range<Int>) -> Range<Int> {
        let start = triggerEnd[range.lowerBound]
        return start >= 0 && start <= range.lowerBound ? start..<range.lowerBound : range.lowerBound..<range.lowerBound
    }

    private struct Scan {
        let tokens: [Token]
        var stated: [Stated?]
        var triggerEnd: [Int]
        private var clauseStart = 0
        private var active: (state: Stated, from: Int)?

        init(_ tokens: [Token]) {
            self.tokens = tokens
            stated = Array(repeating: nil, count: tokens.count)
            triggerEnd = Array(repeating: -1, count: tokens.count)
        }

        mutating func run() {
            let cues = Cue.table.matches(in: tokens)
            var next = 0
            var index = 0
            while index < tokens.count {
                if next < cues.count, cues[next].range.lowerBound == index {
                    apply(cues[next])
                    index = cues[next].range.upperBound
                    next += 1
                    continue
                }
                if endsReach(at: index) { active = nil }
                if endsClause(at: index) { clauseStart = index + 1 }
                if let active { mark(index, active.state, from: active.from) }
                index += 1
            }
            // A question asks: "Pneumothorax?"
            if tokens.last?.isMark("?") == true { for index in stated.indices { stated[index] = .hypothetical } }
        }

        private mutating func mark(_ index: Int, _ state: Stated, from: Int) {
            // The nearer cue does not weaken a negation: "no evidence of prior infarct" denies it.
            if stated[index] == nil || state == .negated && stated[index] != .hypothetical { stated[index] = state }
            if state == .negated { triggerEnd[index] = from }
        }

        private mutating func apply(_ cue: Phrases<Cue>.Match) {
            switch cue.value {
            case .none: active = nil
            case .ends:
                active = nil
                clauseStart = cue.range.upperBound
            case .negatesAfter: active = (.negated, cue.range.upperBound)
            case .possibleAfter: begin(.possible, cue)
            case .likelyAfter: begin(.likely, cue)
            case .pastAfter: begin(.past, cue)
            case .hypotheticalAfter: begin(.hypothetical, cue)
            case .negatesBefore: reachBack(.negated, cue)
            case .possibleBefore: reachBack(.possible, cue)
            case .pastBefore: reachBack(.past, cue)
            }
        }

        private mutating func begin(_ state: Stated, _ cue: Phrases<Cue>.Match) {
            // Within a negation it stays denied: "no suspicious…", "no possible…".
            if active?.state == .negated { return }
            active = (state, cue.range.upperBound)
        }

        private mutating func reachBack(_ state: Stated, _ cue: Phrases<Cue>.Match) {
            active = nil
            guard clauseStart < cue.range.lowerBound else {
                // "Resolved pneumothorax" says it in front.
                if state == .negated { active = (.negated, cue.range.upperBound) }
                return
            }
            for index in clauseStart..<cue.range.lowerBound where state != .negated || stated[index] == nil {
                stated[index] = state
            }
        }

        private func endsReach(at index: Int) -> Bool {
            guard let active else { return false }
            let token = tokens[index]
            if token.isMark(":") || token.isMark("(") || token.isMark(")") { return true }
            let isJoint = token.isMark(",") || ["and", "und"].contains(token.text)
            // What happened once, or may be, ends with its clause; a negation goes on through a list.
            if active.state != .negated { return token.isMark(",") || token.isMark("-") && !token.isGlued }
            if token.isMark("-") && !token.isGlued { return true }
            guard isJoint, index + 1 < tokens.count else { return false }
            let following = tokens[index + 1]
            guard following.isWord, Cue.beginsStatement.contains(following.text) else { return false }
            return !tokens[(index + 1)...].prefix(24).contains {
                $0.isWord && ["or", "nor", "oder", "noch"].contains($0.text)
            }
        }

        /// A comma after a clause of its own, so that what is said behind it does not reach back.
        private func endsClause(at index: Int) -> Bool {
            guard
                tokens[index].isMark(",") || tokens[index].isMark(":")
                    || tokens[index].isMark("-") && !tokens[index].isGlued
            else { return false }
            return tokens[clauseStart..<max(index, clauseStart)].contains { $0.isWord && Self.verbs.contains($0.text) }
        }

        private static let verbs: Set<String> = [
            "is", "are", "was", "were", "has", "have", "shows", "demonstrates", "seen", "noted", "present", "ist",
            "sind",
            "zeigt", "zeigen", "besteht", "bestehen", "findet", "no", "without", "normal", "unremarkable", "kein",
            "keine",
        ]
    }
}
