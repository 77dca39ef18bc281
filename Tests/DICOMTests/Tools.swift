import Foundation

/// Programs of others that tests let judge our output, found through PATH.
enum Tools {
    static func path(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func has(_ name: String) -> Bool { path(name) != nil }

    static func hasPython(_ modules: String...) -> Bool {
        guard has("python3") else { return false }
        return modules.allSatisfy { run("python3", ["-c", "import \($0)"])?.status == 0 }
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
        guard let path = path(name) else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (output, errors) = (Pipe(), temporary("stderr"))
        guard FileManager.default.createFile(atPath: errors.path, contents: nil) else { return nil }
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try? FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = (try? Data(contentsOf: errors)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Outcome(status: process.terminationStatus, output: [UInt8](data), errors: text)
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
