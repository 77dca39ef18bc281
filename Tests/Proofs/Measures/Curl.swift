import Foundation
import Programs

/// The same requests by curl, all in one process that keeps its connections.
struct Curl {
    private let list: String
    private let folder: TemporaryFolder

    init(_ requests: [RecordingProxy.Request], port: UInt16) throws {
        folder = try TemporaryFolder()
        list = folder.path + "/requests"
        let lines = requests.enumerated().flatMap { place, request in
            (place == 0 ? [] : ["next"]) + [
                "globoff", "url = \"http://127.0.0.1:\(port)\(request.target)\"",
                "header = \"Accept: \(request.accept)\"", "output = \"\(folder.path)/answer\"",
            ]
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: list))
    }

    func run(connections: Int) throws {
        let parallel = connections > 1 ? ["-Z", "--parallel-max", String(connections)] : []
        let answer = try Program.run(["curl", "-sS"] + parallel + ["-K", list])
        guard answer.status == 0 else { throw MeasureFailure("curl ended with \(answer.status)") }
    }
}
