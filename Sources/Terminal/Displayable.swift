/// What may be shown of a text: no byte of it can act as a control in a terminal, and none can reorder the line.
///
/// - C0 controls and DEL become their control pictures (ESC is `␛`), C1 controls become `�`.
/// - Bidirectional embeddings, overrides and isolates become `�`: text that tries to reorder a line says so.
/// - Line and paragraph separators become `␤`.
/// - Direction marks, zero-width spaces, soft hyphens, byte order marks, tags and other invisible format characters are
///   removed. Joiners and variation selectors stay, since they shape the character before them.
/// - Code points that are not characters become `�`.
public func displayable(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch Unsafe.replacement(for: scalar) {
        case .keep: result.append(scalar)
        case .remove: break
        case .show(let shown): result.append(shown)
        }
    }
    return String(result)
}

/// Whether ``displayable(_:)`` leaves the text as it is.
func isPlain(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
    return text.unicodeScalars.allSatisfy {
        if case .keep = Unsafe.replacement(for: $0) { return true }
        return false
    }
}

/// Which code points may not reach a terminal as they are.
enum Unsafe {
    enum Replacement: Equatable {
        case keep
        case remove
        case show(Unicode.Scalar)
    }

    private static let replacementCharacter: Unicode.Scalar = "\u{FFFD}"

    static func replacement(for scalar: Unicode.Scalar) -> Replacement {
        let value = scalar.value
        if value >= 0x20, value < 0x7F { return .keep }
        if value < 0xA0 { return control(value) }
        if value == 0xAD { return .remove }
        if value < 0x600 { return value == 0x34F ? .remove : .keep }
        return beyondLatin(scalar)
    }

    private static func control(_ value: UInt32) -> Replacement {
        if value == 0x7F { return .show("\u{2421}") }
        guard value < 0x20, let picture = Unicode.Scalar(0x2400 + value) else { return .show(replacementCharacter) }
        return .show(picture)
    }

    private static func beyondLatin(_ scalar: Unicode.Scalar) -> Replacement {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return .show(replacementCharacter)
        case 0x2028, 0x2029: return .show("\u{2424}")
        case 0x200C, 0x200D, 0xFE00...0xFE0F: return .keep
        case 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
            return .remove
        case 0xE0000...0xE0FFF: return .remove
        case 0xFDD0...0xFDEF: return .show(replacementCharacter)
        default: return isNoncharacter(scalar.value) ? .show(replacementCharacter) : .keep
        }
    }

    private static func isNoncharacter(_ value: UInt32) -> Bool {
        value & 0xFFFE == 0xFFFE
    }
}
