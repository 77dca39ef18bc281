import CentralServer
import Foundation

/// PyPI's tiny-pacs.
enum TinyPacs {
    static let isInstalled =
        Launched.has("python3", "-c", "import tiny_pacs_dicomweb, waitress") && Launched.has("tiny-pacs", "--help")

    /// The defaults it generates, with the web service on and a token asked for.
    static func configuration(_ defaults: String, http: Int, dicom: Int) -> String {
        var text = defaults
        let changes = [
            ("port: 11112\n  max", "port: \(dicom)\n  max"), ("dump_ds: true", "dump_ds: false"),
            ("level: DEBUG", "level: WARNING"),
            ("'on': false\n    host: 127.0.0.1\n    port: 11113", "'on': true\n    host: 127.0.0.1\n    port: \(http)"),
            (
                "'on': false\n    prefix: /dicomweb\n    auth: none\n    tokens: []",
                "'on': true\n    prefix: /dicomweb\n    auth: token\n    tokens:\n    - t0ken"
            ),
        ]
        for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
        return text
    }

    /// With its DICOMweb extension, holding two patients of the demonstration in memory.
    static var server: WithServer {
        WithServer { directory in
            let (http, dicom) = (try Ports.free(), try Ports.free())
            let defaults = try Launched.run(["tiny-pacs", "config", "generate", "--no-comments"]).text
            let file = directory.appendingPathComponent("pacs.yaml")
            try Data(configuration(defaults, http: http, dicom: dicom).utf8).write(to: file)
            let launched = try Launched(in: directory, ["tiny-pacs", "run", "-c", file.path])
            try await launched.waitUntilListening(http)
            let base = "http://127.0.0.1:\(http)/dicomweb"
            let right = Credentials.bearer(token: "t0ken")
            let filler = DICOMwebServer(settings: try Fixtures.settings(base, credentials: right, timeout: 30))
            try await blocking { try RealServer.fill(filler, patients: ["100701", "100231"]) }
            return (launched, RealServer(base: base, right: right, wrong: .bearer(token: "no")))
        }
    }
}
