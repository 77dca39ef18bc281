/// Typed questions to a data set. Each answers nil, or nothing, when the attribute is absent, empty or of another kind:
/// there is no default that could pass for a value.
extension DataSet {
    /// Every value of a text attribute; values may be empty strings.
    public func strings(_ tag: Tag) -> [String] {
        guard case .strings(let values)? = self[tag]?.value else { return [] }
        return values
    }

    /// The first value of a text attribute, unless it is empty.
    public func string(_ tag: Tag) -> String? {
        guard let first = strings(tag).first, !first.isEmpty else { return nil }
        return first
    }

    /// Binary integers, and IS and DS values that are whole numbers. Values that are not are left out.
    public func ints(_ tag: Tag) -> [Int] {
        switch self[tag]?.value {
        case .integers(let values)?: values
        case .strings(let values)?: values.compactMap(DataSet.integer)
        default: []
        }
    }

    public func int(_ tag: Tag) -> Int? {
        switch self[tag]?.value {
        case .integers(let values)?: values.first
        case .strings(let values)?: values.first.flatMap(DataSet.integer)
        default: nil
        }
    }

    /// FL, FD, binary integers, DS and IS.
    public func doubles(_ tag: Tag) -> [Double] {
        switch self[tag]?.value {
        case .doubles(let values)?: values
        case .integers(let values)?: values.map(Double.init)
        case .strings(let values)?: values.compactMap(DataSet.double)
        default: []
        }
    }

    public func double(_ tag: Tag) -> Double? { doubles(tag).first }

    /// The items of a sequence.
    public func items(_ tag: Tag) -> [DataSet] {
        guard case .items(let items)? = self[tag]?.value else { return [] }
        return items
    }

    public func tags(_ tag: Tag) -> [Tag] {
        guard case .tags(let tags)? = self[tag]?.value else { return [] }
        return tags
    }

    public func bytes(_ tag: Tag) -> [UInt8]? {
        guard case .bytes(let bytes)? = self[tag]?.value else { return nil }
        return bytes
    }

    /// The first person name, raw: `Alphabetic=Ideographic=Phonetic`, each `Family^Given^Middle^Prefix^Suffix`.
    public func personName(_ tag: Tag) -> String? { string(tag) }

    static func integer(_ text: String) -> Int? {
        let digits = trimmed(text)
        return Int(digits) ?? double(digits).flatMap { Int(exactly: $0) }
    }

    static func double(_ text: String) -> Double? {
        let number = Double(trimmed(text))
        return number?.isFinite == true ? number : nil
    }

    private static func trimmed(_ text: String) -> String {
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
