/// A direction or place a key moves to.
public enum Motion: String, CaseIterable, Hashable, Sendable {
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
}

/// What a reader pressed, or pasted.
///
/// Only what survives a terminal and SSH: Tab is Ctrl-I and Enter is Ctrl-M, so neither exists as a control key.
public enum Key: Hashable, Sendable {
    case character(Character)
    /// Ctrl with a lower-case letter, a space, or one of `\ ] ^ _`.
    case control(Character)
    /// Alt (Meta) with a character; `\r` is Alt-Enter.
    case alt(Character)
    /// F1 is 1.
    case function(Int)
    case enter, tab, backTab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case shift(Motion)
    case controlMotion(Motion)
    case altMotion(Motion)
    /// A bracketed paste, line ends as `\n`. Never a command, whatever it holds.
    case paste(String)
}

extension Key {
    /// The key that moves there, without a modifier.
    public init(_ motion: Motion) {
        switch motion {
        case .up: self = .up
        case .down: self = .down
        case .left: self = .left
        case .right: self = .right
        case .home: self = .home
        case .end: self = .end
        case .pageUp: self = .pageUp
        case .pageDown: self = .pageDown
        }
    }

    /// Where an unmodified key moves, `nil` for other keys.
    public var motion: Motion? {
        Motion.allCases.first { Key($0) == self }
    }
}
