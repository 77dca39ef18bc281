import Foundation
import Glibc
import GRDB

/// A text of every row, folded, one behind the other. A look through 100,000 of them takes a few milliseconds.
struct TextColumn: Sendable {
    /// The only zero byte is behind the last text.
    private var bytes: [UInt8] = [0]
    /// Where the text of each row ends, its separator included.
    private var ends: [Int] = []

    private static let separator: UInt8 = 1

    private func start(_ row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }

    mutating func append(folded text: some Collection<UInt8>) {
        bytes.removeLast()
        bytes.append(contentsOf: text.lazy.map { $0 == 0 ? TextColumn.separator : $0 })
        bytes.append(TextColumn.separator)
        ends.append(bytes.count)
        bytes.append(0)
    }

    /// Folds as the filter's words are folded; text of ASCII alone, which is most of it, without leaving its bytes.
    mutating func append(folding texts: [String?]) {
        let text = texts.compactMap(\.self).joined(separator: " ")
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            append(folded: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        } else {
            append(folded: LocalStore.folded(text).utf8)
        }
    }

    func isEmpty(_ row: Int) -> Bool { ends[row] - start(row) <= 1 }

    /// Takes the rows without `word` out of `matches`, or those with it.
    func keep(_ matches: inout [Bool], containing word: String, isNegated: Bool) {
        guard !word.isEmpty else { return }
        let needle = Array(word.utf8CString)
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                guard let base = text.baseAddress else { return }
                scan(base, needle) { row, isThere in if isThere == isNegated { matches[row] = false } }
            }
        }
    }

    /// Which rows hold any of `words`.
    func containing(anyOf words: [String]) -> [Bool] {
        var found = [Bool](repeating: false, count: ends.count)
        for word in words {
            var these = [Bool](repeating: true, count: ends.count)
            keep(&these, containing: word, isNegated: false)
            for row in found.indices where these[row] { found[row] = true }
        }
        return found
    }

    /// Goes through the text once: behind a hit the next row begins, without a hit the rows up to the next one are
    /// passed over.
    private func scan(_ base: UnsafePointer<CChar>, _ needle: [CChar], _ tell: (Int, Bool) -> Void) {
        var row = 0
        while row < ends.count {
            guard let hit = strstr(base + start(row), needle) else { break }
            let place = UnsafePointer(hit) - base
            while ends[row] <= place {
                tell(row, false)
                row += 1
            }
            tell(row, true)
            row += 1
        }
        while row < ends.count {
            tell(row, false)
            row += 1
        }
    }

    /// The first eight bytes of each row, to be compared as numbers; most rows differ in them.
    func prefixes() -> [UInt64] {
        ends.indices.map { row in
            var key: UInt64 = 0
            let from = start(row)
            for offset in 0..<8 {
                let isInside = from + offset < ends[row] - 1
                key = key << 8 | (isInside ? UInt64(bytes[from + offset]) : 0)
            }
            return key
        }
    }

    /// Less than zero where the text of the first row comes before that of the second, by bytes.
    func compare(_ left: Int, _ right: Int) -> Int32 {
        let (a, b) = (start(left), start(right))
        let (countA, countB) = (ends[left] - a - 1, ends[right] - b - 1)
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

    mutating func append(_ text: String?) {
        let text = text ?? ""
        if let number = known[text] { return numbers.append(number) }
        let number = UInt32(texts.count)
        known[text] = number
        texts.append(text)
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
