/// Lower case that keeps every scalar's width in UTF-8, so that offsets mean the same before and after.
///
/// Scalars whose lower case is wider, narrower or several scalars (İ, ẞ …) stay as they are: they are then found only
/// as they are written, which costs a keystroke and never text.
enum CaseFolding {
    static func folded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(lower) }
        let all = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(all.count)
        var position = 0
        while position < all.count {
            let (scalar, width) = UTF8Scalar.decode(all, at: position)
            let folded = Array(scalar.properties.lowercaseMapping.utf8)
            let single = scalar.properties.lowercaseMapping.unicodeScalars.count == 1
            result += single && folded.count == width ? folded : Array(all[position..<position + width])
            position += width
        }
        return result
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
