/// The data dictionary: keyword, tag and VR of every attribute of PS3.6.
///
/// Kept as text and parsed at first use: a literal array of five thousand entries takes the type checker minutes.
public struct AttributeDictionary: Sendable {
    /// The edition of PS3.6 the table was taken from.
    public static let edition = "PS3.6 2024c"

    static let standard = AttributeDictionary()

    /// A VR, or a choice between two that other attributes decide (PS3.6 §6, "US or SS", "OB or OW").
    enum Entry: Equatable {
        case vr(VR)
        case unsignedOrSigned
        case bytesOrWords

        var withoutContext: VR {
            switch self {
            case .vr(let vr): vr
            case .unsignedOrSigned: .us
            case .bytesOrWords: .ow
            }
        }
    }

    private let entries: [Tag: (entry: Entry, keyword: Substring)]
    private let tags: [Substring: Tag]

    private init() {
        var entries: [Tag: (entry: Entry, keyword: Substring)] = [:]
        var tags: [Substring: Tag] = [:]
        entries.reserveCapacity(5200)
        tags.reserveCapacity(5200)
        for table in AttributeTable.all {
            AttributeTable.parse(table) { tag, entry, keyword in
                entries[tag] = (entry, keyword)
                tags[keyword] = tag
            }
        }
        self.entries = entries
        self.tags = tags
    }

    func tag(keyword: String) -> Tag? { tags[Substring(keyword)] }

    func keyword(of tag: Tag) -> String? {
        entries[AttributeDictionary.unrepeated(tag)].map { String($0.keyword) }
    }

    func vr(of tag: Tag) -> Entry? {
        if tag.isGroupLength { return .vr(.ul) }
        if tag.isPrivate {
            // Private creators are the only private attributes whose VR is the same everywhere (PS3.5 §7.8.1).
            return (0x10...0xFF).contains(tag.element) ? .vr(.lo) : nil
        }
        return entries[AttributeDictionary.unrepeated(tag)]?.entry
    }

    /// Curves and overlays repeat in even groups (PS3.5 §7.6); the table has the first of each.
    private static func unrepeated(_ tag: Tag) -> Tag {
        switch tag.group {
        case 0x5000...0x50FE: Tag(0x5000, tag.element)
        case 0x6000...0x60FE: Tag(0x6000, tag.element)
        default: tag
        }
    }
}

/// The text the dictionary is parsed from.
enum AttributeTable {
    static let all = [base, acquisition, image, workflow, presentation, radiotherapy, other]

    static func parse(_ table: String, _ found: (Tag, AttributeDictionary.Entry, Substring) -> Void) {
        var group: UInt16 = 0
        for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if word.first == ">" {
                group = UInt16(word.dropFirst(), radix: 16) ?? 0
            } else if let element = UInt16(word.prefix(4), radix: 16), let entry = entry(word.dropFirst(4).prefix(2)) {
                found(Tag(group, element), entry, word.dropFirst(6))
            }
        }
    }

    private static func entry(_ letters: Substring) -> AttributeDictionary.Entry? {
        switch letters {
        case "XS": .unsignedOrSigned
        case "XW": .bytesOrWords
        default: VR(rawValue: String(letters)).map { .vr($0) }
        }
    }
}
