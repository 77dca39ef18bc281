import Foundation
import Glibc
import GRDB

/// A text of every row, folded, one behind the other. A look through 100,000 of them takes a few milliseconds.
struct TextColumn: Sendable {
    /// The only zero byte is behind the last text.
    private var bytes: [UInt8] = [0]
    /// Where the text of each row ends, its separator included.
    private var ends: [UInt32] = []

    private static let separator: UInt8 = 1

    private func start(_ row: Int) -> Int { row == 0 ? 0 : Int(ends[row - 1]) }
    private func end(_ row: Int) -> Int { Int(ends[row]) }

    /// Folds as the filter's words are folded; text of ASCII alone, which is most of it, without leaving its bytes.
    mutating func append(folding text: String) {
        begin()
        add(folding: text)
        end()
    }

    /// A name in DICOM's form and an identifier, as the list shows the name: `doe, jane 4711`.
    mutating func append(name: String, _ identifier: String) {
        begin()
        add(folding: TextColumn.listed(name))
        if !name.isEmpty, !identifier.isEmpty { bytes.append(0x20) }
        add(folding: identifier)
        end()
    }

    /// `Doe^Jane` as the list shows it, near enough to sort and to find by.
    static func listed(_ name: String) -> String {
        var parts = name.utf8.split(separator: UInt8(ascii: "^"), maxSplits: 1).map { String(Substring($0)) }
        guard parts.count > 1 else { return parts.first ?? name }
        if parts[1].utf8.contains(UInt8(ascii: "^")) { parts[1] = parts[1].replacing("^", with: " ") }
        return parts[0] + ", " + parts[1]
    }

    private mutating func begin() { bytes.removeLast() }

    private mutating func end() {
        bytes.append(TextColumn.separator)
        ends.append(UInt32(bytes.count))
        bytes.append(0)
    }

    private mutating func add(folding text: String) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 && $0 > 1 }
        if isASCII {
            bytes.append(contentsOf: text.utf8.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        } else {
            // The only zero byte is behind the last text, and rows end only where they end.
            bytes.append(contentsOf: LocalStore.folded(text).utf8.lazy.map { $0 <= 1 ? 0x20 : $0 })
        }
    }

    func isEmpty(_ row: Int) -> Bool { end(row) - start(row) <= 1 }

    /// Marks the rows that hold `word`, folded; every row holds no word.
    func mark(_ found: inout [Bool], containing word: String) {
        let needle = Array(word.utf8CString)
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                guard let base = text.baseAddress else { return }
                scan(base, needle) { found[$0] = true }
            }
        }
    }

    /// Which rows hold any of `words`.
    func containing(anyOf words: [String]) -> [Bool] {
        var found = [Bool](repeating: false, count: ends.count)
        for word in words { mark(&found, containing: word) }
        return found
    }

    /// Goes through the text once: behind a hit the next row begins, and rows without one are passed over.
    private func scan(_ base: UnsafePointer<CChar>, _ needle: [CChar], _ tell: (Int) -> Void) {
        var row = 0
        while row < ends.count, let hit = strstr(base + start(row), needle) {
            let place = UnsafePointer(hit) - base
            while end(row) <= place { row += 1 }
            tell(row)
            row += 1
        }
    }

    /// The first eight bytes of each row, to be compared as numbers; most rows differ in them.
    func prefixes() -> [UInt64] {
        ends.indices.map { row in
            var key: UInt64 = 0
            let from = start(row)
            for offset in 0..<8 {
                let isInside = from + offset < end(row) - 1
                key = key << 8 | (isInside ? UInt64(bytes[from + offset]) : 0)
            }
            return key
        }
    }

    /// Less than zero where the text of the first row comes before that of the second, by bytes.
    func compare(_ left: Int, _ right: Int) -> Int32 {
        let (a, b) = (start(left), start(right))
        let (countA, countB) = (end(left) - a - 1, end(right) - b - 1)
        let order = bytes.withUnsafeBufferPointer { bytes -> Int32 in
            guard let base = bytes.baseAddress else { return 0 }
            return memcmp(base + a, base + b, min(countA, countB))
        }
        return order != 0 ? order : (countA < countB ? -1 : countA > countB ? 1 : 0)
    }
}

/// A text that few rows have of their own: each is kept once.
struct SharedTextColumn: Sendable {
    private(set) var texts: [String] = []
    private(set) var numbers: [UInt32] = []
    private var known: [String: UInt32] = [:]

    /// - Parameter shown: the text as it is to be kept; asked once for each.
    mutating func append(_ text: String?, as shown: (String) -> String = { $0 }) {
        let text = text ?? ""
        if let number = known[text] { return numbers.append(number) }
        let number = UInt32(texts.count)
        known[text] = number
        texts.append(shown(text))
        numbers.append(number)
    }

    func text(_ row: Int) -> String { texts[Int(numbers[row])] }

    /// Which rows have a text of which this holds; it is asked once for each text.
    func rows(where holds: (String) -> Bool) -> [Bool] {
        let answers = texts.map(holds)
        return numbers.map { answers[Int($0)] }
    }

    /// The place of each row's text among all, in the order of folded text; no text comes last.
    func ranks() -> [UInt64] {
        let folded = texts.map(LocalStore.folded)
        let order = texts.indices.sorted {
            folded[$0].isEmpty != folded[$1].isEmpty ? folded[$1].isEmpty : folded[$0] < folded[$1]
        }
        var ranks = [UInt64](repeating: 0, count: texts.count)
        for (rank, index) in order.enumerated() { ranks[index] = UInt64(rank) }
        return numbers.map { ranks[Int($0)] }
    }
}
