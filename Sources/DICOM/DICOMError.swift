/// Why bytes could not be read as DICOM, or a data set could not be written.
///
/// The descriptions are sentences for a log or a screen. They name tags, offsets and limits, never values.
public enum DICOMError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What a server sends where JSON was asked for.
    public enum Impostor: String, Sendable {
        case empty = "an empty body"
        case markup = "an HTML or XML page"
        case multipart = "a multipart body"
        case compressed = "a compressed body"
        case other = "something else"
    }

    case notJSON(Impostor)
    case malformedJSON(offset: Int, expected: String)
    case tooLarge(limit: Int)
    case tooDeep(limit: Int, at: TagPath)
    case notDICOM(why: String)
    case truncated(offset: Int, at: TagPath)
    case malformed(offset: Int, at: TagPath, why: String)
    case cannotEncode(at: TagPath, why: String)

    public var description: String {
        switch self {
        case .notJSON(let impostor): "This is not JSON but \(impostor.rawValue)."
        case .malformedJSON(let offset, let expected): "The JSON is broken at byte \(offset): expected \(expected)."
        case .tooLarge(let limit): "The data is larger than the limit of \(limit) bytes."
        case .tooDeep(let limit, let path): "Sequences are nested deeper than \(limit) levels at \(path)."
        case .notDICOM(let why): "This is not a DICOM file: \(why)."
        case .truncated(let offset, let path): "The data ends too early, in the element at byte \(offset), in \(path)."
        case .malformed(let offset, let path, let why): "The data is broken at byte \(offset), in \(path): \(why)."
        case .cannotEncode(let path, let why): "\(path) cannot be encoded: \(why)."
        }
    }
}
