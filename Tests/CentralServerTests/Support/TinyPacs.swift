import CentralServer
import Programs

/// PyPI's tiny-pacs.
enum TinyPacs {
    /// With its DICOMweb extension, holding two patients of the demonstration in memory.
    static var server: WithServer {
        WithServer { directory in
            let port = try LoopbackPort.free()
            let program = try await blocking { try PACS.tinyPacs(in: directory, port: port, token: "t0ken") }
            let launched = Launched(program, in: directory)
            try await launched.waitUntilListening(port)
            let base = "http://127.0.0.1:\(port)/dicomweb"
            let right = Credentials.bearer(token: "t0ken")
            let filler = DICOMwebServer(settings: try Fixtures.settings(base, credentials: right, timeout: 30))
            try await blocking { try RealServer.fill(filler, patients: ["100701", "100231"]) }
            return (launched, RealServer(base: base, right: right, wrong: .bearer(token: "no")))
        }
    }
}
