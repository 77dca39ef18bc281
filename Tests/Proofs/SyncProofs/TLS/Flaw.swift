/// Everything that is wrong with a server's certificate or its connection, one flaw at a time.
enum Flaw: String, CaseIterable, Sendable {
    case expired
    case notYetValid = "not-yet-valid"
    case otherHost = "other-host"
    case selfSigned = "self-signed"
    case unknownAuthority = "unknown-authority"
    /// RSA of 1024 bits.
    case weakKey = "weak-key"
    /// Signed with SHA-1.
    case weakSignature = "weak-signature"
    /// Issued by a certificate that is no authority's.
    case issuerIsNoAuthority = "issuer-is-no-authority"
    /// For clients only, by its extended key usage.
    case clientOnly = "client-only"
    /// The common name is right, the alternative names are not: the alternative names count (RFC 6125 §6.4.4).
    case commonNameOnly = "common-name-only"
    case tls10 = "tls-1.0"
    case tls11 = "tls-1.1"
    /// Nothing is enciphered.
    case nullCipher = "null-cipher"

    /// The certificate a server with this flaw shows: a good one where the flaw is the connection's.
    var certificate: String {
        switch self {
        case .tls10, .tls11, .nullCipher: Flaw.good
        default: rawValue
        }
    }

    static let good = "good"

    /// What the server speaks, as the server's script reads it: lowest and highest version, ciphers.
    var connection: String {
        switch self {
        case .tls10: "TLSv1 TLSv1 DEFAULT:@SECLEVEL=0"
        case .tls11: "TLSv1_1 TLSv1_1 DEFAULT:@SECLEVEL=0"
        case .nullCipher: "TLSv1_2 TLSv1_2 NULL-SHA256:@SECLEVEL=0"
        default: "TLSv1_2 TLSv1_3 DEFAULT:@SECLEVEL=0"
        }
    }
}
