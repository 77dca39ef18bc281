import DICOM
import Foundation
import Glibc

/// A real Orthanc with its DICOMweb plugin on a free loopback port, its storage in a folder of its own.
final class Orthanc {
    let port: UInt16
    private let folder: URL
    private var process: Process?

    static let plugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"

    static var isAvailable: Bool {
        Processes.find("Orthanc") != nil && FileManager.default.fileExists(atPath: plugin)
    }

    init() async throws {
        port = try FreePort.find()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("orthanc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration: [String: Any] = [
            "HttpPort": Int(port), "DicomServerEnabled": false, "RemoteAccessAllowed": false,
            "StorageDirectory": folder.path, "IndexDirectory": folder.path, "AuthenticationEnabled": true,
            "RegisteredUsers": ["rita": Workplace.password], "Plugins": [Orthanc.plugin], "StableAge": 2,
        ]
        try JSONSerialization.data(withJSONObject: configuration).write(to: configurationFile)
        try await start()
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: folder)
    }

    private var configurationFile: URL { folder.appendingPathComponent("orthanc.json") }

    /// The DICOMweb root, through `port` or another one that leads to it.
    func url(port: UInt16? = nil) -> String { "http://127.0.0.1:\(port ?? self.port)/dicom-web" }

    func configuration(port: UInt16? = nil) -> String {
        Workplace.server(url(port: port), more: "user = \"rita\"\npassword_file = \"PASSWORD_FILE\"")
    }

    func start() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Processes.find("Orthanc") ?? "Orthanc")
        process.arguments = [configurationFile.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        guard await eventually(seconds: 30, { FreePort.isListening(self.port) }) else {
            throw CocoaError(.executableLoad)
        }
    }

    /// At once, as a power cut would.
    func kill() {
        guard let process, process.isRunning else { return }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
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
        var arguments = [
            "-sS", "-f", "-u", "rita:\(Workplace.password)", "-X", method, "-o", file.path,
            "http://127.0.0.1:\(port)/\(path)",
        ]
        if let body {
            let upload = folder.appendingPathComponent("upload-\(UUID().uuidString)")
            try body.write(to: upload)
            arguments += ["--data-binary", "@\(upload.path)"]
        }
        let result = try await Processes.run(Processes.find("curl") ?? "curl", arguments)
        guard result.status == 0 else { throw CocoaError(.fileReadUnknown) }
        return try Data(contentsOf: file)
    }
}

enum FreePort {
    static func find() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileNoSuchFile) }
        return UInt16(bigEndian: address.sin_port)
    }

    static func isListening(_ port: UInt16) -> Bool {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        return connect(socket, to: port)
    }

    static func connect(_ socket: Int32, to port: UInt16) -> Bool {
        var address = loopback(port)
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
