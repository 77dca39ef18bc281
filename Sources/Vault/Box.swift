import CSodium

/// XChaCha20-Poly1305 with a random nonce: nonce, ciphertext, tag. 40 bytes longer than what it holds.
enum Box {
    static let overhead = 40
    private static let nonceSize = 24

    static func seal(_ bytes: [UInt8], place: [UInt8], key: SecretBytes) -> [UInt8] {
        bytes.withUnsafeBufferPointer { seal($0, place: place, key: key) }
    }

    static func seal(_ bytes: UnsafeBufferPointer<UInt8>, place: [UInt8], key: SecretBytes) -> [UInt8] {
        let nonce = Sodium.random(nonceSize)
        var sealed = [UInt8](repeating: 0, count: bytes.count + overhead - nonceSize)
        key.withBytes { key in
            // Sealing cannot fail: it returns 0 for every input.
            _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                &sealed, nil, bytes.baseAddress, UInt64(bytes.count), place, UInt64(place.count), nil, nonce, key)
        }
        return nonce + sealed
    }

    static func open(_ sealed: some Collection<UInt8>, place: [UInt8], key: SecretBytes) -> [UInt8]? {
        guard sealed.count >= overhead else { return nil }
        var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
        let isOpen = bytes.withUnsafeMutableBufferPointer { open(sealed, into: $0.baseAddress, place: place, key: key) }
        return isOpen ? bytes : nil
    }

    /// `target` has room for `sealed.count - overhead` bytes.
    static func open(
        _ sealed: some Collection<UInt8>, into target: UnsafeMutablePointer<UInt8>?, place: [UInt8], key: SecretBytes
    ) -> Bool {
        let nonce = Array(sealed.prefix(nonceSize)), content = Array(sealed.dropFirst(nonceSize))
        return key.withBytes { key in
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                target, nil, nil, content, UInt64(content.count), place, UInt64(place.count), nonce, key) == 0
        }
    }
}
