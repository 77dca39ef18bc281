/// How every role looks.
public struct Theme: Hashable, Sendable {
    /// The look of one role.
    public struct Face: Hashable, Sendable {
        public var foreground: Color
        public var background: Color
        public var emphasis: Style.Emphasis

        public init(
            foreground: Color = .default, background: Color = .default, emphasis: Style.Emphasis = []
        ) {
            self.foreground = foreground
            self.background = background
            self.emphasis = emphasis
        }
    }

    /// A value as a theme file may hold it; reading the file is another's task.
    public enum Value: Hashable, Sendable {
        case text(String)
        case number(Int)
        case flag(Bool)
    }

    private var faces: [Role: Face]

    /// Roles without a face look like `text`.
    public init(faces: [Role: Face]) {
        self.faces = faces
    }

    public func face(for role: Role) -> Face {
        faces[role] ?? faces[.text] ?? Face()
    }

    /// Whether it names a colour.
    public var usesColors: Bool {
        faces.values.contains { $0.foreground != .default || $0.background != .default }
    }

    /// No colour at all: what a terminal without colours can tell apart.
    public static let plain = Theme(faces: [
        .text: Face(),
        .secondary: Face(emphasis: .dim),
        .accent: Face(emphasis: .bold),
        .banner: Face(emphasis: .bold),
        .title: Face(emphasis: .bold),
        .border: Face(emphasis: .dim),
        .selectionMarker: Face(emphasis: .bold),
        .selected: Face(emphasis: .bold),
        .stat: Face(emphasis: [.bold, .reverse]),
        .urgent: Face(emphasis: .bold),
        .warning: Face(emphasis: .bold),
        .error: Face(emphasis: [.bold, .reverse]),
        .hint: Face(emphasis: .dim),
        .fieldDefault: Face(emphasis: .dim),
        .fieldActive: Face(emphasis: .reverse),
        .suggestion: Face(emphasis: .dim),
        .match: Face(emphasis: .underline),
        .input: Face(emphasis: .underline),
    ])
}
