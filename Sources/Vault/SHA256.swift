import CSodium

/// SHA-256 (FIPS 180-4), as the receipts and the audit chain use it.
public enum SHA256 {
    /// The digest of `bytes`, 64 lower-case hexadecimal digits.
    public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
        let input = Array(bytes)
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        // The function has no failure: it returns 0 for every input.
        _ = crypto_hash_sha256(&digest, input, UInt64(input.count))
        return String(unsafeUninitializedCapacity: digest.count * 2) { buffer in
            let digits = Array("0123456789abcdef".utf8)
            for (index, byte) in digest.enumerated() {
                buffer[index * 2] = digits[Int(byte >> 4)]
                buffer[index * 2 + 1] = digits[Int(byte & 15)]
            }
            return digest.count * 2
        }
    }
}
