internal import CNCurses
internal import Terminal

/// One thing to hand to curses: code points that it reckons to take `width` cells.
struct Glyph: Equatable {
    var scalars: [UInt32]
    var width: Int
}

/// Splits a grapheme so that curses counts the same cells as our own table.
///
/// Curses reckons with libc's widths, code point by code point. Where that differs from ours the columns to the right
/// would move, so such a grapheme is shown by its first code point, filled up with spaces; and what libc would not
/// print at all is a question mark. What the locale's character set does not have is shown by what resembles it.
enum GlyphSplitter {
    private static let maximumCombining = 4

    static func glyphs(
        of character: Character, cells: Int, width: (UInt32) -> Int = { Int(cn_width($0)) },
        encodes: (UInt32) -> Bool = { cn_encodes($0) }
    ) -> [Glyph] {
        guard character.unicodeScalars.allSatisfy({ encodes($0.value) }) else {
            return substitute(for: character, cells: cells, encodes: encodes)
        }
        var result: [Glyph] = []
        var hasJoiner = false
        for scalar in character.unicodeScalars {
            hasJoiner = hasJoiner || scalar.value == 0x200D || scalar.value == 0xFE0F
            let own = width(scalar.value)
            if own > 0 {
                result.append(Glyph(scalars: [scalar.value], width: own))
            } else if own == 0, let last = result.indices.last, result[last].scalars.count <= maximumCombining {
                result[last].scalars.append(scalar.value)
            }
        }
        let total = result.reduce(0) { $0 + $1.width }
        let isAgreed = total == cells && !(hasJoiner && cells > 1)
        return isAgreed && !result.isEmpty ? result : replacement(for: result.first, cells: cells)
    }

    private static func substitute(
        for character: Character, cells: Int, encodes: (UInt32) -> Bool
    ) -> [Glyph] {
        let scalar = Resembling.scalar(for: character).flatMap { encodes($0.value) ? $0 : nil } ?? "?"
        let filler = Glyph(scalars: [0x20], width: 1)
        return [Glyph(scalars: [scalar.value], width: 1)] + Array(repeating: filler, count: max(0, cells - 1))
    }

    private static func replacement(for first: Glyph?, cells: Int) -> [Glyph] {
        var head = Glyph(scalars: [0x3F], width: 1)
        if let first, let base = first.scalars.first, first.width <= cells {
            head = Glyph(scalars: [base], width: first.width)
        }
        let filler = Glyph(scalars: [0x20], width: 1)
        return [head] + Array(repeating: filler, count: max(0, cells - head.width))
    }
}
