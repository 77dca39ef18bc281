/// A parser under test: where its inputs come from, and what must hold of any of them.
struct FuzzTarget: Sendable {
    let name: String
    /// Its share of a total, about as fast as it is beside the others.
    var share = 1
    /// Real inputs, made when the run begins.
    let seeds: @Sendable () -> [[UInt8]]
    /// Pieces that mean something to this parser.
    let tokens: [String]
    /// What does not hold of this input; `nil` when all does. Errors with a sentence are as good as values.
    let check: @Sendable ([UInt8]) -> String?

    static let all: [FuzzTarget] = [
        .part10, .json, .characterSets, .mrrt, .bracket, .macro, .keymap, .theme, .keyDecoder,
    ]

    static func named(_ name: String) -> FuzzTarget? { (all + [crashing, losing, hanging]).first { $0.name == name } }

    // The canaries: one dies of two rare bytes, one drops something, one never ends. Each has to be found.

    static let crashing = FuzzTarget(name: "planted-crash", seeds: harmless, tokens: ["%n"]) {
        if $0.contains(0xC7), $0.contains(0x25) { fatalError("planted") }
        return nil
    }

    static let losing = FuzzTarget(name: "planted-loss", seeds: harmless, tokens: []) {
        $0.contains(0xE1) ? "a byte was lost" : nil
    }

    static let hanging = FuzzTarget(name: "planted-hang", seeds: harmless, tokens: []) {
        while $0.contains(0xE2) {}
        return nil
    }

    private static let harmless: @Sendable () -> [[UInt8]] = { [Array("a harmless text".utf8)] }
}

extension [UInt8] {
    var asText: String { String(decoding: self, as: UTF8.self) }
}
