/// A coded concept as it is written into code sequences (PS3.3 §8.8).
public struct Code: Hashable, Sendable {
    public var value: String
    public var scheme: String
    public var meaning: String
    public var schemeVersion: String?

    public init(_ value: String, _ scheme: String, _ meaning: String, schemeVersion: String? = nil) {
        self.value = value
        self.scheme = scheme
        self.meaning = meaning
        self.schemeVersion = schemeVersion
    }

    static func dcm(_ value: String, _ meaning: String) -> Code { Code(value, "DCM", meaning) }

    /// LOINC 18748-4, the title for a report that has no more specific one (CID 7000).
    public static let diagnosticImagingReport = Code("18748-4", "LN", "Diagnostic Imaging Report")

    /// A language by its RFC 5646 tag, such as `en-US` or `de-DE` (CID 5000, TID 1204).
    public static func language(_ tag: String) -> Code {
        let parts = tag.split(separator: "-")
        let name = parts.first.flatMap { languageNames[String($0)] }
        let region = parts.count > 1 ? " (\(regionNames[String(parts[1])] ?? String(parts[1])))" : ""
        return Code(tag, "RFC5646", name.map { $0 + region } ?? tag)
    }

    private static let languageNames = [
        "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
        "fi": "Finnish", "fr": "French", "he": "Hebrew", "hu": "Hungarian", "it": "Italian", "ja": "Japanese",
        "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
        "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    ]

    private static let regionNames = [
        "AT": "Austria", "AU": "Australia", "BE": "Belgium", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland",
        "DE": "Germany", "DK": "Denmark", "ES": "Spain", "FI": "Finland", "FR": "France", "GB": "United Kingdom",
        "GR": "Greece", "IE": "Ireland", "IN": "India", "IT": "Italy", "JP": "Japan", "KR": "Korea", "MX": "Mexico",
        "NL": "Netherlands", "NO": "Norway", "NZ": "New Zealand", "PL": "Poland", "PT": "Portugal", "RU": "Russia",
        "SE": "Sweden", "TR": "Turkey", "US": "United States",
    ]

    /// Code Value is an SH; longer values go to Long Code Value (PS3.3 §8.1).
    func item() -> DataSet {
        var item = DataSet()
        item.set(value.unicodeScalars.count > 16 ? .longCodeValue : .codeValue, value)
        item.set(.codingSchemeDesignator, scheme)
        if let schemeVersion { item.set(.codingSchemeVersion, schemeVersion) }
        item.set(.codeMeaning, meaning)
        return item
    }

    /// From an item of a code sequence; nil without a value or a meaning to show.
    public init?(item: DataSet) {
        let value = item.string(.codeValue) ?? item.string(.longCodeValue) ?? item.string(.urnCodeValue)
        let meaning = item.string(.codeMeaning)
        guard value != nil || meaning != nil else { return nil }
        self.init(
            value ?? "", item.string(.codingSchemeDesignator) ?? "", meaning ?? "",
            schemeVersion: item.string(.codingSchemeVersion))
    }
}
