/// One element's bytes under ISO 2022 code extensions, taken apart at escape sequences and delimiters (PS3.5 §6.1.2.5).
struct ExtendedRun {
    let vr: VR
    let initialLeft: LeftSet
    let initialRight: String?
    private(set) var values: [String] = []
    private(set) var isRepaired = false

    private var left: LeftSet
    private var right: String?
    private var current = ""

    typealias Convert = ([UInt8], String?) -> (text: String, isRepaired: Bool)

    init(vr: VR, left: LeftSet, right: String?) {
        self.vr = vr
        (initialLeft, initialRight) = (left, right)
        (self.left, self.right) = (left, right)
    }

    mutating func decode(_ bytes: ArraySlice<UInt8>, _ convert: Convert) {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == 0x1B {
                at += 1 + escape(bytes[(at + 1)...])
            } else if byte >= 0x80 {
                at = high(bytes, from: at, convert)
            } else if case .kanji(let escape, let encoding) = left, (0x21...0x7E).contains(byte) {
                at = kanji(bytes, from: at, escape: escape, encoding, convert)
            } else {
                single(byte)
                at += 1
            }
        }
        values.append(current)
    }

    /// The number of bytes after ESC that belong to the sequence.
    private mutating func escape(_ rest: ArraySlice<UInt8>) -> Int {
        guard let (meaning, count) = EscapeSequence.parse(rest) else {
            isRepaired = true
            current += "\u{FFFD}"
            return 0
        }
        switch meaning {
        case .left(let set): left = set
        case .right(let encoding): right = encoding
        }
        return count
    }

    private mutating func high(_ bytes: ArraySlice<UInt8>, from start: Int, _ convert: Convert) -> Int {
        let end = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.endIndex
        append(convert(Array(bytes[start..<end]), right))
        return end
    }

    /// Pairs of bytes up to an escape sequence or a control character. Carets and backslashes in here are halves of
    /// characters: to delimit, the standard wants ASCII designated again first.
    private mutating func kanji(
        _ bytes: ArraySlice<UInt8>, from start: Int, escape: [UInt8], _ encoding: String, _ convert: Convert
    ) -> Int {
        let end = bytes[start...].firstIndex { !(0x21...0x7E).contains($0) } ?? bytes.endIndex
        append(convert(escape + bytes[start..<end], encoding))
        return end
    }

    private mutating func append(_ decoded: (text: String, isRepaired: Bool)) {
        current += decoded.text
        isRepaired = isRepaired || decoded.isRepaired
    }

    private mutating func single(_ byte: UInt8) {
        if byte == 0x5C, vr.isMultiValued {
            values.append(current)
            current = ""
            reset()
            return
        }
        current.unicodeScalars.append(scalar(byte))
        if isReset(byte) { reset() }
    }

    private func scalar(_ byte: UInt8) -> Unicode.Scalar {
        switch (left, byte) {
        case (.romaji, 0x5C): "¥"
        case (.romaji, 0x7E): "‾"
        default: Unicode.Scalar(byte)
        }
    }

    /// After a delimiter the first value of the character set is in force again (PS3.5 §6.1.2.5.3).
    private func isReset(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D: true
        case 0x5E, 0x3D: vr == .pn
        default: false
        }
    }

    private mutating func reset() {
        (left, right) = (initialLeft, initialRight)
    }
}
