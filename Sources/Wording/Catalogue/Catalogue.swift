/// Every word of the program's screens, in English and in German. English is the key.
public enum Catalogue {
    /// The German texts by their English formats, part for part.
    public static let parts: [KeyValuePairs<String, String>] = [
        words, worklist, study, report, signing, outbox, keys, plain, notices, failures, checks, tour,
        commands, settings, mistakes,
    ]

    public static let german: [String: String] = parts.reduce(into: [:]) { all, part in
        for (english, german) in part { all[english] = german }
    }

    static func entry(_ key: String, _ language: Language) -> String? {
        language == .german ? german[key] : nil
    }
}
