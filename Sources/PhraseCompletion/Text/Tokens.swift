/// Cuts text into tokens which, put together again, are the text to the byte.
///
/// A token is a word, a number, a single sign or a single white space; one space before a word, number or sign belongs
/// to it, so that a phrase of tokens is text as it is typed. All positions are offsets in UTF-8.
enum Tokens {
    /// The ranges of the tokens in `bytes`, without gaps and in order. `bytes` is valid UTF-8, and a token begins at
    /// `first`.
    static func ranges(in bytes: [UInt8], from first: Int = 0) -> [Range<Int>] {
        var found: [Range<Int>] = []
        found.reserveCapacity((bytes.count - first) / 4 + 1)
        var start = first
        while start < bytes.count {
            let end = endOfToken(from: start, in: bytes)
            found.append(start..<end)
            start = end
        }
        return found
    }

    private static func endOfToken(from start: Int, in bytes: [UInt8]) -> Int {
        var position = start
        if bytes[start] == space, start + 1 < bytes.count, scalar(at: start + 1, in: bytes).kind != .white {
            position = start + 1
        }
        let first = scalar(at: position, in: bytes)
        position += first.width
        switch first.kind {
        case .white: return position
        case .sign: return endOfMarks(from: position, in: bytes)
        case .letter, .digit: return endOfWord(from: position, in: bytes)
        }
    }

    private static func endOfWord(from start: Int, in bytes: [UInt8]) -> Int {
        var position = start
        while position < bytes.count {
            let next = scalar(at: position, in: bytes)
            if next.kind == .letter || next.kind == .digit {
                position += next.width
            } else if joinsDigits(at: position, in: bytes) {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    /// The point of "1.7" and the comma of "1,7" are part of the number.
    private static func joinsDigits(at position: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ","), position > 0,
            position + 1 < bytes.count
        else { return false }
        return isDigit(bytes[position - 1]) && isDigit(bytes[position + 1])
    }

    /// What changes the sign before it (accents, variation selectors, joiners) stays with it.
    private static func endOfMarks(from start: Int, in bytes: [UInt8]) -> Int {
        var position = start
        while position < bytes.count, bytes[position] >= 0x80 {
            let next = scalar(at: position, in: bytes)
            guard next.kind == .letter, next.extends else { break }
            position += next.width
        }
        return position
    }

    static let space = UInt8(ascii: " ")
    static let newline = UInt8(ascii: "\n")

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension Tokens {
    private enum Kind { case letter, digit, sign, white }

    private struct Scalar {
        var kind: Kind
        var width: Int
        var extends = false
    }

    private static func scalar(at position: Int, in bytes: [UInt8]) -> Scalar {
        let byte = bytes[position]
        if byte < 0x80 { return Scalar(kind: kind(ascii: byte), width: 1) }
        let (value, width) = UTF8Scalar.decode(bytes, at: position)
        let properties = value.properties
        if properties.isGraphemeExtend || properties.generalCategory == .format {
            return Scalar(kind: .letter, width: width, extends: true)
        }
        if properties.isWhitespace { return Scalar(kind: .white, width: width) }
        if properties.isAlphabetic { return Scalar(kind: .letter, width: width) }
        if properties.numericType != nil { return Scalar(kind: .digit, width: width) }
        return Scalar(kind: .sign, width: width)
    }

    private static func kind(ascii byte: UInt8) -> Kind {
        switch byte {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x09...0x0D, 0x20: .white
        default: .sign
        }
    }
}

enum UTF8Scalar {
    /// The scalar that begins at `position` and its width in bytes; U+FFFD, one byte wide, where the bytes are no UTF-8.
    static func decode(_ bytes: [UInt8], at position: Int) -> (Unicode.Scalar, Int) {
        let first = bytes[position]
        let width = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard width > 0, position + width <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = width == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(width))
        for offset in 1..<max(width, 1) { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
        return (scalar, width)
    }
}
