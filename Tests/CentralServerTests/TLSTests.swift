import CentralServer
import Foundation
import Programs
import Sync
import Testing

/// A python server that answers `[]` over TLS, once for each certificate in its directory.
struct TLSWorld: Sendable {
    var ports: [String: Int]
    var authority: String

    @TaskLocal static var current: TLSWorld?

    static let certificates = ["good", "expired", "selfsigned", "otherhost"]
}

struct WithTLS: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let directory = try Launched.newDirectory()
        try Self.makeCertificates(in: directory)
        let servers = try await blocking {
            try TLSServers(TLSWorld.certificates.map { TLSServers.Server($0, certificate: $0) }, in: directory)
        }
        let world = TLSWorld(ports: servers.ports, authority: directory.appendingPathComponent("ca.pem").path)
        defer {
            servers.end()
            try? FileManager.default.removeItem(at: directory)
        }
        try await TLSWorld.$current.withValue(world, operation: function)
    }

    /// A private authority and what it signed, an expired and a self-signed certificate.
    private static func makeCertificates(in directory: URL) throws {
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout"]
        let signed = ["openssl", "req", "-x509", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2"]
        let here = ["-subj", "/CN=pacs", "-addext", "subjectAltName=IP:127.0.0.1"]
        let there = ["-subj", "/CN=other", "-addext", "subjectAltName=DNS:other.example"]
        let commands: [[String]] = [
            ["openssl", "req", "-x509", "-days", "2", "-subj", "/CN=Site authority", "-out", "ca.pem"] + key + [
                "ca.key"
            ],
            signed + here + ["-out", "good.pem"] + key + ["good.key"],
            signed + there + ["-out", "otherhost.pem"] + key + ["otherhost.key"],
            ["openssl", "req", "-x509", "-days", "2", "-out", "selfsigned.pem"] + here + key + ["selfsigned.key"],
            ["openssl", "req", "-subj", "/CN=pacs", "-out", "expired.csr"] + key + ["expired.key"],
            [
                "openssl", "x509", "-req", "-in", "expired.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
                "-CAcreateserial", "-days", "-1", "-out", "expired.pem",
            ],
        ]
        for command in commands {
            let outcome = try Program.run(command, in: directory.path)
            try #require(outcome.status == 0, "\(outcome.output)")
        }
    }
}

@Suite(
    "TLS", .enabled(if: Program.succeeds("openssl", "version") && Program.succeeds("python3", "--version")), WithTLS())
struct TLSTests {
    private func outcome(_ certificate: String, authority: String?) async throws -> ServerFailure? {
        let world = try #require(TLSWorld.current)
        let port = try #require(world.ports[certificate])
        let connector = DICOMwebServer(
            settings: try Fixtures.settings(
                "https://127.0.0.1:\(port)/dicom-web", certificateAuthorityFile: authority))
        return try await failure { _ = try connector.probe() }
    }

    @Test("A certificate of the site's own authority is trusted when ca_file names it, and only then")
    func good() async throws {
        let authority = try #require(TLSWorld.current).authority
        #expect(try await outcome("good", authority: authority) == nil)
        #expect(try await outcome("good", authority: nil) == .certificate("its issuer is unknown"))
    }

    @Test(
        "Each flaw is named",
        arguments: [
            ("expired", "it has expired"), ("selfsigned", "it is self-signed"), ("otherhost", "it is for another host"),
        ])
    func flaws(_ certificate: String, _ reason: String) async throws {
        let found = try await outcome(certificate, authority: #require(TLSWorld.current).authority)
        #expect(found == .certificate(reason))
        #expect(found?.sentence.contains(reason) == true)
    }

    @Test("A ca_file that is not there, and plain HTTP at a TLS port")
    func misconfigured() async throws {
        #expect(
            try await outcome("good", authority: "/nonexistent/ca.pem") == .certificate("ca_file cannot be read"))
        let port = try #require(TLSWorld.current?.ports["good"])
        let plain = DICOMwebServer(settings: try Fixtures.settings("http://127.0.0.1:\(port)/dicom-web"))
        #expect(try await failure { _ = try plain.probe() } != nil)
    }
}
