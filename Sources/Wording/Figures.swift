/// Numbers inside a text.
enum Figures {
    /// Decimal points become commas. What has several points is no number, but an identifier or a version.
    static func withComma(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(number.count)
            let parts = number.split(separator: ".", omittingEmptySubsequences: false)
            let isDecimal = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            result += isDecimal ? parts.joined(separator: ",") : String(number)
            let other = rest.prefix { !($0.isASCII && $0.isNumber || $0 == ".") }
            result += other
            rest = rest.dropFirst(other.count)
        }
        return result
    }
}
