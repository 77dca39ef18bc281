/// Where what was read departs from the standard, and what was made of it.
///
/// A deviation names attributes and rules. It never carries a value, so it can be logged and shown to support.
public struct Deviation: Sendable, Equatable, CustomStringConvertible {
    public enum What: String, Sendable {
        case characterSet = "unknown or contradicted character set"
        case undecodableText = "text that its character set cannot decode"
        case controlCharacter = "control character in text"
        case anotherType = "value of another type"
        case missingVR = "missing VR"
        case unknownVR = "unknown VR"
        case unknownMember = "unknown member"
        case duplicate = "attribute given twice"
        case order = "attributes out of order"
        case length = "wrong length"
        case tooLong = "value too long to be one"
        case truncated = "truncated"
        case missingPreamble = "missing preamble"
        case missingFileMeta = "missing or incomplete file meta information"
        case notDecoded = "recognised, but not decoded"
        case missingAttribute = "missing attribute"
        case unexpectedValue = "unexpected value"
        case tooMany = "further deviations left out"
    }

    public let what: What
    public let path: TagPath
    /// One sentence without patient data.
    public let why: String

    public init(_ what: What, at path: TagPath, _ why: String) {
        self.what = what
        self.path = path
        self.why = why
    }

    public var description: String { "\(what.rawValue) at \(path): \(why)" }
}

/// What was read, with where it departed from the standard.
public struct Decoded<Value> {
    public var value: Value
    public var deviations: [Deviation]

    public init(_ value: Value, deviations: [Deviation] = []) {
        self.value = value
        self.deviations = deviations
    }
}

extension Decoded: Sendable where Value: Sendable {}
extension Decoded: Equatable where Value: Equatable {}

/// Collects deviations up to a cap: a hostile file must not turn into gigabytes of remarks.
struct DeviationLog {
    static let cap = 500
    private(set) var all: [Deviation] = []

    mutating func note(_ what: Deviation.What, at path: TagPath, _ why: String) {
        if all.count < DeviationLog.cap {
            all.append(Deviation(what, at: path, why))
        } else if all.count == DeviationLog.cap {
            all.append(Deviation(.tooMany, at: path, "only the first \(DeviationLog.cap) are listed"))
        }
    }
}
