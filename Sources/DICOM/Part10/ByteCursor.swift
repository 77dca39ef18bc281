/// Reads numbers from bytes in either order. Callers check that the bytes are there.
struct ByteCursor {
    let bytes: [UInt8]
    var at: Int
    var isBigEndian = false

    init(_ bytes: [UInt8], at: Int = 0) {
        self.bytes = bytes
        self.at = at
    }

    func has(_ count: Int, before end: Int) -> Bool { count <= end - at }

    func unsigned(at offset: Int, width: Int) -> UInt64 {
        var number: UInt64 = 0
        for index in 0..<width {
            let byte = bytes[isBigEndian ? offset + index : offset + width - 1 - index]
            number = number << 8 | UInt64(byte)
        }
        return number
    }

    mutating func uint16() -> UInt16 {
        defer { at += 2 }
        return UInt16(truncatingIfNeeded: unsigned(at: at, width: 2))
    }

    mutating func uint32() -> UInt32 {
        defer { at += 4 }
        return UInt32(truncatingIfNeeded: unsigned(at: at, width: 4))
    }

    mutating func tag() -> Tag {
        let group = uint16()
        return Tag(group, uint16())
    }

    func peekTag() -> Tag {
        var copy = self
        return copy.tag()
    }

    /// The two letters of a VR at an offset, if they are one.
    func vr(at offset: Int) -> VR? {
        guard offset + 2 <= bytes.count else { return nil }
        return VR(letters: bytes[offset], bytes[offset + 1])
    }
}
