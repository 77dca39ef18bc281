/// The five components of a name in one script (PS3.5 §6.2.1.1). An absent component is empty.
public struct PersonNameGroup: Hashable, Codable, Sendable {
    public var family: String
    public var given: String
    public var middle: String
    public var prefix: String
    public var suffix: String

    public init(family: String, given: String = "", middle: String = "", prefix: String = "", suffix: String = "") {
        self.family = family
        self.given = given
        self.middle = middle
        self.prefix = prefix
        self.suffix = suffix
    }

    /// Reads `family^given^middle^prefix^suffix`; `nil` if nothing is in it.
    public init?(dicom text: Substring) {
        let components = text.split(separator: "^", maxSplits: 4, omittingEmptySubsequences: false)
            .map { $0.trimmingSpaces() }
        guard components.contains(where: { !$0.isEmpty }) else { return nil }
        func component(_ index: Int) -> String { index < components.count ? components[index] : "" }
        self.init(
            family: component(0), given: component(1), middle: component(2), prefix: component(3),
            suffix: component(4))
    }

    public var dicom: String {
        var components = [family, given, middle, prefix, suffix]
        while components.last == "" { components.removeLast() }
        return components.joined(separator: "^")
    }

    /// `FAMILY, Given Middle`, as a worklist shows it.
    public var listed: String {
        let rest = [prefix, given, middle, suffix].filter { !$0.isEmpty }.joined(separator: " ")
        if family.isEmpty { return rest }
        return rest.isEmpty ? family : "\(family), \(rest)"
    }

    /// `Prefix Given Middle Family Suffix`, as a letter shows it.
    public var spoken: String {
        [prefix, given, middle, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A person's name in up to three scripts: alphabetic, ideographic, phonetic (PS3.5 §6.2.1.2).
public struct PersonName: Hashable, Codable, Sendable {
    public var alphabetic: PersonNameGroup?
    public var ideographic: PersonNameGroup?
    public var phonetic: PersonNameGroup?

    public init(
        alphabetic: PersonNameGroup? = nil, ideographic: PersonNameGroup? = nil, phonetic: PersonNameGroup? = nil
    ) {
        self.alphabetic = alphabetic
        self.ideographic = ideographic
        self.phonetic = phonetic
    }

    /// Reads `alphabetic=ideographic=phonetic`; `nil` if every group is empty: a nameless patient has no name.
    public init?(dicom text: String) {
        let groups = text.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false)
            .map { PersonNameGroup(dicom: $0) }
        func group(_ index: Int) -> PersonNameGroup? { index < groups.count ? groups[index] : nil }
        self.init(alphabetic: group(0), ideographic: group(1), phonetic: group(2))
        if alphabetic == nil && ideographic == nil && phonetic == nil { return nil }
    }

    public var dicom: String {
        var groups = [alphabetic, ideographic, phonetic].map { $0?.dicom ?? "" }
        while groups.last == "" { groups.removeLast() }
        return groups.joined(separator: "=")
    }

    /// What identifies the patient to a reader: the alphabetic group, and the ideographic one behind it.
    public var listed: String {
        let groups = [alphabetic?.listed, ideographic?.listed.replacing(", ", with: " ")].compactMap(\.self)
        return groups.isEmpty ? phonetic?.listed ?? "" : groups.joined(separator: " ")
    }

    public var spoken: String {
        (alphabetic ?? ideographic ?? phonetic)?.spoken ?? ""
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
