public import Radiology

/// How this workstation proves who it is. Never printed: its description names the kind only.
public enum Credentials: Hashable, Sendable, CustomStringConvertible {
    case none
    case basic(user: String, password: String)
    case bearer(token: String)

    public var description: String {
        switch self {
        case .none: "no login"
        case .basic: "user name and password"
        case .bearer: "bearer token"
        }
    }
}

/// One central server, as the configuration names it.
public struct ServerSettings: Hashable, Sendable {
    public var name: DestinationName
    /// The DICOMweb root: `https://pacs.example.org/dicom-web`, without a slash at its end.
    public var baseURL: String
    public var credentials: Credentials
    /// PEM file of the site's certificate authority; `nil` for the system's.
    public var certificateAuthorityFile: String?
    /// Seconds until a request without an answer is given up.
    public var timeout: Int
    /// How many days of studies a server without a worklist is asked for, today included.
    public var worklistDays: Int
    /// Who issued patient identifiers that come without an issuer.
    public var defaultIssuer: IssuerOfPatientID?
    /// The wall clock of studies that do not name theirs.
    public var timeZone: TimeZoneOffset
    /// Our application entity title, where a server wants to know who asks (PS3.18 §11.7).
    public var requester: String

    public init(
        name: DestinationName, baseURL: String, credentials: Credentials = .none,
        certificateAuthorityFile: String? = nil, timeout: Int = 30, worklistDays: Int = 3,
        defaultIssuer: IssuerOfPatientID? = nil, timeZone: TimeZoneOffset = .utc, requester: String = "READROOM"
    ) {
        self.name = name
        self.baseURL = baseURL
        self.credentials = credentials
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
        self.worklistDays = worklistDays
        self.defaultIssuer = defaultIssuer
        self.timeZone = timeZone
        self.requester = requester
    }
}
