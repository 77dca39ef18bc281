/// Every word of the program's screens, in English and in German. English is the key.
public enum Catalogue {
    static func entry(_ key: String, _ language: Language) -> String? {
        language == .german ? german[key] : nil
    }

    /// The German texts by their English formats, part for part.
    public static let parts: [String: KeyValuePairs<String, String>] = [:]

    static let failures: KeyValuePairs<String, String> = [:]

    public static let german: [String: String] = parts.values.reduce(into: [:]) { all, part in
        for (english, german) in part { all[english] = german }
    }
}
