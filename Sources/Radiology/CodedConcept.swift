/// A code value, the scheme it belongs to, and its meaning in words (PS3.3 §8).
public struct CodedConcept: Hashable, Codable, Sendable {
    public var value: String
    public var scheme: String
    public var meaning: String

    public init(_ value: String, _ scheme: String, _ meaning: String) {
        self.value = value
        self.scheme = scheme
        self.meaning = meaning
    }

    /// The same code, whatever words it carries.
    public func means(_ other: CodedConcept) -> Bool {
        value == other.value && scheme == other.scheme
    }
}

/// Modality (0008,0060), a defined term of PS3.3 C.7.3.1.1.1; an unlisted one is kept as it came.
public struct Modality: Hashable, Codable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    public static let computedTomography = Modality(rawValue: "CT")
    public static let magneticResonance = Modality(rawValue: "MR")
    public static let ultrasound = Modality(rawValue: "US")
    public static let computedRadiography = Modality(rawValue: "CR")
    public static let digitalRadiography = Modality(rawValue: "DX")
    public static let mammography = Modality(rawValue: "MG")
    public static let nuclearMedicine = Modality(rawValue: "NM")
    public static let positronEmission = Modality(rawValue: "PT")
    public static let intraoralRadiography = Modality(rawValue: "IO")
    public static let panoramicXRay = Modality(rawValue: "PX")
    public static let structuredReport = Modality(rawValue: "SR")

    /// Objects that accompany images and are not what is read.
    public var isImage: Bool {
        !["SR", "PR", "KO", "SEG", "REG", "RTSTRUCT", "DOC", "AU", "FID", "PLAN"].contains(rawValue)
    }
}
