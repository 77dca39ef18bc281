import CentralServer
import Foundation
import Programs
public import Proving
import Radiology
import Sync

/// Every bad certificate and connection is refused by the connector that carries reports; a good one is taken.
public enum TLSProof {
    /// - Returns: what the connector does, and what a client that checks nothing does in its place.
    public static func run() throws -> (connector: Verdict, careless: Verdict) {
        try Scratch.inNewDirectory { directory in
            try Certificates.make(in: directory)
            let good = TLSServers.Server(Flaw.good, certificate: Flaw.good)
            let flawed = Flaw.allCases.map {
                TLSServers.Server($0.rawValue, certificate: $0.certificate, connection: $0.connection)
            }
            let servers = try TLSServers([good] + flawed, in: directory)
            defer { servers.end() }
            var connector = Verdict(proof: "tls")
            check(servers, in: directory, true, &connector)
            var careless = Verdict(proof: "tls verify-off")
            check(servers, in: directory, false, &careless)
            return (connector, careless)
        }
    }

    private static func check(_ servers: TLSServers, in directory: URL, _ verifies: Bool, _ verdict: inout Verdict) {
        verdict.planned = Flaw.allCases.count
        let authority = directory.appendingPathComponent("ca.pem").path
        var refused = 0
        for flaw in Flaw.allCases {
            let port = servers.ports[flaw.rawValue] ?? 0
            // A server nobody could talk to would be refused for the wrong reason.
            if isAnswered(port, in: directory) { verdict.fired += 1 }
            switch verifies ? failure(port, authority) : carelessFailure(port, in: directory) {
            case .certificate(let why):
                refused += 1
                verdict.figures.append((flaw.rawValue, "refused (\(why))"))
            case let other:
                let what = other.map { "failed otherwise: \($0.sentence)" } ?? "was taken for good"
                verdict.broken.append("a server with the flaw \(flaw.rawValue) \(what)")
            }
        }
        if let failure = failure(servers.ports[Flaw.good] ?? 0, authority) {
            verdict.broken.append("a good certificate was refused: \(failure.sentence)")
        }
        verdict.figures.append(("refused", "\(refused) of \(Flaw.allCases.count)"))
    }

    private static func failure(_ port: Int, _ authority: String) -> ServerFailure? {
        let server = DICOMwebServer(
            settings: ServerSettings(
                name: DestinationName(unchecked: "proof"), baseURL: "https://127.0.0.1:\(port)/dicom-web",
                certificateAuthorityFile: authority, timeout: 10))
        do throws(ServerFailure) {
            _ = try server.probe()
            return nil
        } catch {
            return error
        }
    }

    /// A client that checks nothing and speaks everything: it proves that the flawed servers work.
    private static func isAnswered(_ port: Int, in directory: URL) -> Bool {
        let arguments = [
            "curl", "-k", "-s", "--noproxy", "*", "--max-time", "10", "--tlsv1.0", "--ciphers",
            "ALL:COMPLEMENTOFALL:@SECLEVEL=0", "https://127.0.0.1:\(port)/",
        ]
        return (try? Program.run(arguments, in: directory.path)).map { $0.status == 0 && $0.output == "[]" }
            ?? false
    }

    private static func carelessFailure(_ port: Int, in directory: URL) -> ServerFailure? {
        isAnswered(port, in: directory) ? nil : .certificate("refused")
    }
}
