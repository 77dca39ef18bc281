import CSodium

/// Bytes that must not leak: in guarded memory that is locked, left out of core dumps, read-only once filled, and
/// zeroed when freed (libsodium › Secure memory). Has no description, and its mirror is empty.
final class SecretBytes: @unchecked Sendable, CustomReflectable {  // never written after init
    private let base: UnsafeMutableRawPointer
    let count: Int

    init(count: Int, fill: (UnsafeMutablePointer<UInt8>) throws(VaultError) -> Void) throws(VaultError) {
        Sodium.start()
        guard let memory = sodium_malloc(max(count, 1)) else { throw .outOfMemory(bytes: count) }
        base = memory
        self.count = count
        try fill(memory.assumingMemoryBound(to: UInt8.self))
        sodium_mprotect_readonly(memory)
    }

    deinit { sodium_free(base) }

    static func random(count: Int) throws(VaultError) -> SecretBytes {
        try SecretBytes(count: count) { randombytes_buf($0, count) }
    }

    static func copy(of bytes: some Collection<UInt8>) throws(VaultError) -> SecretBytes {
        try SecretBytes(count: bytes.count) { memory in
            for (index, byte) in bytes.enumerated() { memory[index] = byte }
        }
    }

    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafePointer(base.assumingMemoryBound(to: UInt8.self)))
    }

    /// In constant time.
    func equals(_ other: SecretBytes) -> Bool {
        count == other.count && sodium_memcmp(base, other.base, count) == 0
    }

    var customMirror: Mirror { Mirror(self, children: []) }
}

enum Sodium {
    private static let started: Bool = sodium_init() >= 0

    static func start() {
        // It fails only where the system has no source of randomness: nothing may be sealed there.
        precondition(started, "libsodium cannot start")
    }

    static func random(_ count: Int) -> [UInt8] {
        start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// BLAKE2b, keyed if a key is given.
    static func hash(_ bytes: [UInt8], count: Int = 32, key: SecretBytes? = nil) -> [UInt8] {
        start()
        var digest = [UInt8](repeating: 0, count: count)
        // Fails only for sizes that no caller here passes.
        if let key {
            key.withBytes { _ = crypto_generichash(&digest, count, bytes, UInt64(bytes.count), $0, key.count) }
        } else {
            _ = crypto_generichash(&digest, count, bytes, UInt64(bytes.count), nil, 0)
        }
        return digest
    }

    /// A key for one use, never the same for two.
    static func derive(_ use: String, salt: [UInt8], from key: SecretBytes) throws(VaultError) -> SecretBytes {
        let message = Array(use.utf8) + salt
        return try SecretBytes(count: 32) { memory in
            key.withBytes { _ = crypto_generichash(memory, 32, message, UInt64(message.count), $0, key.count) }
        }
    }
}
