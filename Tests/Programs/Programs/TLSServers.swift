public import Foundation

/// Web servers in a Python process that answer `[]` over TLS to every GET.
public final class TLSServers: Sendable {
    /// The port of each, by its name.
    public let ports: [String: Int]
    private let program: Program

    /// One server: its certificate `NAME.pem` and key `NAME.key` lie in the directory.
    public struct Server: Sendable {
        public var name: String
        public var certificate: String
        /// The lowest and the highest protocol in the words of Python's `ssl.TLSVersion`, and the ciphers in OpenSSL's.
        public var connection: String

        public init(_ name: String, certificate: String, connection: String = "TLSv1_2 TLSv1_3 DEFAULT") {
            self.name = name
            self.certificate = certificate
            self.connection = connection
        }
    }

    public init(_ servers: [Server], in directory: URL) throws {
        try Data(TLSServers.script.utf8).write(to: directory.appendingPathComponent("serve.py"))
        let log = directory.appendingPathComponent("serve.log").path
        let program = try Program(
            ["python3", "serve.py"] + servers.map { "\($0.name) \($0.certificate) \($0.connection)" },
            in: directory.path, output: log)
        var ports: [String: Int] = [:]
        _ = Program.waits {
            ports = TLSServers.ports(in: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
            return ports.count == servers.count || !program.isRunning
        }
        self.program = program
        self.ports = ports
        guard ports.count == servers.count else { throw ProgramFailure("not all TLS servers came up: see \(log)") }
    }

    public func end() { program.end() }

    private static func ports(in log: String) -> [String: Int] {
        var ports: [String: Int] = [:]
        for line in log.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3, words[0] == "serving", let port = Int(words[2]) { ports[String(words[1])] = port }
        }
        return ports
    }

    private static let script = """
        import http.server, ssl, sys, threading, warnings
        warnings.simplefilter("ignore")
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
        for line in sys.argv[1:]:
            name, certificate, lowest, highest, ciphers = line.split(" ")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.set_ciphers(ciphers)
            context.minimum_version = getattr(ssl.TLSVersion, lowest)
            context.maximum_version = getattr(ssl.TLSVersion, highest)
            context.load_cert_chain(certificate + ".pem", certificate + ".key")
            server = Quiet(("127.0.0.1", 0), Empty)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            threading.Thread(target=server.serve_forever).start()
            print("serving", name, server.server_address[1], flush=True)
        """
}
