extension String {
    /// Where the character with this number begins; the end, if there are fewer.
    ///
    /// A cursor is a number of characters, and is looked up at every key. Where each code point is a character - Western
    /// letters without combining marks - they are counted without looking at what they are.
    func place(ofCharacter number: Int) -> Index {
        // Below U+0300 nothing combines, but CR with LF.
        let isPlain = utf8.allSatisfy { $0 < 0xCC && $0 != 0x0D }
        return isPlain
            ? unicodeScalars.index(startIndex, offsetBy: number, limitedBy: endIndex) ?? endIndex
            : index(startIndex, offsetBy: number, limitedBy: endIndex) ?? endIndex
    }
}
