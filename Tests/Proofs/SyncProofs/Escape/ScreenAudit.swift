import Terminal

/// Holds a picture of the screen against invariant 22: no cell may act as a control.
enum ScreenAudit {
    /// The first scalar of the picture that is no picture of anything.
    static func offender(in frame: Frame) -> Unicode.Scalar? {
        for cell in frame.cells {
            for scalar in cell.character.unicodeScalars where isControl(scalar) { return scalar }
        }
        return nil
    }

    static func offender(in text: String) -> Unicode.Scalar? { text.unicodeScalars.first(where: isControl) }

    /// Controls, and what orders, hides or separates text without being seen.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x206F, 0xFEFF: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
