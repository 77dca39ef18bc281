import DICOM

/// Attribute matching (PS3.4 §C.2.2.2): single value, list of UIDs, wildcard and range.
enum Matching {
    static func matches(_ values: [String], _ key: String, vr: VR) -> Bool {
        switch vr {
        case .da, .tm, .dt: values.contains { inRange($0, key) }
        case .ui:
            values.contains { value in key.split(whereSeparator: { $0 == "," || $0 == "\\" }).contains { $0 == value } }
        case .pn: values.contains { name in ([name] + groups(name)).contains { wildcard($0, key) } }
        default: values.contains { wildcard($0, key) }
        }
    }

    private static func groups(_ name: String) -> [String] { name.split(separator: "=").map(String.init) }

    /// `a-b`, `a-`, `-b` or a single value. A shorter bound covers all that begin with it.
    private static func inRange(_ value: String, _ key: String) -> Bool {
        let bounds = key.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard bounds.count == 2 else { return value == key || (key.count < value.count && value.hasPrefix(key)) }
        let isAfter = bounds[0].isEmpty || value >= bounds[0]
        let isBefore = bounds[1].isEmpty || value <= bounds[1] || value.hasPrefix(bounds[1])
        return isAfter && isBefore
    }

    /// Without regard to case: PS3.4 leaves that to the server, and radiologists do not type in capitals.
    private static func wildcard(_ value: String, _ key: String) -> Bool {
        glob(Array(value.lowercased())[...], Array(key.lowercased())[...])
    }

    private static func glob(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        switch first {
        case "*":
            let rest = pattern.dropFirst()
            return (text.startIndex...text.endIndex).contains { glob(text[$0...], rest) }
        case "?": return !text.isEmpty && glob(text.dropFirst(), pattern.dropFirst())
        default: return text.first == first && glob(text.dropFirst(), pattern.dropFirst())
        }
    }
}
