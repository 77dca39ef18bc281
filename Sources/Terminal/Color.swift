/// A colour as a theme may name it.
public enum Color: Hashable, Sendable {
    /// The terminal's own.
    case `default`
    /// One of the sixteen colours users choose for their terminal, 0–15.
    case ansi(UInt8)
    /// One of the 256 colours of xterm's palette.
    case indexed(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)

    static let ansiNames = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow",
        "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// Reads `default`, one of the sixteen names, or `#rrggbb`.
    public init?(name: String) {
        if name == "default" {
            self = .default
        } else if let index = Color.ansiNames.firstIndex(of: name) {
            self = .ansi(UInt8(index))
        } else if let value = Color.hexadecimal(name) {
            self = .rgb(
                red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
        } else {
            return nil
        }
    }

    private static func hexadecimal(_ name: String) -> UInt32? {
        let digits = name.dropFirst()
        guard name.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt32(digits, radix: 16)
    }

    /// The colour's number on a terminal with `count` colours: −1 is the terminal's own. More than 256 are true colour,
    /// `0xRRGGBB`, but for the first eight, which stay the user's (terminfo's `xterm-direct`).
    public func number(among count: Int) -> Int {
        guard count >= 8 else { return -1 }
        if count > 256 { return direct }
        switch self {
        case .default: return -1
        case .ansi(let index): return count >= 16 ? Int(index) : Int(index % 8)
        case .indexed(let index): return reduced(Palette.components(of: index), index: index, count: count)
        case .rgb(let red, let green, let blue):
            let wanted = (Int(red), Int(green), Int(blue))
            return reduced(wanted, index: Palette.nearest(to: wanted), count: count)
        }
    }

    private var direct: Int {
        func value(_ parts: (Int, Int, Int)) -> Int {
            let value = parts.0 << 16 | parts.1 << 8 | parts.2
            return value < 8 ? 0 : value
        }
        switch self {
        case .default: return -1
        case .ansi(let index): return index < 8 ? Int(index) : value(Palette.components(of: index))
        case .indexed(let index): return value(Palette.components(of: index))
        case .rgb(let red, let green, let blue): return value((Int(red), Int(green), Int(blue)))
        }
    }

    private func reduced(_ wanted: (Int, Int, Int), index: UInt8, count: Int) -> Int {
        if count >= 256 { return Int(index) }
        return Palette.nearestAnsi(to: wanted, among: count >= 16 ? 16 : 8)
    }
}

extension Theme.Face {
    /// The numbers of both colours on a terminal with so many. Where they come to the same - a dim grey and black are one
    /// among eight - the text takes the other end, rather than not be seen.
    public func numbers(among count: Int) -> (foreground: Int, background: Int) {
        let (front, back) = (foreground.number(among: count), background.number(among: count))
        // Bright black is bold black there, which is black on many terminals.
        if foreground == .ansi(8), count < 16, back < 0 { return (-1, back) }
        guard front == back, front >= 0 else { return (front, back) }
        return (back == 0 ? 7 : 0, back)
    }
}

/// xterm's palette: sixteen colours, a cube of 6 × 6 × 6, 24 greys.
enum Palette {
    private static let steps = [0, 95, 135, 175, 215, 255]
    private static let ansi: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    static func components(of index: UInt8) -> (Int, Int, Int) {
        let value = Int(index)
        if value < 16 { return ansi[value] }
        if value >= 232 {
            let grey = 8 + (value - 232) * 10
            return (grey, grey, grey)
        }
        let cube = value - 16
        return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }

    static func nearest(to wanted: (Int, Int, Int)) -> UInt8 {
        // The first sixteen are left out: users repaint them.
        let candidates = UInt8(16)...UInt8(255)
        return candidates.min { distance(components(of: $0), wanted) < distance(components(of: $1), wanted) } ?? 16
    }

    static func nearestAnsi(to wanted: (Int, Int, Int), among count: Int) -> Int {
        (0..<count).min { distance(ansi[$0], wanted) < distance(ansi[$1], wanted) } ?? 7
    }

    private static func distance(_ one: (Int, Int, Int), _ other: (Int, Int, Int)) -> Int {
        let red = one.0 - other.0
        let green = one.1 - other.1
        let blue = one.2 - other.2
        return red * red + green * green + blue * blue
    }
}
