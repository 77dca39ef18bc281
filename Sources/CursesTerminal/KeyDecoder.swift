package import Terminal

/// What curses hands over: code points, and codes for keys it recognised.
package enum RawKey: Equatable {
    case scalar(Unicode.Scalar)
    case code(Int)
}

/// Turns what curses reads into keys: Alt from a preceding ESC, pastes, and no rubbish from sequences nobody knows.
package struct KeyDecoder {
    package init() {}

    /// More than this of one paste is left out: nobody pastes a megabyte into a report on purpose.
    static let pasteLimit = 1 << 20

    private enum State {
        case plain
        case escaped
        /// After `ESC [`: parameters until a final byte.
        case controlSequence
        /// After `ESC O`: one byte.
        case singleShift
        /// After `ESC ]`, `ESC P`, `ESC _`, `ESC ^`, `ESC X`: until BEL or `ESC \`.
        case string(sawEscape: Bool)
    }

    private var state = State.plain
    /// Characters of the sequence that has begun, so that one that is cut off does not swallow the keyboard.
    private var sequenceLength = 0
    private var paste: Paste?
    private var keys: [Key] = []
    /// Whether the last paste was longer than ``pasteLimit``.
    private(set) var pasteWasCut = false

    /// Decodes everything that was waiting. What is unfinished at its end is finished: a lone ESC is Esc.
    package mutating func decode(_ batch: [RawKey]) -> [Key] {
        if batch == [.scalar("\u{1B}")], case .string = state {
            state = .plain
            return [.escape]
        }
        if paste != nil, batch == [.scalar("\u{1B}")] {
            // A paste whose end was lost would swallow all keys for ever; a lone Esc ends it.
            endPaste()
            return take()
        }
        for raw in batch { feed(raw) }
        finishBatch()
        return take()
    }

    private mutating func take() -> [Key] {
        defer { keys = [] }
        return keys
    }

    private mutating func finishBatch() {
        guard paste == nil else { return }
        switch state {
        case .escaped: keys.append(.escape)
        // A terminal's answer may come in two pieces. Nobody types the first one in one go, and the rest of it must not
        // be typed into a report.
        case .controlSequence, .string: if sequenceLength > 0 { return }
        case .singleShift: keys.append(.alt("O"))
        case .plain: break
        }
        if case .controlSequence = state { keys.append(.alt("[")) }
        state = .plain
    }

    /// Longer than any answer a terminal gives.
    private static let sequenceLimit = 4096

    private mutating func feed(_ raw: RawKey) {
        switch raw {
        case .code(KeyCode.pasteBegin):
            state = .plain
            if paste == nil { paste = Paste() }
        case .code(KeyCode.pasteEnd):
            endPaste()
        case .code(let code):
            guard paste == nil else { return }
            feed(code: code)
        case .scalar(let scalar):
            if paste != nil { paste?.append(scalar) } else { feed(scalar) }
        }
    }

    private mutating func endPaste() {
        guard let finished = paste else { return }
        paste = nil
        pasteWasCut = finished.wasCut
        keys.append(.paste(finished.text))
    }

    private mutating func feed(code: Int) {
        let wasEscaped = if case .escaped = state { true } else { false }
        state = .plain
        guard let key = KeyCode.key(for: code) else { return }
        keys.append(wasEscaped ? KeyCode.alt(key) : key)
    }

    private mutating func feed(_ scalar: Unicode.Scalar) {
        switch state {
        case .plain:
            if scalar == "\u{1B}" { state = .escaped } else { append(scalar) }
        case .escaped:
            escape(scalar)
        case .controlSequence:
            // ECMA-48 5.4: parameters and intermediates are 0x20–0x3F, the final byte 0x40–0x7E.
            sequenceLength += 1
            let isFinal = (0x40...0x7E).contains(scalar.value)
            if isFinal || sequenceLength > KeyDecoder.sequenceLimit { state = .plain }
            if !isFinal, !(0x20...0x3F).contains(scalar.value) { breakOff(with: scalar) }
        case .singleShift:
            state = .plain
        case .string(let sawEscape):
            sequenceLength += 1
            let ends = scalar == "\u{07}" || sawEscape && scalar == "\\"
            state = ends ? .plain : .string(sawEscape: scalar == "\u{1B}")
            // No answer holds a return: whoever presses Enter wants the keyboard back.
            if scalar == "\r" || sequenceLength > KeyDecoder.sequenceLimit { breakOff(with: scalar) }
        }
    }

    /// The sequence was cut off; what came in its place is what it is.
    private mutating func breakOff(with scalar: Unicode.Scalar) {
        state = .plain
        feed(scalar)
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        sequenceLength = 0
        switch scalar {
        case "[": state = .controlSequence
        case "O": state = .singleShift
        case "]", "P", "_", "^", "X": state = .string(sawEscape: false)
        case "\u{1B}": keys.append(.escape)
        default:
            state = .plain
            if let key = KeyCode.key(for: scalar) { keys.append(KeyCode.alt(key)) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        // A combining mark comes as a code point of its own, but is one character with what it combines with.
        if scalar.value >= 0x300, case .character(let last)? = keys.last {
            let joined = String(last) + String(Character(scalar))
            if joined.count == 1, let character = joined.first {
                keys[keys.count - 1] = .character(character)
                return
            }
        }
        if let key = KeyCode.key(for: scalar) { keys.append(key) }
    }
}

/// A bracketed paste on its way in.
private struct Paste {
    private var scalars = String.UnicodeScalarView()
    private var bytes = 0
    private var endedWithReturn = false
    private(set) var wasCut = false

    var text: String { String(scalars) }

    mutating func append(_ scalar: Unicode.Scalar) {
        let isReturn = scalar == "\r"
        // Terminals send a return for each line end; a line feed after one is the same line end.
        let repeats = scalar == "\n" && endedWithReturn
        endedWithReturn = isReturn
        guard !repeats else { return }
        let shown: Unicode.Scalar = isReturn ? "\n" : scalar
        let isControl = shown.value < 0x20 || (0x7F...0x9F).contains(shown.value)
        guard !isControl || shown == "\n" || shown == "\t" else { return }
        bytes += UTF8.width(shown)
        guard bytes <= KeyDecoder.pasteLimit else {
            wasCut = true
            return
        }
        scalars.append(shown)
    }
}
