/// Control characters in text values are padding at best and terminal escape sequences at worst.
///
/// The standard allows TAB, LF, FF and CR, and ESC for code extension, which decoding has consumed (PS3.5 §6.1.3).
/// Everything else of C0, DEL and C1 becomes U+FFFD, so that something having been there stays visible.
enum TextCleaning {
    static func needsCleaning(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte < 0x20 ? !isAllowed(byte) : byte == 0x7F { return true }
                // C1 in UTF-8 is C2 80 to C2 9F.
                if previous == 0xC2, byte < 0xA0 { return true }
                previous = byte
            }
            return false
        }
    }

    static func cleaned(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            cleaned.append(isControl && !(scalar.isASCII && isAllowed(UInt8(scalar.value))) ? "\u{FFFD}" : scalar)
        }
        return String(cleaned)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }
}
