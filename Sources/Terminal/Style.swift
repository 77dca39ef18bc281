/// What a piece of text is for. A theme decides how it looks; nothing on a screen names a colour.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case text
    case secondary
    case accent
    case banner
    case title
    case border
    case selectionMarker = "selection-marker"
    case selected
    case stat
    case urgent
    case warning
    case error
    case success
    case hint
    case status
    case fieldLabel = "field-label"
    case fieldDefault = "field-default"
    case fieldActive = "field-active"
    case suggestion
    case match
    case input
    case popup
}

/// The look of a cell: its role, and emphasis on top of what the theme gives the role.
public struct Style: Hashable, Sendable {
    public struct Emphasis: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let bold = Emphasis(rawValue: 1)
        public static let underline = Emphasis(rawValue: 2)
        public static let reverse = Emphasis(rawValue: 4)
        public static let dim = Emphasis(rawValue: 8)
        public static let italic = Emphasis(rawValue: 16)
    }

    public var role: Role
    public var emphasis: Emphasis

    public init(_ role: Role, _ emphasis: Emphasis = []) {
        self.role = role
        self.emphasis = emphasis
    }

    public static let text = Style(.text)
    public static let secondary = Style(.secondary)

    public var bold: Style { with(.bold) }
    public var underlined: Style { with(.underline) }
    public var reversed: Style { with(.reverse) }

    private func with(_ more: Emphasis) -> Style {
        Style(role, emphasis.union(more))
    }
}
