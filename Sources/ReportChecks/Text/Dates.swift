internal import Radiology

/// A date as a report cites it: to the day, the month or the year.
struct CitedDate: Hashable, Sendable {
    var year: Int
    var month: Int?
    /// More than one reading where day and month may be exchanged.
    var days: Set<CalendarDate>
    var range: Range<Int>

    func isOf(_ date: CalendarDate) -> Bool {
        if !days.isEmpty { return days.contains(date) }
        return date.year == year && (month == nil || month == date.month)
    }
}

/// Finds dates among tokens.
enum Dates {
    private static let months: [String: Int] = {
        let names = [
            "january januar jan jenner", "february februar feb", "march merz mar mrz", "april apr", "may mai",
            "june juni jun", "july juli jul", "august aug", "september sep sept", "october oktober oct okt",
            "november nov", "december dezember dec dez",
        ]
        var table: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()

    static func isMonth(_ word: String) -> Bool { months[word] != nil }

    static func find(in tokens: [Token]) -> [CitedDate] {
        var found: [CitedDate] = []
        var index = 0
        while index < tokens.count {
            if let date = date(in: tokens, at: index) {
                found.append(date)
                index = date.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func date(in tokens: [Token], at index: Int) -> CitedDate? {
        numeric(tokens, index) ?? dayFirst(tokens, index) ?? monthFirst(tokens, index) ?? bareYear(tokens, index)
    }

    private static func number(_ tokens: [Token], _ index: Int) -> Int? {
        guard index < tokens.count, tokens[index].kind == .number, tokens[index].text.utf8.count <= 4 else {
            return nil
        }
        return Int(tokens[index].text)
    }

    private static func isYear(_ number: Int) -> Bool { (1950...2099).contains(number) }

    /// `2025-02-11`, `11.02.2025`, `02/11/2025`, `11.02.25`, `02/2025`.
    private static func numeric(_ tokens: [Token], _ start: Int) -> CitedDate? {
        guard let first = number(tokens, start), start + 2 < tokens.count else { return decimal(tokens, start) }
        let separator = tokens[start + 1]
        guard separator.kind == .mark, ["-", ".", "/"].contains(separator.text), separator.isGlued,
            let second = number(tokens, start + 2), tokens[start + 2].isGlued
        else { return decimal(tokens, start) }
        let hasThird = start + 4 < tokens.count && tokens[start + 3].text == separator.text && tokens[start + 4].isGlued
        if hasThird, let third = number(tokens, start + 4) {
            return threeParts(first, second, third, start..<(start + 5))
        }
        if isYear(second), (1...12).contains(first), separator.text != "-" {
            return CitedDate(year: second, month: first, days: [], range: start..<(start + 3))
        }
        if isYear(first), (1...12).contains(second), separator.text == "-" {
            return CitedDate(year: first, month: second, days: [], range: start..<(start + 3))
        }
        return nil
    }

    /// `02.2025` reads as a decimal number.
    private static func decimal(_ tokens: [Token], _ start: Int) -> CitedDate? {
        guard start < tokens.count, tokens[start].kind == .number else { return nil }
        let parts = tokens[start].text.split(separator: ".")
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 4, let month = Int(parts[0]),
            let year = Int(parts[1]), (1...12).contains(month), isYear(year)
        else { return nil }
        return CitedDate(year: year, month: month, days: [], range: start..<(start + 1))
    }

    private static func threeParts(_ first: Int, _ second: Int, _ third: Int, _ range: Range<Int>) -> CitedDate? {
        if isYear(first) {
            guard let day = CalendarDate(year: first, month: second, day: third) else { return nil }
            return CitedDate(year: first, month: second, days: [day], range: range)
        }
        let year = third < 100 ? 2000 + third : third
        guard isYear(year) else { return nil }
        let days = [
            CalendarDate(year: year, month: second, day: first), CalendarDate(year: year, month: first, day: second),
        ]
        let sound = Set(days.compactMap(\.self))
        return sound.isEmpty ? nil : CitedDate(year: year, month: nil, days: sound, range: range)
    }

    /// `11 February 2025`, `11. Februar 2025`, `11th of February 2025`
    private static func dayFirst(_ tokens: [Token], _ start: Int) -> CitedDate? {
        guard let day = number(tokens, start), (1...31).contains(day) else { return nil }
        var index = start + 1
        while index < tokens.count,
            tokens[index].isMark(".") || ["st", "nd", "rd", "th", "of"].contains(tokens[index].text)
        {
            index += 1
        }
        guard index < tokens.count, let month = months[tokens[index].text] else { return nil }
        if index + 1 < tokens.count, tokens[index + 1].isMark(".") || tokens[index + 1].isMark(",") { index += 1 }
        guard let year = number(tokens, index + 1), isYear(year),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return CitedDate(year: year, month: month, days: [date], range: start..<(index + 2))
    }

    /// `February 11, 2025`, `Feb 2025`
    private static func monthFirst(_ tokens: [Token], _ start: Int) -> CitedDate? {
        guard tokens[start].isWord, let month = months[tokens[start].text] else { return nil }
        var index = start + 1
        if index < tokens.count, tokens[index].isMark(".") { index += 1 }
        guard let first = number(tokens, index) else { return nil }
        if isYear(first) { return CitedDate(year: first, month: month, days: [], range: start..<(index + 1)) }
        var next = index + 1
        while next < tokens.count, tokens[next].isMark(",") || ["st", "nd", "rd", "th"].contains(tokens[next].text) {
            next += 1
        }
        guard let year = number(tokens, next), isYear(year),
            let date = CalendarDate(year: year, month: month, day: first)
        else { return nil }
        return CitedDate(year: year, month: month, days: [date], range: start..<(next + 1))
    }

    /// `CT from 2023`: a year after a word that asks for one.
    private static func bareYear(_ tokens: [Token], _ index: Int) -> CitedDate? {
        guard index > 0, let year = number(tokens, index), isYear(year), tokens[index - 1].isWord,
            ["from", "of", "in", "vom", "von", "aus", "since", "seit", "dated"].contains(tokens[index - 1].text)
        else { return nil }
        if index + 1 < tokens.count, tokens[index + 1].isGlued, !tokens[index + 1].isMark(".") { return nil }
        return CitedDate(year: year, month: nil, days: [], range: index..<(index + 1))
    }
}
