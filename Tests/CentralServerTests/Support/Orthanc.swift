import CentralServer
import Foundation

/// Debian's Orthanc.
enum Orthanc {
    static let program = "/usr/sbin/Orthanc"
    static let plugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"
    static let isInstalled =
        FileManager.default.isExecutableFile(atPath: program) && FileManager.default.fileExists(atPath: plugin)

    /// With its DICOMweb plug-in, holding four patients of the demonstration.
    static var server: WithServer {
        WithServer { directory in
            let port = try Ports.free()
            let configuration: [String: any Sendable] = [
                "Name": "readroom test", "HttpPort": port, "DicomServerEnabled": false,
                "StorageDirectory": directory.appendingPathComponent("storage").path,
                "IndexDirectory": directory.appendingPathComponent("index").path,
                "Plugins": [plugin], "AuthenticationEnabled": true,
                "RegisteredUsers": ["rita": "right"], "RemoteAccessAllowed": false, "StableAge": 2,
                "OverwriteInstances": false,
            ]
            let file = directory.appendingPathComponent("orthanc.json")
            try JSONSerialization.data(withJSONObject: configuration).write(to: file)
            let launched = try Launched(in: directory, [program, file.path])
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
