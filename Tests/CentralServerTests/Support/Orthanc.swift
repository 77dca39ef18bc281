import CentralServer
import Programs

/// Debian's Orthanc.
enum Orthanc {
    /// With its DICOMweb plug-in, holding four patients of the demonstration.
    static var server: WithServer {
        WithServer { directory in
            let port = try LoopbackPort.free()
            let program = try PACS.orthanc(in: directory, port: port, password: "right")
            let launched = Launched(program, in: directory)
            try await launched.waitUntilListening(port)
            let base = "http://127.0.0.1:\(port)/dicom-web"
            let right = Credentials.basic(user: "rita", password: "right")
            let filler = DICOMwebServer(settings: try Fixtures.settings(base, credentials: right, timeout: 30))
            try await blocking {
                try RealServer.fill(filler, patients: ["100701", "100231", "100723", "100417"])
            }
            return (
                launched, RealServer(base: base, right: right, wrong: .basic(user: "rita", password: "wrong"))
            )
        }
    }
}
