/// Decodes text values by Specific Character Set (0008,0005), with ISO 2022 code extensions (PS3.5 §6.1).
///
/// Order matters: bytes are split and decoded first, and only then looked at as text, because a backslash, a caret or an
/// escape byte can be half of a kanji.
final class TextDecoder {
    struct Texts: Equatable {
        var values: [String] = []
        var isRepaired = false
        var hadControls = false
    }

    private let initialLeft: LeftSet
    private let initialRight: String?
    /// Set for UTF-8, GB18030 and GBK, which have no code extensions.
    private let whole: String?
    /// The terms as given that are not the standard's.
    let isUnknown: Bool
    let isMisspelled: Bool
    private var converters: [String: Iconv] = [:]

    init(specificCharacterSet terms: [String]) {
        let known = terms.map(CharacterSetTerm.term)
        isUnknown = known.contains { $0 == nil }
        isMisspelled = known.contains { $0?.isExact == false }
        switch known.first.flatMap({ $0 })?.term ?? .defaultRepertoire {
        case .whole(let encoding): (whole, initialLeft, initialRight) = (encoding, .ascii, nil)
        case .designated(let left, let right): (whole, initialLeft, initialRight) = (nil, left, right)
        }
    }

    /// All values of one element.
    func decode(_ bytes: ArraySlice<UInt8>, _ vr: VR) -> Texts {
        var texts = Texts()
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) && initialLeft == .ascii {
            texts.values = split(String(decoding: bytes, as: UTF8.self), vr)
        } else if let whole, vr.usesCharacterSet {
            let decoded = convert(Array(bytes), from: whole)
            texts.isRepaired = decoded.isRepaired
            texts.values = split(decoded.text, vr)
        } else {
            var run = ExtendedRun(vr: vr, left: initialLeft, right: vr.usesCharacterSet ? initialRight : nil)
            run.decode(bytes) { self.convert($0, from: $1) }
            texts.values = run.values
            texts.isRepaired = run.isRepaired
        }
        return finished(texts, vr)
    }

    private func split(_ text: String, _ vr: VR) -> [String] {
        guard vr.isMultiValued, text.utf8.contains(0x5C) else { return [text] }
        // By scalars: a combining mark after the backslash must not hide it in one grapheme.
        return text.unicodeScalars.split(separator: "\\", omittingEmptySubsequences: false).map { String($0) }
    }

    private func finished(_ texts: Texts, _ vr: VR) -> Texts {
        var texts = texts
        texts.values = texts.values.map { TextDecoder.unpadded($0, vr) }
        if texts.values.contains(where: TextCleaning.needsCleaning) {
            texts.hadControls = true
            texts.values = texts.values.map(TextCleaning.cleaned)
        }
        if texts.values == [""] { texts.values = [] }
        return texts
    }

    /// Without the padding of PS3.5 §6.2: spaces at the end, NUL for UIDs, leading spaces where they mean nothing.
    private static func unpadded(_ text: String, _ vr: VR) -> String {
        let isPadding: (UInt8?) -> Bool = { $0 == 0x20 || $0 == 0 }
        let utf8 = text.utf8
        guard isPadding(utf8.last) || (!vr.keepsLeadingSpaces && isPadding(utf8.first)) else { return text }
        var (start, end) = (utf8.startIndex, utf8.endIndex)
        while start < end, isPadding(utf8[utf8.index(before: end)]) { end = utf8.index(before: end) }
        while !vr.keepsLeadingSpaces, start < end, isPadding(utf8[start]) { start = utf8.index(after: start) }
        return String(text[start..<end])
    }

    private func convert(_ bytes: [UInt8], from encoding: String?) -> (text: String, isRepaired: Bool) {
        guard let encoding else { return (TextDecoder.guessed(bytes), true) }
        if encoding == CharacterSetTerm.katakana { return TextDecoder.katakana(bytes) }
        if encoding == "UTF-8" { return TextDecoder.utf8(bytes) }
        guard let converter = converters[encoding] ?? Iconv(from: encoding) else {
            return (String(repeating: "\u{FFFD}", count: bytes.count), true)
        }
        converters[encoding] = converter
        return converter.decode(bytes)
    }

    private static func utf8(_ bytes: [UInt8]) -> (text: String, isRepaired: Bool) {
        if let valid = String(validating: bytes, as: UTF8.self) { return (valid, false) }
        return (String(decoding: bytes, as: UTF8.self), true)
    }

    /// ISO-IR 13, which not every C library has: A1 to DF are the half-width katakana in order.
    private static func katakana(_ bytes: [UInt8]) -> (text: String, isRepaired: Bool) {
        let scalars = bytes.map { byte in
            (0xA1...0xDF).contains(byte) ? Unicode.Scalar(0xFF61 + UInt16(byte - 0xA1)) ?? "\u{FFFD}" : "\u{FFFD}"
        }
        return (String(String.UnicodeScalarView(scalars)), scalars.contains("\u{FFFD}"))
    }

    /// Bytes outside the declared repertoire: most senders that forget to declare one write UTF-8 or Latin-1.
    private static func guessed(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
