import DICOM
import Foundation
import Programs
import ReferenceServer

/// The moment the tests' world hangs on.
let demoArchive = DemoWorld(year: 2026, month: 3, day: 1, secondsOfDay: 34_200, timeZoneOffset: "+0100").archive

/// Runs `body` with a server that stops afterwards.
func withServer(
    _ archive: Archive = demoArchive, _ behaviour: Behaviour = Behaviour(),
    _ body: (ReferenceServer, Client) async throws -> Void
) async throws {
    let server = ReferenceServer(archive: archive, behaviour: behaviour)
    let base = try await server.start()
    do {
        try await body(server, Client(base: base))
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}

/// A bare HTTP client, so that the server is not judged by the connector it was made for: `curl`, a process each.
struct Client {
    struct Reply {
        var status: Int
        var body: [UInt8]

        func dataSets() throws -> [DataSet] { body.isEmpty ? [] : try DataSet.fromJSON(body).value }
    }

    var base: String

    func get(_ path: String, accept: String = "application/dicom+json") async throws -> Reply {
        try await send("GET", path, accept: accept)
    }

    func send(
        _ method: String, _ path: String, _ body: [UInt8]? = nil, type: String = "application/dicom+json",
        accept: String = "application/dicom+json"
    ) async throws -> Reply {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        var arguments = [
            "-s", "-g", "-X", method, "-H", "Accept: \(accept)", "-w", "%{http_code}", "-o",
            directory.appendingPathComponent("out").path,
        ]
        if let body {
            try Data(body).write(to: directory.appendingPathComponent("in"))
            arguments += [
                "-H", "Content-Type: \(type)", "--data-binary", "@\(directory.appendingPathComponent("in").path)",
            ]
        }
        let output = try await Program.run(["curl"] + arguments + [base + path])
        let bytes = (try? Data(contentsOf: directory.appendingPathComponent("out"))) ?? Data()
        return Reply(status: Int(output.output.suffix(3)) ?? 0, body: [UInt8](bytes))
    }

    func json(_ method: String, _ path: String, _ dataSet: DataSet) async throws -> Int {
        try await send(method, path, DataSet.toJSON([dataSet])).status
    }

    func store(_ files: [[UInt8]], study: String? = nil) async throws -> Reply {
        var body: [UInt8] = []
        for file in files { body += Array("--b\r\nContent-Type: application/dicom\r\n\r\n".utf8) + file + [13, 10] }
        body += Array("--b--\r\n".utf8)
        return try await send(
            "POST", "/studies" + (study.map { "/" + $0 } ?? ""), body,
            type: "multipart/related; type=\"application/dicom\"; boundary=b")
    }
}

/// A small structured report.
func report(study: String, instance: String, text: String = "No finding.", patientID: String = "1") throws -> [UInt8] {
    try BasicTextStructuredReport(
        patient: .init(name: "Test^Case", id: patientID), study: .init(uid: study), sopInstanceUID: instance,
        seriesInstanceUID: study + ".77", seriesNumber: 1, instanceNumber: 1, contentDate: "20260301",
        contentTime: "101500", language: .language("en-GB"), sections: [.init(.findings, [text])],
        authors: [.init(name: "Reader^Rita")], completion: .complete, verification: .unverified,
        preliminary: .preliminary
    ).part10()
}
