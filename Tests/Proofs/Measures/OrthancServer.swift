import Foundation
import Programs

/// A real Orthanc with its DICOMweb plug-in on a free loopback port, its storage in a folder of its own.
final class OrthancServer {
    let port: UInt16
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
        guard PACS.hasOrthanc else {
            throw MeasureFailure("Orthanc and its DICOMweb plug-in are not installed (Debian: orthanc-dicomweb)")
        }
        folder = try TemporaryFolder()
        port = try LoopbackPort.free()
        program = try PACS.orthanc(in: URL(fileURLWithPath: folder.path), port: port, password: nil)
        for _ in 0..<600 where !LoopbackPort.isListening(port) { usleep(50_000) }
        guard LoopbackPort.isListening(port) else { throw MeasureFailure("Orthanc does not listen") }
    }

    deinit {
        program.end()
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
        let answer = try Program.run(["curl", "-sS", "--fail", "-Z", "--parallel-max", "2", "-K", list])
        guard answer.status == 0 else { throw MeasureFailure("Orthanc did not take the files") }
    }
}
