/// One thing a theme file says that cannot be followed.
public struct ThemeProblem: Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case unknownRole
        case unknownKey
        case unknownColor(String)
        case numberOutsidePalette(Int)
        case notAColor
        case notAFlag
    }

    /// The table as the file names it.
    public let role: String
    /// The key within the table, `nil` when the table itself is the problem.
    public let key: String?
    public let reason: Reason

    public var description: String { "\(place): \(sentence)" }

    /// `[text] fg`
    public var place: String { key.map { "[\(role)] \($0)" } ?? "[\(role)]" }

    /// What is wrong, without the place.
    public var sentence: String {
        switch reason {
        case .unknownRole:
            return "no such role; roles are \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
        case .unknownKey:
            return "no such key; keys are fg, bg, \(Theme.flags.map(\.name).joined(separator: ", "))"
        case .unknownColor(let name):
            return "\"\(name)\" is no colour; use default, a name such as bright-red, 0 to 255, or \"#rrggbb\""
        case .numberOutsidePalette(let number):
            return "\(number) is no colour; the palette has 0 to 255"
        case .notAColor:
            return "a colour is text or a number"
        case .notAFlag:
            return "must be true or false"
        }
    }
}

/// All problems of one theme file, in the order of role and key.
public struct ThemeError: Error, Hashable, Sendable {
    public let problems: [ThemeProblem]
}

extension Theme {
    static let flags: [(name: String, emphasis: Style.Emphasis)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ]

    /// A theme from a parsed file: one table per role, with `fg`, `bg` and flags.
    ///
    /// Roles the file leaves out look as in ``plain``. The background of `text` is that of every role that names none.
    public init(tables: [String: [String: Value]]) throws(ThemeError) {
        var faces: [Role: Face] = [:]
        var problems: [ThemeProblem] = []
        for role in Role.allCases { faces[role] = Theme.plain.face(for: role) }
        for (name, table) in tables.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(rawValue: name) else {
                problems.append(ThemeProblem(role: name, key: nil, reason: .unknownRole))
                continue
            }
            faces[role] = Theme.face(table, named: name, problems: &problems)
        }
        guard problems.isEmpty else { throw ThemeError(problems: problems) }
        let ground = faces[.text]?.background ?? .default
        for role in Role.allCases where tables[role.rawValue]?["bg"] == nil { faces[role]?.background = ground }
        self.init(faces: faces)
    }

    private static func face(
        _ table: [String: Value], named role: String, problems: inout [ThemeProblem]
    ) -> Face {
        var face = Face()
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            if let reason = read(key, value, into: &face) {
                problems.append(ThemeProblem(role: role, key: key, reason: reason))
            }
        }
        return face
    }

    private static func read(_ key: String, _ value: Value, into face: inout Face) -> ThemeProblem.Reason? {
        switch key {
        case "fg": return readColor(value, into: &face.foreground)
        case "bg": return readColor(value, into: &face.background)
        default:
            guard let flag = flags.first(where: { $0.name == key }) else { return .unknownKey }
            guard case .flag(let isOn) = value else { return .notAFlag }
            if isOn { face.emphasis.insert(flag.emphasis) }
            return nil
        }
    }

    private static func readColor(_ value: Value, into color: inout Color) -> ThemeProblem.Reason? {
        switch value {
        case .flag:
            return .notAColor
        case .number(let number):
            guard let index = UInt8(exactly: number) else { return .numberOutsidePalette(number) }
            color = index < 16 ? .ansi(index) : .indexed(index)
        case .text(let name):
            guard let named = Color(name: name) else { return .unknownColor(name) }
            color = named
        }
        return nil
    }
}
