import Foundation
import Programs

/// Programs of others that tests let judge our output, found through PATH.
enum Tools {
    static func has(_ name: String) -> Bool { Program.find(name) != nil }

    static func hasPython(_ modules: String...) -> Bool {
        modules.allSatisfy { Program.succeeds("python3", "-c", "import \($0)") }
    }

    static let hasPydicom = hasPython("pydicom")
    static let hasHighdicom = hasPython("highdicom")
    static let pixelMed = "/usr/share/java/pixelmed.jar"
    static let hasPixelMed = has("java") && FileManager.default.fileExists(atPath: pixelMed)
    static let isLong = ProcessInfo.processInfo.environment["READROOM_LONG"] == "1"

    struct Outcome {
        var status: Int32
        var output: [UInt8]
        var errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    static func run(_ name: String, _ arguments: [String]) -> Outcome? {
        let (output, errors) = (temporary("output"), temporary("errors"))
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        guard let program = try? Program([name] + arguments, output: output.path, errors: errors.path) else {
            return nil
        }
        let status = program.wait().status
        guard let said = try? Data(contentsOf: output), let complained = try? Data(contentsOf: errors) else {
            return nil
        }
        return Outcome(status: status, output: [UInt8](said), errors: String(decoding: complained, as: UTF8.self))
    }

    static func temporary(_ suffix: String) -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("readroom-\(UUID().uuidString)-\(suffix)")
    }

    /// Calls `body` with the path of a file of these bytes.
    static func withFile<Result>(_ bytes: [UInt8], _ suffix: String = "test.dcm", _ body: (String) throws -> Result)
        throws -> Result
    {
        let url = temporary(suffix)
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path)
    }
}
