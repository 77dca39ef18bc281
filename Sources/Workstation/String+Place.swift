extension StringProtocol {
    /// How many characters it has; see ``place(ofCharacter:)``.
    var characterCount: Int {
        switch highestByte {
        case 0..<0x80: utf8.count
        case 0x80..<0xCC: unicodeScalars.count
        default: count
        }
    }

    /// Below U+0300, which is CC 80, nothing combines but CR with LF, which counts as the highest.
    fileprivate var highestByte: UInt8 {
        let highest = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.reduce(0 as UInt8) { Swift.max($0, $1 == 0x0D ? 0xFF : $1) }
        }
        return highest ?? 0xFF
    }
}

extension String {
    /// Where the character with this number begins; the end, if there are fewer.
    ///
    /// A cursor is a number of characters, and is looked up at every key. Where each byte, or each code point, is a
    /// character - Western letters without combining marks - they are counted without looking at what they are.
    func place(ofCharacter number: Int) -> Index {
        switch highestByte {
        case 0..<0x80: return utf8.index(startIndex, offsetBy: number, limitedBy: endIndex) ?? endIndex
        case 0x80..<0xCC: return unicodeScalars.index(startIndex, offsetBy: number, limitedBy: endIndex) ?? endIndex
        default: return index(startIndex, offsetBy: number, limitedBy: endIndex) ?? endIndex
        }
    }
}
