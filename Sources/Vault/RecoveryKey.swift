import CSodium

/// 256 random bits that open the store when the passphrase is lost. Shown once, as fourteen groups of four characters.
public struct RecoveryKey: Sendable {
    let bytes: SecretBytes

    static func random() throws(VaultError) -> RecoveryKey { RecoveryKey(bytes: try .random(count: 32)) }

    private init(bytes: SecretBytes) { self.bytes = bytes }

    /// Why a typed recovery key cannot be one. Told before any slot is tried.
    public enum Mistake: Error, Hashable, Sendable {
        case length(found: Int, expected: Int)
        /// A character that no recovery key has, in this group, counted from 1.
        case character(Character, group: Int)
        /// All characters are possible, but at least one is wrong or two are swapped.
        case checksum

        public var sentence: String {
            switch self {
            case .length(let found, let expected): "The recovery key has \(expected) characters; these are \(found)."
            case .character(let character, let group): "\"\(character)\" in group \(group) is in no recovery key."
            case .checksum: "The recovery key is mistyped somewhere: its checksum does not fit."
            }
        }
    }

    // MARK: - As text

    // Crockford's base 32: no I, L, O or U, and what they look like is read as the digit.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let checksumSize = 3
    private static let length = (32 + checksumSize) * 8 / 5

    /// To be shown once, and never stored.
    public var text: String {
        bytes.withBytes { key in
            var all = Array(UnsafeBufferPointer(start: key, count: 32))
            all += RecoveryKey.checksum(all)
            defer { sodium_memzero(&all, all.count) }
            return RecoveryKey.grouped(RecoveryKey.letters(all))
        }
    }

    /// Reads what a person typed: case, spaces and hyphens do not matter.
    public init(text: String) throws {
        var values: [UInt8] = []
        defer { sodium_memzero(&values, values.count) }
        for character in text where !character.isWhitespace && character != "-" {
            guard let value = RecoveryKey.value(of: character) else {
                throw Mistake.character(character, group: values.count / 4 + 1)
            }
            values.append(value)
        }
        guard values.count == RecoveryKey.length else {
            throw Mistake.length(found: values.count, expected: RecoveryKey.length)
        }
        var all = RecoveryKey.octets(values)
        defer { sodium_memzero(&all, all.count) }
        let key = Array(all.prefix(32))
        guard Array(all.dropFirst(32)) == RecoveryKey.checksum(key) else { throw Mistake.checksum }
        bytes = try SecretBytes.copy(of: key)
    }

    private static func checksum(_ key: [UInt8]) -> [UInt8] {
        Array(Sodium.hash(Array("readroom recovery key".utf8) + key).prefix(checksumSize))
    }

    private static func value(of character: Character) -> UInt8? {
        switch character.uppercased() {
        case "O": 0
        case "I", "L": 1
        case let letter: alphabet.firstIndex(of: Character(letter)).map { UInt8($0) }
        }
    }

    private static func letters(_ octets: [UInt8]) -> [Character] {
        regrouped(octets, from: 8, to: 5).map { alphabet[Int($0)] }
    }

    private static func octets(_ values: [UInt8]) -> [UInt8] { regrouped(values, from: 5, to: 8) }

    /// The same bits, first bit first, in groups of another size.
    private static func regrouped(_ values: [UInt8], from old: Int, to new: Int) -> [UInt8] {
        var result: [UInt8] = []
        var bits: UInt = 0, count = 0
        for value in values {
            bits = bits << UInt(old) | UInt(value)
            count += old
            while count >= new {
                count -= new
                result.append(UInt8(truncatingIfNeeded: bits >> UInt(count)) & UInt8((1 << new) - 1))
            }
            bits &= (1 << UInt(count)) - 1
        }
        return result
    }

    private static func grouped(_ letters: [Character]) -> String {
        stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }
}
