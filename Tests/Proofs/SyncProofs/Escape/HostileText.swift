import Proving

/// Strings that would take a terminal over, were they written as they are. Each sequence carries ``mark``, a number
/// no program of ours ever writes, so that it is told from curses' own.
struct HostileText: Sendable {
    static let mark = "31337"
    private var random: SeededRandom
    private(set) var count = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func next() -> String {
        count += 1
        var text = ""
        for _ in 0..<(1 + random.below(3)) {
            if random.happens(oneIn: 3) { text += random.pick(HostileText.harmless) }
            text += piece()
        }
        if random.happens(oneIn: 24) { text = String(repeating: text, count: 1 + 600 / max(1, text.count)) }
        // Split: the sequence begins in one field and ends in the next.
        if random.happens(oneIn: 6) {
            text = String(text.unicodeScalars.prefix(1 + random.below(text.unicodeScalars.count)))
        }
        return text
    }

    private mutating func piece() -> String {
        switch random.below(10) {
        case 0: control(0..<0x20)
        case 1: control(0x7F..<0xA0)
        case 2: "\u{1B}[\(HostileText.mark)\(random.pick(HostileText.finals))"
        case 3: "\u{9B}\(HostileText.mark);2\(random.pick(HostileText.finals))"
        case 4: "\u{1B}]\(random.below(60));\(HostileText.mark)\(random.pick(["\u{7}", "\u{1B}\\", "\u{9C}", ""]))"
        case 5: "\u{1B}\(random.pick(["P", "_", "^", "X", "k"]))\(HostileText.mark)\u{1B}\\"
        case 6: "\(random.pick(HostileText.orders))\(HostileText.mark)"
        case 7: "\u{1B}\(random.pick(["c", "N", "O", "#8", "%G", "(0", "n", "o", "|"]))\(HostileText.mark)"
        case 8: "\r\n\(HostileText.mark)\u{8}\u{8}\t\u{B}\u{C}"
        default: random.pick(HostileText.graphemes)
        }
    }

    private mutating func control(_ range: Range<Int>) -> String {
        let value = UInt32(range.lowerBound + random.below(range.count))
        return (Unicode.Scalar(value).map { String($0) } ?? "") + HostileText.mark
    }

    private static let harmless = ["Doe^Jane", "Chest", "山田", "é", "A".padded(40)]
    private static let finals = ["J", "H", "m", "n", "t", "c", "q", "i", "p", "r", "x", "$p", " q", "!p", "y"]
    /// Bidirectional controls, separators, invisible characters.
    private static let orders = [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        "\u{2028}", "\u{2029}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{E0001}", "\u{E0041}", "\u{61C}",
    ]
    /// What joins into one character with a control at its core, or tries to.
    private static let graphemes = [
        "\u{1B}\u{301}[31337m", "a\u{301}\u{302}\u{303}\u{1B}", "\r\n", "\u{D}\u{A}\u{1B}[31337J",
        "\u{1F469}\u{200D}\u{1F467}\u{9B}31337J",
        "\u{0}", "e\u{200D}\u{1B}]0;31337",
    ]
}

extension String {
    fileprivate func padded(_ count: Int) -> String { String(repeating: self, count: count) }
}
