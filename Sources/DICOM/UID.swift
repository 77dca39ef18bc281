/// Unique identifiers (PS3.5 §9). They stay strings in data sets; this is what can be asked about one.
public enum UID {
    /// At most 64 characters; components of digits without leading zeros, at least two of them.
    public static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 64 else { return false }
        let components = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard components.count > 1, let root = components.first, root.count == 1, let first = root.first,
            (0x30...0x32).contains(first)
        else { return false }
        return components.allSatisfy { component in
            !component.isEmpty && component.allSatisfy { (0x30...0x39).contains($0) }
                && (component.count == 1 || component.first != 0x30)
        }
    }
}

/// SOP classes readroom tells apart (PS3.6 annex A).
public enum SOPClass {
    public static let basicTextSR = "1.2.840.10008.5.1.4.1.1.88.11"
    public static let enhancedSR = "1.2.840.10008.5.1.4.1.1.88.22"
    public static let comprehensiveSR = "1.2.840.10008.5.1.4.1.1.88.33"
    public static let comprehensive3DSR = "1.2.840.10008.5.1.4.1.1.88.34"
    public static let extensibleSR = "1.2.840.10008.5.1.4.1.1.88.35"
    public static let keyObjectSelection = "1.2.840.10008.5.1.4.1.1.88.59"
    public static let xRayRadiationDoseSR = "1.2.840.10008.5.1.4.1.1.88.67"
    public static let encapsulatedPDF = "1.2.840.10008.5.1.4.1.1.104.1"
    public static let encapsulatedCDA = "1.2.840.10008.5.1.4.1.1.104.2"
    public static let ctImage = "1.2.840.10008.5.1.4.1.1.2"
    public static let mrImage = "1.2.840.10008.5.1.4.1.1.4"
    public static let secondaryCapture = "1.2.840.10008.5.1.4.1.1.7"
    public static let unifiedProcedureStepPush = "1.2.840.10008.5.1.4.34.6.1"

    /// The general report documents that may hold a radiologist's report.
    public static func isReport(_ uid: String) -> Bool {
        [basicTextSR, enhancedSR, comprehensiveSR, comprehensive3DSR, extensibleSR].contains(uid)
    }
}

/// How a data set is laid out in bytes (PS3.5 annex A).
public enum TransferSyntax: Sendable, Equatable {
    case implicitVRLittleEndian
    case explicitVRLittleEndian
    case explicitVRBigEndian
    /// Explicit VR Little Endian, then compressed as a whole.
    case deflated(uid: String)
    /// Explicit VR Little Endian with encapsulated pixel data.
    case encapsulated(uid: String)

    public init(uid: String) {
        switch uid {
        case "1.2.840.10008.1.2": self = .implicitVRLittleEndian
        case "1.2.840.10008.1.2.1": self = .explicitVRLittleEndian
        case "1.2.840.10008.1.2.2": self = .explicitVRBigEndian
        case "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205":
            self = .deflated(uid: uid)
        default: self = .encapsulated(uid: uid)
        }
    }

    public var uid: String {
        switch self {
        case .implicitVRLittleEndian: "1.2.840.10008.1.2"
        case .explicitVRLittleEndian: "1.2.840.10008.1.2.1"
        case .explicitVRBigEndian: "1.2.840.10008.1.2.2"
        case .deflated(let uid), .encapsulated(let uid): uid
        }
    }

    var isExplicit: Bool { self != .implicitVRLittleEndian }
    var isBigEndian: Bool { self == .explicitVRBigEndian }
}
