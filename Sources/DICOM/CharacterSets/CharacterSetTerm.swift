/// A set of characters in the left half of the code table (bytes 21 to 7E) (PS3.3 §C.12.1.1.2).
enum LeftSet: Equatable {
    case ascii
    /// ISO-IR 14: ASCII but for yen and overline.
    case romaji
    /// Two bytes a character; the designating escape sequence lets iconv decode a run by itself.
    case kanji(escape: [UInt8], encoding: String)

    static let jisX0208 = LeftSet.kanji(escape: [0x1B, 0x24, 0x42], encoding: "ISO-2022-JP")
    static let jisX0212 = LeftSet.kanji(escape: [0x1B, 0x24, 0x28, 0x44], encoding: "ISO-2022-JP-2")
}

/// What one value of Specific Character Set (0008,0005) stands for.
enum CharacterSetTerm: Equatable {
    /// Designated by escape sequences; `right` is the iconv name of the set in bytes A1 to FE.
    case designated(left: LeftSet, right: String?)
    /// A whole encoding, without code extensions.
    case whole(String)

    /// Decoded without iconv.
    static let katakana = "ISO-IR-13"
    static let defaultRepertoire = CharacterSetTerm.designated(left: .ascii, right: nil)

    /// Reads defined terms, and their common misspellings ("ISO-IR 100", "ISO IR100").
    /// - Returns: the term, and whether it was spelled as the standard does; nil when it means nothing.
    static func term(_ text: String) -> (term: CharacterSetTerm, isExact: Bool)? {
        if text.isEmpty { return (.defaultRepertoire, true) }
        if text == "GB18030" || text == "GBK" { return (.whole(text), true) }
        if ["UTF-8", "UTF8"].contains(text.uppercased()) { return (.whole("UTF-8"), false) }
        guard let number = text.split(whereSeparator: { " _-R".contains($0) }).last.flatMap({ Int($0) }),
            text.uppercased().hasPrefix("ISO"), let term = byNumber(number)
        else { return nil }
        return (term, text == "ISO_IR \(number)" || text == "ISO 2022 IR \(number)")
    }

    /// By ISO registration number (PS3.3 tables C.12-2 to C.12-5).
    private static func byNumber(_ number: Int) -> CharacterSetTerm? {
        switch number {
        case 6: .defaultRepertoire
        case 13: .designated(left: .romaji, right: katakana)
        // Kanji sets start out as ASCII until an escape sequence designates them.
        case 87, 159: .defaultRepertoire
        case 149: .designated(left: .ascii, right: "EUC-KR")
        case 58: .designated(left: .ascii, right: "EUC-CN")
        case 192: .whole("UTF-8")
        default: rightSets[number].map { .designated(left: .ascii, right: $0) }
        }
    }

    private static let rightSets = [
        100: "ISO-8859-1", 101: "ISO-8859-2", 109: "ISO-8859-3", 110: "ISO-8859-4", 144: "ISO-8859-5",
        127: "ISO-8859-6", 126: "ISO-8859-7", 138: "ISO-8859-8", 148: "ISO-8859-9", 203: "ISO-8859-15",
        166: "TIS-620",
    ]
}

/// An ISO 2022 escape sequence: which half of the code table it changes, and to what.
enum EscapeSequence {
    case left(LeftSet)
    case right(String)

    /// - Parameter bytes: what follows ESC.
    /// - Returns: the meaning and the number of bytes after ESC; nil for an unknown sequence.
    static func parse(_ bytes: ArraySlice<UInt8>) -> (meaning: EscapeSequence, count: Int)? {
        for (sequence, meaning) in known where bytes.starts(with: sequence) { return (meaning, sequence.count) }
        return nil
    }

    private static let known: [([UInt8], EscapeSequence)] = [
        (Array("(B".utf8), .left(.ascii)), (Array("(J".utf8), .left(.romaji)),
        (Array("$B".utf8), .left(.jisX0208)), (Array("$@".utf8), .left(.jisX0208)),
        (Array("$(B".utf8), .left(.jisX0208)), (Array("$(D".utf8), .left(.jisX0212)),
        (Array(")I".utf8), .right(CharacterSetTerm.katakana)), (Array("$)C".utf8), .right("EUC-KR")),
        (Array("$)A".utf8), .right("EUC-CN")), (Array("-A".utf8), .right("ISO-8859-1")),
        (Array("-B".utf8), .right("ISO-8859-2")), (Array("-C".utf8), .right("ISO-8859-3")),
        (Array("-D".utf8), .right("ISO-8859-4")), (Array("-L".utf8), .right("ISO-8859-5")),
        (Array("-G".utf8), .right("ISO-8859-6")), (Array("-F".utf8), .right("ISO-8859-7")),
        (Array("-H".utf8), .right("ISO-8859-8")), (Array("-M".utf8), .right("ISO-8859-9")),
        (Array("-b".utf8), .right("ISO-8859-15")), (Array("-T".utf8), .right("TIS-620")),
    ]
}
