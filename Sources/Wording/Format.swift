/// A catalogue's text with places for arguments: `%2 warten; keine %1.`
enum Format {
    /// Puts the arguments in their places; a place without an argument stays as it is.
    static func filled(_ format: String, with arguments: [String]) -> String {
        guard !arguments.isEmpty else { return format }
        return parts(of: format).map { part in
            switch part {
            case .text(let text): text
            case .place(let number): arguments.indices.contains(number - 1) ? arguments[number - 1] : "%\(number)"
            }
        }.joined()
    }

    enum Part: Hashable {
        case text(String)
        /// Counted from 1.
        case place(Int)
    }

    static func parts(of format: String) -> [Part] {
        var parts: [Part] = []
        var text = ""
        var rest = Substring(format)
        while let character = rest.popFirst() {
            let digits = character == "%" ? rest.prefix { $0.isASCII && $0.isNumber } : ""
            guard let number = Int(digits), number > 0 else {
                text.append(character)
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(.place(number))
            rest = rest.dropFirst(digits.count)
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }
}
