/// Walks over the UTF-8 of a JSON text (RFC 8259) without building a tree.
struct JSONCursor {
    let bytes: [UInt8]
    private(set) var at = 0

    /// The current byte after white space; nil at the end.
    mutating func peek() -> UInt8? {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            case let byte: return byte
            }
        }
        return nil
    }

    mutating func advance(to offset: Int) {
        at = offset
    }

    func broken(_ expected: String) -> DICOMError {
        .malformedJSON(offset: at, expected: expected)
    }

    mutating func expect(_ byte: UInt8, _ name: String) throws(DICOMError) {
        guard peek() == byte else { throw broken(name) }
        at += 1
    }

    /// Takes `byte` if it is next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        at += 1
        return true
    }

    /// After a member or an element: true for a comma, false for the closing bracket.
    mutating func another(before close: UInt8) throws(DICOMError) -> Bool {
        if take(0x2C) { return true }
        if take(close) { return false }
        throw broken(close == 0x7D ? "',' or '}'" : "',' or ']'")
    }

    /// Takes a member name, or another short string, if it is next and written without escapes.
    mutating func takeString(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard peek() == 0x22, at + count + 1 < bytes.count, bytes[at + count + 1] == 0x22 else { return false }
        for index in 0..<count where bytes[at + 1 + index] != name.utf8Start[index] { return false }
        at += count + 2
        return true
    }

    /// Takes eight hexadecimal digits in quotes.
    mutating func takeTag() -> Tag? {
        guard peek() == 0x22, at + 9 < bytes.count, bytes[at + 9] == 0x22 else { return nil }
        var value: UInt32 = 0
        for offset in at + 1...at + 8 {
            guard let nibble = Tag.nibble(bytes[offset]) else { return nil }
            value = value << 4 | nibble
        }
        at += 10
        return Tag(rawValue: value)
    }

    /// Takes the two letters of a VR in quotes.
    mutating func takeVR() -> VR? {
        guard peek() == 0x22, at + 3 < bytes.count, bytes[at + 3] == 0x22,
            let vr = VR(letters: bytes[at + 1], bytes[at + 2])
        else { return nil }
        at += 4
        return vr
    }

    mutating func word(_ word: StaticString) throws(DICOMError) {
        let count = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { bytes[at...].prefix(count).elementsEqual($0) }
        guard matches else { throw broken("a JSON value") }
        at += count
    }

    /// The digits of a number exactly as they stand.
    mutating func number() throws(DICOMError) -> String {
        guard peek() != nil else { throw broken("a number") }
        let start = at
        skipByte(0x2D)
        if !skipByte(0x30) { try digits() }
        if skipByte(0x2E) { try digits() }
        if skipByte(0x65) || skipByte(0x45) {
            if !skipByte(0x2B) { skipByte(0x2D) }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    @discardableResult
    private mutating func skipByte(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func digits() throws(DICOMError) {
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        if at == start { throw broken("a digit") }
    }

    /// Moves past any value, checking its shape.
    mutating func skipValue(depth: Int = 0) throws(DICOMError) {
        guard depth <= JSONCursor.skippedDepth else { throw broken("less nesting") }
        switch peek() {
        // Escapes are checked too; a long text is not worth unescaping only to be thrown away.
        case 0x22: _ = try string(limit: 4096)
        case 0x7B: try skipMembers(depth: depth)
        case 0x5B: try skipElements(depth: depth)
        case 0x74: try word("true")
        case 0x66: try word("false")
        case 0x6E: try word("null")
        default: _ = try number()
        }
    }

    /// A data set nests an object, a member and an array per level.
    private static let skippedDepth = 3 * (JSONLimits.depth + 2)

    private mutating func skipMembers(depth: Int) throws(DICOMError) {
        at += 1
        if take(0x7D) { return }
        repeat {
            try skipString()
            try expect(0x3A, "':'")
            try skipValue(depth: depth + 1)
        } while try another(before: 0x7D)
    }

    private mutating func skipElements(depth: Int) throws(DICOMError) {
        at += 1
        if take(0x5D) { return }
        repeat { try skipValue(depth: depth + 1) } while try another(before: 0x5D)
    }
}
