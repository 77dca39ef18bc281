import Foundation
import Glibc
import Radiology

/// The words of a whole list in memory, in the order of the list: a look through 100,000 studies for what was typed
/// takes less than a frame.
struct StudyFinder: Sendable {
    private var studies: [Int64] = []
    /// The words of all, one behind the other; the only zero byte is behind the last.
    private var text: [UInt8] = [0]
    /// Where the words of each end.
    private var ends: [Int] = []

    private static let separator: UInt8 = 1

    mutating func append(_ study: Int64, words: Data?) {
        studies.append(study)
        text.removeLast()
        if let words { text.append(contentsOf: words.contains(0) ? Data(words.map { max($0, 1) }) : words) }
        text.append(Self.separator)
        ends.append(text.count)
        text.append(0)
    }

    /// Those that have all of `words`, in the order of the list.
    func studies(with words: [String]) -> [Int64] {
        text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { studies(with: words.map { Array($0.utf8CString) }, in: $0) }
        }
    }

    /// Every word goes through the text once: whichever is behind goes on to where the foremost is.
    private func studies(with words: [[CChar]], in text: UnsafeBufferPointer<CChar>) -> [Int64] {
        guard let base = text.baseAddress, !words.isEmpty else { return [] }
        var found: [Int64] = []
        var place = 0
        var hits = [Int](repeating: -1, count: words.count)
        while place < ends.count {
            let start = place == 0 ? 0 : ends[place - 1]
            for index in words.indices where hits[index] < start {
                guard let hit = strstr(base + start, words[index]) else { return found }
                hits[index] = UnsafePointer(hit) - base
            }
            let foremost = hits.max() ?? start
            if foremost < ends[place] {
                found.append(studies[place])
                place += 1
            } else {
                while place < ends.count, ends[place] <= foremost { place += 1 }
            }
        }
        return found
    }
}

/// What was last read of the lists, and at which revision of them.
struct KnownLists: Sendable {
    var counts: (revision: Int64, counts: [Worklist: Int])?
    var finder: (worklist: Worklist, revision: Int64, finder: StudyFinder)?
}
