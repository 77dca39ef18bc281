internal import CNCurses
internal import Terminal

/// Curses' key codes and control characters as keys.
enum KeyCode {
    static let pasteBegin = CN_KEY_PASTE_BEGIN
    static let pasteEnd = CN_KEY_PASTE_END

    private static let functionZero = Int(cn_key_f0())
    private static let motionBase = CN_KEY_MOTION
    private static let motions: [Motion] = [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown]

    private static let keys: [Int32: Key] = [
        KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
        KEY_SR: .shift(.up), KEY_SF: .shift(.down), KEY_SLEFT: .shift(.left), KEY_SRIGHT: .shift(.right),
        KEY_SHOME: .shift(.home), KEY_SEND: .shift(.end), KEY_SPREVIOUS: .shift(.pageUp), KEY_SNEXT: .shift(.pageDown),
    ]

    /// The key of a code; `nil` for codes that mean nothing here, such as a mouse or a resize.
    static func key(for code: Int) -> Key? {
        if let key = keys[Int32(truncatingIfNeeded: code)] { return key }
        if (1...63).contains(code - functionZero) { return .function(code - functionZero) }
        let (modifier, motion) = (code - motionBase).quotientAndRemainder(dividingBy: 10)
        guard code >= motionBase, motion < motions.count else { return nil }
        switch modifier {
        case 0: return .shift(motions[motion])
        case 1: return .altMotion(motions[motion])
        case 2: return .controlMotion(motions[motion])
        default: return nil
        }
    }

    /// The key of a code point; `nil` for what is neither a key nor text.
    static func key(for scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0: return .control(" ")
        case 8, 0x7F: return .backspace
        case 9: return .tab
        case 10, 13: return .enter
        case 0x1B: return .escape
        case 1...26: return .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 28...31: return .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        case 0x80...0x9F: return nil
        default: return .character(Character(scalar))
        }
    }

    /// The key with Alt held. Keys that have no such form stay as they are.
    static func alt(_ key: Key) -> Key {
        switch key {
        case .character(let character): return .alt(character)
        case .enter: return .alt("\r")
        case .tab: return .alt("\t")
        case .backspace: return .alt("\u{7F}")
        default: return key.motion.map { .altMotion($0) } ?? key
        }
    }
}
