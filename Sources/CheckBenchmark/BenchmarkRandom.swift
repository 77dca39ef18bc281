/// SplitMix64 (Steele, Lea & Flood 2014): the same reports for the same seed on every machine.
struct BenchmarkRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }
    mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
    mutating func happens(oneIn count: Int) -> Bool { below(count) == 0 }
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// One of the wordings of a pattern.
    mutating func wording(_ pattern: String) -> String {
        let characters = Array(pattern)
        var index = 0
        var text = ""
        for part in alternatives(characters, &index).prefix(1) { text = part }
        return text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    /// Reads up to the end, or to a brace that closes, and chooses among the wordings read.
    private mutating func alternatives(_ characters: [Character], _ index: inout Int) -> [String] {
        var choices = [""]
        while index < characters.count {
            let character = characters[index]
            index += 1
            switch character {
            case "{": choices[choices.count - 1] += alternatives(characters, &index).first ?? ""
            case "|": choices.append("")
            case "}": return [pick(choices)]
            default: choices[choices.count - 1].append(character)
            }
        }
        return [choices.joined(separator: "|")]
    }
}
