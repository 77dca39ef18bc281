import Foundation

/// Programs of this package, as they were built beside the one that runs.
public enum BuiltProgram {
    public static func path(_ name: String) -> String {
        let arguments = CommandLine.arguments
        let own =
            arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
            ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? arguments[0]
        var folder = URL(fileURLWithPath: own).deletingLastPathComponent()
        // A test bundle may be a folder; the programs lie beside it, at most a few steps up.
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent(name).path
            var isFolder: ObjCBool = false
            if FileManager.default.isExecutableFile(atPath: candidate),
                FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        return name
    }

    /// Runs one to its end.
    public static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let (status, output) = try Launched.run([path(name)] + arguments)
        return (status, String(decoding: output, as: UTF8.self))
    }
}
