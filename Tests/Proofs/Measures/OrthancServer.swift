import Foundation
import Glibc

/// A real Orthanc with its DICOMweb plug-in on a free loopback port, its storage in a folder of its own.
final class OrthancServer {
    private static let plugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"

    let port: UInt16
    private let folder: TemporaryFolder
    private let process = Process()

    init() throws {
        guard let program = Program.find("Orthanc"), FileManager.default.fileExists(atPath: Self.plugin) else {
            throw MeasureFailure("Orthanc and its DICOMweb plug-in are not installed (Debian: orthanc-dicomweb)")
        }
        folder = try TemporaryFolder()
        port = try LoopbackPort.free()
        let configuration: [String: Any] = [
            "HttpPort": Int(port), "DicomServerEnabled": false, "RemoteAccessAllowed": false,
            "StorageDirectory": folder.path, "IndexDirectory": folder.path, "AuthenticationEnabled": false,
            "Plugins": [Self.plugin], "StableAge": 2, "HttpThreadsCount": 10,
        ]
        let file = folder.path + "/orthanc.json"
        try JSONSerialization.data(withJSONObject: configuration).write(to: URL(fileURLWithPath: file))
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [file]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 where !LoopbackPort.isListening(port) { usleep(50_000) }
        guard LoopbackPort.isListening(port) else { throw MeasureFailure("Orthanc does not listen") }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    var root: String { "http://127.0.0.1:\(port)/dicom-web" }

    /// Puts files into it by STOW-RS, many to a request, two requests at a time.
    func store(_ files: [[UInt8]]) throws {
        var lines = [
            "request = \"POST\"", "header = \"Content-Type: multipart/related; type=application/dicom; boundary=part\"",
        ]
        for (number, start) in stride(from: 0, to: files.count, by: 250).enumerated() {
            var body: [UInt8] = []
            for file in files[start..<min(start + 250, files.count)] {
                body += Array("--part\r\nContent-Type: application/dicom\r\n\r\n".utf8) + file + [13, 10]
            }
            body += Array("--part--\r\n".utf8)
            let path = "\(folder.path)/upload-\(number)"
            try Data(body).write(to: URL(fileURLWithPath: path))
            if number > 0 { lines += ["next"] + lines.prefix(2) }
            lines += ["data-binary = \"@\(path)\"", "url = \"\(root)/studies\"", "output = \"/dev/null\""]
        }
        let list = folder.path + "/uploads"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: list))
        let curl = try Curl.path()
        let answer = try Program.run(curl, ["-sS", "--fail", "-Z", "--parallel-max", "2", "-K", list])
        guard answer.status == 0 else { throw MeasureFailure("Orthanc did not take the files") }
    }
}

enum LoopbackPort {
    static func free() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        guard let port = bind(socket) else { throw MeasureFailure("no free port") }
        return port
    }

    /// Binds a socket to a free port of the loopback interface.
    static func bind(_ socket: Int32) -> UInt16? {
        var place = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        return isBound ? UInt16(bigEndian: place.sin_port) : nil
    }

    static func isListening(_ port: UInt16) -> Bool {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        return connect(socket, to: port)
    }

    static func connect(_ socket: Int32, to port: UInt16) -> Bool {
        var place = address(port)
        return withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
