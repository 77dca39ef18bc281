import Foundation

/// Another program, started for a proof in a directory of its own, and ended by its own process identifier.
final class Launched: @unchecked Sendable {
    private let process = Process()
    let directory: URL
    private let logFile: URL

    init(in directory: URL, _ arguments: [String]) throws {
        self.directory = directory
        logFile = directory.appendingPathComponent("launched.log")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        // A trace of the stack takes seconds to make, and an input's number says more.
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        try Data().write(to: logFile)
        let handle = try FileHandle(forWritingTo: logFile)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// 0 when it ended well; call when it has ended.
    var status: Int32 { process.terminationStatus }

    var log: String { (try? String(contentsOf: logFile, encoding: .utf8)) ?? "" }

    /// Ends the program; it must not outlive the proof.
    func end() {
        guard process.isRunning else { return }
        process.terminate()
        for _ in 0..<100 where process.isRunning { usleep(10_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// A private directory, gone when `body` returns.
    static func inNewDirectory<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-proof-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url)
    }

    /// Runs a program to its end.
    @discardableResult
    static func run(_ arguments: [String], in directory: URL? = nil) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        if let directory { process.currentDirectoryURL = directory }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, Array(data))
    }
}

/// Why a proof could not even begin.
struct ProofTrouble: Error, CustomStringConvertible {
    let description: String
}
