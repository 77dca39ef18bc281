/// A string that identifies one kind of thing. Each kind is a type, so that an accession number
/// can never be passed where a study is meant.
///
/// The initialiser refuses what the identifier's standard forbids; a missing identifier is `nil`, never "".
public protocol Identifier: RawRepresentable, Hashable, Codable, Sendable, Comparable, CustomStringConvertible
where RawValue == String {}

extension Identifier {
    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A DICOM unique identifier: 1–64 characters, digits and dots, no empty component (PS3.5 §9.1).
///
/// Leading zeros in a component break the standard, but real archives hold such studies; they are accepted.
public protocol DICOMUniqueIdentifier: Identifier {
    init(unchecked: String)
}

extension DICOMUniqueIdentifier {
    public init?(rawValue: String) {
        guard UniqueIdentifierSyntax.accepts(rawValue) else { return nil }
        self.init(unchecked: rawValue)
    }

    /// Decoding refuses what `init(rawValue:)` refuses, so no stored text can bring in a hostile identifier.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(rawValue: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Self.self)")
        }
        self = value
    }
}

public enum UniqueIdentifierSyntax {
    public static func accepts(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count) else { return false }
        var previousWasDot = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."):
                if previousWasDot { return false }
                previousWasDot = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): previousWasDot = false
            default: return false
            }
        }
        return !previousWasDot
    }
}

public struct StudyInstanceUID: DICOMUniqueIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

public struct SeriesInstanceUID: DICOMUniqueIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

public struct SOPInstanceUID: DICOMUniqueIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

public struct SOPClassUID: DICOMUniqueIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// A UPS workitem (PS3.4 Annex CC).
public struct WorkitemUID: DICOMUniqueIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// The key of a claim: made by the claiming workstation, needed to change or release the workitem (PS3.4 CC.1.1).
public struct TransactionUID: DICOMUniqueIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// An identifier that is free text within its issuer's world: kept exactly as received, but never blank.
public protocol TextIdentifier: Identifier {
    init(unchecked: String)
}

extension TextIdentifier {
    public init?(rawValue: String) {
        guard rawValue.contains(where: { !$0.isWhitespace }) else { return nil }
        self.init(unchecked: rawValue)
    }
}

public struct PatientID: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

public struct IssuerOfPatientID: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

public struct AccessionNumber: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

public struct RequestedProcedureID: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// A report through all its versions.
public struct ReportID: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// One signed, immutable version of a report.
public struct ReportVersionID: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// Where reports are filed: the name the configuration gives a server.
public struct DestinationName: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}

/// Where a study was made: an institution or a department.
public struct SiteName: TextIdentifier {
    public let rawValue: String
    public init(unchecked: String) { rawValue = unchecked }
}
