/// The name of an attribute: group and element number (PS3.5 §7.1).
public struct Tag: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Group in the upper, element in the lower sixteen bits.
    public let rawValue: UInt32

    public init(_ group: UInt16, _ element: UInt16) {
        rawValue = UInt32(group) << 16 | UInt32(element)
    }

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Eight hexadecimal digits without punctuation, as the DICOM JSON model writes a tag (PS3.18 §F.2.1.1).
    public init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 8 else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard let nibble = Tag.nibble(digit) else { return nil }
            value = value << 4 | nibble
        }
        rawValue = value
    }

    /// A PS3.6 keyword such as `PatientName`.
    public init?(keyword: String) {
        guard let tag = AttributeDictionary.standard.tag(keyword: keyword) else { return nil }
        self = tag
    }

    public var group: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 16) }
    public var element: UInt16 { UInt16(truncatingIfNeeded: rawValue) }

    /// Odd groups belong to manufacturers (PS3.5 §7.8).
    public var isPrivate: Bool { group % 2 == 1 }
    public var isGroupLength: Bool { element == 0 }

    /// The PS3.6 keyword, where the dictionary has one.
    public var keyword: String? { AttributeDictionary.standard.keyword(of: self) }

    /// The VR PS3.6 gives the attribute; for those with a choice ("US or SS") the one that fits without context.
    public var standardVR: VR? { AttributeDictionary.standard.vr(of: self)?.withoutContext }

    public var hex: String { Tag.hex(group) + Tag.hex(element) }

    public var description: String { "(\(Tag.hex(group)),\(Tag.hex(element)))" }

    public static func < (left: Tag, right: Tag) -> Bool { left.rawValue < right.rawValue }

    static func hex(_ number: UInt16) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    static func nibble(_ digit: UInt8) -> UInt32? {
        switch digit {
        case 0x30...0x39: UInt32(digit - 0x30)
        case 0x41...0x46: UInt32(digit - 0x41 + 10)
        case 0x61...0x66: UInt32(digit - 0x61 + 10)
        default: nil
        }
    }
}
