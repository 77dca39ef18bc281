internal import CNCurses
internal import Glibc
internal import Terminal

/// Which emphasis a terminal can show. Beside colours it may be less: curses leaves out what `ncv` forbids.
struct ShownEmphasis: Hashable {
    var plain: Style.Emphasis
    var colored: Style.Emphasis

    init(plain: Style.Emphasis, colored: Style.Emphasis) {
        self.plain = plain
        self.colored = colored
    }

    init(terminfoName: String) {
        func emphasis(colored: Bool) -> Style.Emphasis {
            Style.Emphasis(rawValue: UInt8(truncatingIfNeeded: cn_shown_emphasis(terminfoName, colored)))
        }
        self.init(plain: emphasis(colored: false), colored: emphasis(colored: true))
    }
}

/// The emphasis of each role on one terminal.
///
/// What a report will not contain, and what nobody has looked at yet, must not look like what was typed: where colours
/// alone would tell a suggestion, an untouched default and the text apart, they get an emphasis that the terminal shows.
struct RoleEmphasis {
    /// Told apart from each other whatever the terminal, in the order in which they may choose.
    static let toldApart: [Role] = [.text, .fieldDefault, .suggestion]
    /// The quietest first.
    private static let substitutes: [Style.Emphasis] = [.italic, .underline, .bold, .reverse]
    /// WCAG 2.1, 1.4.11: so much lighter or darker is seen without seeing colours.
    private static let contrast = 3.0

    private let theme: Theme
    private let colors: Int
    private let shown: ShownEmphasis
    private var byRole: [Role: Style.Emphasis] = [:]

    /// - Parameter theme: as ``Theme/among(colors:)`` has it.
    init(theme: Theme, colors: Int, shown: ShownEmphasis) {
        self.theme = theme
        self.colors = colors
        self.shown = shown
        for role in Role.allCases { byRole[role] = fallingBack(theme.face(for: role)) }
        for (index, role) in RoleEmphasis.toldApart.enumerated() {
            setApart(role, from: RoleEmphasis.toldApart[..<index])
        }
    }

    subscript(role: Role) -> Style.Emphasis { byRole[role] ?? [] }

    /// What of it is seen.
    func visible(_ role: Role) -> Style.Emphasis { self[role].intersection(available(role)) }

    /// Whether two roles can be told apart without their colours: by an emphasis, or one is much fainter.
    func tells(_ role: Role, from other: Role) -> Bool {
        if visible(role) != visible(other) { return true }
        guard colors >= 256 else { return false }
        let contrast = theme.face(for: role).foreground.contrast(with: theme.face(for: other).foreground)
        return (contrast ?? 1) >= RoleEmphasis.contrast
    }

    private func available(_ role: Role) -> Style.Emphasis {
        let face = theme.face(for: role)
        return colors > 0 && face.numbers(among: colors) != (-1, -1) ? shown.colored : shown.plain
    }

    /// What too few colours cannot show becomes an emphasis.
    private func fallingBack(_ face: Theme.Face) -> Style.Emphasis {
        var emphasis = face.emphasis
        // Too dark for so few colours: it is shown in the text's, and dim.
        if face.foreground.number(among: colors) != face.numbers(among: colors).foreground { emphasis.insert(.dim) }
        if colors > 0, colors < 16, face.foreground.isBright { emphasis.insert(.bold) }
        return emphasis
    }

    private mutating func setApart(_ role: Role, from others: ArraySlice<Role>) {
        let own = self[role]
        let choices = [[]] + RoleEmphasis.substitutes.filter { available(role).contains($0) && !own.contains($0) }
        for choice in choices {
            byRole[role] = own.union(choice)
            if others.allSatisfy({ tells(role, from: $0) }) { return }
        }
        byRole[role] = own
    }
}

extension Theme {
    /// The theme itself, or without colours what is told by emphasis only, where it was made for colours.
    func among(colors: Int) -> Theme { colors == 0 && usesColors ? .plain : self }
}

extension Color {
    /// Whether eight colours can show it only with bold. Not so bright black: bold black is black on many terminals.
    fileprivate var isBright: Bool {
        if case .ansi(let index) = self { return (9...15).contains(index) }
        return false
    }
}

extension Color {
    /// How much lighter one is than the other (WCAG 2.1), from 1 to 21; `nil` where the terminal's user chose a colour.
    func contrast(with other: Color) -> Double? {
        guard let one = luminance, let two = other.luminance else { return nil }
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private var luminance: Double? {
        switch self {
        case .default, .ansi: return nil
        case .indexed, .rgb: break
        }
        let value = number(among: 1 << 24)
        func part(_ shift: Int) -> Double {
            let share = Double(value >> shift & 0xFF) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }
}
