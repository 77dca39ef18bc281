/// How the server behaves: the dialects of real servers, and their faults.
public struct Behaviour: Sendable, Equatable {
    public enum Credentials: Sendable, Equatable {
        case none
        case basic(user: String, password: String)
        case bearer(token: String)
    }

    /// What happens to an instance whose SOP Instance UID is there already.
    public enum Duplicates: Sendable {
        /// Says stored and keeps the first, as Orthanc does unless told otherwise.
        case keepFirst
        case overwrite
        /// Refuses with 409 even what is identical.
        case conflict
    }

    /// What storing really does behind its answer.
    public enum Storing: Sendable {
        case honest
        /// Says stored, keeps nothing.
        case amnesiac
        /// Says stored, keeps other bytes.
        case altering
        /// Answers 200 without naming an instance, and keeps nothing.
        case namingNothing
    }

    public enum Fault: Sendable, Equatable {
        /// An answer instead of the service's.
        case status(Int, retryAfter: Int? = nil, text: String = "")
        case html
        /// These bytes, with 200.
        case bytes([UInt8], contentType: String)
        /// The service's own answer, cut in the middle.
        case halfAnswer
        /// The connection closes after the request was read and before anything was done.
        case dropBeforeActing
        /// The connection closes after it was done: the acknowledgement is lost.
        case dropAfterActing
        case redirect(to: String)
    }

    /// Where a fault strikes.
    public struct Rule: Sendable, Equatable {
        /// Upper case; `nil` for every method.
        public var method: String?
        /// Below the service root: `/studies`.
        public var path: String
        public var fault: Fault
        /// How often; `nil` for always.
        public var times: Int?

        public init(_ fault: Fault, method: String? = nil, path: String = "/", times: Int? = nil) {
            self.fault = fault
            self.method = method
            self.path = path
            self.times = times
        }
    }

    public var credentials: Credentials = .none
    /// Seconds between the request and the answer.
    public var delay: Double = 0
    public var duplicates: Duplicates = .keepFirst
    public var storing: Storing = .honest
    /// UPS-RS; without it `/workitems` is 404, as on a bare PACS.
    public var hasWorkitems = true
    /// Changes of state need the requester in the path (`/state/{requester}`).
    public var demandsRequester = false
    /// Whether a change to a claimed workitem needs its Transaction UID; some real servers take it without.
    public var checksTransaction = true
    public var hasMetadata = true
    /// 200 with an empty array, 204 or 404.
    public var emptySearchStatus = 200
    public var quotesBoundary = true
    /// Search keys that are not looked at, so that everything matches, by keyword.
    public var ignoredKeys: Set<String> = []
    public var rules: [Rule] = []

    public init() {}

    public init(rules: Rule...) { self.rules = rules }
}
