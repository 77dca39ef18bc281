import Foundation
import Programs

/// A web server that answers `[]` for each flaw, and one without any.
final class FlawedServers {
    let authority: String
    private(set) var ports: [String: Int] = [:]
    private let program: Program

    init(in directory: URL) throws {
        try Certificates.make(in: directory)
        authority = directory.appendingPathComponent("ca.pem").path
        try Data(FlawedServers.script.utf8).write(to: directory.appendingPathComponent("serve.py"))
        let lines =
            ["\(Flaw.good) \(Flaw.good) TLSv1_2 TLSv1_3 DEFAULT"]
            + Flaw.allCases.map { "\($0.rawValue) \($0.certificate) \($0.connection)" }
        let log = directory.appendingPathComponent("serve.log").path
        program = try Program(["python3", "serve.py"] + lines, in: directory.path, output: log)
        for _ in 0..<400 where ports.count < lines.count && program.isRunning {
            usleep(50_000)
            ports = FlawedServers.ports(in: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
        }
        guard ports.count == lines.count else { throw ProofTrouble(description: "no servers: see \(log)") }
    }

    func end() { program.end() }

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
