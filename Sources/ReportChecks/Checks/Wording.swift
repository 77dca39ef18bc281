internal import ReportTemplates
internal import Wording

/// Words said twice, and what a template left in the middle of a sentence.
enum WordingCheck {
    static func obstacles(_ reading: Reading) -> [SigningObstacle] {
        reading.lines.flatMap { line -> [SigningObstacle] in
            var found: [SigningObstacle] = []
            if hasDoubled(line.sentence.tokens) {
                found.append(SigningObstacle(.alert, "A word stands there twice.", at: line.sentence.place))
            }
            if hasLeftover(line.sentence.tokens) {
                found.append(SigningObstacle(.alert, "A placeholder was left in the text.", at: line.sentence.place))
            }
            return found
        }
    }

    /// Rightly said twice.
    private static let mayRepeat: Set<String> = [
        "that", "had", "very", "so", "sie", "was", "sehr", "bye", "much", "far", "sub",
    ]

    /// "…, die die Lunge…" begins a clause; elsewhere it is a slip.
    private static let mayRepeatAfterComma: Set<String> = ["die", "das", "der", "den", "dem"]

    static func hasDoubled(_ tokens: [Token]) -> Bool {
        for index in tokens.indices.dropLast() {
            let (first, second) = (tokens[index], tokens[index + 1])
            // "T T" and other single letters, "C5 C5" are names of things.
            guard first.isWord, second.isWord, !second.isGlued, first.text == second.text, first.text.utf8.count > 1,
                first.text.last?.isNumber != true
            else { continue }
            let isThird = index > 0 && tokens[index - 1].isWord && tokens[index - 1].text == first.text
            if isThird { return true }
            let isClause = index > 0 && tokens[index - 1].isMark(",") && mayRepeatAfterComma.contains(first.text)
            if !isClause, !mayRepeat.contains(first.text) { return true }
        }
        return false
    }

    private static func hasLeftover(_ tokens: [Token]) -> Bool {
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if token.isMark("*"), next?.isMark("*") == true { return true }
            if token.isMark("<"), closes(tokens, index) { return true }
            if token.isMark("?"), next?.isMark("?") == true { return true }
            guard token.isWord, tokens.count > 1 else { continue }
            if ["xxx", "xxxx", "todo", "tbd"].contains(token.text) { return true }
            if token.text == "patient", token.isCapitalized, let next, next.isCapitalized,
                ["age", "sex", "name"].contains(next.text), !(index + 2 < tokens.count && tokens[index + 2].isMark(":"))
            {
                return true
            }
            if token.text.hasPrefix("rde") || token.text.hasPrefix("rid"), token.text.utf8.count > 4,
                token.text.dropFirst(3).allSatisfy(\.isNumber)
            {
                return true
            }
        }
        return false
    }

    /// `<date>`, not `a < b`.
    private static func closes(_ tokens: [Token], _ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].isWord, tokens[index + 1].isGlued else { return false }
        return tokens[(index + 1)...].prefix(6).contains { $0.isMark(">") && $0.isGlued }
    }
}
