/// The list of all commands: what was typed to find one, and which is selected.
public struct PaletteState: Hashable, Sendable {
    public var typed = ""
    public var selected = 0

    public init() {}
}

extension WorkstationState {
    mutating func handle(_ message: DialogMessage, palette: PaletteState) -> [Effect] {
        var palette = palette
        switch message {
        // Which command it is only the screens know; they send its message in place of this one.
        case .cancelled, .confirmed:
            overlay = nil
            return []
        case .moved(let delta): palette.selected = max(0, palette.selected + delta)
        case .typed(let text):
            palette.typed += text
            palette.selected = 0
        case .erased:
            palette.typed = String(palette.typed.dropLast())
            palette.selected = 0
        }
        overlay = .palette(palette)
        return []
    }
}
