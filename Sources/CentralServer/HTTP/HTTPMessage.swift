import Foundation

struct HTTPRequest {
    enum Method: String {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    var method: Method = .get
    /// Below the server's base URL, percent-encoded, beginning with a slash.
    var path: String
    var query: [(name: String, value: String)] = []
    var accept = "application/dicom+json"
    var body: [UInt8]?
    var contentType: String?

    var target: String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\($0.name)=\(HTTPRequest.encoded($0.value))" }.joined(separator: "&")
    }

    /// Everything but the unreserved characters of RFC 3986 §2.3 is percent-encoded.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}

struct HTTPResponse {
    var status: Int
    /// Names in lower case.
    var headers: [String: String]
    var body: [UInt8]

    var contentType: String { headers["content-type"]?.lowercased() ?? "" }

    /// Seconds, where the server said how long to wait (RFC 9110 §10.2.3); a date form is not used.
    var retryAfter: Double? {
        headers["retry-after"].flatMap(Double.init).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }

    /// The server's own words for a person: one line of a text body, never of a document.
    var words: String {
        guard !contentType.contains("dicom"), !contentType.contains("html"), !contentType.contains("octet") else {
            return ""
        }
        let text = String(decoding: body.prefix(2000), as: UTF8.self)
        let message = HTTPResponse.jsonMessage(text) ?? text
        let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return String(
            line.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }.prefix(160))
    }

    /// Orthanc wraps its words in `{"Details": …, "Message": …}`.
    private static func jsonMessage(_ text: String) -> String? {
        guard text.first == "{",
            let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        else { return nil }
        let words = ["Details", "Message", "message", "error"].compactMap { object[$0] as? String }
        return words.first { !$0.isEmpty }
    }
}
