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
        try Data(Self.script.utf8).write(to: directory.appendingPathComponent("serve.py"))
        let launched = try Launched(in: directory, ["python3", "serve.py"] + TLSWorld.certificates)
        var ports: [String: Int] = [:]
        for _ in 0..<400 where ports.count < TLSWorld.certificates.count {
            try await Task.sleep(for: .milliseconds(50))
            for line in launched.log.split(separator: "\n") {
                let words = line.split(separator: " ")
                if words.count == 3, words[0] == "serving", let port = Int(words[2]) { ports[String(words[1])] = port }
            }
        }
        let world = TLSWorld(ports: ports, authority: directory.appendingPathComponent("ca.pem").path)
        do {
            try await TLSWorld.$current.withValue(world, operation: function)
        } catch {
            launched.end()
            throw error
        }
        launched.end()
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

    private static let script = """
        import http.server, ssl, sys, threading
        class Empty(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "application/dicom+json")
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"[]")
            def log_message(self, *arguments): pass
        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True
            def handle_error(self, request, address): pass
        for name in sys.argv[1:]:
            server = Quiet(("127.0.0.1", 0), Empty)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(name + ".pem", name + ".key")
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            threading.Thread(target=server.serve_forever).start()
            print("serving", name, server.server_address[1], flush=True)
        """
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
