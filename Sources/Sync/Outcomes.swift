public import Radiology
public import Wording

/// What came of one attempt to send a document.
public enum SendOutcome: Hashable, Sendable {
    /// The server said it took it. This is not proof; only reading back is.
    case accepted
    /// Not a byte of the document left this workstation, and none would of another.
    case notSent(String)
    /// This document cannot leave: its bytes here are not what was signed. The destination is well.
    case unsendable(String)
    /// The server did not know who we are, so it did not look at the document.
    case unauthorized(String)
    /// The server asked to wait before it looked at the document. Seconds, where it said how long.
    case deferred(String, seconds: Double?)
    /// The server answered that it will not take the document.
    case refused(String)
    /// The server answered that it has something else under this identity.
    case clashed(String)
    /// The way broke after the document began to leave: it may or may not be there.
    case unknown(String)
}

/// What came of asking the server for the document.
public enum ReadBackOutcome: Hashable, Sendable {
    case identical
    case absent
    /// The server holds other bytes under the same SOP Instance UID.
    case different
    case failed(String)
}

/// Why a server could not be asked, or its answer not used: one case for each thing the reader can do about it.
public enum ServerFailure: Error, Hashable, Sendable {
    case unreachable(String)
    /// `sent` is whether the request may have reached the server.
    case timedOut(seconds: Int, sent: Bool)
    case broken(String, sent: Bool)
    case certificate(String)
    case unauthorized
    case forbidden
    case notFound(String)
    case refused(status: Int, text: String)
    case unintelligible(String)
    case tooLarge(String)
    case cancelled

    /// One sentence: what happened and what to do. Never holds patient data.
    public var wording: Wording {
        switch self {
        case .unreachable(let why): "Cannot reach the server (\(Wording(key: why))). Check the URL and the network."
        case .timedOut(let seconds, _): "No answer from the server for \(seconds) s. It is tried again later."
        case .broken(let why, _): "The connection broke (\(why)). It is tried again later."
        case .certificate(let why):
            "The server's certificate is not trusted (\(why)). Check ca_file in the configuration, or tell the site."
        case .unauthorized: "The server refused the user name, password or token. Check the credentials."
        case .forbidden: "The server knows this user but does not allow this. Ask the site for access."
        case .notFound(let what): "The server does not have \(Wording(key: what)). Check the URL's path."
        case .refused(let status, let text):
            if let words = ServerFailure.unstopped(text) {
                "The server answered \(status): \(Wording(key: words))."
            } else {
                "The server answered \(status)."
            }
        case .unintelligible(let what): "The server's answer cannot be used: \(what)."
        case .tooLarge(let what): "The server's answer is too large: \(what)."
        case .cancelled: "Cancelled."
        }
    }

    /// The same in English: what the audit, the log and the command line say.
    public var sentence: String { wording.english }

    /// The server's own words without the stop they end in; `nil` where it said nothing.
    private static func unstopped(_ text: String) -> String? {
        var end = text.endIndex
        while end > text.startIndex, ".: \n\r\n\t".contains(text[text.index(before: end)]) {
            end = text.index(before: end)
        }
        return end == text.startIndex ? nil : String(text[..<end])
    }

    /// Whether a request with a body may have been acted on.
    public var mayHaveArrived: Bool {
        switch self {
        case .timedOut(_, let sent), .broken(_, let sent): sent
        case .refused, .unintelligible, .tooLarge, .cancelled: true
        case .unreachable, .certificate, .unauthorized, .forbidden, .notFound: false
        }
    }
}

/// What came of asking for a study.
public enum ClaimOutcome: Hashable, Sendable {
    case claimed(Claim)
    /// Another reader has it; their name where the server tells it.
    case taken(by: String?)
    /// The workitem is finished or gone.
    case gone
    /// The server keeps no claims: the claim is known on this workstation only.
    case localOnly(Claim)
}
