extension JSONCursor {
    /// A string, and whether it had to be repaired: invalid UTF-8 or half a surrogate pair became U+FFFD.
    struct Text {
        var text: String
        var isRepaired = false
    }

    /// Reads a string of at most `limit` bytes of JSON. A longer one is passed over, without allocating anything for it.
    mutating func string(limit: Int) throws(DICOMError) -> Text? {
        try expect(0x22, "a string")
        let start = at
        let hasEscapes = try passString()
        let raw = bytes[start..<at - 1]
        if raw.count > limit { return nil }
        return hasEscapes ? try unescaped(raw) : JSONCursor.text(raw)
    }

    mutating func skipString() throws(DICOMError) {
        try expect(0x22, "a string")
        _ = try passString()
    }

    /// Moves behind the closing quote. Says whether there is a backslash on the way.
    private mutating func passString() throws(DICOMError) -> Bool {
        var offset = at
        var hasEscapes = false
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x22:
                advance(to: offset + 1)
                return hasEscapes
            case 0x5C:
                hasEscapes = true
                offset += 2
            case 0x00..<0x20:
                advance(to: offset)
                throw broken("no raw control character in a string")
            default:
                offset += 1
            }
        }
        advance(to: bytes.count)
        throw broken("the end of a string")
    }

    private static func text(_ raw: some Collection<UInt8>) -> Text {
        // Validating is several times dearer than decoding, and most strings are ASCII.
        if raw.allSatisfy({ $0 < 0x80 }) { return Text(text: String(decoding: raw, as: UTF8.self)) }
        if let valid = String(validating: raw, as: UTF8.self) { return Text(text: valid) }
        return Text(text: String(decoding: raw, as: UTF8.self), isRepaired: true)
    }

    private func unescaped(_ raw: ArraySlice<UInt8>) throws(DICOMError) -> Text {
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var isRepaired = false
        var offset = raw.startIndex
        while offset < raw.endIndex {
            guard raw[offset] == 0x5C else {
                plain.append(raw[offset])
                offset += 1
                continue
            }
            offset += 1
            guard offset < raw.endIndex else { throw .malformedJSON(offset: offset, expected: "an escape") }
            if raw[offset] == 0x75 {
                let scalar = try unicodeEscape(raw, &offset)
                isRepaired = isRepaired || scalar == nil
                plain.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
            } else {
                plain.append(try JSONCursor.simpleEscape(raw[offset], at: offset))
                offset += 1
            }
        }
        var text = JSONCursor.text(plain)
        text.isRepaired = text.isRepaired || isRepaired
        return text
    }

    private static func simpleEscape(_ byte: UInt8, at offset: Int) throws(DICOMError) -> UInt8 {
        switch byte {
        case 0x22, 0x5C, 0x2F: byte
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: throw .malformedJSON(offset: offset, expected: "an escape")
        }
    }

    /// At the `u`; moves behind the digits, and behind a second escape where two make one scalar. Nil for half a pair.
    private func unicodeEscape(
        _ raw: ArraySlice<UInt8>, _ offset: inout Int
    ) throws(DICOMError) -> Unicode.Scalar? {
        let unit = try codeUnit(raw, at: offset + 1)
        offset += 5
        guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
        guard offset + 5 < raw.endIndex, raw[offset] == 0x5C, raw[offset + 1] == 0x75 else { return nil }
        let second = try codeUnit(raw, at: offset + 2)
        guard (0xDC00...0xDFFF).contains(second) else { return nil }
        offset += 6
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    }

    private func codeUnit(_ raw: ArraySlice<UInt8>, at offset: Int) throws(DICOMError) -> UInt32 {
        guard offset + 4 <= raw.endIndex else { throw .malformedJSON(offset: offset, expected: "four hex digits") }
        var unit: UInt32 = 0
        for digit in raw[offset..<offset + 4] {
            guard let nibble = Tag.nibble(digit) else {
                throw .malformedJSON(offset: offset, expected: "four hex digits")
            }
            unit = unit << 4 | nibble
        }
        return unit
    }
}
