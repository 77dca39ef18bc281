import Foundation

/// Runs the program `proofs` that was built with these tests, and reads its verdict.
enum Launcher {
    struct Answer: Sendable {
        var output: String
        var holds: Bool

        /// The verdict's line, if it came that far.
        var summary: String {
            output.split(separator: "\n").last { $0.hasSuffix("holds") || $0.hasSuffix("DOES NOT HOLD") }
                .map(String.init) ?? ""
        }

        /// A number of the verdict, such as `fired`. The first line of the summary has it.
        func figure(_ name: String) -> Int? {
            for line in output.split(separator: "\n") {
                for part in line.split(separator: ",") {
                    let words = part.split(whereSeparator: { " :".contains($0) }).suffix(2)
                    if words.first == Substring(name), let number = words.last.flatMap({ Int($0) }) { return number }
                }
            }
            return nil
        }
    }

    static func proofs(_ arguments: String...) throws -> Answer {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Answer(
            output: output, holds: process.terminationReason == .exit && process.terminationStatus == 0)
    }

    /// Beside the program that runs the tests.
    private static func executable() throws -> URL {
        let tests = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let besides = [tests.deletingLastPathComponent(), Bundle.main.bundleURL.deletingLastPathComponent()]
        let found = besides.map { $0.appendingPathComponent("proofs") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }
}
