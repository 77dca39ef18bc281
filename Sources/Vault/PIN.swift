import CSodium

/// A short number that proves who signs. It opens nothing: whoever has it still needs the open store.
public struct PIN: Sendable {
    /// Shorter than any passphrase, so that what is typed is one or the other.
    public static let lengths = 4...8
    private let bytes: SecretBytes

    /// `nil` if it is not 4 to 8 digits.
    public init?(_ text: String) throws(VaultError) {
        guard PIN.lengths.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        bytes = try .copy(of: Array(text.utf8))
    }

    /// Argon2id with a salt of its own, as text (libsodium's `crypto_pwhash_str`).
    public func hash() throws(VaultError) -> String {
        var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let cost = crypto_pwhash_memlimit_interactive()
        let result = withCharacters {
            crypto_pwhash_str(
                &text, $0, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()), cost)
        }
        guard result == 0 else { throw .outOfMemory(bytes: cost) }
        return text.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    public func matches(_ hash: String) -> Bool {
        // The function reads a field of fixed size.
        guard hash.utf8.count < crypto_pwhash_strbytes() else { return false }
        var text = Array(hash.utf8CString)
        text += [CChar](repeating: 0, count: crypto_pwhash_strbytes() - text.count)
        return withCharacters { crypto_pwhash_str_verify(text, $0, UInt64(bytes.count)) } == 0
    }

    private func withCharacters(_ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        bytes.withBytes { memory in
            memory.withMemoryRebound(to: CChar.self, capacity: bytes.count, body)
        }
    }
}
