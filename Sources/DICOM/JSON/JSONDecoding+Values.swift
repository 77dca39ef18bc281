extension JSONDecoding {
    /// The `Value` array. A bare value in its place is taken as the only one.
    mutating func value(_ tag: Tag, _ vr: VR) throws(DICOMError) -> Value {
        switch vr.kind {
        case .text: .strings(try texts(tag, vr))
        case .integer(let width, let signed):
            .integers(
                try all(tag) { (decoder) throws(DICOMError) in
                    try decoder.oneInteger(tag, width: width, signed: signed)
                })
        case .float: .doubles(try all(tag) { (decoder) throws(DICOMError) in try decoder.oneDouble(tag) })
        case .tag: .tags(try all(tag) { (decoder) throws(DICOMError) in try decoder.oneTag(tag) })
        case .items: .items(try items(tag))
        case .bytes: try bytesInValue(tag)
        }
    }

    private mutating func all<One>(
        _ tag: Tag, _ one: (inout JSONDecoding) throws(DICOMError) -> One?
    ) throws(DICOMError) -> [One] {
        guard cursor.take(0x5B) else {
            if cursor.peek() == 0x6E {
                try cursor.word("null")
                return []
            }
            log.note(.anotherType, at: path.appending(tag), "a bare value where an array belongs")
            return try one(&self).map { [$0] } ?? []
        }
        var values: [One] = []
        if cursor.take(0x5D) { return values }
        repeat {
            if let value = try one(&self) { values.append(value) }
        } while try cursor.another(before: 0x5D)
        return values
    }

    /// A backslash cannot be inside a value of these VRs: some servers send all values as one string.
    private mutating func texts(_ tag: Tag, _ vr: VR) throws(DICOMError) -> [String] {
        let texts = try all(tag) { (decoder) throws(DICOMError) in try decoder.oneText(tag, vr) }
        guard vr.isMultiValued, texts.contains(where: { $0.utf8.contains(0x5C) }) else { return texts }
        log.note(.unexpectedValue, at: path.appending(tag), "several values in one string were separated")
        return texts.flatMap { $0.split(separator: "\\", omittingEmptySubsequences: false).map(String.init) }
    }

    /// An empty one of several values is `null` (PS3.18 §F.2.5).
    private mutating func oneText(_ tag: Tag, _ vr: VR) throws(DICOMError) -> String? {
        switch cursor.peek() {
        case 0x22:
            if vr == .pn { log.note(.anotherType, at: path.appending(tag), "a person name as a bare string") }
            return try text(tag)
        case 0x6E:
            try cursor.word("null")
            return ""
        case 0x7B where vr == .pn:
            return try personName(tag)
        case 0x7B, 0x5B, 0x74, 0x66:
            return try leftOut(tag, "not a text")
        default:
            // PS3.18 §F.2.3.1: IS and DS are numbers, or strings where the digits matter.
            if vr != .is && vr != .ds {
                log.note(.anotherType, at: path.appending(tag), "a number where a text belongs")
            }
            return try cursor.number()
        }
    }

    /// The component groups, back in the order of PS3.5 §6.2.1. A name with a group missing would be another name, so it
    /// is left out as a whole.
    private mutating func personName(_ tag: Tag) throws(DICOMError) -> String? {
        var groups: [String?] = ["", "", ""]
        try cursor.expect(0x7B, "'{'")
        if cursor.take(0x7D) { return "" }
        repeat {
            let name = try memberName()
            try cursor.expect(0x3A, "':'")
            let place = ["Alphabetic", "Ideographic", "Phonetic"].firstIndex(of: name)
            if let place, cursor.peek() == 0x22 {
                groups[place] = try text(tag)
            } else {
                if place == nil { log.note(.unknownMember, at: path.appending(tag), "no such component group") }
                try cursor.skipValue()
            }
        } while try cursor.another(before: 0x7D)
        var whole = groups.compactMap(\.self)
        guard whole.count == groups.count else { return nil }
        while whole.last == "" { whole.removeLast() }
        return whole.joined(separator: "=")
    }

    private mutating func oneInteger(_ tag: Tag, width: Int, signed: Bool) throws(DICOMError) -> Int? {
        let digits: String
        switch cursor.peek() {
        case 0x22:
            guard let text = try text(tag) else { return nil }
            digits = text
            // SV and UV may be strings, since a JSON number may lose digits (PS3.18 §F.2.3.1).
            if width < 8 { log.note(.anotherType, at: path.appending(tag), "a text where a number belongs") }
        case 0x6E, 0x7B, 0x5B, 0x74, 0x66: return try leftOut(tag, "not a number")
        default: digits = try cursor.number()
        }
        guard let number = DataSet.integer(digits), JSONDecoding.fits(number, width: width, signed: signed) else {
            log.note(.unexpectedValue, at: path.appending(tag), "not a whole number of this VR's range; left out")
            return nil
        }
        return number
    }

    static func fits(_ number: Int, width: Int, signed: Bool) -> Bool {
        if width == 8 { return signed || number >= 0 }
        let bits = width * 8
        return signed ? (-(1 << (bits - 1))..<(1 << (bits - 1))).contains(number) : (0..<(1 << bits)).contains(number)
    }

    private mutating func oneDouble(_ tag: Tag) throws(DICOMError) -> Double? {
        switch cursor.peek() {
        case 0x22: return try doubleInText(tag)
        case 0x6E, 0x7B, 0x5B, 0x74, 0x66: return try leftOut(tag, "not a number")
        default: return Double(try cursor.number())
        }
    }

    /// Only what JSON numbers cannot say is a string: NaN and the infinities.
    private mutating func doubleInText(_ tag: Tag) throws(DICOMError) -> Double? {
        guard let digits = try text(tag) else { return nil }
        if let special = ["NaN": Double.nan, "inf": .infinity, "-inf": -Double.infinity][digits] { return special }
        log.note(.anotherType, at: path.appending(tag), "a text where a number belongs")
        return Double(digits)
    }

    private mutating func oneTag(_ tag: Tag) throws(DICOMError) -> Tag? {
        guard cursor.peek() == 0x22 else { return try leftOut(tag, "not a tag") }
        guard let digits = try text(tag) else { return nil }
        if let value = Tag(hex: digits) { return value }
        log.note(.unexpectedValue, at: path.appending(tag), "not the eight digits of a tag; left out")
        return nil
    }

    private mutating func items(_ tag: Tag) throws(DICOMError) -> [DataSet] {
        guard path.depth < JSONLimits.depth else {
            throw .tooDeep(limit: JSONLimits.depth, at: TagPath(Array(path.steps.prefix(2))))
        }
        var number = 0
        return try all(tag) { (decoder) throws(DICOMError) in
            number += 1
            return try decoder.item(tag, number)
        }
    }

    /// An empty item is `{}`; `null` stands for one too (PS3.18 §F.2.5).
    private mutating func item(_ tag: Tag, _ number: Int) throws(DICOMError) -> DataSet? {
        if cursor.peek() == 0x6E {
            try cursor.word("null")
            return DataSet()
        }
        guard cursor.peek() == 0x7B else { return try leftOut(tag, "not an item") }
        path.enter(tag, item: number)
        defer { path.leave() }
        return try dataSet()
    }

    private mutating func bytesInValue(_ tag: Tag) throws(DICOMError) -> Value {
        _ = cursor.peek()
        let start = cursor.at
        try cursor.skipValue()
        if cursor.bytes[start..<cursor.at].elementsEqual([0x5B, 0x5D]) { return .bytes([]) }
        log.note(.anotherType, at: path.appending(tag), "values where inline binary belongs; left empty")
        return .bytes([])
    }

    private mutating func leftOut<One>(_ tag: Tag, _ why: String) throws(DICOMError) -> One? {
        log.note(.anotherType, at: path.appending(tag), why + "; left out")
        hasLost = true
        try cursor.skipValue()
        return nil
    }
}
