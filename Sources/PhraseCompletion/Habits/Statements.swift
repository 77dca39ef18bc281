/// A sentence or heading of a report, the piece in which templates and macros are made.
public struct Statement: Sendable, Hashable {
    /// Without white space around it.
    public let text: String
    /// White space up to the next statement; empty at the report's end.
    public let separator: String
    /// Where `text` stands, in characters of the report.
    public let range: Range<Int>

    /// The statements of a report in order. With their separators (and what precedes the first) they are the report.
    public static func all(in report: String) -> [Statement] {
        let characters = Array(report)
        var found: [Statement] = []
        var start = characters.firstIndex { !$0.isWhitespace } ?? characters.count
        while start < characters.count {
            let end = endOfStatement(from: start, in: characters)
            let next = characters[end...].firstIndex { !$0.isWhitespace } ?? characters.count
            let separator = next < characters.count ? String(characters[end..<next]) : ""
            found.append(Statement(text: String(characters[start..<end]), separator: separator, range: start..<end))
            start = next
        }
        return found
    }

    /// A line's end, or a stop followed by white space; the stop after an item's number ends nothing.
    private static func endOfStatement(from start: Int, in characters: [Character]) -> Int {
        for position in start..<characters.count {
            if characters[position].isNewline { return trimmed(start..<position, in: characters) }
            guard ".!?".contains(characters[position]), position > start else { continue }
            let isLast = position + 1 == characters.count || characters[position + 1].isWhitespace
            let isNumber = characters[start..<position].allSatisfy(\.isNumber)
            if isLast, !isNumber { return position + 1 }
        }
        return trimmed(start..<characters.count, in: characters)
    }

    private static func trimmed(_ range: Range<Int>, in characters: [Character]) -> Int {
        (characters[range].lastIndex { !$0.isWhitespace } ?? range.lowerBound) + 1
    }
}
