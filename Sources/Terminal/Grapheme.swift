import Synchronization

/// A grapheme as a number: its code point where it is one, else its place among those of several that were drawn so far.
enum Grapheme {
    private struct Known {
        var codes: [Character: UInt32] = [:]
        var characters: [Character] = []
    }

    private static let clusters = Mutex(Known())
    private static let first: UInt32 = 0x11_0000

    static func code(of character: Character) -> UInt32 {
        let scalars = character.unicodeScalars
        if scalars.count == 1, let scalar = scalars.first { return scalar.value }
        return clusters.withLock { known in
            if let code = known.codes[character] { return code }
            let code = first + UInt32(known.characters.count)
            known.codes[character] = code
            known.characters.append(character)
            return code
        }
    }

    static func character(of code: UInt32) -> Character {
        if let scalar = Unicode.Scalar(code) { return Character(scalar) }
        return clusters.withLock { known in
            let place = Int(code) - Int(first)
            return known.characters.indices.contains(place) ? known.characters[place] : "?"
        }
    }
}
