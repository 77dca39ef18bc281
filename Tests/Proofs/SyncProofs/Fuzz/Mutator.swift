import Proving

/// Makes an input from the corpus: the same for the same seed and number, whatever ran before it.
struct Mutator: Sendable {
    private let seeds: [[UInt8]]
    /// Most inputs come of these: small ones meet the same rules of a parser, many times as often.
    private let smallSeeds: [[UInt8]]
    private let tokens: [[UInt8]]
    private let seed: UInt64

    private static let longSeed = 2_500
    /// Inputs do not grow beyond these; parsers have limits of their own that are met earlier.
    private static let longest = (usually: 3_000, rarely: 40_000)
    /// One input out of so many may be long.
    private static let longOnes = 100

    init(_ target: FuzzTarget, seed: UInt64) {
        seeds = target.seeds()
        let small = seeds.filter { $0.count <= Mutator.longSeed }
        smallSeeds = small.isEmpty ? seeds : small
        tokens = target.tokens.map { Array($0.utf8) }
        self.seed = seed
    }

    func input(_ number: Int) -> [UInt8] {
        var random = SeededRandom(seed: seed ^ (UInt64(number) &* 0x9E37_79B9_7F4A_7C15))
        let isLong = random.happens(oneIn: Mutator.longOnes)
        let pool = isLong ? seeds : smallSeeds
        let longest = isLong ? Mutator.longest.rarely : Mutator.longest.usually
        var bytes = random.pick(pool)
        if bytes.count > longest { bytes.removeSubrange(longest...) }
        for _ in 0..<(1 + random.below(6)) {
            mutate(&bytes, pool, &random)
            if bytes.count > longest { bytes.removeSubrange(longest...) }
        }
        return bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ pool: [[UInt8]], _ random: inout SeededRandom) {
        let at = random.below(bytes.count + 1)
        switch random.below(12) {
        case 0: if at < bytes.count { bytes[at] ^= 1 << UInt8(random.below(8)) }
        case 1: if at < bytes.count { bytes[at] = UInt8(random.below(256)) }
        case 2: bytes.insert(UInt8(random.below(256)), at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(16)))
        case 4: bytes.removeSubrange(at...)
        case 5: repeatPiece(&bytes, at, &random)
        case 6: splice(&bytes, at, pool, &random)
        case 7: overwriteNumber(&bytes, at, &random)
        case 8: damageLength(&bytes, &random)
        case 9: bytes.insert(contentsOf: Mutator.hostile[random.below(Mutator.hostile.count)], at: at)
        default: if !tokens.isEmpty { bytes.insert(contentsOf: random.pick(tokens), at: at) }
        }
    }

    /// A piece many times over: nesting, long values.
    private func repeatPiece(_ bytes: inout [UInt8], _ at: Int, _ random: inout SeededRandom) {
        let piece = Array(bytes[at..<min(bytes.count, at + 1 + random.below(24))])
        guard !piece.isEmpty else { return }
        let times = random.pick([2, 3, 70, 500])
        var pieces: [UInt8] = []
        pieces.reserveCapacity(times * piece.count)
        for _ in 0..<times { pieces += piece }
        bytes.insert(contentsOf: pieces, at: at)
    }

    private func splice(
        _ bytes: inout [UInt8], _ at: Int, _ pool: [[UInt8]], _ random: inout SeededRandom
    ) {
        let other = random.pick(pool)
        let from = random.below(other.count + 1)
        bytes.replaceSubrange(at..., with: other[from...])
    }

    private static let numbers: [UInt32] = [0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFE, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFE, .max]

    private func overwriteNumber(_ bytes: inout [UInt8], _ at: Int, _ random: inout SeededRandom) {
        let number = random.pick(Mutator.numbers)
        for index in 0..<random.pick([2, 4]) where at + index < bytes.count {
            bytes[at + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(index)))
        }
    }

    /// Two capital letters are a value representation, and its length comes next (PS3.5 §7.1.2).
    private func damageLength(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
        guard bytes.count > 8 else { return }
        // The next one after a place drawn, and around the end: no list of all of them has to be made.
        let places = bytes.count - 8
        let start = random.below(places)
        for step in 0..<places {
            let place = (start + step) % places
            guard isCapital(bytes[place]), isCapital(bytes[place + 1]) else { continue }
            return overwriteNumber(&bytes, place + random.pick([2, 4]), &random)
        }
    }

    /// Escapes, byte order marks, ill-formed UTF-8, ISO 2022 designations.
    private static let hostile: [[UInt8]] = [
        [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x1B, 0x24, 0x29, 0x43], [0x1B, 0x5B, 0x32, 0x4A], [0x1B], [0x9B],
        [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00], [0xFF, 0xFE],
        [0xE2, 0x80, 0xAE], [0xE2, 0x81, 0xA6], [0x0D, 0x0A], [0x5C], [0x5E], [0x3D],
    ]
}
