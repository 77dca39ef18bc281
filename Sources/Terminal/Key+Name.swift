extension Key {
    /// Keys that have a name of their own in keymap files.
    private static let named: [(name: String, key: Key)] =
        [
            ("Enter", .enter), ("Tab", .tab), ("S-Tab", .backTab), ("Esc", .escape), ("Backspace", .backspace),
            ("Delete", .delete), ("Insert", .insert), ("Space", .character(" ")), ("C-Space", .control(" ")),
            ("M-Space", .alt(" ")), ("M-Enter", .alt("\r")), ("M-Tab", .alt("\t")), ("M-Backspace", .alt("\u{7F}")),
        ]
        + Motion.allCases.flatMap { motion -> [(name: String, key: Key)] in
            [
                (motion.rawValue, Key(motion)), ("S-" + motion.rawValue, .shift(motion)),
                ("C-" + motion.rawValue, .controlMotion(motion)), ("M-" + motion.rawValue, .altMotion(motion)),
            ]
        }

    private static let byName = Dictionary(named.map { ($0.name, $0.key) }, uniquingKeysWith: { first, _ in first })
    private static let byKey = Dictionary(named.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })

    /// Reads a key as keymap files write it: `a`, `?`, `C-z`, `M-x`, `F12`, `Tab`, `S-Tab`, `PageDown`, `C-Right`.
    ///
    /// `nil` for anything else, and for keys no terminal can send: `C-i`, `C-m` and `C-[` are Tab, Enter and Esc.
    public init?(name: String) {
        if let key = Key.byName[name] {
            self = key
        } else if let character = Key.single(name[...]) {
            self = .character(character)
        } else if let number = Key.functionNumber(name) {
            self = .function(number)
        } else if name.hasPrefix("C-"), let character = Key.single(name.dropFirst(2)), Key.isControl(character) {
            self = .control(Character(character.lowercased()))
        } else if name.hasPrefix("M-"), let character = Key.single(name.dropFirst(2)) {
            self = .alt(character)
        } else {
            return nil
        }
    }

    /// The key as keymap files and hints write it. A paste has no name a keymap could use.
    public var name: String {
        if let name = Key.byKey[self] { return name }
        switch self {
        case .character(let character): return String(character)
        case .control(let character): return "C-\(character)"
        case .alt(let character): return "M-\(character)"
        case .function(let number): return "F\(number)"
        default: return "Paste"
        }
    }

    private static func single(_ text: Substring) -> Character? {
        guard let first = text.first, text.dropFirst().isEmpty else { return nil }
        let isVisible = first != " " && isPlain(String(first)) && cellWidth(of: first) > 0
        return isVisible ? first : nil
    }

    private static func functionNumber(_ name: String) -> Int? {
        guard name.first == "F", let number = Int(name.dropFirst()), (1...63).contains(number) else { return nil }
        // One spelling only: not "F01", not "F+1".
        return name == "F\(number)" ? number : nil
    }

    private static func isControl(_ character: Character) -> Bool {
        guard character.isASCII else { return false }
        if "imIM[".contains(character) { return false }
        return character.isLetter || "\\]^_".contains(character)
    }
}
