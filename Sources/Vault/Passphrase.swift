import CSodium
import Foundation

/// What a person types to open the store. In guarded memory; has no description.
public struct Passphrase: Sendable {
    let bytes: SecretBytes

    /// `nil` if it is empty. Composed and decomposed letters are the same passphrase (Unicode NFC).
    public init?(_ text: String) throws(VaultError) {
        guard !text.isEmpty else { return nil }
        var composed = Array(text.precomposedStringWithCanonicalMapping.utf8)
        defer { sodium_memzero(&composed, composed.count) }
        bytes = try .copy(of: composed)
    }
}

/// What a guess of the passphrase costs, as Argon2id's parameters (RFC 9106). Recorded with each slot.
public struct PassphraseCost: Hashable, Sendable {
    public var operations: UInt64
    public var memory: UInt64

    public init(operations: UInt64, memory: UInt64) {
        self.operations = operations
        self.memory = memory
    }

    /// libsodium's MODERATE: three passes over 256 MiB, 0.7 s on a desktop.
    public static let moderate = PassphraseCost(operations: 3, memory: 256 << 20)
    /// The least that Argon2 takes. For tests.
    public static let least = PassphraseCost(operations: 1, memory: 8 << 10)

    /// A damaged or hostile file must not ask for all the memory there is.
    var isSane: Bool { (1...64).contains(operations) && (8 << 10...4 << 30).contains(memory) }

    func key(from passphrase: Passphrase, salt: [UInt8]) throws(VaultError) -> SecretBytes {
        try SecretBytes(count: 32) { (target) throws(VaultError) in
            let result = passphrase.bytes.withBytes { bytes in
                bytes.withMemoryRebound(to: CChar.self, capacity: passphrase.bytes.count) { characters in
                    crypto_pwhash(
                        target, 32, characters, UInt64(passphrase.bytes.count), salt, operations, Int(memory),
                        crypto_pwhash_alg_argon2id13())
                }
            }
            guard result == 0 else { throw .outOfMemory(bytes: Int(memory)) }
        }
    }
}
