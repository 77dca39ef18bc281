import Foundation
import Programs

/// Two small authorities and a certificate for each flaw, made by OpenSSL in a directory of their own.
enum Certificates {
    private static let here = "subjectAltName=IP:127.0.0.1"

    private static let curve = ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]

    static func make(in directory: URL) throws {
        try Data(authorityConfiguration.utf8).write(to: directory.appendingPathComponent("ca.cnf"))
        try Data().write(to: directory.appendingPathComponent("index.txt"))
        try authority("ca", in: directory)
        try authority("stranger", in: directory)
        // The cipher that enciphers nothing needs an RSA key.
        try leaf(Flaw.good, here, key: ["rsa:2048"], in: directory)
        for flaw in Flaw.allCases where flaw.certificate == flaw.rawValue { try make(flaw, in: directory) }
    }

    private static func make(_ flaw: Flaw, in directory: URL) throws {
        let name = flaw.rawValue
        switch flaw {
        case .expired: try leaf(name, here, dates: ("20200101000000Z", "20210101000000Z"), in: directory)
        case .notYetValid: try leaf(name, here, dates: ("20900101000000Z", "20910101000000Z"), in: directory)
        case .otherHost: try leaf(name, "subjectAltName=DNS:other.example", in: directory)
        case .unknownAuthority: try leaf(name, here, issuer: "stranger", in: directory)
        case .weakKey: try leaf(name, here, key: ["rsa:1024"], in: directory)
        case .weakSignature: try leaf(name, here, digest: "sha1", in: directory)
        case .clientOnly: try leaf(name, here + "\nextendedKeyUsage=clientAuth", in: directory)
        case .commonNameOnly:
            try leaf(name, "subjectAltName=DNS:other.example", subject: "/CN=127.0.0.1", in: directory)
        case .issuerIsNoAuthority:
            try leaf("no-authority", "basicConstraints=critical,CA:false", in: directory)
            try leaf(name, here, issuer: "no-authority", in: directory)
            // The server shows the whole chain, up to the real authority's certificate.
            try append("no-authority.pem", to: name + ".pem", in: directory)
        case .selfSigned:
            try openssl(
                [
                    "req", "-x509", "-days", "30", "-subj", "/CN=pacs", "-addext", here, "-nodes", "-keyout",
                    name + ".key",
                ]
                    + ["-out", name + ".pem", "-newkey"] + curve, in: directory)
        case .tls10, .tls11, .nullCipher: break
        }
    }

    private static func authority(_ name: String, in directory: URL) throws {
        try openssl(
            ["req", "-x509", "-days", "30", "-subj", "/CN=Site authority \(name)", "-nodes", "-keyout", name + ".key"]
                + ["-out", name + ".pem", "-newkey"] + curve, in: directory)
    }

    private static func leaf(
        _ name: String, _ extensions: String, issuer: String = "ca", subject: String = "/CN=pacs",
        key: [String] = curve, digest: String = "sha256",
        dates: (from: String, to: String) = ("20240101000000Z", "20890101000000Z"), in directory: URL
    ) throws {
        try Data(extensions.utf8).write(to: directory.appendingPathComponent(name + ".ext"))
        try openssl(
            ["req", "-new", "-nodes", "-subj", subject, "-keyout", name + ".key", "-out", name + ".csr", "-newkey"]
                + key, in: directory)
        try openssl(
            ["ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", issuer + ".pem", "-keyfile", issuer + ".key"]
                + ["-md", digest, "-startdate", dates.from, "-enddate", dates.to, "-extfile", name + ".ext"]
                + ["-in", name + ".csr", "-out", name + ".pem"], in: directory)
    }

    private static func append(_ source: String, to target: String, in directory: URL) throws {
        let end = try FileHandle(forUpdating: directory.appendingPathComponent(target))
        try end.seekToEnd()
        try end.write(contentsOf: Data(contentsOf: directory.appendingPathComponent(source)))
        try end.close()
    }

    private static func openssl(_ arguments: [String], in directory: URL) throws {
        let outcome = try Program.run(["openssl"] + arguments, in: directory.path)
        guard outcome.status == 0 else {
            throw ProofTrouble(description: "openssl \(arguments[0]): \(outcome.output)")
        }
    }

    private static let authorityConfiguration = """
        [ca]
        default_ca = site
        [site]
        database = index.txt
        new_certs_dir = .
        rand_serial = yes
        unique_subject = no
        policy = any
        [any]
        commonName = supplied
        """

    /// What `openssl req` needs of any configuration.
    static let requests = """
        [req]
        distinguished_name = name
        x509_extensions = authority
        [name]
        [authority]
        basicConstraints = critical,CA:true

        """
}
