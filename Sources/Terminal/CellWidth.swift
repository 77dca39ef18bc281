/// The number of cells a grapheme takes on the screen: 0, 1, 2, or more for a cluster with several spacing parts.
///
/// It is the width of what ``displayable(_:)`` makes of the character, so a control character counts its picture.
public func cellWidth(of character: Character) -> Int {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return 0 }
    if first.value >= 0x20, first.value < 0x7F, character.utf8.count == 1 { return 1 }
    guard let second = scalars.next() else { return ScalarWidth.displayed(first) }
    return clusterWidth(character, first: first, second: second)
}

/// The number of cells a text takes on one line, after ``displayable(_:)``.
public func cellWidth(of text: String) -> Int {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    // A byte is a cell: each control character has a picture of one cell. CR LF is two pictures.
    if isASCII { return text.utf8.count }
    return displayable(text).reduce(0) { $0 + cellWidth(of: $1) }
}

private func clusterWidth(_ character: Character, first: Unicode.Scalar, second: Unicode.Scalar) -> Int {
    if isEmojiCluster(character, first: first, second: second) { return 2 }
    var width = 0
    var previous: Unicode.Scalar?
    for scalar in character.unicodeScalars {
        // Conjoining Hangul vowels and finals melt into the leading consonant's two cells.
        let melts = (0x1160...0x11FF).contains(scalar.value) && previous != nil
        width += melts ? 0 : ScalarWidth.displayed(scalar)
        previous = scalar
    }
    return width
}

/// A cluster that a terminal draws as one picture: with variation selector 16, a skin tone, a joiner, or a flag.
private func isEmojiCluster(_ character: Character, first: Unicode.Scalar, second: Unicode.Scalar) -> Bool {
    let isFlag = ScalarWidth.isRegionalIndicator(first) && ScalarWidth.isRegionalIndicator(second)
    if isFlag { return true }
    guard first.properties.isEmoji else { return false }
    return character.unicodeScalars.contains {
        $0.value == 0xFE0F || $0.properties.isEmojiModifier
            || ($0.value == 0x200D && first.properties.isEmojiPresentation)
    }
}

/// Widths of single code points.
enum ScalarWidth {
    static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    /// The width of what is shown for a scalar.
    static func displayed(_ scalar: Unicode.Scalar) -> Int {
        switch Unsafe.replacement(for: scalar) {
        case .keep: return of(scalar)
        case .remove: return 0
        case .show: return 1
        }
    }

    /// The width of a scalar that is shown as it is.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        if WideRanges.contains(value) { return isCombining(scalar) ? 0 : 2 }
        return isCombining(scalar) ? 0 : 1
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return true
        default: return (0x1160...0x11FF).contains(scalar.value)
        }
    }
}
