import DICOM
import Foundation
import Programs

/// A real Orthanc with its DICOMweb plugin on a free loopback port, its storage in a folder of its own.
final class Orthanc {
    let port: UInt16
    private let folder: URL
    private var program: Program?

    static var isAvailable: Bool { PACS.hasOrthanc }

    init() async throws {
        port = try LoopbackPort.free()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("orthanc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await start()
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The DICOMweb root, through `port` or another one that leads to it.
    func url(port: UInt16? = nil) -> String { "http://127.0.0.1:\(port ?? self.port)/dicom-web" }

    func configuration(port: UInt16? = nil) -> String {
        Workplace.server(url(port: port), more: "user = \"rita\"\npassword_file = \"PASSWORD_FILE\"")
    }

    func start() async throws {
        program = try PACS.orthanc(in: folder, port: port, password: Workplace.password)
        guard await eventually(seconds: 30, { LoopbackPort.isListening(self.port) }) else {
            throw CocoaError(.executableLoad)
        }
    }

    /// At once, as a power cut would.
    func kill() {
        program?.kill()
    }

    // MARK: - Looking inside, by Orthanc's own interface

    func store(_ file: [UInt8]) async throws {
        try await request("instances", method: "POST", body: Data(file))
    }

    /// The files of all structured reports, as they are stored.
    func reports() async throws -> [[UInt8]] {
        let instances = try JSONSerialization.jsonObject(with: try await request("instances")) as? [String] ?? []
        var reports: [[UInt8]] = []
        for instance in instances {
            let file = [UInt8](try await request("instances/\(instance)/file"))
            if (try? Part10File.decode(file).value.dataSet.string(.modality)) == "SR" { reports.append(file) }
        }
        return reports
    }

    @discardableResult
    private func request(_ path: String, method: String = "GET", body: Data? = nil) async throws -> Data {
        let file = folder.appendingPathComponent("answer-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var command = [
            "curl", "-sS", "-f", "-u", "rita:\(Workplace.password)", "-X", method, "-o", file.path,
            "http://127.0.0.1:\(port)/\(path)",
        ]
        if let body {
            let upload = folder.appendingPathComponent("upload-\(UUID().uuidString)")
            try body.write(to: upload)
            command += ["--data-binary", "@\(upload.path)"]
        }
        let result = try await Program.run(command)
        guard result.status == 0 else { throw CocoaError(.fileReadUnknown) }
        return try Data(contentsOf: file)
    }
}
