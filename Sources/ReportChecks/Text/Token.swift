/// A word, a number or a mark of a report's text, folded so that spellings of one word compare equal.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case word, number, mark }

    var kind: Kind
    /// Lower case; `haem` and `hem`, `ä` and `ae` are one spelling.
    let text: String
    /// Of the first three letters: where phrases are looked up.
    let key: UInt32
    /// Of a number.
    var value = 0.0
    var isCapitalized = false
    /// Capitals throughout: `MR` is no `Mr`.
    var isAcronym = false
    /// No white space before it.
    var isGlued = false
    /// Index of the run's piece it comes from.
    var piece = 0

    init(
        kind: Kind, text: String, value: Double = 0, isCapitalized: Bool = false, isAcronym: Bool = false,
        piece: Int = 0
    ) {
        self.kind = kind
        self.text = text
        self.value = value
        self.isCapitalized = isCapitalized
        self.isAcronym = isAcronym
        self.piece = piece
        key = Token.key(of: text)
    }

    static func key(of text: some StringProtocol) -> UInt32 {
        text.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    func isMark(_ mark: Character) -> Bool { kind == .mark && text.first == mark }
    var isWord: Bool { kind == .word }
}

/// Folds words of English and German to one spelling.
enum Folding {
    static func word(_ text: some StringProtocol) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars { append(scalar, after: &last, to: &result) }
        return spelled(result)
    }

    private static func append(_ scalar: Unicode.Scalar, after last: inout Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "a"..."z":
            // "haem" is "hem", as "häm" is.
            if scalar == "e", last == "a" { result.removeLast() }
            result.unicodeScalars.append(scalar)
            last = scalar
            return
        case "A"..."Z":
            return append(Unicode.Scalar(UInt8(scalar.value) + 32), after: &last, to: &result)
        case "0"..."9": result.unicodeScalars.append(scalar)
        case "ä", "Ä": result.append("ä")
        case "ö", "Ö": result.append("ö")
        case "æ", "œ", "é", "è", "ê", "ë", "É", "È": result.append("e")
        case "ü", "Ü", "ú", "ù", "û": result.append("u")
        case "ß": result.append("ss")
        case "á", "à", "â", "Á", "À", "å": result.append("a")
        case "í", "ì", "î", "ï": result.append("i")
        case "ó", "ò", "ô", "ø": result.append("o")
        case "ñ": result.append("n")
        case "ç": result.append("c")
        default: result += scalar.properties.lowercaseMapping
        }
        last = scalar
    }

    /// Greek words lose their umlaut as English ones their digraph; German ones keep the vowel.
    private static func withoutUmlauts(_ word: String) -> String {
        var word = word
        for (german, folded) in [
            ("häm", "hem"), ("chäm", "chem"), ("läsion", "lesion"), ("ödem", "edem"), ("ösoph", "esoph"),
        ] {
            if word.contains(german) { word = word.replacing(german, with: folded) }
        }
        return word.replacing("ä", with: "a").replacing("ö", with: "o")
    }

    private static func spelled(_ word: String) -> String {
        let word = word.utf8.count == word.unicodeScalars.count ? word : withoutUmlauts(word)
        if word.hasPrefix("oe") { return "e" + word.dropFirst(2) }
        if word.hasPrefix("foet") { return "fet" + word.dropFirst(4) }
        if word.hasPrefix("tumour") { return "tumor" + word.dropFirst(6) }
        return word
    }
}

/// Cuts text into tokens. Hyphens between words vanish: `right-sided` is two words.
struct Tokenizer {
    private(set) var tokens: [Token] = []
    private var gap = true

    /// Where a value is empty in a sentence.
    static let emptyValue: Character = "\u{FFFC}"

    mutating func add(_ text: String, piece: Int) {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        // What two pieces join is not one word.
        gap = gap || tokens.isEmpty
        while index < scalars.count {
            let scalar = scalars[index]
            if Self.isDigit(scalar) {
                number(scalars, &index, piece)
            } else if Self.isLetter(scalar) {
                word(scalars, &index, piece)
            } else {
                mark(scalar, before: index + 1 < scalars.count ? scalars[index + 1] : nil, piece)
                index += 1
            }
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 128
            ? (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
            : scalar.value != 0xD7 && scalar.properties.isAlphabetic
    }

    private mutating func append(_ token: Token) {
        var token = token
        token.isGlued = !gap
        tokens.append(token)
        gap = false
    }

    private mutating func mark(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?, _ piece: Int) {
        if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" {
            append(Token(kind: .mark, text: "\n", piece: piece))
            gap = true
        } else if scalar.properties.isWhitespace {
            gap = true
        } else {
            let isHyphen = scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" || scalar == "–"
            let joinsWords = isHyphen && tokens.last?.isWord == true && !gap && next.map(Self.isLetter) == true
            if joinsWords { return }
            let text = isHyphen ? "-" : scalar == "×" ? "x" : String(scalar)
            append(Token(kind: scalar == "×" ? .word : .mark, text: text, piece: piece))
        }
    }

    private mutating func word(_ scalars: [Unicode.Scalar], _ index: inout Int, _ piece: Int) {
        let start = index
        var view = String.UnicodeScalarView()
        while index < scalars.count,
            Self.isLetter(scalars[index]) || Self.isDigit(scalars[index]) || isApostrophe(scalars, index)
        {
            view.append(scalars[index])
            index += 1
        }
        let text = String(view)
        var folded = Folding.word(text)
        if folded.hasSuffix("'s") || folded.hasSuffix("’s") { folded.removeLast(2) }
        // "2x3": the x stands between numbers.
        if folded.first == "x", folded.utf8.count > 1, folded.dropFirst().allSatisfy(\.isNumber),
            tokens.last?.kind == .number
        {
            append(Token(kind: .word, text: "x", piece: piece))
            index = start + 1
            return
        }
        let isCapitalized = scalars[start].properties.isUppercase
        let isAcronym = isCapitalized && view.count > 1 && view.allSatisfy { !$0.properties.isLowercase }
        let parts = Compounds.parts(of: folded)
        for (offset, part) in parts.enumerated() {
            append(
                Token(
                    kind: .word, text: part, isCapitalized: isCapitalized && offset == 0,
                    isAcronym: isAcronym && offset == 0, piece: piece))
        }
    }

    private func isApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        (scalars[index] == "'" || scalars[index] == "’") && index + 1 < scalars.count
            && Self.isLetter(scalars[index + 1])
    }

    /// `12`, `3.5`, `12,5`; a second separator makes a date of it, whose parts are numbers of their own.
    private mutating func number(_ scalars: [Unicode.Scalar], _ index: inout Int, _ piece: Int) {
        let start = index
        var separators: [Int] = []
        while index < scalars.count {
            if Self.isDigit(scalars[index]) {
                index += 1
            } else if scalars[index] == "." || scalars[index] == ",", index + 1 < scalars.count,
                Self.isDigit(scalars[index + 1])
            {
                separators.append(index)
                index += 1
            } else {
                break
            }
        }
        // Absurdly long digits are no measurement; their value does not matter.
        if separators.count == 1, index - start < 20 {
            let fraction = index - separators[0] - 1
            let isThousands = scalars[separators[0]] == "," && fraction == 3 && scalars[start] != "0"
            let text = scalars[start..<index].map { Character($0) }
            let plain = String(text.compactMap { $0 == "," ? (isThousands ? nil : ".") : $0 })
            append(Token(kind: .number, text: String(text), value: Double(plain) ?? 0, piece: piece))
            return
        }
        var from = start
        for end in separators + [index] {
            let text = String(scalars[from..<end].prefix(15).map { Character($0) })
            append(Token(kind: .number, text: text, value: Double(text) ?? 0, piece: piece))
            if end < index { append(Token(kind: .mark, text: String(scalars[end]), piece: piece)) }
            from = end + 1
        }
    }
}

/// German compounds whose last part says what was found: `Rippenfraktur` is read as `rippen` and `fraktur`.
enum Compounds {
    private static let tails = [
        "fraktur", "frakturen", "embolie", "embolien", "blutung", "blutungen", "hematom", "hematome", "infarkt",
        "infarkte", "infarzierung", "thrombose", "thrombosen", "thrombus", "erguss", "ergusse", "ergussen",
        "aneurysma", "aneurysmen", "dissektion", "stenose", "stenosen", "ruptur", "karzinom", "metastase",
        "metastasen", "konkrement", "konkremente", "zyste", "zysten", "verschluss", "kompression", "verlagerung",
        "perforation", "torsion", "ischemie", "herd", "herde", "riss", "lesion", "lesionen", "stein", "steine",
        "edem", "herniation", "einklemmung", "verschattung", "verdickung", "erweiterung", "veranderung",
        "luxation", "prothese", "adenom", "abszess",
    ].map { Array($0.utf8) }

    private static let byLast: [UInt8: [[UInt8]]] = Dictionary(grouping: tails) { $0[$0.count - 1] }

    static func parts(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard bytes.count >= 8, let candidates = byLast[bytes[bytes.count - 1]] else { return [word] }
        let fitting = candidates.filter { bytes.count >= $0.count + 3 && bytes.suffix($0.count).elementsEqual($0) }
        guard let tail = fitting.max(by: { $0.count < $1.count }) else { return [word] }
        let head = bytes.dropLast(tail.count)
        // English has a few words that end alike.
        if head.elementsEqual("inter".utf8) || head.elementsEqual("de".utf8) || head.elementsEqual("dis".utf8) {
            return [word]
        }
        return [String(decoding: head, as: UTF8.self), String(decoding: tail, as: UTF8.self)]
    }
}
