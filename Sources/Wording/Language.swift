/// What the screens are written in. Reports are written in the language of their template.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case german = "de"

    /// The language of a POSIX locale's name, as `de_AT.UTF-8`; English where it names another.
    public init(locale: String) {
        let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }.lowercased()
        self = Language(rawValue: code) ?? .english
    }
}
