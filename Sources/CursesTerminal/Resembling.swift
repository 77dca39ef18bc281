internal import Foundation

/// What stands for a character that the locale's character set does not have: one code point of one cell.
enum Resembling {
    /// `nil` where nothing resembles it closely enough. `≤` is not `<`: a sign that means less is worse than none.
    static func scalar(for character: Character) -> Unicode.Scalar? {
        if let mark = marks[character] { return mark }
        // A letter without its accents.
        guard let base = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first,
            base.properties.isAlphabetic, Character(base) != character
        else { return nil }
        return base
    }

    /// The signs of our own screens.
    private static let marks: [Character: Unicode.Scalar] = [
        "│": "|", "─": "-", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        "▌": ">", "▏": "|", "✓": "*", "■": "#", "▲": "!", "≠": "#", "•": "*", "·": ".", "×": "x", "⇥": ">", "⏎": "/",
        // A cut name has to look cut, and not like one with an initial.
        "…": "~", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "ł": "l", "Ł": "L",
        "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "\u{2010}": "-", "\u{2011}": "-", "\u{A0}": " ",
    ]
}
