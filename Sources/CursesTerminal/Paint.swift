internal import CNCurses
internal import Terminal

/// How roles look on this terminal: emphasis bits and a pair of colours for each.
struct Paint {
    struct Look {
        var emphasis: UInt32
        var pair: Int32
    }

    private var looks: [Role: Look] = [:]
    /// Whether a blank in the marker's look is not to be told from one in the text's.
    private let hidesBlankMarker: Bool

    /// Defines the pairs. `colors` is what the terminal has, 0 for none or when the user wants none.
    init(theme: Theme, colors: Int, pairs: Int, shown: ShownEmphasis) {
        let theme = theme.among(colors: colors)
        let emphases = RoleEmphasis(theme: theme, colors: colors, shown: shown)
        let marker = theme.face(for: .selectionMarker)
        hidesBlankMarker =
            marker.emphasis.isDisjoint(with: [.reverse, .underline])
            && ColorPair(marker, colors: colors).background
                == ColorPair(theme.face(for: .text), colors: colors).background
        var defined: [ColorPair: Int32] = [:]
        for role in Role.allCases {
            let face = theme.face(for: role)
            let wanted = ColorPair(face, colors: colors)
            var pair: Int32 = 0
            if let known = defined[wanted] {
                pair = known
            } else if colors > 0, wanted != .standard, defined.count + 1 < pairs {
                pair = Int32(defined.count + 1)
                cn_define_pair(pair, Int32(wanted.foreground), Int32(wanted.background))
                defined[wanted] = pair
            }
            looks[role] = Look(emphasis: UInt32(emphases[role].rawValue), pair: pair)
        }
    }

    /// How a blank looks: like one of text, where the role shows in blanks and a mark's place is not to.
    func lookOfBlank(_ style: Style) -> Look {
        style == Style(.selectionMarker) && !hidesBlankMarker ? look(of: .text) : look(of: style)
    }

    func look(of style: Style) -> Look {
        var look = looks[style.role] ?? Look(emphasis: 0, pair: 0)
        look.emphasis |= UInt32(style.emphasis.rawValue)
        return look
    }
}

private struct ColorPair: Hashable {
    var foreground: Int
    var background: Int

    static let standard = ColorPair(foreground: -1, background: -1)

    init(foreground: Int, background: Int) {
        self.foreground = foreground
        self.background = background
    }

    init(_ face: Theme.Face, colors: Int) {
        (foreground, background) = face.numbers(among: colors)
    }
}
