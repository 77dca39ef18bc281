/// One request as the services see it, free of the HTTP library.
struct Request: Sendable {
    var method: String
    /// Segments below the service root, without empty ones.
    var path: [String]
    var query: [(name: String, value: String)]
    /// Names in lower case.
    var headers: [String: String]
    var body: [UInt8]
    /// Scheme, host and root, as this client wrote them: what retrieve URLs are built from.
    var base: String

    func parameter(_ names: String...) -> String? {
        query.first { names.contains($0.name.lowercased()) && !$0.value.isEmpty }?.value
    }
}

/// What a service answers.
struct Answer: Sendable {
    var status: Int
    var contentType: String?
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    static func plain(_ status: Int, _ text: String = "") -> Answer {
        Answer(status: status, contentType: text.isEmpty ? nil : "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    static func json(_ body: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, contentType: "application/dicom+json", body: body)
    }
}

extension Answer {
    static let phrases = [
        200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 302: "Found", 400: "Bad Request",
        401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 409: "Conflict",
        410: "Gone", 413: "Content Too Large", 415: "Unsupported Media Type", 429: "Too Many Requests",
        500: "Internal Server Error", 503: "Service Unavailable",
    ]

    var phrase: String { Answer.phrases[status] ?? "Answer" }
}
