/// What an attribute holds. Which case belongs to which VR is checked when a data set is encoded.
public enum Value: Sendable, Equatable {
    /// Text VRs, including IS and DS, whose digits are kept as they were written. Person names are the raw
    /// `Alphabetic=Ideographic=Phonetic` string (PS3.5 §6.2.1).
    case strings([String])
    /// US, SS, UL, SL, UV, SV.
    case integers([Int])
    /// FL, FD.
    case doubles([Double])
    /// AT.
    case tags([Tag])
    /// OB, OW, OF, OD, OL, OV, UN; little endian.
    case bytes([UInt8])
    /// SQ.
    case items([DataSet])
    /// Encapsulated pixel data, undecoded: the offset table, then the fragments (PS3.5 §A.4).
    case fragments([[UInt8]])
    /// A value the DICOM JSON model left at the server (PS3.18 §F.2.2).
    case bulkDataURI(String)

    /// No value at all: "present, but empty", as type 2 attributes may be (PS3.5 §7.4.3).
    public var isEmpty: Bool {
        switch self {
        case .strings(let values): values.allSatisfy(\.isEmpty)
        case .integers(let values): values.isEmpty
        case .doubles(let values): values.isEmpty
        case .tags(let values): values.isEmpty
        case .bytes(let values): values.isEmpty
        case .items(let values): values.isEmpty
        case .fragments(let values): values.isEmpty
        case .bulkDataURI: false
        }
    }

    /// The empty value of a VR.
    static func empty(_ vr: VR) -> Value {
        switch vr.kind {
        case .text: .strings([])
        case .integer: .integers([])
        case .float: .doubles([])
        case .tag: .tags([])
        case .bytes: .bytes([])
        case .items: .items([])
        }
    }
}

/// One attribute of a data set.
public struct DataElement: Sendable, Equatable {
    public let tag: Tag
    public let vr: VR
    public let value: Value

    public init(_ tag: Tag, _ vr: VR, _ value: Value) {
        self.tag = tag
        self.vr = vr
        self.value = value
    }
}
