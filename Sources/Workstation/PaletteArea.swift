/// A list of many lines: what was typed to find one of them, and which is selected.
public struct Finder: Hashable, Sendable {
    public var typed = ""
    public var selected = 0

    public init() {}

    /// - Parameter count: how many lines there are; without it whoever shows them knows.
    mutating func take(_ message: DialogMessage, of count: Int = .max) {
        switch message {
        case .cancelled, .confirmed: break
        case .moved(let delta): selected = max(0, min(selected + delta, count - 1))
        case .typed(let text):
            typed += text
            selected = 0
        case .erased:
            typed = String(typed.dropLast())
            selected = 0
        }
    }
}

extension WorkstationState {
    /// Which command is chosen only the screens know; they send its message in place of `confirmed`.
    mutating func handle(_ message: DialogMessage, palette: Finder) -> [Effect] {
        var palette = palette
        palette.take(message)
        overlay = message == .cancelled || message == .confirmed ? nil : .palette(palette)
        return []
    }
}
