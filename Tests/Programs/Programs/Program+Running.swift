import Foundation
import Glibc

extension Program {
    public struct Outcome: Sendable {
        public var status: Int32
        /// Both outputs, in the order they were written.
        public var bytes: [UInt8]
        public var output: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Runs a program to its end, and holds up the thread.
    @discardableResult
    public static func run(
        _ command: [String], in directory: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let ending = try Program(command, in: directory, environment: environment, output: file.path).wait()
        return Outcome(status: ending.status, bytes: [UInt8](try Data(contentsOf: file)))
    }

    /// The same on a thread of its own: blocked ones would be missing where a test's server runs.
    @discardableResult
    public static func run(
        _ command: [String], in directory: String? = nil, environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try run(command, in: directory, environment: environment) })
            }
        }
    }

    /// Whether a program is there and ends well.
    public static func succeeds(_ command: String...) -> Bool {
        let outcome: Outcome? = try? run(command)
        return outcome?.status == 0
    }

    /// The path of an installed program.
    public static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/bin"]
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The path of a program of this package, built beside the one that runs.
    public static func built(_ name: String) throws -> String {
        let arguments = CommandLine.arguments
        let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
        let own = try bundle ?? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var folder = URL(fileURLWithPath: own).deletingLastPathComponent()
        // A test bundle may be a folder; the programs lie beside it, at most a few steps up.
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent(name).path
            if isProgram(candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        throw ProgramFailure("\(name) was not built beside this program: swift build --product \(name)")
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.isExecutableFile(atPath: path)
            && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// Looks again and again until something holds, for so many seconds.
    public static func waits(seconds: Double = 30, until condition: () throws -> Bool) rethrows -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if try condition() { return true }
            usleep(10_000)
        }
        return try condition()
    }
}
