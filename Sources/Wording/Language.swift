/// What the screens are written in, and what is written into reports by itself: the first is the reader's, the second
/// the template's.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case german = "de"

    /// The language of a POSIX locale's name, as `de_AT.UTF-8`; English where it names another.
    public init(locale: String) {
        let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }.lowercased()
        self = Language(rawValue: code) ?? .english
    }

    /// The language of a report's tag (RFC 5646), as `de` or `de-AT`; English where it names another.
    public init(report tag: String) {
        self = Language(rawValue: tag.prefix { $0 != "-" }.lowercased()) ?? .english
    }
}
