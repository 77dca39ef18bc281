public import Foundation

/// Real servers of others, in a folder of their own on a port of the loopback interface.
public enum PACS {
    private static let orthancPlugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"

    /// Debian's orthanc and orthanc-dicomweb.
    public static let hasOrthanc =
        Program.find("Orthanc") != nil && FileManager.default.fileExists(atPath: orthancPlugin)

    /// PyPI's tiny_pacs, tiny-pacs-dicomweb and waitress.
    public static let hasTinyPacs =
        Program.succeeds("python3", "-c", "import tiny_pacs_dicomweb, waitress")
        && Program.succeeds("tiny-pacs", "--help")

    /// Its DICOMweb root is `/dicom-web`. It may not listen yet.
    ///
    /// - Parameter password: of the only user, `rita`; `nil` asks nobody who he is.
    public static func orthanc(in folder: URL, port: UInt16, password: String?) throws -> Program {
        let configuration: [String: Any] = [
            "Name": "readroom test", "HttpPort": Int(port), "DicomServerEnabled": false, "RemoteAccessAllowed": false,
            "StorageDirectory": folder.appendingPathComponent("storage").path,
            "IndexDirectory": folder.appendingPathComponent("index").path, "Plugins": [orthancPlugin],
            "AuthenticationEnabled": password != nil, "RegisteredUsers": password.map { ["rita": $0] } ?? [:],
            "StableAge": 2, "HttpThreadsCount": 10, "OverwriteInstances": false,
        ]
        let file = folder.appendingPathComponent("orthanc.json")
        try JSONSerialization.data(withJSONObject: configuration).write(to: file)
        return try Program(["Orthanc", file.path], output: folder.appendingPathComponent("server.log").path)
    }

    /// Its DICOMweb root is `/dicomweb`, and everything is in memory. It may not listen yet.
    public static func tinyPacs(in folder: URL, port: UInt16, token: String) throws -> Program {
        var text = try Program.run(["tiny-pacs", "config", "generate", "--no-comments"]).output
        let changes = [
            ("port: 11112\n  max", "port: \(try LoopbackPort.free())\n  max"), ("dump_ds: true", "dump_ds: false"),
            ("level: DEBUG", "level: WARNING"),
            ("'on': false\n    host: 127.0.0.1\n    port: 11113", "'on': true\n    host: 127.0.0.1\n    port: \(port)"),
            (
                "'on': false\n    prefix: /dicomweb\n    auth: none\n    tokens: []",
                "'on': true\n    prefix: /dicomweb\n    auth: token\n    tokens:\n    - \(token)"
            ),
        ]
        for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
        let file = folder.appendingPathComponent("pacs.yaml")
        try Data(text.utf8).write(to: file)
        return try Program(
            ["tiny-pacs", "run", "-c", file.path], in: folder.path,
            output: folder.appendingPathComponent("server.log").path)
    }
}
